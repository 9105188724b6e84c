using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Before a closed offer is allotted: residents who cancelled after others were admitted may have left too few. Then the
/// non-residents who paid last are not admitted, and get their money back. Does nothing while payments or reflection periods are
/// pending, and nothing the second time.
/// </summary>
public sealed record KeepQuota(OfferId OfferId) : ICommand<int>, IAllow<Machine>, IOfOffer
{
    public sealed class Handler(
        SharesDb db,
        ResidentQueue queue,
        MoneyBack moneyBack,
        Outbox outbox,
        TimeProvider clock
    ) : IRequestHandler<KeepQuota, int>
    {
        public async Task<int> Handle(KeepQuota r, CancellationToken ct)
        {
            var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == r.OfferId, ct);
            if (offer.State != OfferState.Closed || offer.IsOfBonds || await IsPending(offer, ct))
                return 0;
            if (await queue.QuotaOf(offer.EnterpriseId, ct) is not { } quota)
                return 0;
            await queue.Hold(offer.EnterpriseId, ct);
            var (residents, all) = await queue.Count(offer.EnterpriseId, ct);
            var over = all - residents - quota.MostOthers(residents);
            if (over <= 0)
                return 0;
            var now = clock.GetUtcNow().UtcDateTime;
            var left = await Last(offer, over, ct);
            foreach (var application in left)
            {
                application.Refund(now);
                await moneyBack.Order(application, offer, "quota", now, ct);
                outbox.Add(SendMail.About("quota-refunded", application.Id));
                await db.FreeUnits(application, ct);
            }
            return left.Count;
        }

        private Task<bool> IsPending(Offer offer, CancellationToken ct) =>
            db.Applications.AnyAsync(
                a =>
                    a.OfferId == offer.Id
                    && (a.State == ApplicationState.AwaitingPayment || a.State == ApplicationState.Paid),
                ct
            );

        // All applications of those holders who came last; members' own are not among them, they take no room.
        private async Task<List<Application>> Last(Offer offer, long holders, CancellationToken ct)
        {
            var others = await db
                .Applications.Where(a =>
                    a.OfferId == offer.Id && a.State == ApplicationState.Confirmed && !a.IsResident
                )
                .Where(a =>
                    !db.Members.Any(m =>
                        m.EnterpriseId == offer.EnterpriseId
                        && m.PersonId == a.PersonId
                        && m.Kind == a.Kind
                        && m.AdmittedOn != null
                        && m.CeasedOn == null
                    )
                )
                .ToListAsync(ct);
            return others
                .GroupBy(a => (a.PersonId, a.Kind))
                .OrderByDescending(of => of.Min(a => a.PaidAt))
                .ThenByDescending(of => of.Min(a => a.StartedAt))
                .Take((int)Math.Min(int.MaxValue, holders))
                .SelectMany(of => of)
                .ToList();
        }
    }
}
