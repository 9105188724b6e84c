using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Banking;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Banking;

/// <summary>Somebody lets their bank be debited and transfers the money as well: it is taken once.</summary>
public sealed class TransferBesideDebitTests
{
    [Theory]
    [EveryDatabase]
    public async Task While_a_bank_is_being_asked_a_transfer_is_neither_offered_nor_taken(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        var application = await world.Apply(await world.Open(Currency.Eur));
        await world.Stripe.Pay(await world.Session(application), "sepa_debit");
        await world.Settle();

        (await TestWorld.Show(application)).MayPayByTransfer.ShouldBeFalse();
        (await application.By.Post($"{application.Path}/bank-transfer", key: Person.NoKey)).ShouldBeRefused(
            "bank-transfer.debit-under-way"
        );
        await Days(world, 9);
        (await TestWorld.Show(application)).State.ShouldBeOneOf(ApplicationState.Paid, ApplicationState.Confirmed);
        (await bank.Wrong()).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task Debited_on_a_page_that_could_not_be_closed_in_time_the_transfer_comes_back(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        var application = await world.Apply(await world.Open(Currency.Eur));
        var session = await world.Session(application);
        var transfer = await ChooseWhileStripeIsDown(world, application);
        await world.Stripe.Pay(session, "sepa_debit");
        await world.Stripe.NoFaults();
        await Days(world, 9);
        (await TestWorld.Show(application)).State.ShouldBeOneOf(ApplicationState.Paid, ApplicationState.Confirmed);

        await bank.Book(new Booked(5_000, transfer.Reference));

        (await bank.Orders()).Orders.Select(o => (o.Kind, o.AmountMinor)).ShouldBe([(BankOrderKind.Late, 5_000L)]);
        (await world.InDatabase(db => db.Payments.CountAsync())).ShouldBe(1);
        (await bank.SendFile()).Minor.ShouldBe(5_000);
        (await bank.Wrong()).ShouldBeEmpty();
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_debit_that_the_bank_refuses_leaves_the_transfer_its_time(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        var application = await world.Apply(await world.Open(Currency.Eur));
        var session = await world.Session(application);
        var transfer = await ChooseWhileStripeIsDown(world, application);
        await world.Stripe.Pay(session, "sepa_debit", iban: LocalStripe.RefusingIban);
        await world.Stripe.NoFaults();
        await Days(world, 8);
        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.AwaitingPayment);

        await bank.Book(new Booked(5_000, transfer.Reference));

        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Paid);
        (await bank.Wrong()).ShouldBeEmpty();
        await world.MoneyShouldAddUp();
    }

    private static async Task<BankTransferShown> ChooseWhileStripeIsDown(
        TestWorld world,
        StartedApplication application
    )
    {
        await world.Stripe.Fault(
            new
            {
                on = "request",
                kind = "error500",
                operation = "CheckoutSessions_expire",
                times = 3,
            }
        );
        return (
            await application.By.Post($"{application.Path}/bank-transfer", key: Person.NoKey)
        ).As<BankTransferShown>();
    }

    private static async Task Days(TestWorld world, int days)
    {
        for (var day = 0; day < days; day++)
        {
            world.Clock.Move(TimeSpan.FromDays(1));
            await world.Settle();
            await world.RunAll(nameof(CheckPayments), nameof(BookFunds));
            await world.Settle();
        }
    }
}
