using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Governance;
using Account = SocialShares.Domain.Account;

namespace SocialShares.Features.Issuing;

/// <summary>Carries out what becomes of a closed offer, in the transaction of the command that decided it.</summary>
public sealed class OfferSettling(
    SharesDb db,
    Outbox outbox,
    MoneyBack moneyBack,
    Gifts gifts,
    InstalmentEnd instalmentEnd,
    Allotment allotment,
    IssueDrawdowns issueDrawdowns
)
{
    /// <summary>Allots: register, certificates, refunds of what is not allotted, both books, the money to the enterprise.</summary>
    public async Task<OfferSettled> Issue(Offer offer, AllotmentPlan plan, Signature by, CancellationToken ct)
    {
        var succeeded = offer.Settle(plan.UnitsAsked, plan.UnitsAllotted, by);
        Invariant.Holds(succeeded, "an offer that failed is allotted");
        return await Write(offer, plan, by, 1, ct);
    }

    /// <summary>One issue of an open offer: whoever is in the plan gets all that was asked.</summary>
    public Task<OfferSettled> IssueMore(Offer offer, AllotmentPlan plan, int no, Signature by, CancellationToken ct)
    {
        Invariant.Holds(!plan.IsShort, "an open offer sold more than there is");
        offer.IssuedMore();
        return Write(offer, plan, by, no, ct);
    }

    private async Task<OfferSettled> Write(Offer offer, AllotmentPlan plan, Signature by, int no, CancellationToken ct)
    {
        var enterprise = await db.Enterprises.AsNoTracking().SingleAsync(e => e.Id == offer.EnterpriseId, ct);
        var on = BookedOn.Moment(by.At, offer.TimeZone);
        var security = await Security(offer, plan, on.Day, ct);
        await allotment.Store(offer, plan, by, ct, no);
        var issued = await allotment.Issue(offer, security, plan, on, ct);
        var drawdowns = await issueDrawdowns.Of(offer, plan, on, no, ct);
        Book(offer, plan, enterprise, security, on, drawdowns);
        if (!offer.IsOfBonds)
            outbox.Add(new LookAtMembers(offer.EnterpriseId));
        return new OfferSettled(Settled: true, issued.Holdings, issued.Refunds);
    }

    /// <summary>The minimum was missed: everybody gets the money back.</summary>
    public async Task<OfferSettled> Fail(Offer offer, AllotmentPlan plan, Signature by, CancellationToken ct)
    {
        var lapsed = await instalmentEnd.Lapse(offer, by.At, ct);
        var succeeded = offer.Settle(plan.UnitsAsked + lapsed, plan.UnitsAllotted, by);
        Invariant.Holds(!succeeded, "an offer that succeeded is refunded");
        var paid = await db
            .Applications.Where(a => a.OfferId == offer.Id)
            // A later part may be paid on the last evening.
            .Where(a =>
                a.State == ApplicationState.Confirmed || a.State == ApplicationState.Paid && a.InstalmentOf != null
            )
            .ToListAsync(ct);
        await db
            .BondSeries.Where(s => s.OfferId == offer.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(b => b.UnitsReserved, 0L), ct);
        foreach (var application in paid)
        {
            application.Refund(by.At);
            await moneyBack.Order(application, offer, "offer-failed", by.At, ct);
            await gifts.End(application, GiftState.Over, by.At, ct);
        }
        return new OfferSettled(Settled: true, 0, paid.Count);
    }

    private void Book(
        Offer offer,
        AllotmentPlan plan,
        Enterprise enterprise,
        AllottedSecurity security,
        BookedOn on,
        IReadOnlyList<Drawdown> drawdowns
    )
    {
        var (capital, fee) = issueDrawdowns.Capital(offer, plan);
        IReadOnlyList<(string Account, Money Capital)> parts = security.ShareClass is { } shareClass
            ? [(Account.Shares(shareClass.Code), capital)]
            : [.. security.Series.Values.Select(s => (Account.Bonds(s.Code), Issued(s)))];
        var what = offer.IsOfBonds ? "Bonds" : "Shares";
        // More than one issue: each books under its own name.
        var batch = offer.Kind == OfferKind.Open || drawdowns[0].No > 1 ? drawdowns[0].Id.Value : (Guid?)null;
        var issue = new Issue(offer.Id, offer.Slug, enterprise.Slug, what, parts, fee, batch);
        Invariant.Holds(issue.Capital == capital, "what is issued is not what was allotted");
        var (platform, own) = Bookings.Issued(issue, on);
        db.JournalEntries.AddRange(platform, own);
        var back = new Money((plan.UnitsAsked - plan.UnitsAllotted) * offer.ParValueMinor, offer.Currency);
        if (back.Minor > 0)
            db.JournalEntries.Add(Bookings.NotAllotted(offer.Id, back, offer.Slug, on));
        issueDrawdowns.Order(offer, enterprise, drawdowns, on.At);
    }

    private static Money Issued(BondSeries series) => new(series.UnitsIssued * series.NominalMinor, series.Currency);

    private async Task<AllottedSecurity> Security(Offer offer, AllotmentPlan plan, DateOnly today, CancellationToken ct)
    {
        if (offer.ShareClassId is { } id)
            return new AllottedSecurity(
                await db.ShareClasses.AsNoTracking().SingleAsync(c => c.Id == id, ct),
                new Dictionary<BondSeriesId, BondSeries>()
            );
        var sold = plan.Pools.ToDictionary(p => p.SeriesNo, p => p.UnitsAllotted);
        var series = await db.BondSeries.Where(s => s.OfferId == offer.Id).OrderBy(s => s.No).ToListAsync(ct);
        foreach (var s in series)
            if (sold[s.No] > 0)
                db.BondPeriods.AddRange(s.Issue(today, sold[s.No]));
            else
                s.LeaveUnsold();
        return new AllottedSecurity(null, series.Where(s => s.UnitsIssued > 0).ToDictionary(s => s.Id));
    }
}
