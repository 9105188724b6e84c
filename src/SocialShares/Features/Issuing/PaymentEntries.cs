using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Ledger;

namespace SocialShares.Features.Issuing;

/// <summary>What one payment booked in the platform's own book, from its debit to its refund and its disputes.</summary>
internal static class PaymentEntries
{
    /// <summary>The entries, oldest first. A debit that its bank refused became no payment and is not among them.</summary>
    public static async Task<IReadOnlyList<EntryRead>> Of(
        SharesDb db,
        Payment payment,
        List<Refund> refunds,
        CancellationToken ct
    )
    {
        var disputes = db.Disputes.Where(d => d.ApplicationId == payment.ApplicationId);
        var disputed = await disputes.Select(d => d.Id).ToListAsync(ct);
        var moved = await db
            .DisputeMovements.Where(m => disputed.Contains(m.DisputeId))
            .Select(m => m.Id)
            .ToListAsync(ct);
        Guid[] causes =
        [
            payment.ApplicationId.Value,
            .. refunds.SelectMany(f => Enumerable.Range(0, f.Attempt + 1).Select(f.CauseOf)),
            .. disputed.Select(d => d.Value),
            ProviderCause.IdOf(payment.ProviderCharge),
            .. moved.Select(ProviderCause.IdOf),
        ];
        string[] kinds =
        [
            "payment",
            "payment-available",
            "refund-decided",
            "refund-paid",
            "refund-came-back",
            ProviderCause.Debit,
            ProviderCause.DisputeMovement,
            DisputeBookings.Lost,
            DisputeBookings.WonLate,
            DisputeBookings.InPlaceOfRefund,
        ];
        var ids = await db
            .JournalEntries.Where(j =>
                j.Book == Book.Platform && kinds.Contains(j.CauseKind) && causes.Contains(j.CauseId)
            )
            .OrderBy(j => j.RecordedAt)
            .Select(j => j.Id)
            .ToListAsync(ct);
        var entries = new List<EntryRead>();
        foreach (var id in ids)
            entries.Add(await EntryReading.Read(db, id, ct));
        return entries;
    }
}
