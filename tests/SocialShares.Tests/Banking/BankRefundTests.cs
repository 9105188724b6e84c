using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Banking;
using SocialShares.Features.Governance;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Banking;

/// <summary>Money that goes out by bank file: refunds and drawdowns, seen by the bank or sent back by it.</summary>
public sealed class BankRefundTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_refund_goes_by_a_file_of_two_people_and_is_reopened_when_the_bank_returns_it(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        var offer = await world.Open(Currency.Eur);
        var (application, transfer) = await bank.Choose(offer);
        await bank.Book(new Booked(5_000, transfer.Reference));
        (await application.By.Post($"{application.Path}/cancel")).ShouldSucceed();
        await world.Settle();
        (await bank.Wrong()).ShouldBeEmpty();

        await FourEyes(world);
        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Refunded);
        (await world.Ledger(Account.BankInTransit)).ShouldBe(-5_000);
        (await bank.Wrong()).ShouldBeEmpty();
        var order = (await bank.Orders()).Orders.Single();
        await bank.Book(new Booked(-5_000, EndToEnd: order.Id.Value.ToString("N")));
        (await world.Ledger(Account.BankInTransit)).ShouldBe(0);
        (await world.Ledger(Account.ClientMoney)).ShouldBe(0);
        (await bank.Wrong()).ShouldBeEmpty();

        await bank.Book(new Booked(5_000, EndToEnd: order.Id.Value.ToString("N"), Returned: "AC04"));
        var shown = await TestWorld.Show(application);
        shown.State.ShouldBe(ApplicationState.Refunding);
        shown.BankRefunds.Single().State.ShouldBe(BankOrderState.NeedsAccount);
        var mail = await world.InDatabase(db => db.SentMails.OrderBy(m => m.SentAt).LastAsync());
        mail.Subject.ShouldContain("sent your money");
        (await bank.Wrong()).ShouldBeEmpty();
        await NameAccount(application);
        await bank.SendFile();
        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Refunded);
        (await bank.Orders()).Orders.Single().Iban.ShouldBe("NL20INGB0001234567");
        (await bank.Wrong()).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_withdrawn_file_never_goes_and_its_orders_go_with_the_next(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        var (application, transfer) = await bank.Choose(await world.Open(Currency.Eur));
        await bank.Book(new Booked(2_000, transfer.Reference));
        (await application.By.Post($"{application.Path}/cancel")).ShouldSucceed();
        await world.Settle();
        var steward = await world.Administrator();
        await steward.Post("bank/files", new MakeBankFile.Body(Currency.Eur), Person.NoKey);
        (await steward.Post("bank/files", new MakeBankFile.Body(Currency.Eur))).ShouldBeRefused("client-file.nothing");

        (await steward.Post("bank/files/1/withdrawal")).ShouldSucceed();
        (await (await world.SecondAdministrator()).Post("bank/files/1/release")).ShouldBeRefused("client-file.decided");

        (await bank.SendFile()).No.ShouldBe(2);
        (await world.Ledger(Account.BankInTransit)).ShouldBe(-2_000);
        (await bank.Wrong()).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task Ideal_money_goes_back_by_bank_once_the_provider_cannot_pay_it_any_more(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        await world.Stripe.TopUp("eur", 100_000);
        var offer = await world.Open(
            Currency.Eur,
            t => t with { ClosesOn = t.OpensOn.AddDays(200), MinimumTargetMinor = 50 * TestWorld.Par }
        );
        var early = await world.Buy(offer, 5, method: "ideal");

        await world.End(offer);

        (await world.Show(offer)).State.ShouldBe(OfferState.Failed);
        var shown = await TestWorld.Show(early);
        shown.BankRefunds.Single().State.ShouldBe(BankOrderState.NeedsAccount);
        (await bank.Wrong()).ShouldBeEmpty();
        await NameAccount(early);
        await bank.SendFile();
        (await TestWorld.Show(early)).State.ShouldBe(ApplicationState.Refunded);
        (await bank.Wrong()).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_refund_that_the_provider_could_not_pay_is_reopened_and_goes_by_bank(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        await world.Stripe.TopUp("eur", 100_000);
        var offer = await world.Open(Currency.Eur);
        var application = await world.Buy(offer, 5, card: "4000000000005126");
        (await application.By.Post($"{application.Path}/cancel")).ShouldSucceed();
        await world.Settle();
        world.Clock.Move(TimeSpan.FromDays(2));
        await world.Settle();
        await world.RunAll(nameof(CheckPayments), nameof(BookFunds));
        await world.Settle();

        var shown = await TestWorld.Show(application);
        shown.State.ShouldBe(ApplicationState.Refunding);
        shown.BankRefunds.Single().State.ShouldBe(BankOrderState.NeedsAccount);
        (await bank.Wrong()).ShouldBeEmpty();
        await NameAccount(application);
        await bank.SendFile();
        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Refunded);
        (await bank.Wrong()).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_drawdown_is_split_by_where_the_money_lies(Engine engine)
    {
        var (world, bank) = await TestBank.Open(engine);
        await using var _ = world;
        await world.Stripe.TopUp("eur", 100_000);
        var enterprise = await world.RegisterEnterprise(Currency.Eur);
        var offer = await world.Open(by: enterprise);
        var (byBank, transfer) = await bank.Choose(offer, 10);
        await bank.Book(new Booked(10_000, transfer.Reference));
        await world.Buy(offer, 20);

        await world.End(offer);

        (await TestWorld.Show(byBank)).State.ShouldBe(ApplicationState.Issued);
        (await world.Show(offer)).State.ShouldBe(OfferState.Allotted);
        var drawdown = await world.InDatabase(db => db.Drawdowns.SingleAsync(d => d.OfferId == offer.Id));
        // 300.00 less 3 %; of it 100.00 less 3 % lies at the bank.
        (drawdown.AmountMinor, drawdown.BankMinor).ShouldBe((29_100L, 9_700L));
        (await bank.Wrong()).ShouldBeEmpty();
        var steward = await world.Administrator();
        (await steward.Post("bank/files", new MakeBankFile.Body(Currency.Eur))).ShouldBeRefused("client-file.nothing");
        await enterprise.Chair.Put(
            $"enterprises/{enterprise.Id}/bank-account",
            new UseBankAccount.Body("NL20INGB0001234567")
        );
        var file = await bank.SendFile();
        file.Minor.ShouldBe(9_700);
        (await world.Show(offer)).State.ShouldBe(OfferState.Completed);
        (await world.Ledger(Account.Enterprise(enterprise.Slug))).ShouldBe(0);
        (await world.Ledger(Book.Of(enterprise.Slug), Account.Bank)).ShouldBe(29_100);
        (await bank.Wrong()).ShouldBeEmpty();
        await world.MoneyShouldAddUp();
        await bank.Book(new Booked(-9_700, Text: "batch"));
        var item = (await bank.Work()).Items.Single();
        item.Files.ShouldBe([file.No]);
        (await steward.Post($"bank/work-list/{item.Id}/file", new MatchLineToFile.Body(file.No))).ShouldSucceed();
        (await world.Ledger(Account.BankInTransit)).ShouldBe(0);
        (await bank.Wrong()).ShouldBeEmpty();
    }

    private static async Task NameAccount(StartedApplication application)
    {
        var path = $"{application.Path}/refund-account";
        (await application.By.Put(path, new NameRefundAccount.Body("NL20INGB0001234568")))
            .ShouldBeRefused("iban.checksum")
            .Field.ShouldBe("iban");
        (await application.By.Put(path, new NameRefundAccount.Body("nl20 ingb 0001 2345 67"))).ShouldSucceed();
        (await application.By.Put(path, new NameRefundAccount.Body("NL20INGB0001234567"))).ShouldBeRefused(
            "bank-order.account-known"
        );
    }

    private static async Task FourEyes(TestWorld world)
    {
        var (first, second) = (await world.Administrator(), await world.SecondAdministrator());
        (await first.Post("bank/files", new MakeBankFile.Body(Currency.Eur))).ShouldSucceed();
        (await first.Post("bank/files/1/release")).ShouldBeRefused("client-file.own");
        (await second.Get("bank/files/1")).ShouldBeRefused("client-file.not-released");
        (await second.Post("bank/files/1/release")).ShouldSucceed();
        (await second.Post("bank/files/1/release")).ShouldBeRefused("client-file.decided");
        await world.Settle();
        var file = await first.Get("bank/files/1");
        file.Status.ShouldBe(HttpStatusCode.OK);
        (await second.Get("bank/files/1")).Text.ShouldBe(file.Text);
        file.Text.ShouldContain("<CtrlSum>50.00</CtrlSum>");
        file.Text.ShouldContain(TestBank.PayersAccount);
    }
}
