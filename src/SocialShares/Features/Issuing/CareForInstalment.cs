using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Holdings;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Reminds whoever pays in parts of the part that is due, a week before and the day after; stops the payments when it is not
/// there at the end of the days of grace. Nobody is stopped while a payment page is open, or while the enterprise does not take
/// the money.
/// </summary>
public sealed record CareForInstalment(ApplicationId ApplicationId)
    : ICommand<InstalmentCare>,
        IAllow<Machine>,
        IOfApplication
{
    public sealed class Handler(SharesDb db, InstalmentEnd instalmentEnd, Outbox outbox, TimeProvider clock)
        : IRequestHandler<CareForInstalment, InstalmentCare>
    {
        public async Task<InstalmentCare> Handle(CareForInstalment r, CancellationToken ct)
        {
            var plan = await db.InstalmentPlans.SingleAsync(p => p.Id == r.ApplicationId, ct);
            var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == plan.OfferId, ct);
            var now = clock.GetUtcNow().UtcDateTime;
            var today = LegalDay.Of(now, offer.TimeZone);
            if (offer.Kind == OfferKind.Open && await db.SuspendedSince(offer, ct) is not null)
                return InstalmentCare.Nothing;
            if (await db.BeingPaid(plan.Id).AnyAsync(ct))
                return InstalmentCare.Nothing;
            if (plan.IsOverdue(today, offer.InstalmentGraceDays))
            {
                await instalmentEnd.Stop(plan, InstalmentPlan.NotPaid, now, ct);
                return InstalmentCare.Stopped;
            }
            if (!plan.AsksReminder(today))
                return InstalmentCare.Nothing;
            plan.Reminded();
            outbox.Add(new MailInstalment(today > plan.DueOn ? "instalment-late" : "instalment-due", plan.Id));
            return InstalmentCare.Reminded;
        }
    }
}

/// <summary>What was done about a part that is due.</summary>
public enum InstalmentCare
{
    /// <summary>Nothing was to be done.</summary>
    Nothing,

    /// <summary>A reminder went out.</summary>
    Reminded,

    /// <summary>The payments were stopped.</summary>
    Stopped,
}

/// <summary>Names the applications of which a part is due soon or was; the job sends one command for each.</summary>
public sealed record ListInstalmentsDue : IQuery<IReadOnlyList<ApplicationId>>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, TimeProvider clock)
        : IRequestHandler<ListInstalmentsDue, IReadOnlyList<ApplicationId>>
    {
        public async Task<IReadOnlyList<ApplicationId>> Handle(ListInstalmentsDue request, CancellationToken ct)
        {
            // The zone's day is at most one calendar day away from the UTC day; the plan asks exactly.
            var soon = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(InstalmentPlan.ReminderDays + 1);
            return await db
                .InstalmentPlans.Where(p => p.State == InstalmentState.Running && p.DueOn <= soon)
                .OrderBy(p => p.DueOn)
                .Select(p => p.Id)
                .ToListAsync(ct);
        }
    }
}
