using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Before a closed offer is allotted, or an open one issues: residents who cancelled after others were admitted may have left
/// too few. Then the non-residents who paid last are not admitted, and get their money back. Does nothing while payments or
/// reflection periods of a closed offer are pending, and nothing the second time.
/// </summary>
public sealed record KeepQuota(OfferId OfferId) : ICommand<int>, IAllow<Machine>, IOfOffer
{
    public sealed class Handler(
        SharesDb db,
        ResidentQueue queue,
        AllotmentReading reading,
        MoneyBack moneyBack,
        InstalmentEnd instalmentEnd,
        Gifts gifts,
        Outbox outbox,
        TimeProvider clock
    ) : IRequestHandler<KeepQuota, int>
    {
        public async Task<int> Handle(KeepQuota r, CancellationToken ct)
        {
            var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == r.OfferId, ct);
            var now = clock.GetUtcNow().UtcDateTime;
            if (offer.IsOfBonds || !await IsDue(offer, now, ct))
                return 0;
            // Nearly always nobody is too many, and then nobody is made to wait for the count.
            if ((await TooMany(offer, now, ct)).Count == 0)
                return 0;
            await queue.Hold(offer.EnterpriseId, ct);
            var left = await TooMany(offer, now, ct);
            // A first part takes its later ones along.
            foreach (var application in left.Where(a => a.State == ApplicationState.Confirmed))
            {
                application.Refund(now);
                await moneyBack.Order(application, offer, "quota", now, ct);
                await instalmentEnd.EndWith(application, offer, now, ct);
                await gifts.End(application, GiftState.Over, now, ct);
                outbox.Add(SendMail.About("quota-refunded", application.Id));
                await db.FreeUnits(application, ct);
            }
            return left.Count;
        }

        // An open offer issues what is confirmed while other payments are pending.
        private async Task<bool> IsDue(Offer offer, DateTime now, CancellationToken ct) =>
            offer.Kind == OfferKind.Open
                ? offer.State is OfferState.Open or OfferState.Closed
                    && !await db.OfferDocuments.AnyAsync(d => d.OfferId == offer.Id && d.AwaitsReview, ct)
                : offer.State == OfferState.Closed
                    && await reading.Pending(offer.Id, ct) == 0
                    && !await reading.DocumentHolds(offer, now, ct);

        // Whoever may still cancel because of a changed document is not issued now either.
        private async Task<List<Application>> TooMany(Offer offer, DateTime now, CancellationToken ct)
        {
            var today = LegalDay.Of(now, offer.TimeZone);
            return [.. (await queue.TooMany(offer, ct)).Where(a => a.CancelUntil is null || a.CancelUntil < today)];
        }
    }
}
