using FsCheck;
using FsCheck.Fluent;

namespace SocialShares.Domain.Tests;

/// <summary>Every event books entries that balance, and events that undo each other leave nothing behind.</summary>
public sealed class BookingsTests
{
    private static readonly BookedOn On = new(
        new DateOnly(2026, 2, 1),
        new DateTime(2026, 2, 1, 9, 0, 0, DateTimeKind.Utc)
    );

    private static readonly Arbitrary<(long Amount, long Fee)> Amounts = (
        from amount in Gen.OneOf(Gen.Choose(1, 1_000), Gen.Choose(1, int.MaxValue))
        from fee in Gen.Choose(0, amount - 1)
        select ((long)amount, (long)fee)
    ).ToArbitrary();

    [Fact]
    public void Every_event_balances_in_each_book_whatever_the_amounts() =>
        Prop.ForAll(
                Amounts,
                x =>
                {
                    foreach (var entry in Story(x.Amount, x.Fee))
                    {
                        entry.Postings.Sum(p => p.AmountMinor).ShouldBe(0);
                        entry.Postings.ShouldAllBe(p => p.AmountMinor != 0);
                        entry.Postings.Select(p => p.No).ShouldBe(Enumerable.Range(1, entry.Postings.Count));
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void After_issue_and_drawdown_nobody_owes_anybody() =>
        Prop.ForAll(
                Amounts,
                x =>
                {
                    var balances = Balances(Story(x.Amount, x.Fee).Take(5));

                    balances.GetValueOrDefault("platform liabilities:escrow:shop-offer").ShouldBe(0);
                    balances.GetValueOrDefault("platform liabilities:enterprises:shop").ShouldBe(0);
                    balances.GetValueOrDefault("enterprise:shop assets:platform:shop-offer").ShouldBe(0);
                    balances["enterprise:shop equity:shares:A"].ShouldBe(-x.Amount);
                    balances.GetValueOrDefault("enterprise:shop assets:bank").ShouldBe(x.Amount - x.Fee);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_voided_run_leaves_nothing_in_the_book()
    {
        var run = Run(5499);

        var balances = Balances([Bookings.InterestDeclared(run, "shop", On), Bookings.InterestVoided(run, "shop", On)]);

        balances.Values.ShouldAllBe(minor => minor == 0);
    }

    [Fact]
    public void Interest_paid_and_left_in_clears_what_was_owed()
    {
        var run = Run(5499);
        var file = new BankFile(BankFileId.New(), run, 1, (2, 4500), [1], "00", On.At);

        var balances = Balances([
            Bookings.InterestDeclared(run, "shop", On),
            Bookings.PaidByBankFile(file, (Money.Zero(Currency.Gbp), Account.PayableRedemptions), "shop", On),
            Bookings.Reinvested(Guid.NewGuid(), new Money(900, Currency.Gbp), "A", "shop", On),
        ]);

        balances["enterprise:shop liabilities:payable:interest"].ShouldBe(-99, "the remainder stays owed");
    }

    [Fact]
    public void An_entry_that_does_not_balance_cannot_be_written() =>
        Should.Throw<InvariantBroken>(() => Write((Account.Bank, 5), (Account.ShareInterest, -4)));

    [Fact]
    public void An_entry_of_nothing_cannot_be_written() =>
        Should.Throw<InvariantBroken>(() => Write((Account.Bank, 0), (Account.ShareInterest, 0)));

    [Fact]
    public void Pounds_do_not_balance_euros() =>
        Should.Throw<InvariantBroken>(() =>
            JournalEntry.Write(
                Book.Platform,
                On,
                new Cause("test", Guid.NewGuid()),
                "Test",
                (Account.Bank, new Money(5, Currency.Gbp)),
                (Account.Bank, new Money(-5, Currency.Eur))
            )
        );

    private static JournalEntry Write(params (string Account, long Minor)[] lines) =>
        JournalEntry.Write(
            Book.Platform,
            On,
            new Cause("test", Guid.NewGuid()),
            "Test",
            lines.Select(l => (l.Account, new Money(l.Minor, Currency.Gbp)))
        );

    // A payment, issued, drawn down and made available; and a refund that came back.
    private static IEnumerable<JournalEntry> Story(long amount, long fee)
    {
        var (offer, enterprise) = (OfferId.New(), EnterpriseId.New());
        var receipt = new PaymentReceipt("pi_1", "ch_1", "card", fee / 2, On.At, On.At);
        var payment = new Payment(new ApplicationId(Guid.NewGuid()), offer, new Money(amount, Currency.Gbp), receipt);
        var issue = new Issue(
            offer,
            "shop-offer",
            "shop",
            "Shares",
            [(Account.Shares("A"), new Money(amount, Currency.Gbp))],
            new Money(fee, Currency.Gbp)
        );
        yield return Bookings.PaymentSucceeded(payment, "shop-offer", On);
        var (platform, own) = Bookings.Issued(issue, On);
        yield return platform;
        yield return own;
        var owed = new Money(amount - fee, Currency.Gbp);
        var drawdown = new Drawdown(DrawdownId.New(), offer, enterprise, owed, On.At);
        (platform, own) = Bookings.DrawnDown(drawdown, "shop-offer", "shop", On);
        yield return platform;
        yield return own;
        yield return Bookings.PaymentAvailable(payment, On);
        var refund = new Refund(RefundId.New(), payment, "cancelled", On.At);
        yield return Bookings.RefundDecided(refund, "shop-offer", On);
        yield return Bookings.RefundPaid(refund, "shop-offer", On);
        yield return Bookings.RefundCameBack(refund, "shop-offer", On);
    }

    private static Dictionary<string, long> Balances(IEnumerable<JournalEntry> entries) =>
        entries
            .SelectMany(e => e.Postings.Select(p => (Key: $"{e.Book} {p.Account}", p.AmountMinor)))
            .GroupBy(p => p.Key)
            .ToDictionary(g => g.Key, g => g.Sum(p => p.AmountMinor));

    private static PayoutRun Run(long total)
    {
        var by = new Signature(PersonId.New(), "Ann", On.At);
        var shareClass = ShareClass.Define(
            ShareClassId.New(),
            EnterpriseId.New(),
            "A",
            new ShareTerms(100, Currency.Gbp, 50_000, 0, true)
        );
        var terms = new InterestTerms(new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31), 30_000, On.Day);
        var declaration = InterestDeclaration.Declare(DeclarationId.New(), shareClass, terms, by, On.Day);
        return PayoutRun.Calculate(PayoutRunId.New(), "2026-0001", declaration, Currency.Gbp, (3, total), by);
    }
}
