using SocialShares.Features.Banking;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;
using SocialShares.Tests.Reconciling;

namespace SocialShares.Tests.Banking;

/// <summary>Payments that nobody knows, and what a person does about them.</summary>
public sealed class WorkListTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_payer_without_reference_is_proposed_and_a_person_confirms(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        var steward = await world.Administrator();
        var offer = await world.Open(Currency.Eur);
        var (application, transfer) = await bank.Choose(offer);
        await bank.Choose(offer, 7);
        await bank.Book(new Booked(5_000, "RF18000000000000", "for the shop"));
        var item = (await bank.Work()).Items.Single();
        var path = $"bank/work-list/{item.Id}/match";

        item.Proposals[0].ApplicationId.ShouldBe(application.Id);
        (item.Proposals[0].SameAmount, item.Proposals[0].SameName).ShouldBe((true, true));
        (await world.Ledger(Account.Unidentified)).ShouldBe(-5_000);
        (await bank.Wrong()).ShouldBeEmpty();
        (await steward.Post(path, new MatchLine.Body(ApplicationId.New()))).ShouldBeRefused("work-list.no-transfer");
        (await steward.Post(path, new MatchLine.Body(application.Id))).ShouldSucceed();
        (await steward.Post(path, new MatchLine.Body(application.Id))).ShouldBeRefused("work-list.not-awaited");
        await world.Settle();

        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Paid);
        (await world.Ledger(Account.Unidentified)).ShouldBe(0);
        (await bank.Work()).Count.ShouldBe(0);
        (await bank.Wrong()).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_line_that_names_two_applications_pays_neither_by_itself(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        var offer = await world.Open(Currency.Eur);
        var (_, one) = await bank.Choose(offer);
        var (_, two) = await bank.Choose(offer);

        await bank.Book(new Booked(5_000, one.Reference, two.Reference));

        (await bank.Work()).Items.Single().AmountMinor.ShouldBe(5_000);
        (await bank.Wrong()).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task Money_is_sent_back_to_where_it_came_from_and_nowhere_else(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        var steward = await world.Administrator();
        await bank.Book(new Booked(500), new Booked(600, Iban: null));
        var items = (await bank.Work()).Items;

        (
            await steward.Post($"bank/work-list/{items[0].Id}/send-back", new SendLineBack.Body(TestBank.Account))
        ).ShouldSucceed();
        (await steward.Post($"bank/work-list/{items[1].Id}/send-back", new SendLineBack.Body())).ShouldBeRefused(
            "work-list.account-missing"
        );
        (
            await steward.Post($"bank/work-list/{items[1].Id}/send-back", new SendLineBack.Body("NL20INGB0001234567"))
        ).ShouldSucceed();

        (await bank.Orders())
            .Orders.Select(o => (o.AmountMinor, o.Iban))
            .ShouldBe([(500L, TestBank.PayersAccount), (600L, "NL20INGB0001234567")]);
        (await bank.Work()).Count.ShouldBe(0);
        (await bank.Wrong()).ShouldBeEmpty();
        await bank.SendFile();
        (await world.Ledger(Account.Unidentified)).ShouldBe(0);
        (await world.Ledger(Account.BankInTransit)).ShouldBe(-1_100);
        (await bank.Wrong()).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task What_is_no_payers_is_explained_with_a_reason(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        var steward = await world.Administrator();
        await bank.Book(new Booked(-250, Text: "fees of the month", Name: null, Iban: null), new Booked(900));
        var items = (await bank.Work()).Items;
        var (fee, payout) = (items.Single(i => i.AmountMinor < 0), items.Single(i => i.AmountMinor > 0));
        var own = new ExplainLine.Body(LineMeaning.OwnMoney, "fees, see the bank's tariff");

        (
            await steward.Post($"bank/work-list/{fee.Id}/send-back", new SendLineBack.Body("NL20INGB0001234567"))
        ).ShouldBeRefused("work-list.went-out");
        (await steward.Post($"bank/work-list/{fee.Id}/explain", own with { Reason = "x" })).ShouldBeMalformed(
            "reason",
            "field.length"
        );
        (await steward.Post($"bank/work-list/{fee.Id}/explain", own)).ShouldSucceed();
        (await steward.Post($"bank/work-list/{fee.Id}/explain", own)).ShouldBeRefused("work-list.decided");
        (
            await steward.Post(
                $"bank/work-list/{payout.Id}/explain",
                new ExplainLine.Body(LineMeaning.OwnMoney, "put in by the foundation")
            )
        ).ShouldSucceed();

        (await world.Ledger(Account.OwnFunds)).ShouldBe(250 - 900);
        (await world.Ledger(Account.Unidentified)).ShouldBe(0);
        (await bank.Wrong()).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_payout_of_stripe_is_on_its_way_until_a_statement_shows_it(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        var steward = await world.Administrator();
        await world.Stripe.TopUp("eur", 4_000);
        await world.Stripe.PayOut("eur");

        await world.RunAll(nameof(BookFunds), nameof(BookFunds));
        (await world.Ledger(Account.FromStripe)).ShouldBe(4_000);
        (await world.Ledger(Account.StripeAvailable)).ShouldBe(0);
        await bank.Book(new Booked(4_000, Text: "STRIPE PAYOUT", Name: "Stripe", Iban: null));
        var item = (await bank.Work()).Items.Single();
        (
            await steward.Post(
                $"bank/work-list/{item.Id}/explain",
                new ExplainLine.Body(LineMeaning.Provider, "payout of this week, see Stripe")
            )
        ).ShouldSucceed();

        (await world.Ledger(Account.FromStripe)).ShouldBe(0);
        (await world.Ledger(Account.ClientMoney)).ShouldBe(4_000);
        (await bank.Wrong()).ShouldBeEmpty();
        world.Clock.Move(Agreement.OnItsWay + TimeSpan.FromMinutes(1));
        await world.Reconcile();
        (await world.OpenDifferences()).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_payout_that_the_bank_refuses_is_in_the_balance_again(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        await world.Stripe.TopUp("eur", 4_000);
        var payout = await world.Stripe.PayOut("eur");
        await world.RunAll(nameof(BookFunds));

        await world.Stripe.RefusePayout(payout);
        await world.RunAll(nameof(BookFunds));

        (await world.Ledger(Account.FromStripe)).ShouldBe(0);
        (await world.Ledger(Account.StripeAvailable)).ShouldBe(4_000);
        (await bank.Wrong()).ShouldBeEmpty();
        world.Clock.Move(Agreement.OnItsWay + TimeSpan.FromMinutes(1));
        await world.Reconcile();
        (await world.OpenDifferences()).ShouldBeEmpty();
    }
}
