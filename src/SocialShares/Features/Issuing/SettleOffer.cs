using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Settles a closed offer once no payment and no reflection period is pending. Minimum missed: every applicant is
/// refunded. Met: shares are allotted first come first served (never more was taken than there is, so everyone gets
/// all), entered in the register with certificates, and the money is ordered to the enterprise.
/// </summary>
public sealed record SettleOffer(OfferId OfferId) : ICommand<OfferSettled>, IAllow<Machine>, IOfOffer
{
    public sealed class Handler(
        SharesDb db,
        Outbox outbox,
        MoneyBack moneyBack,
        Allotment allotment,
        SiteOptions site,
        Caller caller,
        TimeProvider clock
    ) : IRequestHandler<SettleOffer, OfferSettled>
    {
        public async Task<OfferSettled> Handle(SettleOffer r, CancellationToken ct)
        {
            var offer = await db.Offers.WithSteps(r.OfferId, ct);
            if (offer.State != OfferState.Closed || await IsPending(offer, ct))
                return new OfferSettled(Settled: false, 0, 0);
            var now = clock.GetUtcNow().UtcDateTime;
            var confirmed = await db
                .Applications.Where(a => a.OfferId == offer.Id && a.State == ApplicationState.Confirmed)
                .SumAsync(a => a.Units, ct);
            return offer.Settle(confirmed, caller.Sign(now))
                ? await Issue(offer, confirmed, now, ct)
                : await Fail(offer, now, ct);
        }

        private Task<bool> IsPending(Offer offer, CancellationToken ct) =>
            db.Applications.AnyAsync(
                a =>
                    a.OfferId == offer.Id
                    && (a.State == ApplicationState.AwaitingPayment || a.State == ApplicationState.Paid),
                ct
            );

        private async Task<OfferSettled> Issue(Offer offer, long units, DateTime now, CancellationToken ct)
        {
            var enterprise = await db.Enterprises.AsNoTracking().SingleAsync(e => e.Id == offer.EnterpriseId, ct);
            var shareClass = await db.ShareClasses.AsNoTracking().SingleAsync(c => c.Id == offer.ShareClassId, ct);
            var on = BookedOn.Moment(now, offer.TimeZone);
            var holders = await allotment.Issue(offer, shareClass, on, ct);
            var capital = new Money(units * offer.ParValueMinor, offer.Currency);
            var fee = new Money(
                Rounding.HalfToEven.Divide((Int128)capital.Minor * site.PlatformFeePpm, Rate.Whole),
                offer.Currency
            );
            var issue = new Issue(offer.Id, offer.Slug, enterprise.Slug, shareClass.Code, capital, fee);
            var (platform, own) = Bookings.SharesIssued(issue, on);
            db.JournalEntries.AddRange(platform, own);
            var drawdown = new Drawdown(DrawdownId.New(), offer.Id, enterprise.Id, capital - fee, now);
            db.Drawdowns.Add(drawdown);
            outbox.Add(new SendDrawdown(drawdown.Id));
            return new OfferSettled(Settled: true, holders, 0);
        }

        private async Task<OfferSettled> Fail(Offer offer, DateTime now, CancellationToken ct)
        {
            var paid = await db
                .Applications.Where(a => a.OfferId == offer.Id && a.State == ApplicationState.Confirmed)
                .ToListAsync(ct);
            foreach (var application in paid)
            {
                application.Refund(now);
                await moneyBack.Order(application, offer, "offer-failed", now, ct);
            }
            return new OfferSettled(Settled: true, 0, paid.Count);
        }
    }
}

/// <summary>What became of a closed offer: new holdings, refunds ordered.</summary>
public sealed record OfferSettled(bool Settled, int Holdings, int Refunds);

/// <summary>Names the closed offers that wait to be settled; the job sends one command for each.</summary>
public sealed record ListOffersToSettle : IQuery<IReadOnlyList<OfferId>>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db) : IRequestHandler<ListOffersToSettle, IReadOnlyList<OfferId>>
    {
        public async Task<IReadOnlyList<OfferId>> Handle(ListOffersToSettle request, CancellationToken ct) =>
            await db
                .Offers.Where(o => o.State == OfferState.Closed)
                .OrderBy(o => o.ClosesOn)
                .Select(o => o.Id)
                .ToListAsync(ct);
    }
}
