using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Issuing;

/// <summary>What an allotment writes beside its own record, gathered before the bulk inserts.</summary>
internal sealed class Written
{
    public List<Member> Added { get; } = [];

    public List<EntryFacts> Issues { get; } = [];

    public List<Refund> Refunds { get; } = [];

    public List<IDelivery> Deliveries { get; } = [];

    /// <summary>Gifts of which nothing is allotted.</summary>
    public List<Application> EmptyGifts { get; } = [];

    /// <summary>Bondholders who become members.</summary>
    public HashSet<MemberId> Admitted { get; } = [];

    /// <summary>Orders back what was paid for units that are not allotted: all of the payment, or a part.</summary>
    public void Refund(Application a, long units, Payment payment, Offer offer, DateTime now)
    {
        Invariant.Holds(
            payment.AmountMinor == a.Units * offer.ParValueMinor,
            "the payment is not the amount of the application"
        );
        var id = RefundId.New();
        var refund =
            units == 0
                ? new Refund(id, payment, "not-allotted", now)
                : Domain.Refund.OfPart(id, payment, (a.Units - units) * offer.ParValueMinor, now);
        Refunds.Add(refund);
        Deliveries.Add(new SendRefund(id));
        if (units > 0)
            return;
        Deliveries.Add(SendMail.About("not-allotted", a.Id));
        if (a.IsGift)
            EmptyGifts.Add(a);
    }

    /// <summary>
    /// Tells the holder what was issued, and who paid how much of the money comes back. Of a gift these are two people: the receiver
    /// reads what there is, the giver what became of the gift.
    /// </summary>
    public void Tell(Application a, long units, bool isOfBonds)
    {
        var (what, isPart) = (isOfBonds ? "bonds-issued" : "shares-issued", units < a.Units);
        Deliveries.Add(SendMail.About(isPart && !a.IsGift ? $"{what}-part" : what, a.Id));
        if (a.IsGift)
            Deliveries.Add(SendMail.About(isPart ? "gift-issued-part" : "gift-issued", a.Id));
    }
}

internal static class AllotmentMarks
{
    /// <summary>
    /// The moves of the aggregate, made for all at once: Confirmed to Allotted to Issued for whoever got something, Confirmed to
    /// Refunding for whoever got nothing.
    /// </summary>
    /// <exception cref="InvariantBroken">Other applications are confirmed than those that were allotted.</exception>
    public static async Task MarkAllotted(
        this SharesDb db,
        OfferId offer,
        AllotmentPlan plan,
        DateTime now,
        CancellationToken ct
    )
    {
        var confirmed = db.Applications.Where(a => a.OfferId == offer && a.State == ApplicationState.Confirmed);
        var issued = await confirmed
            .Where(a => db.AllotmentLines.Any(l => l.ApplicationId == a.Id && l.Allotted > 0))
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(a => a.State, ApplicationState.Issued)
                        .SetProperty(
                            a => a.AllottedUnits,
                            a => db.AllotmentLines.Where(l => l.ApplicationId == a.Id).Select(l => l.Allotted).Single()
                        )
                        .SetProperty(a => a.ChangedAt, now)
                        .SetProperty(a => a.Version, a => a.Version + 2),
                ct
            );
        var refunding = await confirmed
            .Where(a => db.AllotmentLines.Any(l => l.ApplicationId == a.Id && l.Allotted == 0))
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(a => a.State, ApplicationState.Refunding)
                        .SetProperty(a => a.ChangedAt, now)
                        .SetProperty(a => a.Version, a => a.Version + 1),
                ct
            );
        var nothing = plan.Outcome.Count(o => o.Allotted == 0);
        Invariant.Holds(
            issued == plan.Rows.Count - nothing && refunding == nothing,
            "other applications are confirmed than were allotted"
        );
    }
}
