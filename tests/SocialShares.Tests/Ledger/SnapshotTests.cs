using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Ledger;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Payouts;
using Account = SocialShares.Domain.Account;

namespace SocialShares.Tests.Ledger;

/// <summary>Balances come from a snapshot and what followed it, and are what adding up all entries gives.</summary>
public sealed class SnapshotTests
{
    private static readonly string[] Accounts =
    [
        Account.StripePending,
        Account.StripeAvailable,
        Account.OwnFunds,
        Account.Escrow("hallowby-shop"),
        Account.Escrow("hallowby-shop-2"),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Whatever_is_booked_and_whenever_it_is_kept_balances_equal_all_entries_added_up(Engine engine)
    {
        await using var village = await Village.On(engine, [(1000, To.Bank)]);
        var chance = new Random(20301);
        for (var step = 0; step < 60; step++)
        {
            village.Clock.Now = village.Clock.Now.AddMinutes(chance.Next(0, 50));
            if (chance.Next(5) == 0)
                await Take(village);
            else
                await Book(village, chance);
            if (step % 6 == 0)
                await ShouldEqualReplay(village, chance);
        }

        await using var db = village.Open();
        (await db.LedgerSnapshots.CountAsync(Ct)).ShouldBeGreaterThan(3);
        await Verify(village);
        (await db.LedgerSnapshotChecks.AllAsync(c => c.DiffersMinor == 0 && c.EntriesMissed == 0, Ct)).ShouldBeTrue();
        (await db.LedgerSnapshotChecks.AnyAsync(Ct)).ShouldBeTrue();
    }

    [Theory]
    [EveryDatabase]
    public async Task Entries_of_the_last_hour_are_in_no_snapshot_and_nothing_new_needs_none(Engine engine)
    {
        await using var village = await Village.On(engine, [(1000, To.Bank)]);
        village.Clock.Now = village.Clock.Now.AddDays(1);
        var chance = new Random(1);
        await Book(village, chance);
        village.Clock.Now = village.Clock.Now.AddMinutes(60);
        await Book(village, chance);

        var atTheCut = await Take(village);
        village.Clock.Now = village.Clock.Now.AddTicks(10);
        var first = await Take(village);
        var again = await Take(village);
        village.Clock.Now = village.Clock.Now.AddHours(2);
        var second = await Take(village);
        village.Clock.Now = village.Clock.Now.AddHours(2);
        var nothingNew = await Take(village);

        await using var db = village.Open();
        var entries = await db.LedgerSnapshots.OrderBy(s => s.CutAt).Select(s => s.Entries).ToListAsync(Ct);
        (atTheCut is null, again, nothingNew).ShouldBe((false, null, null));
        (first is not null, second is not null).ShouldBe((true, true));
        // What the village began with; then the entry whose hour is over; then the other one.
        (entries[1] - entries[0], entries[2] - entries[1]).ShouldBe((1, 1));
        await ShouldEqualReplay(village, chance);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_snapshot_that_is_not_what_the_entries_say_is_found_and_balances_are_added_up_instead(
        Engine engine
    )
    {
        await using var village = await Village.On(engine, [(1000, To.Bank)]);
        village.Clock.Now = village.Clock.Now.AddDays(1);
        await Book(village, new Random(2));
        village.Clock.Now = village.Clock.Now.AddHours(2);
        await Take(village);
        await using var db = village.Open();
        var wrong = db.LedgerSnapshotBalances.Where(b =>
            b.Account == Account.OwnFunds || b.Account == Account.StripePending
        );
        await wrong.ExecuteUpdateAsync(s => s.SetProperty(b => b.BalanceMinor, b => b.BalanceMinor + 5), Ct);
        var believed = await Balances(village);
        var before = await Check(village);

        await Verify(village);

        var check = await Check(village);
        var replayed = await Replay(village);
        believed.ToHashSet().SetEquals(replayed).ShouldBeFalse();
        before.ShouldBeNull();
        (check!.Holds, check.Left.Minor > 0).ShouldBe((false, true));
        (await Balances(village)).ShouldBe(replayed, ignoreOrder: true);
        // The next one is made of the entries, not of the wrong one.
        await Book(village, new Random(3));
        village.Clock.Now = village.Clock.Now.AddHours(2);
        await Take(village);
        await Verify(village);
        (await Check(village))!.Holds.ShouldBe(true);
        (await Balances(village)).ShouldBe(await Replay(village), ignoreOrder: true);
    }

    private static async Task ShouldEqualReplay(Village village, Random chance)
    {
        (await Balances(village)).ShouldBe(await Replay(village), ignoreOrder: true);
        await using var db = village.Open();
        var day = DateOnly.FromDateTime(village.Clock.Now).AddDays(-chance.Next(3));
        var expected = (await new LedgerBalances(db).Replay(new WhichAccounts(), until: null, Ct)).ToDictionary(
            b => (b.Book, b.Account, b.Currency),
            _ => 0L
        );
        var sums = await (
            from j in db.JournalEntries
            join p in db.Postings on j.Id equals p.EntryId
            where j.OccurredOn <= day
            select new
            {
                j.Book,
                p.Account,
                p.Currency,
                p.AmountMinor,
            }
        ).ToListAsync(Ct);
        foreach (var p in sums)
            expected[(p.Book, p.Account, p.Currency)] += p.AmountMinor;
        var on = await village.Do(new ListBalances(On: day), d => new ListBalances.Handler(d));
        on.Accounts.ToDictionary(b => (b.Book, b.Account, b.Currency), b => b.Minor)
            .ShouldBe(expected, ignoreOrder: true);
        var escrow = await village.Do(
            new ListBalances("platform", "liabilities:escrow:"),
            d => new ListBalances.Handler(d)
        );
        escrow.Accounts.ShouldAllBe(a => a.Book == "platform" && a.Account.StartsWith("liabilities:escrow:"));
    }

    private static async Task<List<AccountBalance>> Balances(Village village)
    {
        await using var db = village.Open();
        return await new LedgerBalances(db).Now(new WhichAccounts(), Ct);
    }

    private static async Task<List<AccountBalance>> Replay(Village village)
    {
        await using var db = village.Open();
        return await new LedgerBalances(db).Replay(new WhichAccounts(), until: null, Ct);
    }

    [Theory]
    [EveryDatabase]
    public async Task An_entry_that_does_not_balance_is_still_seen_when_a_snapshot_has_it(Engine engine)
    {
        await using var village = await Village.On(engine, [(1000, To.Bank)]);
        village.Clock.Now = village.Clock.Now.AddDays(1);
        await Book(village, new Random(4));
        await using var db = village.Open();
        var entry = await db.JournalEntries.OrderByDescending(j => j.RecordedAt).Select(j => j.Id).FirstAsync(Ct);
        var posting = await db.Postings.Where(p => p.EntryId == entry).Select(p => p.Account).FirstAsync(Ct);
        await db
            .Postings.Where(p => p.EntryId == entry && p.Account == posting)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.AmountMinor, p => p.AmountMinor + 1), Ct);
        village.Clock.Now = village.Clock.Now.AddHours(2);
        (await Take(village)).ShouldNotBeNull();

        await Verify(village);

        var checks = await village.Do(
            new ReadChecks(),
            v => new ReadChecks.Handler(v, new Balance(0, 0), village.Clock)
        );
        checks.Where(c => c.Code == "entries-balance").ShouldContain(c => c.Holds == false);
    }

