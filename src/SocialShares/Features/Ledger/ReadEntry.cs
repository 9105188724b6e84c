using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Ledger;

/// <summary>Read one entry of the journal with its cause: the thing that caused it, and the provider's movement that agrees with it.</summary>
public sealed record ReadEntry(JournalEntryId EntryId) : IQuery<EntryRead>, IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/ledger/entries/{entryId}", Get).WithTags("Ledger");

    /// <inheritdoc cref="ReadEntry"/>
    public static Task<EntryRead> Get(JournalEntryId entryId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadEntry(entryId), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ReadEntry, EntryRead>
    {
        public async Task<EntryRead> Handle(ReadEntry r, CancellationToken ct) =>
            await db.JournalEntries.AnyAsync(j => j.Id == r.EntryId, ct)
                ? await EntryReading.Read(db, r.EntryId, ct)
                : throw new NotThere("entry");
    }
}

/// <summary>One entry of the journal and what caused it.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="ApplicationId">The application whose payment or refund caused it; null: another thing did.</param>
/// <param name="OfferId">The offer whose allotment, issue or drawdown caused it.</param>
/// <param name="PayoutRunId">The payout run that caused it.</param>
/// <param name="Movement">The provider's name of the movement that agrees with it.</param>
public sealed record EntryRead(
    JournalRow Entry,
    ApplicationId? ApplicationId,
    OfferId? OfferId,
    PayoutRunId? PayoutRunId,
    string? Movement
)
{
    /// <summary>The dispute that caused it; null: another thing did.</summary>
    public DisputeId? DisputeId { get; init; }
}

internal static class EntryReading
{
    public static async Task<EntryRead> Read(SharesDb db, JournalEntryId id, CancellationToken ct)
    {
        var entry = await db.JournalEntries.AsNoTracking().Where(j => j.Id == id).Select(JournalRow.Of).SingleAsync(ct);
        var cause = entry.CauseId;
        var movement = await db
            .MovementMatches.Where(m => m.EntryId == id)
            .Select(m => m.MovementId)
            .SingleOrDefaultAsync(ct);
        var refund = new RefundId(cause);
        var drawdown = new DrawdownId(cause);
        ApplicationId? application = entry.CauseKind switch
        {
            "payment" or "payment-available" => new ApplicationId(cause),
            "refund-decided" or "refund-paid" or "refund-came-back" => await db
                .Refunds.Where(f => f.Id == refund)
                .Select(f => (ApplicationId?)f.ApplicationId)
                .SingleOrDefaultAsync(ct),
            ProviderCause.Debit or ProviderCause.DebitRefused => await Debited(db, movement, ct),
            _ => null,
        };
        OfferId? offer = entry.CauseKind switch
        {
            "not-allotted" or "issue" => await Offer(db, new OfferId(cause), ct),
            "drawdown" => await db
                .Drawdowns.Where(d => d.Id == drawdown)
                .Select(d => (OfferId?)d.OfferId)
                .SingleOrDefaultAsync(ct),
            _ => null,
        };
        return new EntryRead(
            entry,
            application,
            offer,
            entry.CauseKind is "payout-run" or "payout-run-voided" ? new PayoutRunId(cause) : null,
            movement
        )
        {
            DisputeId = entry.CauseKind switch
            {
                DisputeBookings.Lost or DisputeBookings.WonLate => new DisputeId(cause),
                ProviderCause.DisputeMovement => await db
                    .DisputeMovements.Where(m => m.Id == movement)
                    .Select(m => (DisputeId?)m.DisputeId)
                    .SingleOrDefaultAsync(ct),
                _ => null,
            },
        };
    }

    // A debit is named by its charge, which is known of once its movement was taken in; of one that was refused nobody keeps it.
    private static Task<ApplicationId?> Debited(SharesDb db, string? movement, CancellationToken ct) =>
        db
            .ProviderMovements.Where(m => m.Id == movement)
            .Join(db.Payments, m => m.Source, p => p.ProviderCharge, (_, p) => (ApplicationId?)p.ApplicationId)
            .SingleOrDefaultAsync(ct);

    // The issue of a part of an open offer is named by its batch, not by the offer.
    private static Task<OfferId?> Offer(SharesDb db, OfferId id, CancellationToken ct) =>
        db.Offers.Where(o => o.Id == id).Select(o => (OfferId?)o.Id).SingleOrDefaultAsync(ct);
}
