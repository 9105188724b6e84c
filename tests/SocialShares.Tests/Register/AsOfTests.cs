using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Register;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Payouts;

namespace SocialShares.Tests.Register;

/// <summary>The register of any day is the replay of the entries valid by then; a transfer day belongs to the receiver.</summary>
public sealed class AsOfTests
{
    private const int Holders = 8;
    private const int Transfers = 60;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase(1)]
    [EveryDatabase(2)]
    public async Task The_register_of_every_day_is_the_replay_of_its_entries(Engine engine, int seed)
    {
        await using var village = await Village.On(
            engine,
            [.. Enumerable.Range(1, Holders).Select(no => (100L * no, To.Bank))]
        );
        var random = new Random(seed);
        var first = Village.From.AddDays(-30);
        var held = village.Members.ToDictionary(m => m.Id, m => 100L * m.Number);
        var journal = village.Members.Select(m => (On: first, m.Id, Units: 100L * m.Number)).ToList();
        var on = first;
        for (var no = 0; no < Transfers; no++)
        {
            on = on.AddDays(random.Next(3));
            var (giver, receiver) = Pair(random, village);
            var units = random.NextInt64(1, held[giver] + 1);
            await Transfer(village, giver, receiver, units, on);
            (held[giver], held[receiver]) = (held[giver] - units, held[receiver] + units);
            journal.AddRange([(on, giver, -units), (on, receiver, units)]);
            if (held.Values.Count(u => u > 0) < 2)
                break;
        }

        for (var day = first.AddDays(-1); day <= on.AddDays(1); day = day.AddDays(1))
        {
            var page = await village.Do(
                new ReadRegister(village.Enterprise.Id, AsOf: day),
                db => new ReadRegister.Handler(db, village.Clock)
            );
            var replayed = village.Members.ToDictionary(
                m => m.Id,
                m => journal.Where(e => e.Id == m.Id && e.On <= day).Sum(e => e.Units)
            );
            foreach (var row in page.Members)
                row.Units.ShouldBe(replayed[row.MemberId], $"no. {row.Number} on {day}");
            page.Members.Count.ShouldBe(day < first ? 0 : Holders);
            page.Members.Sum(m => m.Units ?? 0).ShouldBe(day < first ? 0 : 100L * Holders * (Holders + 1) / 2);
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task On_the_day_of_a_transfer_the_receiver_holds_and_the_giver_does_not(Engine engine)
    {
        await using var village = await Village.On(engine, [(100, To.Bank), (5, To.Bank)]);
        var (giver, receiver) = (village.Members[0].Id, village.Members[1].Id);
        var day = Village.From.AddDays(40);
        await Transfer(village, giver, receiver, 100, day);

        (await Units(village, day.AddDays(-1))).ShouldBe([100, 5]);
        (await Units(village, day)).ShouldBe([0, 105]);
    }

    private static async Task<IReadOnlyList<long?>> Units(Village village, DateOnly day)
    {
        var page = await village.Do(
            new ReadRegister(village.Enterprise.Id, AsOf: day),
            db => new ReadRegister.Handler(db, village.Clock)
        );
        return [.. page.Members.Select(m => m.Units)];
    }

    private static (MemberId Giver, MemberId Receiver) Pair(Random random, Village village)
    {
        // Somebody who has something, and somebody else: found by trying, because most have something.
        using var db = village.Open();
        var units = db
            .RegisterEntries.GroupBy(e => e.MemberId)
            .Select(g => new { g.Key, Units = g.Sum(e => e.Units) })
            .ToDictionary(g => g.Key, g => g.Units);
        var givers = village.Members.Where(m => units[m.Id] > 0).ToList();
        var giver = givers[random.Next(givers.Count)];
        var others = village.Members.Where(m => m.Id != giver.Id).ToList();
        return (giver.Id, others[random.Next(others.Count)].Id);
    }

    private static async Task Transfer(Village village, MemberId giver, MemberId receiver, long units, DateOnly on)
    {
        await using var db = village.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        var source = new EntrySource("Transfer", Guid.NewGuid());
        var booked = new BookedOn(on, village.Clock.Now);
        await db.AppendToRegister(
            village.Enterprise.Id,
            [
                new EntryFacts(village.Class, giver, EntryKind.TransferOut, -units, booked, source),
                new EntryFacts(village.Class, receiver, EntryKind.TransferIn, units, booked, source),
            ],
            Ct
        );
        await transaction.CommitAsync(Ct);
    }
}
