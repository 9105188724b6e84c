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
);

internal static class EntryReading
{
    public static async Task<EntryRead> Read(SharesDb db, JournalEntryId id, CancellationToken ct)
    {
        var entry = await db.JournalEntries.AsNoTracking().Where(j => j.Id == id).Select(JournalRow.Of).SingleAsync(ct);
        var cause = entry.CauseId;
        var refund = new RefundId(cause);
        var drawdown = new DrawdownId(cause);
        ApplicationId? application = entry.CauseKind switch
        {
            "payment" or "payment-available" => new ApplicationId(cause),
            "refund-decided" or "refund-paid" or "refund-came-back" => await db
                .Refunds.Where(f => f.Id == refund)
                .Select(f => (ApplicationId?)f.ApplicationId)
                .SingleOrDefaultAsync(ct),
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
            await db.MovementMatches.Where(m => m.EntryId == id).Select(m => m.MovementId).SingleOrDefaultAsync(ct)
        );
    }

    // The issue of a part of an open offer is named by its batch, not by the offer.
    private static Task<OfferId?> Offer(SharesDb db, OfferId id, CancellationToken ct) =>
        db.Offers.Where(o => o.Id == id).Select(o => (OfferId?)o.Id).SingleOrDefaultAsync(ct);
}