    private static async Task<BookCheck?> Check(Village village)
    {
        var checks = await village.Do(
            new ReadChecks(),
            db => new ReadChecks.Handler(db, new Balance(0, 0), village.Clock)
        );
        return checks.SingleOrDefault(c => c is { Code: "snapshot-equals-replay", Subject: "GBP" });
    }

    private static Task<LedgerSnapshotId?> Take(Village village) =>
        village.Do(new TakeSnapshot(), db => new TakeSnapshot.Handler(db, village.Clock));

    private static async Task Verify(Village village)
    {
        await using var db = village.Open();
        await new VerifySnapshot.Handler(db, new Keeps(village)).Handle(new VerifySnapshot(), Ct);
    }

    // Two to four amounts on accounts of one book, sometimes in the other currency, dated up to three days back.
    private static async Task Book(Village village, Random chance)
    {
        await using var db = village.Open();
        var currency = chance.Next(4) == 0 ? Currency.Eur : Currency.Gbp;
        var names = Accounts.OrderBy(_ => chance.Next()).Take(chance.Next(2, 5)).ToList();
        var amounts = names.Skip(1).Select(_ => (long)chance.Next(1, 10_000)).ToList();
        var now = village.Clock.GetUtcNow().UtcDateTime;
        db.Add(
            JournalEntry.Write(
                chance.Next(3) == 0 ? "enterprise:hallowby-shop" : "platform",
                new BookedOn(DateOnly.FromDateTime(now).AddDays(-chance.Next(4)), now),
                new Cause("test", Guid.NewGuid()),
                "Test",
                names.Zip(amounts.Prepend(-amounts.Sum()), (n, a) => (n, new Money(a, currency)))
            )
        );
        await db.SaveChangesAsync(Ct);
    }

    /// <summary>Runs the one command that a delivery sends, as the pipeline does.</summary>
    private sealed class Keeps(Village village) : IMediator
    {
        public async Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken ct = default)
        {
            var done = await village.Do(
                (KeepSnapshotCheck)(object)request,
                db => new KeepSnapshotCheck.Handler(db, village.Clock)
            );
            return (TResponse)(object)done;
        }

        public Task Send(IRequest request, CancellationToken ct = default) => throw new NotSupportedException();

        public Task Publish(object notification, CancellationToken ct = default) => throw new NotSupportedException();

        public Task Publish<TNotification>(TNotification notification, CancellationToken ct = default)
            where TNotification : INotification => throw new NotSupportedException();
    }
}
