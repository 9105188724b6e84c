using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Banking;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Banking;

/// <summary>A payer disputes a payment whose money is on its way back already: they get it once.</summary>
public sealed class DisputedRefundTests
{
    // Stripe pays the refund, and a day later the bank sends it back.
    private const string CardWhoseRefundFails = "4000000000005126";
    private const string Mine = "NL20INGB0001234567";

    [Theory]
    [EveryDatabase]
    public async Task A_refund_in_a_bank_file_does_not_go_when_its_payers_bank_takes_the_money(Engine engine)
    {
        var (world, bank, application) = await Cancelled(engine);
        await using var _ = world;
        await RefundFails(world);
        (
            await application.By.Put($"{application.Path}/refund-account", new NameRefundAccount.Body(Mine))
        ).ShouldSucceed();
        var other = await Excess(world, bank);
        await Make(world);

        var dispute = await world.Stripe.Dispute(await Charge(world, application));
        await world.Settle();

        var second = await world.SecondAdministrator();
        (await second.Post("bank/files/1/release")).ShouldBeRefused("client-file.contested");
        (await second.Post("bank/files/1/withdrawal")).ShouldSucceed();
        (await bank.SendFile()).Minor.ShouldBe(other);
        (await bank.Wrong()).ShouldBeEmpty();
        await world.Stripe.Decide(dispute, "lost");
        await world.Settle();
        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Refunded);
        (await bank.Orders()).Ready.ShouldBeEmpty();
        (await bank.Wrong()).ShouldBeEmpty();
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task What_waited_for_a_bank_file_goes_after_all_when_the_bank_decides_for_us(Engine engine)
    {
        var (world, bank, application) = await Cancelled(engine);
        await using var _ = world;
        await RefundFails(world);
        var dispute = await world.Stripe.Dispute(await Charge(world, application));
        await world.Settle();
        (await bank.Orders()).Orders.ShouldBeEmpty();

        await world.Stripe.Decide(dispute, "won");
        await world.Settle();
        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Refunded);
        await RefundFails(world);

        (
            await application.By.Put($"{application.Path}/refund-account", new NameRefundAccount.Body(Mine))
        ).ShouldSucceed();
        (await bank.SendFile()).Minor.ShouldBe(5_000);
        // The dispute is told of again, as it is each night.
        await world.RunAll(nameof(CheckDisputes));
        await world.Settle();
        (await bank.Orders()).Ready.ShouldBeEmpty();
        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Refunded);
        (await bank.Wrong()).ShouldBeEmpty();
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase("lost")]
    [EveryDatabase("open")]
    public async Task A_refund_that_fails_after_the_bank_took_the_money_is_not_paid_again(Engine engine, string decided)
    {
        var (world, bank, application) = await Cancelled(engine);
        await using var _ = world;
        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Refunded);
        var dispute = await world.Stripe.Dispute(await Charge(world, application), amount: 5_000);
        await world.Settle();
        if (decided == "lost")
            await world.Stripe.Decide(dispute, "lost");
        await world.Settle();

        await RefundFails(world);
        if (decided == "open")
        {
            (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Refunding);
            (await bank.Wrong()).ShouldBeEmpty();
            await world.Stripe.Decide(dispute, "lost");
            await world.Settle();
        }

        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Refunded);
        (await bank.Orders()).Orders.ShouldBeEmpty();
        (await world.Ledger(Account.Refunds(await Slug(world, application)))).ShouldBe(0);
        (await world.Ledger(Account.Disputes)).ShouldBe(0);
        (await bank.Wrong()).ShouldBeEmpty();
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_dispute_that_the_platform_bore_and_wins_in_the_end_costs_it_nothing(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        await world.Stripe.TopUp("eur", 100_000);
        var application = await world.Buy(await world.Open(Currency.Eur));
        (await application.By.Post($"{application.Path}/cancel")).ShouldSucceed();
        await world.Settle();
        var dispute = await world.Stripe.Dispute(await Charge(world, application), amount: 5_000);
        await world.Settle();
        await world.Stripe.Decide(dispute, "lost");
        await world.Settle();
        var lost = await world.Ledger(Account.DisputeExpense);

        await world.Stripe.Decide(dispute, "won");
        await world.Settle();
        await world.RunAll(nameof(BookFunds));

        (lost - await world.Ledger(Account.DisputeExpense)).ShouldBeGreaterThanOrEqualTo(5_000);
        (await world.Ledger(Account.Disputes)).ShouldBe(0);
        (await bank.Wrong()).ShouldBeEmpty();
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task Whoever_typed_an_account_does_not_release_the_file_that_pays_to_it(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        var (first, second) = (await world.Administrator(), await world.SecondAdministrator());
        await bank.Book(new Booked(600, Iban: null));
        var item = (await bank.Work()).Items.Single();
        (await second.Post($"bank/work-list/{item.Id}/send-back", new SendLineBack.Body(Mine))).ShouldSucceed();
        await Make(world);

        (await second.Post("bank/files/1/release")).ShouldBeRefused("client-file.own-account");
        (await first.Get("bank/files/1/payments.csv")).Text.ShouldContain(
            $"{Mine},600,EUR,SentBack,,administrator,InFile"
        );
        (await second.Get("audit")).Text.ShouldContain("4567");
    }

    private static async Task<(TestWorld World, TestBank Bank, StartedApplication Application)> Cancelled(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await world.Stripe.TopUp("eur", 100_000);
        var application = await world.Buy(await world.Open(Currency.Eur), 5, card: CardWhoseRefundFails);
        (await application.By.Post($"{application.Path}/cancel")).ShouldSucceed();
        await world.Settle();
        return (world, bank, application);
    }

    private static async Task RefundFails(TestWorld world)
    {
        world.Clock.Move(TimeSpan.FromDays(2));
        await world.Settle();
        await world.RunAll(nameof(CheckPayments), nameof(BookFunds));
        await world.Settle();
    }

    // Somebody else's money in the same file.
    private static async Task<long> Excess(TestWorld world, TestBank bank)
    {
        var (_, transfer) = await bank.Choose(await world.Open(Currency.Eur));
        await bank.Book(new Booked(5_300, transfer.Reference));
        return 300;
    }

    private static async Task Make(TestWorld world) =>
        (
            await (await world.Administrator()).Post("bank/files", new MakeBankFile.Body(Currency.Eur), Person.NoKey)
        ).ShouldSucceed();

    private static Task<string> Charge(TestWorld world, StartedApplication application) =>
        world.InDatabase(db =>
            db.Payments.Where(p => p.ApplicationId == application.Id).Select(p => p.ProviderCharge).SingleAsync()
        );

    private static Task<string> Slug(TestWorld world, StartedApplication application) =>
        world.InDatabase(db =>
            db.Applications.Where(a => a.Id == application.Id)
                .Join(db.Offers, a => a.OfferId, o => o.Id, (_, o) => o.Slug)
                .SingleAsync()
        );
}
