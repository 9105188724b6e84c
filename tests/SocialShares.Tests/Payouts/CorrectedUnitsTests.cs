using Microsoft.EntityFrameworkCore;
using SocialShares.Tests.Databases;

namespace SocialShares.Tests.Payouts;

/// <summary>Interest of units after the register was corrected.</summary>
public sealed class CorrectedUnitsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task A_correction_of_younger_units_takes_no_interest_from_the_older_ones(Engine engine)
    {
        // Shares earn from their second year: those of 2 December 2024 for thirty days of 2025, younger ones not yet.
        await using var village = await Village.On(engine, [(1_000, To.Bank)], startsAfterYears: 1);
        var more = await Append(village, EntryKind.Issue, 500, new DateOnly(2025, 6, 1));
        await Append(village, EntryKind.Correction, -400, new DateOnly(2025, 7, 1), more.Id);

        await village.Calculate(await village.Declare());

        await using var db = village.Open();
        (await db.PayoutLines.SingleAsync(Ct)).UnitDays.ShouldBe(1_000 * 30);
    }

    private static async Task<RegisterEntry> Append(
        Village village,
        EntryKind kind,
        long units,
        DateOnly day,
        RegisterEntryId? corrects = null
    )
    {
        await using var db = village.Open();
        var last = await db.RegisterEntries.AsNoTracking().OrderByDescending(e => e.Number).FirstAsync(Ct);
        var entry = new RegisterChain(village.Enterprise.Id, last.Number, last.Hash).Append(
            new EntryFacts(
                village.Class.Id,
                null,
                village.Class.ParValueMinor,
                village.Members[0].Id,
                kind,
                units,
                new BookedOn(day, village.Clock.Now),
                new EntrySource("Test", Guid.NewGuid()),
                corrects
            )
        );
        db.Add(entry);
        await db.SaveChangesAsync(Ct);
        return entry;
    }
}
