using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Banking;
using SocialShares.Features.Issuing;
using SocialShares.Features.Register;
using SocialShares.Http;

namespace SocialShares.Features.Disputes;

/// <summary>What a dispute does to application, books and money, in the transaction of the command that heard of it.</summary>
public sealed class DisputeDesk(
    SharesDb db,
    Outbox outbox,
    Cancellation cancellation,
    MoneyBackByBank byBank,
    DisputeLosses losses
)
{
    /// <summary>
    /// The bank wants the money. Whoever has it taken back before the issue does not take part: the application ends as if it
    /// were cancelled, and the refund waits for the bank.
    /// </summary>
    /// <returns>What the payment had become.</returns>
    public async Task<DisputedMoney> Contest(Application application, Offer offer, DateTime now, CancellationToken ct)
    {
        if (application.State is ApplicationState.Allotted or ApplicationState.Issued)
            return DisputedMoney.Units;
        if (application.State is ApplicationState.Paid or ApplicationState.Confirmed)
            await cancellation.EndDisputed(application, offer, now, ct);
        var refund = await RefundOf(application.Id, ct);
        if (!refund.Contest(now))
            return DisputedMoney.GoneBack;
        await byBank.Drop(refund, ct);
        return DisputedMoney.OwedBack;
    }

    /// <summary>Books each movement of money that is not booked yet.</summary>
    public async Task Move(
        Dispute dispute,
        IReadOnlyList<MovementNews> movements,
        Offer offer,
        DateTime now,
        CancellationToken ct
    )
    {
        var known = await db.DisputeMovements.Where(m => m.DisputeId == dispute.Id).Select(m => m.Id).ToListAsync(ct);
        foreach (var m in movements.ExceptBy(known, m => m.Id))
        {
            var movement = new DisputeMovement(m.Id, dispute.Id, m.AmountMinor, m.FeeMinor, m.At);
            db.DisputeMovements.Add(movement);
            dispute.Moved(movement);
            if (dispute.Money == DisputedMoney.OwedBack)
                (await RefundOf(dispute.ApplicationId, ct)).TakenByBank(-m.AmountMinor);
            var on = new BookedOn(LegalDay.Of(m.At, offer.TimeZone), now);
            db.JournalEntries.Add(DisputeBookings.Moved(dispute, movement, offer.Slug, on));
        }
    }

    /// <summary>Acts on what the bank decided, once its money has moved accordingly.</summary>
    public async Task Conclude(
        Dispute dispute,
        Application application,
        Offer offer,
        DateTime now,
        CancellationToken ct
    )
    {
        if (!dispute.State.IsAboutMoney() || dispute.State.IsOpen())
            return;
        if (dispute.Money == DisputedMoney.OwedBack)
            await ConcludeRefund(dispute, application, now, ct);
        else if (dispute.State == DisputeState.Lost && dispute.LossMinor == 0 && dispute.TakenMinor > 0)
            await losses.Book(dispute, offer, now, ct);
        else if (dispute.State == DisputeState.Won && dispute.LossMinor > 0 && dispute.TakenMinor == 0)
            await losses.Undo(dispute, offer, now, ct);
    }

    /// <summary>Tells those whom it concerns that the bank wants a payment back, and who may answer it.</summary>
    public async Task Tell(Dispute dispute, Application application, CancellationToken ct)
    {
        if (dispute.AnswerBy is not null)
            foreach (var id in await Administrators(ct))
                outbox.Add(new TellAdministrator(PersonId.From(id), dispute.Id));
        if (!dispute.State.IsAboutMoney())
            return;
        var holder = await db
            .RegisterEntries.Where(e => e.SourceId == dispute.ApplicationId.Value && e.Kind == EntryKind.Issue)
            .Join(db.Members, e => e.MemberId, m => m.Id, (e, m) => new { m.Number, m.Name })
            .FirstOrDefaultAsync(ct);
        if (holder is not null)
            outbox.Add(new TellBoard("payment-disputed", dispute.EnterpriseId, holder.Number, holder.Name, ""));
        else
            outbox.Add(SendMail.About("application-disputed", application.Id));
    }

    private Task<List<Guid>> Administrators(CancellationToken ct) =>
        (
            from role in db.Roles
            where role.Name == Caller.AdministratorRole
            join has in db.UserRoles on role.Id equals has.RoleId
            select has.UserId
        ).ToListAsync(ct);

    // Money that was owed back: what the bank took is paid; what it gave back, or never took, is ordered.
    private async Task ConcludeRefund(Dispute dispute, Application application, DateTime now, CancellationToken ct)
    {
        var refund = await RefundOf(dispute.ApplicationId, ct);
        // Decided for us, and the money is on its way: the movement will tell.
        if (dispute.State == DisputeState.Won && dispute.TakenMinor > 0)
            return;
        // Another dispute about the same payment may take what would be ordered now.
        if (await IsDisputedOtherwise(dispute, ct))
            return;
        if (refund.State == RefundState.Contested)
        {
            if (refund.Decided(now))
                outbox.Add(new SendRefund(refund.Id));
            else
                application.MoneyIsBack(now);
        }
        else if (refund is { State: RefundState.Done, WasTaken: true, ToPayMinor: > 0 })
        {
            // Lost first, won in the end.
            refund.OwedAgain();
            application.RefundCameBack(now);
            outbox.Add(new SendRefund(refund.Id));
        }
    }

    private Task<bool> IsDisputedOtherwise(Dispute dispute, CancellationToken ct) =>
        db.Disputes.AnyAsync(
            d =>
                d.ApplicationId == dispute.ApplicationId
                && d.Id != dispute.Id
                && d.Money == DisputedMoney.OwedBack
                && DisputeStates.Open.Contains(d.State),
            ct
        );

    private async Task<Refund> RefundOf(ApplicationId id, CancellationToken ct) =>
        db.Refunds.Local.SingleOrDefault(x => x.ApplicationId == id)
        ?? await db.Refunds.SingleAsync(x => x.ApplicationId == id, ct);
}
