using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Issuing;

/// <summary>How an application is paid in parts, as its owner sees it. Amounts are minor units.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Parts">How many parts were chosen, the first included.</param>
/// <param name="TotalMinor">All parts together.</param>
/// <param name="PartMinor">Each part after the first.</param>
/// <param name="PaidMinor">What is paid.</param>
/// <param name="PaidParts">How many parts are paid.</param>
/// <param name="LeftMinor">What is still promised; 0 when nothing is.</param>
/// <param name="LeastMinor">What must be paid to become a member.</param>
/// <param name="NextMinor">The part that is due next; 0 when none is.</param>
/// <param name="DueOn">When it is due.</param>
/// <param name="GraceDays">Days after that at the end of which the payments are stopped.</param>
/// <param name="BeingPaid">The part whose payment page is open; null when none is.</param>
/// <param name="StopReason"><c>by-applicant</c>, <c>not-paid</c> or <c>with-application</c>; null unless stopped.</param>
public sealed record InstalmentsShown(
    InstalmentState State,
    int Parts,
    long TotalMinor,
    long PartMinor,
    long PaidMinor,
    int PaidParts,
    long LeftMinor,
    long LeastMinor,
    long NextMinor,
    DateOnly? DueOn,
    int GraceDays,
    ApplicationId? BeingPaid,
    string? StopReason
)
{
    /// <summary>Is enough paid to be a member?</summary>
    public bool HasLeast => PaidMinor >= LeastMinor;
}

internal static class InstalmentReading
{
    /// <summary>The part whose payment page is open; at most one.</summary>
    public static IQueryable<Application> BeingPaid(this SharesDb db, ApplicationId plan) =>
        db.Applications.Where(a => a.InstalmentOf == plan && a.State == ApplicationState.AwaitingPayment);

    /// <summary>How an application is paid in parts; null where it is paid at once, or is a later part itself.</summary>
    public static async Task<InstalmentsShown?> InstalmentsOf(
        this SharesDb db,
        Application first,
        Offer offer,
        CancellationToken ct
    )
    {
        if (offer.Instalments is not { } terms)
            return null;
        var plan = await db.InstalmentPlans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == first.Id, ct);
        if (plan is null)
            return null;
        var open = await db.BeingPaid(plan.Id).Select(a => (ApplicationId?)a.Id).FirstOrDefaultAsync(ct);
        var par = offer.ParValueMinor;
        return new InstalmentsShown(
            plan.State,
            plan.Parts,
            plan.TotalUnits * par,
            plan.PartUnits * par,
            plan.PaidUnits * par,
            plan.PaidParts,
            first.PromisedUnits * par,
            plan.LeastUnits * par,
            plan.State == InstalmentState.Running ? Math.Min(plan.PartUnits, first.PromisedUnits) * par : 0,
            plan.DueOn,
            terms.GraceDays,
            open,
            plan.StopReason
        );
    }
}
