using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Data.Bulk;

namespace SocialShares.Features.Register;

/// <summary>The one way in which entries come into a register.</summary>
public static class RegisterBook
{
    /// <summary>
    /// Writes entries at the end of an enterprise's register, in the order given, within the command's transaction, and
    /// holds the register until the commit: another command that writes to it waits. They stand in the database at once,
    /// by the bulk path; holders who are new must stand there before (<see cref="BulkInsert"/>), certificates come after.
    /// </summary>
    /// <returns>The entries with their numbers, in the order given.</returns>
    public static async Task<IReadOnlyList<RegisterEntry>> AppendToRegister(
        this SharesDb db,
        EnterpriseId enterprise,
        IEnumerable<EntryFacts> entries,
        CancellationToken ct
    )
    {
        await db.HoldRegister(enterprise, ct);
        var chain = await db.EndOfRegister(enterprise, ct);
        List<RegisterEntry> chained = [.. entries.Select(chain.Append)];
        await BulkInsert.Insert(db, chained, ct);
        return chained;
    }

    /// <summary>Holds the enterprise's row until the commit. Taken last of all rows but those of applications and offers, so that nobody waits in a circle.</summary>
    public static Task<int> HoldRegister(this SharesDb db, EnterpriseId enterprise, CancellationToken ct) =>
        // A write that changes nothing: it locks on every engine, and other readers of the version see no change.
        db
            .Enterprises.Where(e => e.Id == enterprise)
            .ExecuteUpdateAsync(s => s.SetProperty(e => e.Version, e => e.Version), ct);

    private static async Task<RegisterChain> EndOfRegister(
        this SharesDb db,
        EnterpriseId enterprise,
        CancellationToken ct
    )
    {
        var last = await db
            .RegisterEntries.Where(e => e.EnterpriseId == enterprise)
            .OrderByDescending(e => e.Number)
            .Select(e => new { e.Number, e.Hash })
            .FirstOrDefaultAsync(ct);
        return last is null ? RegisterChain.Begin(enterprise) : new RegisterChain(enterprise, last.Number, last.Hash);
    }
}
