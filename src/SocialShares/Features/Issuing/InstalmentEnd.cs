using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Banking;

namespace SocialShares.Features.Issuing;

/// <summary>
/// The end of payments in parts, in the save of whatever ends them: what is promised is free again, what is paid stays or goes
/// back. Does nothing for applications that are paid at once.
/// </summary>
public sealed class InstalmentEnd(SharesDb db, Outbox outbox, MoneyBack moneyBack, MoneyBackByBank byBank)
{
    /// <summary>The first part was never paid: nothing more is promised.</summary>
    public async Task EndUnpaid(Application application, DateTime now, CancellationToken ct)
    {
        if (application.InstalmentOf is not null || await PlanOf(application.Id, ct) is not { } plan)
            return;
        plan.Stop(InstalmentPlan.WithApplication, now);
        await Free(application, application.LetGo(), ct);
    }

    /// <summary>
    /// The application was given up or refused by a command that pays its own money back and frees its own units: what it
    /// promised is free, and parts that were paid and not issued go back too. Of a later part: it is not promised any more.
    /// </summary>
    public async Task EndWith(Application application, Offer offer, DateTime now, CancellationToken ct)
    {
        if (await PlanOf(application.InstalmentOf ?? application.Id, ct) is not { } plan)
            return;
        if (application.InstalmentOf is not null)
        {
            // Only what was paid is counted.
            if (application.PaidAt is null)
                return;
            plan.PartGivenUp(application, now);
            // What is left to pay can never make a member.
            if (plan.TotalUnits < plan.LeastUnits)
                await Stop(plan, InstalmentPlan.WithApplication, now, ct);
            return;
        }
        plan.Stop(InstalmentPlan.WithApplication, now);
        var promised = application.LetGo();
        // Before it is sent in, and in the queue, it holds nothing of its offer.
        if (application.HeldUntil is not null)
            await Free(application, promised, ct);
        foreach (var part in await AllOf(plan.Id, ct))
            if (part.Id != application.Id)
                await GiveBack(part, offer, now, ct);
    }

    /// <summary>
    /// No more is to be paid. What makes a member stays, and is theirs; less than that goes back.
    /// </summary>
    /// <param name="plan">Tracked.</param>
    /// <param name="reason"><see cref="InstalmentPlan.ByApplicant"/> or <see cref="InstalmentPlan.NotPaid"/>.</param>
    /// <param name="now">Instant, UTC.</param>
    /// <param name="ct">Cancels.</param>
    public async Task Stop(InstalmentPlan plan, string reason, DateTime now, CancellationToken ct)
    {
        if (!plan.Stop(reason, now))
            return;
        var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == plan.OfferId, ct);
        var all = await AllOf(plan.Id, ct);
        var first = all.Single(a => a.Id == plan.Id);
        await Free(first, first.LetGo(), ct);
        foreach (var part in all)
            if (part.State == ApplicationState.AwaitingPayment || part.AwaitsLeast)
                await GiveBack(part, offer, now, ct);
        outbox.Add(new MailInstalment(plan.HasLeast ? "instalments-stopped" : "instalments-refunded", plan.Id));
    }

    /// <summary>The offer failed: nothing more is to be paid; its command pays back what was.</summary>
    /// <returns>Units that are asked for no more, beside those of confirmed applications that could have been issued.</returns>
    public async Task<long> Lapse(Offer offer, DateTime now, CancellationToken ct)
    {
        var lapsed = 0L;
        var plans = await db
            .InstalmentPlans.Where(p => p.OfferId == offer.Id && p.State == InstalmentState.Running)
            .ToListAsync(ct);
        foreach (var plan in plans)
        {
            var all = await AllOf(plan.Id, ct);
            plan.Stop(InstalmentPlan.WithApplication, now);
            lapsed += all.Single(a => a.Id == plan.Id).LetGo();
            // The others are among those that the allotment counted.
            lapsed += all.Where(a => a.State != ApplicationState.Confirmed || a.AwaitsLeast)
                .Where(a => a.State.HoldsUnits())
                .Sum(a => a.Units);
            foreach (var part in all.Where(a => a.State == ApplicationState.AwaitingPayment))
                await Cancel(part, offer, now, ct);
        }
        return lapsed;
    }

    private async Task GiveBack(Application part, Offer offer, DateTime now, CancellationToken ct)
    {
        if (part.State == ApplicationState.AwaitingPayment)
            await Cancel(part, offer, now, ct);
        else if (part.State is ApplicationState.Paid or ApplicationState.Confirmed)
        {
            part.Refund(now);
            await moneyBack.Order(part, offer, "instalments-stopped", now, ct);
        }
        else
            return;
        await db.FreeUnits(part, ct);
    }

    private async Task Cancel(Application part, Offer offer, DateTime now, CancellationToken ct)
    {
        part.Cancel(offer, now);
        await byBank.GiveUp(part, offer, now, ct);
        if (part.CheckoutSession is { } session)
            outbox.Add(new CloseCheckout(part.Id, session));
    }

    private Task Free(Application first, long units, CancellationToken ct) =>
        units == 0
            ? Task.CompletedTask
            : db
                .Offers.Where(o => o.Id == first.OfferId)
                .ExecuteUpdateAsync(
                    s =>
                        s.SetProperty(o => o.UnitsReserved, o => o.UnitsReserved - units)
                            .SetProperty(o => o.Version, o => o.Version + 1),
                    ct
                );

    private Task<InstalmentPlan?> PlanOf(ApplicationId id, CancellationToken ct) =>
        db.InstalmentPlans.SingleOrDefaultAsync(p => p.Id == id, ct);

    private Task<List<Application>> AllOf(ApplicationId id, CancellationToken ct) =>
        db.Applications.Where(a => a.Id == id || a.InstalmentOf == id).ToListAsync(ct);
}
