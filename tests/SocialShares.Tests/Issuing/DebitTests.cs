using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Holdings;
using SocialShares.Features.Issuing;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;
using Account = SocialShares.Domain.Account;

namespace SocialShares.Tests.Issuing;

/// <summary>Direct debits: the bank answers in days, and can take it back for weeks.</summary>
[Collection(nameof(OneWorld))]
public sealed class DebitTests
{
    private static readonly TimeSpan BanksTime = TimeSpan.FromDays(8);

    [Theory]
    [EveryDatabase]
    public async Task Units_are_held_until_the_bank_has_paid_and_the_money_is_nobodys_before(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open(Currency.Eur);
        var application = await Debited(world, offer, 7);
        world.Clock.Move(SubmitApplication.Hold + TimeSpan.FromMinutes(1));
        await world.RunAll(nameof(CheckPayments));
        await world.Settle();

        var asked = await TestWorld.Show(application);
        (asked.State, asked.DebitSince is null, asked.Method).ShouldBe((ApplicationState.AwaitingPayment, false, null));
        (await world.Show(offer)).UnitsReserved.ShouldBe(7);
        (await world.Ledger(Account.Debits(offer.Slug))).ShouldBe(-7 * TestWorld.Par);
        (await world.Ledger(Account.Escrow(offer.Slug))).ShouldBe(0);
        await world.MoneyShouldAddUp();
        await world.ChecksShouldHold();

        world.Clock.Move(BanksTime);
        await world.Settle();

        var paid = await TestWorld.Show(application);
        (paid.State, paid.Method).ShouldBe((ApplicationState.Paid, "sepa_debit"));
        paid.HeldThrough.ShouldBe(LegalDay.Of(world.Clock.Now, offer.By.Zone).AddDays(DebitRules.UsualDays));
        (await world.Ledger(Account.Debits(offer.Slug))).ShouldBe(0);
        (await Mails(world, application)).ShouldBe(["Your bank is being asked", "We have your money for"], Starts);
        await world.MoneyShouldAddUp();
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_refused_debit_gives_the_units_back_and_books_nothing_in_the_end(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open(Currency.Eur);
        var application = await Debited(world, offer, 7, LocalStripe.RefusingIban);
        world.Clock.Move(BanksTime);
        await world.Settle();

        var refused = await TestWorld.Show(application);
        (refused.State, refused.DebitRefusedAt is null).ShouldBe((ApplicationState.Expired, false));
        (await world.Show(offer)).UnitsReserved.ShouldBe(0);
        (await world.Ledger(Account.Debits(offer.Slug))).ShouldBe(0);
        (await Mails(world, application)).ShouldBe(["Your bank is being asked", "Your bank did not pay"], Starts);
        await world.MoneyShouldAddUp();
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task Nothing_is_lost_when_no_event_ever_comes(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        await world.Stripe.Fault(
            new
            {
                on = "delivery",
                kind = "drop",
                times = 1000,
            }
        );
        var offer = await world.Open(Currency.Eur);
        await world.Stripe.TopUp("eur", 10_000);
        var (good, bad) = (
            await Debited(world, offer, 7, awaited: false),
            await Debited(world, offer, 3, LocalStripe.RefusingIban, awaited: false)
        );
        var givenUp = await Debited(world, offer, 2, awaited: false);
        (await givenUp.By.Post($"{givenUp.Path}/cancel")).ShouldSucceed();
        for (var day = 0; day < 9; day++)
        {
            world.Clock.Move(TimeSpan.FromDays(1));
            await world.Settle();
            await world.RunAll(nameof(CheckPayments));
            await world.Settle();
        }

        (await TestWorld.Show(good)).State.ShouldBeOneOf(ApplicationState.Paid, ApplicationState.Confirmed);
        (await TestWorld.Show(bad)).State.ShouldBe(ApplicationState.Expired);
        (await TestWorld.Show(givenUp)).State.ShouldBe(ApplicationState.Refunded);
        await world.MoneyShouldAddUp();
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_debit_of_an_application_that_was_given_up_goes_back_when_the_bank_pays(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        await world.Stripe.TopUp("eur", 100_000);
        var offer = await world.Open(Currency.Eur);
        var application = await Debited(world, offer, 7);
        (await application.By.Post($"{application.Path}/cancel")).ShouldSucceed();
        await world.Settle();
        var between = await TestWorld.Show(application);
        (await world.Show(offer)).UnitsReserved.ShouldBe(0);
        await world.MoneyShouldAddUp();
        world.Clock.Move(BanksTime);
        await world.Settle();
        await world.RunAll(nameof(CheckPayments));
        await world.Settle();

        between.State.ShouldBe(ApplicationState.Cancelled);
        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Refunded);
        await world.MoneyShouldAddUp();
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_closed_offer_waits_for_banks_and_the_money_of_debits_follows_when_it_is_safe(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open(Currency.Eur);
        await world.Buy(offer, 5);
        world.Clock.Move(TimeSpan.FromDays(9));
        var application = await Debited(world, offer, 7);
        await world.End(offer);
        var waiting = await world.Show(offer);
        world.Clock.Move(BanksTime);
        await world.End(offer);
        world.Clock.Move(TimeSpan.FromDays(5));
        await world.End(offer);

        waiting.State.ShouldBe(OfferState.Closed);
        var issued = await TestWorld.Show(application);
        issued.State.ShouldBe(ApplicationState.Issued);
        (await world.Show(offer)).State.ShouldBe(OfferState.Completed);
        var drawdowns = await Drawdowns(world, offer);
        drawdowns
            .Select(d => (d.Part, d.AmountMinor, d.SentAt is null))
            .ShouldBe([
                (DrawdownPart.AtOnce, 12 * TestWorld.Par * 97 / 100 - 7 * TestWorld.Par, false),
                (DrawdownPart.Held, 7 * TestWorld.Par, true),
            ]);
        drawdowns[1].NotBefore.ShouldBe(issued.HeldThrough!.Value.AddDays(1));
        await world.MoneyShouldAddUp();

        world.Clock.Move(TimeSpan.FromDays(DebitRules.UsualDays));
        await world.Settle();

        (await Drawdowns(world, offer)).ShouldAllBe(d => d.SentAt != null);
        (await world.Ledger(Account.Enterprise(offer.By.Slug))).ShouldBe(0);
        await world.MoneyShouldAddUp();
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task What_a_debit_bought_is_neither_passed_on_nor_paid_back_before_the_banks_last_day(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (ann, bea) = (await world.SignUp(), await world.SignUp());
        var shares = await world.IssueShares(
            [(ann, 5)],
            currency: Currency.Eur,
            during: async offer =>
            {
                await Debited(world, offer, 7, by: ann);
                world.Clock.Move(BanksTime);
                await world.Settle();
            }
        );
        var choices = await Choices(world, shares, ann);

        choices.Units.ShouldBe(12);
        (choices.FreeUnits, choices.HeldUnits).ShouldBe((5, 7));
        (await world.TryWithdraw(shares, ann, 6)).ShouldBeRefused("withdrawal.units");
        (await world.TryTransfer(shares, ann, bea.Email, 6)).ShouldBeRefused("transfer.units");
        var through = choices.HeldThrough!.Value.ToDateTime(new TimeOnly(23, 0), DateTimeKind.Utc);
        world.Clock.Move(through.AddDays(1) - world.Clock.Now);
        await world.Settle();
        (await Choices(world, shares, ann)).FreeUnits.ShouldBe(12);
        (await world.TryWithdraw(shares, ann, 6)).ShouldSucceed();
        (await world.TryTransfer(shares, ann, bea.Email, 6)).ShouldSucceed();
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task Bonds_that_a_debit_bought_stay_with_their_holder_as_shares_do(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (ann, bea) = (await world.SignUp(), await world.SignUp());
        var offer = await world.OpenBonds();
        var series = (await world.Show(offer)).Series.Single().Id;
        await world.Buy(offer, 5, ann, series: series);
        await Debited(world, offer, 7, by: ann, series: series);
        world.Clock.Move(BanksTime);
        await world.Settle();
        await world.End(offer);
        world.Clock.Move(TimeSpan.FromDays(8));
        await world.End(offer);
        var issued = new IssuedSeries(series, offer);
        var holder = await world.HolderOf(offer.By.Id, ann);

        (await world.TryRecord(issued, holder, bea.Email, 6, on: null)).ShouldBeRefused("transfer.units");
        (await world.TryRecord(issued, holder, bea.Email, 5, on: null)).ShouldSucceed();
    }

    private static async Task<StartedApplication> Debited(
        TestWorld world,
        DraftedOffer offer,
        long units,
        string iban = LocalStripe.GoodIban,
        Person? by = null,
        bool awaited = true,
        BondSeriesId? series = null
    )
    {
        var application = await world.Apply(offer, units, by, series: series);
        var answer = await world.Stripe.Pay(await world.Session(application), "sepa_debit", iban: iban);
        ((string?)answer["status"]).ShouldBe("processing");
        await world.Settle();
        if (awaited)
            (await TestWorld.Show(application)).DebitSince.ShouldNotBeNull();
        return application;
    }

    private static Task<List<Drawdown>> Drawdowns(TestWorld world, DraftedOffer offer) =>
        world.InDatabase(db =>
            db.Drawdowns.AsNoTracking().Where(d => d.OfferId == offer.Id).OrderBy(d => d.Part).ToListAsync()
        );

    private static async Task<SharesHeld> Choices(TestWorld world, IssuedShares shares, Person person) =>
        (await person.Get($"holdings/{(await world.HolderOf(shares.By.Id, person)).Id}/choices"))
            .As<HoldingChoices>()
            .Shares.Single();

    private static Task<List<string>> Mails(TestWorld world, StartedApplication application) =>
        world.InDatabase(db =>
            db.SentMails.Where(m => m.To == application.By.Email)
                .OrderBy(m => m.SentAt)
                .ThenBy(m => m.Id)
                .Select(m => m.Subject)
                .ToListAsync()
        );

    private static IEqualityComparer<string> Starts { get; } =
        EqualityComparer<string>.Create(
            (a, b) => a!.StartsWith(b!, StringComparison.Ordinal) || b!.StartsWith(a, StringComparison.Ordinal),
            _ => 0
        );
}
