using SocialShares.Features.Banking;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Banking;

/// <summary>When two lines are the same payment, and when they are two.</summary>
public sealed class StatementLinesTests
{
    [Theory]
    [EveryDatabase]
    public async Task Equal_payments_without_a_name_on_statements_that_follow_each_other_are_two_and_a_month_knows_both(
        Engine engine
    )
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        var raffle = new Booked(500, Text: "raffle", BankReference: "");
        await Take(world, bank, bank.Write("08", "MORNING", 1, 0, 500, [raffle]));

        await Take(world, bank, bank.Write("08", "EVENING", 2, 500, 1_000, [raffle]));

        (await bank.Work()).Count.ShouldBe(2);
        (await bank.Work()).Differences.ShouldBeEmpty();
        (await world.Ledger(Account.ClientMoney)).ShouldBe(1_000);
        (await bank.Wrong()).ShouldBeEmpty();
        var month = (
            await Take(world, bank, bank.Write("08", "MONTH", null, 0, 1_000, [raffle, raffle]))
        ).Statements.Single();
        (month.NewLines, month.KnownLines).ShouldBe((0, 2));
        (await bank.Work()).Count.ShouldBe(2);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_line_of_nothing_stops_nobody(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        var (application, transfer) = await bank.Choose(await world.Open(Currency.Eur));

        await bank.Book(new Booked(0, Text: "interest of the quarter"), new Booked(5_000, transfer.Reference));

        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Paid);
        (await bank.Wrong()).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_payment_that_a_statement_with_a_gap_tells_again_in_other_words_is_not_paid_back_by_itself(
        Engine engine
    )
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        var (application, transfer) = await bank.Choose(await world.Open(Currency.Eur));
        await Take(
            world,
            bank,
            bank.Write("08", "DAY", 1, 0, 5_000, [new(5_000, transfer.Reference, BankReference: "D1")])
        );

        // The bank's list of the month has names of its own.
        await Take(
            world,
            bank,
            bank.Write("08", "MONTH", null, 0, 5_000, [new(5_000, transfer.Reference, BankReference: "M1")])
        );

        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Paid);
        (await bank.Orders()).Orders.ShouldBeEmpty();
        (await bank.Work()).Count.ShouldBe(1);
        (await bank.Work()).Differences.ShouldHaveSingleItem();
    }

    private static async Task<StatementsImported> Take(TestWorld world, TestBank bank, string file)
    {
        var taken = (await bank.Take(file)).As<StatementsImported>();
        await world.Settle();
        return taken;
    }
}
