using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;
using Account = SocialShares.Domain.Account;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Settles a closed offer once no payment and no reflection period is pending. Minimum missed: every applicant is
/// refunded. Met: shares or bonds are allotted first come first served (never more was taken than there is, so everyone gets
/// all), entered in the register with certificates, and the money is ordered to the enterprise.
/// </summary>
public sealed record SettleOffer(OfferId OfferId) : ICommand<OfferSettled>, IAllow<Machine>, IOfOffer
{
    public sealed class Handler(
        SharesDb db,
        Outbox outbox,
        MoneyBack moneyBack,
        Gifts gifts,
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
            if (offer.WillSucceed(confirmed) && await IsTooEarly(offer, now, ct))
                return new OfferSettled(Settled: false, 0, 0);
            return offer.Settle(confirmed, caller.Sign(now))
                ? await Issue(offer, confirmed, now, ct)
                : await Fail(offer, now, ct);
        }

        private Task<bool> IsPending(Offer offer, CancellationToken ct) =>
            db.Applications.AnyAsync(
                a =>
                    a.OfferId == offer.Id
                    && (
                        a.State == ApplicationState.AwaitingPayment
                        || a.State == ApplicationState.Paid
                        // A gift waits for its receiver until it lapses.
                        || (a.State == ApplicationState.Confirmed && a.IsGift && a.HolderPersonId == null)
                    ),
                ct
            );

        // Bonds with a day of issue in their terms are not issued before it.
        private Task<bool> IsTooEarly(Offer offer, DateTime now, CancellationToken ct)
        {
            var today = LegalDay.Of(now, offer.TimeZone);
            return db.BondSeries.AnyAsync(s => s.OfferId == offer.Id && s.IssueOn > today, ct);
        }

        private async Task<OfferSettled> Issue(Offer offer, long units, DateTime now, CancellationToken ct)
        {
            var enterprise = await db.Enterprises.AsNoTracking().SingleAsync(e => e.Id == offer.EnterpriseId, ct);
            var on = BookedOn.Moment(now, offer.TimeZone);
            var security = await Security(offer, on.Day, ct);
            var holders = await allotment.Issue(offer, security, on, ct);
            var capital = new Money(units * offer.ParValueMinor, offer.Currency);
            var fee = new Money(
                Rounding.HalfToEven.Divide((Int128)capital.Minor * site.PlatformFeePpm, Rate.Whole),
                offer.Currency
            );
            IReadOnlyList<(string Account, Money Capital)> parts = security.ShareClass is { } shareClass
                ? [(Account.Shares(shareClass.Code), capital)]
                : [.. security.Series.Values.Select(s => (Account.Bonds(s.Code), Issued(s)))];
            var issue = new Issue(
                offer.Id,
                offer.Slug,
                enterprise.Slug,
                offer.IsOfBonds ? "Bonds" : "Shares",
                parts,
                fee
            );
            Invariant.Holds(issue.Capital == capital, "what is issued is not what was paid");
            var (platform, own) = Bookings.Issued(issue, on);
            db.JournalEntries.AddRange(platform, own);
            var drawdown = new Drawdown(DrawdownId.New(), offer.Id, enterprise.Id, capital - fee, now);
            db.Drawdowns.Add(drawdown);
            outbox.Add(new SendDrawdown(drawdown.Id));
            return new OfferSettled(Settled: true, holders, 0);
        }

        private static Money Issued(BondSeries series) =>
            new(series.UnitsIssued * series.NominalMinor, series.Currency);

        private async Task<AllottedSecurity> Security(Offer offer, DateOnly today, CancellationToken ct)
        {
            if (offer.ShareClassId is { } id)
                return new AllottedSecurity(
                    await db.ShareClasses.AsNoTracking().SingleAsync(c => c.Id == id, ct),
                    new Dictionary<BondSeriesId, BondSeries>()
                );
            var sold = await db
                .Applications.Where(a => a.OfferId == offer.Id && a.State == ApplicationState.Confirmed)
                .GroupBy(a => a.BondSeriesId)
                .Select(g => new { Series = g.Key, Units = g.Sum(a => a.Units) })
                .ToDictionaryAsync(g => g.Series!.Value, g => g.Units, ct);
            var series = await db.BondSeries.Where(s => s.OfferId == offer.Id).OrderBy(s => s.No).ToListAsync(ct);
            var issued = series.Where(s => sold.ContainsKey(s.Id)).ToList();
            foreach (var s in issued)
                db.BondPeriods.AddRange(s.Issue(today, sold[s.Id]));
            return new AllottedSecurity(null, issued.ToDictionary(s => s.Id));
        }

        private async Task<OfferSettled> Fail(Offer offer, DateTime now, CancellationToken ct)
        {
            var paid = await db
                .Applications.Where(a => a.OfferId == offer.Id && a.State == ApplicationState.Confirmed)
                .ToListAsync(ct);
            await db
                .BondSeries.Where(s => s.OfferId == offer.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(b => b.UnitsReserved, 0L), ct);
            foreach (var application in paid)
            {
                application.Refund(now);
                await moneyBack.Order(application, offer, "offer-failed", now, ct);
                await gifts.End(application, GiftState.Over, now, ct);
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
