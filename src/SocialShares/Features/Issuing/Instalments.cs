using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Parts that are still to be paid while an application goes on, in the save of whatever moves it. Does nothing for applications
/// that are paid at once.
/// </summary>
public sealed class Instalments(SharesDb db, Outbox outbox)
{
    /// <summary>The amount changed: divides it anew into as many parts, or as many as there are shares.</summary>
    public async Task DivideAgain(Application application, Offer offer, CancellationToken ct)
    {
        if (await PlanOf(application.Id, ct) is not { } plan)
            return;
        var parts = (int)Math.Min(plan.Parts, application.UnitsInAll);
        if (parts < InstalmentTerms.FewestParts)
            db.InstalmentPlans.Remove(plan);
        else
            plan.Divide(application, offer, parts);
    }

    /// <summary>The application is submitted: settles how much makes a member.</summary>
    public async Task Agree(Application application, CancellationToken ct)
    {
        if (await PlanOf(application.Id, ct) is not { } plan)
            return;
        var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == application.OfferId, ct);
        plan.Agree(application, application.LimitsOf(offer).MinimumMinor / offer.ParValueMinor);
    }

    /// <summary>Money came for the first part, or for a later one; once it is enough, what waited is issued with the next issue.</summary>
    public async Task Paid(Application application, DateTime now, CancellationToken ct)
    {
        if (await PlanOf(application.InstalmentOf ?? application.Id, ct) is not { } plan)
            return;
        if (application.InstalmentOf is null)
            plan.Begin(application);
        else
        {
            outbox.Add(new MailInstalment("instalment-paid", plan.Id, application.AmountMinor));
            if (plan.PartPaid(application, now))
                foreach (var part in await AllOf(plan.Id, ct))
                    part.AwaitLeast(false);
        }
    }

    /// <summary>A part that was not paid in time is promised as before.</summary>
    /// <returns>False: it is no such part, or its payments have ended, and its units are free.</returns>
    public async Task<bool> PromiseAgain(Application part, CancellationToken ct)
    {
        if (part.PaidAt is not null || part.InstalmentOf is not { } id)
            return false;
        if (await PlanOf(id, ct) is not { State: InstalmentState.Running })
            return false;
        (await db.Applications.SingleAsync(a => a.Id == id, ct)).PromiseAgain(part);
        return true;
    }

    private Task<InstalmentPlan?> PlanOf(ApplicationId id, CancellationToken ct) =>
        db.InstalmentPlans.SingleOrDefaultAsync(p => p.Id == id, ct);

    private Task<List<Application>> AllOf(ApplicationId id, CancellationToken ct) =>
        db.Applications.Where(a => a.Id == id || a.InstalmentOf == id).ToListAsync(ct);
}
