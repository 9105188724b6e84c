using FsCheck;
using FsCheck.Fluent;

namespace SocialShares.Domain.Tests;

/// <summary>What holds of every transfer, every chain of statements and every reference.</summary>
public sealed class BankMoneyTests
{
    private static readonly Signature Steward = new(PersonId.New(), "Ada", Offers.Noon);

    [Fact]
    public void Whatever_comes_is_kept_or_goes_back_and_never_more_is_kept_than_was_asked() =>
        Prop.ForAll(
                Gen.Choose(1, 9_000).NonEmptyListOf().ToArbitrary(),
                parts =>
                {
                    var transfer = Transfer();
                    var (kept, back) = (0L, 0L);
                    foreach (var part in parts)
                    {
                        var (some, rest) = transfer.Receive(part);
                        (kept, back) = (kept + some, back + rest);
                    }
                    return kept + back == parts.Sum()
                        && kept == Math.Min(5_000, parts.Sum())
                        && kept == transfer.ReceivedMinor
                        && (transfer.State == BankTransferState.Paid) == (parts.Sum() >= 5_000);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void What_had_come_goes_back_once_when_it_is_given_up_and_all_that_comes_later_too()
    {
        var transfer = Transfer();
        transfer.Receive(2_000);

        transfer.GiveUp().ShouldBe(2_000);
        transfer.GiveUp().ShouldBe(0);
        transfer.Receive(3_000).ShouldBe((0L, 3_000L));
        transfer.State.ShouldBe(BankTransferState.GivenUp);
    }

    [Fact]
    public void Statements_that_follow_each_other_have_no_gap_in_whatever_order_they_come() =>
        Prop.ForAll(
                Gen.Zip(Gen.Choose(-500, 500), Gen.Choose(0, 1)).NonEmptyListOf().ToArbitrary(),
                Gen.Choose(0, 1_000_000).ToArbitrary(),
                (days, seed) =>
                {
                    var links = Links([.. days.Select(d => ((long)d.Item1, d.Item2))]);
                    var shuffled = links.OrderBy(l => HashCode.Combine(l.Id, seed)).ToList();
                    return StatementChain.Gaps(shuffled).Count == 0
                        && StatementChain.Closing(shuffled) == links[^1].ClosingMinor;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void All_gaps_and_all_lines_together_are_the_closing_balance() =>
        Prop.ForAll(
                Gen.Zip(Gen.Choose(-500, 500), Gen.Choose(-500, 500)).NonEmptyListOf().ToArbitrary(),
                balances =>
                {
                    var links = balances
                        .Select(
                            (b, i) => new ChainLink(StatementId.New(), Offers.Opens.AddDays(i), null, b.Item1, b.Item2)
                        )
                        .ToList();
                    return StatementChain.Gaps(links).Sum(g => g.Minor) + links.Sum(l => l.NewMinor)
                        == StatementChain.Closing(links);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_statement_that_is_missing_is_one_gap_at_the_next()
    {
        var links = Links([(100, 1), (200, 1), (300, 1)]);

        StatementChain.Gaps([links[2], links[0]]).ShouldBe([(links[2].Id, 200L)]);
    }

    [Theory]
    [InlineData(0, 10, 10)]
    [InlineData(5, 10, 5)]
    [InlineData(2, 10, 2)]
    [InlineData(null, 10, 10)]
    public void Money_is_due_some_days_from_now_and_never_after_the_last_day_of_the_offer(
        int? closes,
        int days,
        int due
    )
    {
        var closesOn = closes is { } n && n > 0 ? Offers.Opens.AddDays(n) : default(DateOnly?);

        TransferTime.DueOn(Offers.Opens, closesOn, days).ShouldBe(Offers.Opens.AddDays(due));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_transfer_is_refused_when_it_would_come_too_late(int closes) =>
        Offers
            .Code(() => TransferTime.DueOn(Offers.Opens, Offers.Opens.AddDays(closes), 10))
            .ShouldBe("bank-transfer.closing-soon");

    [Fact]
    public void A_reference_is_found_however_it_is_written_and_two_are_two()
    {
        var (one, two) = (CreditorReference.Of("123456789012"), CreditorReference.Of("210987654321"));
        var spaced = one.ToString().ToLowerInvariant();

        PaymentReferences.In(Line(one.Value, "")).ShouldBe([one.Value]);
        PaymentReferences.In(Line(null, $"my shares {spaced}, thanks")).ShouldBe([one.Value]);
        PaymentReferences.In(Line(null, $"RF{spaced}")).ShouldBe([one.Value]);
        PaymentReferences.In(Line(one.Value, spaced)).ShouldBe([one.Value]);
        PaymentReferences.In(Line(one.Value, two.Value)).ShouldBe([one.Value, two.Value]);
        PaymentReferences.In(Line("RF00123456789012", "RF 12")).ShouldBeEmpty();
    }

    [Fact]
    public void Whoever_makes_a_file_does_not_release_it()
    {
        var file = new ClientFile(ClientFileId.New(), 1, (1, new Money(1, Currency.Eur)), [], "", Steward);

        Offers.Code(() => file.Release(Steward)).ShouldBe("client-file.own");
        file.Release(new Signature(PersonId.New(), "Bo", Offers.Noon));
        Offers.Code(() => file.Withdraw(Steward)).ShouldBe("client-file.decided");
        file.State.ShouldBe(ClientFileState.Released);
    }

    [Fact]
    public void A_returned_order_is_owed_by_a_new_one_that_asks_for_an_account()
    {
        var payee = new Payee("Iris", "NL20INGB0001234567");
        var order = new BankOrder(
            BankOrderKind.Late,
            Guid.NewGuid(),
            Account.Refunds("shop"),
            new Money(500, Currency.Eur),
            payee,
            "shop",
            Offers.Noon
        );
        order.Take(ClientFileId.New());
        order.Send(Offers.Noon);

        var next = order.Return("AC04", Offers.Noon);
        order.See(Offers.Noon);

        (order.State, order.IsOnItsWay).ShouldBe((BankOrderState.Returned, false));
        (next.State, next.Attempt, next.CauseId).ShouldBe((BankOrderState.NeedsAccount, 1, order.CauseId));
        next.EndToEndId.ShouldNotBe(order.EndToEndId);
    }

    private static BankTransfer Transfer()
    {
        var offer = Offers.Open();
        var application = Application.Start(ApplicationId.New(), offer, null, PersonId.New(), 5_000, Offers.Noon);
        return new BankTransfer(
            application,
            Currency.Gbp,
            CreditorReference.Of("123456789012"),
            Offers.Opens.AddDays(10),
            Offers.Noon
        );
    }

    // Each statement a day after the one before, or of the same day, and it begins where that one ended.
    private static List<ChainLink> Links((long Minor, int Days)[] statements)
    {
        var (links, balance, day) = (new List<ChainLink>(), 0L, Offers.Opens);
        for (var i = 0; i < statements.Length; i++)
        {
            balance += statements[i].Minor;
            day = day.AddDays(statements[i].Days);
            links.Add(new ChainLink(StatementId.New(), day, i + 1, balance, statements[i].Minor));
        }
        return links;
    }

    private static StatementLine Line(string? reference, string text)
    {
        var facts = new StatementFacts("S", 1, 0, 100, Offers.Opens);
        var statement = new AccountStatement(
            Iban.Parse("NL91ABNA0417164300"),
            Currency.Eur,
            facts,
            ("a.xml", ""),
            Steward
        );
        return new StatementLine(
            statement,
            Offers.Opens,
            new Money(100, Currency.Eur),
            null,
            new PaymentText(null, reference, text, null, null, null),
            isReversal: false,
            "key"
        );
    }
}
