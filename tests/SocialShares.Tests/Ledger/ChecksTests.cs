using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Ledger;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Payouts;
using Account = SocialShares.Domain.Account;

namespace SocialShares.Tests.Ledger;

/// <summary>The checks are green when the books agree, and show which one does not.</summary>
public sealed class ChecksTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task All_hold_after_a_run_and_stripe_agrees(Engine engine)
    {
        await using var village = await AtStripe(engine, 12_000);

        var checks = await Checks(village, new Balance(5_000, 7_000));

        checks.ShouldAllBe(c => c.Holds == true);
        checks.Select(c => c.Code).ShouldBe(["entries-balance", "share-capital", "stripe-balance"], ignoreOrder: true);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_penny_too_few_at_stripe_is_seen(Engine engine)
    {
        await using var village = await AtStripe(engine, 12_000);

        var checks = await Checks(village, new Balance(5_000, 6_999));

        var stripe = checks.Single(c => c.Holds == false);
        (stripe.Code, stripe.Left.Minor, stripe.Right.Minor).ShouldBe(("stripe-balance", 12_000L, 11_999L));
    }

    [Theory]
    [EveryDatabase]
    public async Task Stripe_that_does_not_answer_is_unknown_and_not_green(Engine engine)
    {
        await using var village = await AtStripe(engine, 12_000);

        var checks = await Checks(village, new Balance(0, 0, Answers: false));

        checks.Single(c => c.Code == "stripe-balance").Holds.ShouldBeNull();
    }

    [Theory]
    [EveryDatabase]
    public async Task Money_that_the_other_side_does_not_know_is_seen_under_its_name(Engine engine)
    {
        await using var village = await Village.On(engine, [(1000, To.Bank)]);
        await Book(
            village,
            "platform",
            (Account.Escrow("ghost"), -300),
            (Account.Refunds("ghost"), -200),
            (Account.Enterprise("hallowby-shop"), -100),
            (Account.OwnFunds, 600)
        );
        await Book(
            village,
            "enterprise:hallowby-shop",
            (Account.Shares("A"), -7),
            (Account.PayableInterest, -5),
            (Account.Bank, 12)
        );

        var wrong = (await Checks(village, new Balance(0, 0))).Where(c => c.Holds == false);

        wrong
            .Select(c => (c.Code, c.Subject, c.Left.Minor, c.Right.Minor))
            .ShouldBe([
                ("escrow", "ghost", 300, 0),
                ("refunds-owed", "ghost", 200, 0),
                ("share-capital", "hallowby-shop A", 100_007, 100_000),
                ("payable-interest", "hallowby-shop", 5, 0),
                ("owed-to-enterprise", "hallowby-shop", 100, 0),
            ]);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_posting_changed_in_the_database_is_seen(Engine engine)
    {
        await using var village = await Village.On(engine, [(1000, To.Bank)]);
        await using var db = village.Open();
        await db
            .Postings.Where(p => p.Account == Account.Bank)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.AmountMinor, p => p.AmountMinor + 1), Ct);

        var checks = await Checks(village, new Balance(0, 0));

        checks.Single(c => c.Holds == false).Code.ShouldBe("entries-balance");
    }

    [Theory]
    [EveryDatabase]
    public async Task A_board_sees_the_checks_of_its_own_book_only(Engine engine)
    {
        await using var village = await Village.On(engine, [(1000, To.Bank)]);
        await Book(village, "enterprise:hallowby-shop-2", (Account.Shares("A"), -7), (Account.Bank, 7));
        await Book(village, "platform", (Account.Enterprise("hallowby-shop-2"), -100), (Account.OwnFunds, 100));

        var checks = await village.Do(
            new ReadEnterpriseChecks(village.Enterprise.Id),
            db => new ReadEnterpriseChecks.Handler(db, village.Clock)
        );

        checks.Select(c => c.Code).ShouldBe(["entries-balance", "share-capital"]);
        checks.ShouldAllBe(c => c.Holds == true);
    }

    [Theory]
    [EveryDatabase]
    public async Task The_journal_is_paged_through_without_gap_or_repeat(Engine engine)
    {
        await using var village = await Village.On(engine, [(1000, To.Bank)]);
        for (var i = 1; i <= 9; i++)
        {
            if (i % 4 == 0)
                village.Clock.Now = village.Clock.Now.AddMinutes(1);
            await Book(village, "platform", (Account.StripeAvailable, i), (Account.OwnFunds, -i));
        }

        var seen = new List<JournalRow>();
        JournalPage page;
        string? before = null;
        do
        {
            var request = new ListJournal(Book: "platform", Account: "assets:stripe", Before: before, Take: 2);
            page = await village.Do(request, db => new ListJournal.Handler(db));
            seen.AddRange(page.Entries);
            before = page.Next;
        } while (before is not null);

        seen.Count.ShouldBe(9);
        seen.Select(e => e.Id).Distinct().Count().ShouldBe(9);
        seen.Select(e => e.RecordedAt).ShouldBeInOrder(SortDirection.Descending);
        seen.ShouldAllBe(e => e.Postings.Sum(p => p.AmountMinor) == 0);
    }

    private static async Task<Village> AtStripe(Engine engine, long minor)
    {
        var village = await Village.On(engine, [(1000, To.Bank)]);
        await Book(
            village,
            "platform",
            (Account.StripePending, minor - 1),
            (Account.StripeAvailable, 1),
            (Account.OwnFunds, -minor)
        );
        return village;
    }

    private static async Task Book(Village village, string book, params (string Account, long Minor)[] lines)
    {
        await using var db = village.Open();
        db.Add(
            JournalEntry.Write(
                book,
                new BookedOn(new DateOnly(2026, 1, 15), village.Clock.Now),
                new Cause("test", Guid.NewGuid()),
                "Test",
                lines.Select(l => (l.Account, new Money(l.Minor, Currency.Gbp)))
            )
        );
        await db.SaveChangesAsync(Ct);
    }

    private static Task<IReadOnlyList<BookCheck>> Checks(Village village, Balance balance) =>
        village.Do(new ReadChecks(), db => new ReadChecks.Handler(db, balance, village.Clock));
}
