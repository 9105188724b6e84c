using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Issuing;
using SocialShares.Features.Register;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Issuing;

/// <summary>The whole life of an offer over HTTP: what is answered, stored, booked and sent.</summary>
[Collection(nameof(OneWorld))]
public sealed class OfferLifeTests
{
    private const long Par = TestWorld.Par;

    [Theory]
    [EveryDatabase]
    public async Task An_offer_goes_from_draft_to_money_in_the_hands_of_the_enterprise(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open(Currency.Eur);
        var byCard = await world.Buy(offer, 7);
        var byIdeal = await world.Buy(offer, 9, method: "ideal");

        await world.End(offer);

        var shown = await world.Show(offer);
        shown.State.ShouldBe(OfferState.Completed);
        shown
            .Steps.Select(s => s.State)
            .ShouldBe([
                OfferState.Draft,
                OfferState.InReview,
                OfferState.Approved,
                OfferState.Open,
                OfferState.Closed,
                OfferState.Allotted,
                OfferState.Completed,
            ]);
        (await TestWorld.Show(byCard)).ShouldSatisfyAllConditions(
            a => a.State.ShouldBe(ApplicationState.Issued),
            a => a.AllottedUnits.ShouldBe(7),
            a => a.Method.ShouldBe("card")
        );
        (await TestWorld.Show(byIdeal)).Method.ShouldBe("ideal");
        (await byIdeal.By.Get("portfolio")).As<IReadOnlyList<HoldingCard>>().ShouldHaveSingleItem().Units.ShouldBe(9);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task Allotment_writes_register_certificates_and_both_books(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var first = await world.Buy(offer, 7);
        world.Clock.Move(TimeSpan.FromMinutes(1));
        await world.Buy(offer, 4);

        await world.End(offer);

        var entries = await world.InDatabase(db =>
            db.RegisterEntries.Where(e => e.EnterpriseId == offer.By.Id).OrderBy(e => e.Number).ToListAsync()
        );
        entries
            .Select(e => (e.Number, e.Units, e.Kind, e.PriceMinor))
            .ShouldBe([(1, 7, EntryKind.Issue, Par), (2, 4, EntryKind.Issue, Par)]);
        entries[0].SourceId.ShouldBe(first.Id.Value);
        (await world.InDatabase(db => db.Certificates.CountAsync(c => c.EnterpriseId == offer.By.Id))).ShouldBe(2);
        var own = Book.Of(offer.By.Slug);
        (await world.Ledger(own, Account.Shares("A"))).ShouldBe(-11 * Par);
        (await world.Ledger(own, Account.PlatformFeeExpense)).ShouldBe(11 * Par * 3 / 100);
        (await world.Ledger(own, Account.AtPlatform(offer.Slug))).ShouldBe(0);
        (await world.Ledger(Account.Enterprise(offer.By.Slug))).ShouldBe(0);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_payment_is_booked_and_told_by_mail(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();

        var application = await world.Buy(offer, 5);

        var shown = await TestWorld.Show(application);
        shown.ReflectionEndsOn.ShouldBe(LegalDay.Of(world.Clock.Now, offer.By.Zone).AddDays(4));
        shown.CanCancel.ShouldBeTrue();
        (await world.Ledger(Account.Escrow(offer.Slug))).ShouldBe(-5 * Par);
        (await world.Show(offer)).Raised.CancellableMinor.ShouldBe(5 * Par);
        var outbox = await world.InDatabase(db =>
            db.Outbox.Where(o => o.Body.Contains(application.Id.ToString())).Select(o => o.Kind).ToListAsync()
        );
        outbox.ShouldContain(nameof(StartPayment));
        outbox.ShouldContain(nameof(CheckPayment));
        var mails = await world.InDatabase(db => db.SentMails.CountAsync(m => m.To == application.By.Email));
        mails.ShouldBe(1);
    }

    [Theory]
    [EveryDatabase]
    public async Task Missing_the_minimum_refunds_everyone(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        await world.Stripe.TopUp("gbp", 100_000); // the platform bears the fees of what it refunds
        var offer = await world.Open();
        var one = await world.Buy(offer, 5);
        var other = await world.Buy(offer, 4);

        await world.End(offer);

        (await world.Show(offer)).State.ShouldBe(OfferState.Failed);
        foreach (var application in new[] { one, other })
            (await TestWorld.Show(application)).ShouldSatisfyAllConditions(
                a => a.State.ShouldBe(ApplicationState.Refunded),
                a => a.Refund.ShouldBe(RefundState.Done)
            );
        (await world.Show(offer)).UnitsReserved.ShouldBe(0);
        (await world.InDatabase(db => db.RegisterEntries.AnyAsync(e => e.EnterpriseId == offer.By.Id))).ShouldBeFalse();
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task Refunds_wait_for_money_and_go_out_after_a_top_up(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        var offer = await world.Open();
        var one = await world.Buy(offer, 5);
        var other = await world.Buy(offer, 4);

        await world.End(offer);
        var waiting = await world.InDatabase(db => db.Refunds.CountAsync(r => r.State == RefundState.Waiting));
        await world.MoneyShouldAddUp();
        await world.Stripe.TopUp("gbp", 10_000);
        await world.Settle();

        waiting.ShouldBeGreaterThan(0);
        (await TestWorld.Show(one)).State.ShouldBe(ApplicationState.Refunded);
        (await TestWorld.Show(other)).State.ShouldBe(ApplicationState.Refunded);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task The_schedule_itself_opens_and_closes_an_offer(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        var offer = await world.Approve(
            await world.RegisterEnterprise(),
            t => t with { OpensOn = t.OpensOn.AddDays(2), ClosesOn = t.ClosesOn!.Value.AddDays(2) }
        );
        foreach (var job in new[] { nameof(MoveOffers), nameof(SettleOffers) })
            (await (await world.Administrator()).Put($"jobs/{job}/paused", new { paused = false })).ShouldSucceed();

        world.Clock.Move(TimeSpan.FromDays(1));
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        var before = (await world.Show(offer)).State;
        world.Clock.Move(TimeSpan.FromDays(1));
        await TestWorld.Until("it opens", async () => (await world.Show(offer)).State == OfferState.Open);
        world.Clock.Move(TimeSpan.FromDays(11));
        await TestWorld.Until("it closes", async () => (await world.Show(offer)).State != OfferState.Open);
        world.Clock.Move(TimeSpan.FromMinutes(11));

        before.ShouldBe(OfferState.Approved);
        await TestWorld.Until("it fails", async () => (await world.Show(offer)).State == OfferState.Failed);
    }
}
