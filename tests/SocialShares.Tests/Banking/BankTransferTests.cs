using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Banking;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Banking;

/// <summary>Paying by bank transfer: a reference, parts, too much, too late.</summary>
public sealed class BankTransferTests
{
    [Theory]
    [EveryDatabase]
    public async Task Choosing_a_transfer_gives_a_reference_and_closes_the_payment_page(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        var offer = await world.Open(Currency.Eur);
        var before = await world.Apply(offer);
        var session = await world.Session(before);

        var chosen = (await before.By.Post($"{before.Path}/bank-transfer", key: Person.NoKey)).As<BankTransferShown>();
        var again = (await before.By.Post($"{before.Path}/bank-transfer", key: Person.NoKey)).As<BankTransferShown>();
        await world.Settle();

        again.ShouldBe(chosen);
        CreditorReference.TryParse(chosen.Reference, out var _).ShouldBeTrue();
        (chosen.Iban, chosen.AccountName).ShouldBe((TestBank.Account, "Stichting Dorpsgeld"));
        (chosen.AmountMinor, chosen.MissingMinor).ShouldBe((5_000L, 5_000L));
        chosen.DueOn.ShouldBe(LegalDay.Of(world.Clock.Now, "Europe/Amsterdam").AddDays(10));
        chosen.QrText!.ShouldContain($"EUR50.00\n\n{chosen.Reference}");
        var shown = await TestWorld.Show(before);
        (shown.State, shown.CheckoutUrl).ShouldBe((ApplicationState.AwaitingPayment, null));
        ((string?)(await world.Stripe.Pay(session))["status"]).ShouldNotBe("paid");
        var mail = await world.InDatabase(db => db.SentMails.OrderBy(m => m.SentAt).LastAsync());
        mail.Text.ShouldContain(Iban.Parse(TestBank.Account).Grouped);
        (await bank.Wrong()).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task Without_an_account_or_without_time_a_transfer_is_refused(Engine engine)
    {
        var (world, _) = await TestBank.Open(engine);
        await using var __ = world;
        var pounds = await world.Apply(await world.Open(Currency.Gbp));
        var soon = await world.Apply(await world.Open(Currency.Eur, t => t with { ClosesOn = t.OpensOn.AddDays(1) }));

        (await pounds.By.Post($"{pounds.Path}/bank-transfer")).ShouldBeRefused("bank-transfer.no-account");
        (await soon.By.Post($"{soon.Path}/bank-transfer")).ShouldBeRefused("bank-transfer.closing-soon");
        (await pounds.By.Get($"{pounds.Path}/bank-transfer")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Theory]
    [EveryDatabase]
    public async Task Money_that_names_the_reference_pays_the_application(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        var offer = await world.Open(Currency.Eur);
        var (structured, first) = await bank.Choose(offer);
        var (written, second) = await bank.Choose(offer, 3);
        CreditorReference.TryParse(second.Reference, out var grouped).ShouldBeTrue();

        await bank.Book(
            new Booked(5_000, first.Reference),
            new Booked(3_000, Text: $"shares {grouped.ToString().ToLowerInvariant()} thanks")
        );

        var shown = await TestWorld.Show(structured);
        (shown.State, shown.Method).ShouldBe((ApplicationState.Paid, "bank-transfer"));
        (await TestWorld.Show(written)).State.ShouldBe(ApplicationState.Paid);
        (await world.Ledger(Account.ClientMoney)).ShouldBe(8_000);
        (await world.Ledger(Account.Escrow(offer.Slug))).ShouldBe(-8_000);
        (await bank.Wrong()).ShouldBeEmpty();
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task Parts_gather_and_what_is_too_much_goes_back(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        var offer = await world.Open(Currency.Eur);
        var (application, transfer) = await bank.Choose(offer);

        await bank.Book(new Booked(2_000, transfer.Reference));
        var part = (await application.By.Get($"{application.Path}/bank-transfer")).As<BankTransferShown>();
        (part.ReceivedMinor, part.MissingMinor, part.State).ShouldBe((2_000L, 3_000L, BankTransferState.Open));
        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.AwaitingPayment);
        (await bank.Wrong()).ShouldBeEmpty();

        await bank.Book(new Booked(4_500, transfer.Reference));
        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Paid);
        var excess = (await bank.Orders()).Orders.Single();
        (excess.Kind, excess.AmountMinor, excess.Iban).ShouldBe((BankOrderKind.Excess, 1_500L, TestBank.PayersAccount));
        (await bank.Wrong()).ShouldBeEmpty();

        await bank.Book(new Booked(1_000, transfer.Reference));
        (await bank.Orders()).Orders.Select(o => o.Kind).ShouldBe([BankOrderKind.Excess, BankOrderKind.Late]);
        (await bank.Wrong()).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task What_came_before_the_deadline_passed_goes_back_and_what_comes_after_it_too(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        var offer = await world.Open(Currency.Eur, t => t with { ClosesOn = t.OpensOn.AddDays(60) });
        var (application, transfer) = await bank.Choose(offer);
        await bank.Book(new Booked(2_000, transfer.Reference));

        world.Clock.Move(TimeSpan.FromDays(12));
        await world.RunAll(nameof(CheckPayments));
        await world.Settle();
        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.AwaitingPayment);

        world.Clock.Move(TimeSpan.FromDays(3));
        await world.RunAll(nameof(CheckPayments));
        await world.Settle();
        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Expired);
        (await bank.Wrong()).ShouldBeEmpty();

        await bank.Book(new Booked(3_000, transfer.Reference));
        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Expired);
        var orders = (await bank.Orders()).Orders;
        orders
            .Select(o => (o.Kind, o.AmountMinor, o.State))
            .ShouldBe([
                (BankOrderKind.GivenUp, 2_000L, BankOrderState.Ready),
                (BankOrderKind.Late, 3_000L, BankOrderState.Ready),
            ]);
        (await world.Show(offer)).State.ShouldBe(OfferState.Open);
        (
            await world.InDatabase(db =>
                db.Offers.Where(o => o.Id == offer.Id).Select(o => o.UnitsReserved).SingleAsync()
            )
        ).ShouldBe(0);
        (await bank.Wrong()).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task Giving_up_before_all_has_come_pays_back_each_part_to_its_account(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        var (application, transfer) = await bank.Choose(await world.Open(Currency.Eur));
        await bank.Book(
            new Booked(1_000, transfer.Reference),
            new Booked(1_500, transfer.Reference, Name: "Owen Teller", Iban: "NL20INGB0001234567")
        );

        (await application.By.Post($"{application.Path}/cancel")).ShouldSucceed();
        await world.Settle();

        (await bank.Orders())
            .Orders.Select(o => (o.AmountMinor, o.Iban))
            .ShouldBe([(1_000L, TestBank.PayersAccount), (1_500L, "NL20INGB0001234567")], ignoreOrder: true);
        (await bank.Wrong()).ShouldBeEmpty();
        await bank.SendFile();
        (await bank.Wrong()).ShouldBeEmpty();
    }
}
