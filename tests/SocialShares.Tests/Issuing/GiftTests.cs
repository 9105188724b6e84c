using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Issuing;
using SocialShares.Features.Register;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Issuing;

/// <summary>One pays, another will hold: asked by mail, with an own answer, or the money goes back.</summary>
[Collection(nameof(OneWorld))]
public sealed class GiftTests
{
    private static readonly PayoutChoice Bank = new(PayoutDestination.Bank, "GB33BUKB20201555555555");

    [Theory]
    [EveryDatabase]
    public async Task A_receiver_who_accepts_becomes_the_holder_and_the_giver_sees_nothing_of_the_answers(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var (gift, email) = await Paid(world, offer, 12);
        var secret = await Secret(world, email);
        var receiver = await world.SignUp("Robin Receiver");

        var read = (await world.Nobody.Get($"gifts/{secret}")).As<GiftRead>();
        (await world.Nobody.Post($"gifts/{secret}/acceptance", Answer(), Person.NoKey)).Status.ShouldBe(
            HttpStatusCode.Unauthorized
        );
        (await gift.By.Post($"gifts/{secret}/acceptance", Answer(), Person.NoKey)).ShouldBeRefused("gift.own");
        (await receiver.Post($"gifts/{secret}/acceptance", Answer(), Person.NoKey)).ShouldSucceed();
        (await receiver.Post($"gifts/{secret}/acceptance", Answer(), Person.NoKey)).ShouldBeRefused("invitation.used");
        (await world.Nobody.Post($"gifts/{secret}/refusal", key: Person.NoKey)).ShouldBeRefused("invitation.used");
        await world.End(offer);

        (read.GiverName, read.Message, read.AmountMinor, read.CanAnswer).ShouldBe(
            ("Grandma Iris", "For your birthday", 12 * TestWorld.Par, true)
        );
        var shown = await TestWorld.Show(gift);
        (shown.State, shown.Gift!.State, shown.Holder).ShouldBe((ApplicationState.Issued, GiftState.Accepted, null));
        shown.Payout.Iban.ShouldBeNull();
        var card = (await receiver.Get("portfolio")).As<IReadOnlyList<HoldingCard>>().Single();
        (card.Name, card.Units, card.IbanLastFour).ShouldBe(("Robin Receiver", 12, "5555"));
        (await gift.By.Get("portfolio")).As<IReadOnlyList<HoldingCard>>().ShouldBeEmpty();
        (await receiver.Get(gift.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Mails(world, receiver.Email, "You now hold shares")).ShouldBe(1);
        (await Mails(world, gift.By.Email, "now stands in the register")).ShouldBe(1);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task Declined_not_answered_and_taken_back_gifts_are_refunded_in_full(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        await world.Stripe.TopUp("gbp", 500_000);
        var offer = await world.Open();
        var (declined, declinedMail) = await Paid(world, offer, 3);
        var (taken, takenMail) = await Paid(world, offer, 4);
        var (silent, silentMail) = await Paid(world, offer, 5);
        await world.Buy(offer, 12);
        var (secret, takenSecret) = (await Secret(world, declinedMail), await Secret(world, takenMail));
        var silentSecret = await Secret(world, silentMail);

        (await world.Nobody.Post($"gifts/{secret}/refusal", key: Person.NoKey)).ShouldSucceed();
        (await world.Nobody.Post($"gifts/{secret}/refusal", key: Person.NoKey)).ShouldBeRefused("invitation.used");
        (await taken.By.Post($"{taken.Path}/cancel")).ShouldSucceed();
        (await (await world.SignUp()).Post($"gifts/{takenSecret}/acceptance", Answer(), Person.NoKey)).ShouldBeRefused(
            "invitation.used"
        );
        await world.End(offer);
        var late = await (await world.SignUp()).Post($"gifts/{silentSecret}/acceptance", Answer(), Person.NoKey);
        await world.RunAll(nameof(BookFunds), nameof(EndReflection), nameof(SettleOffers));
        await world.Settle();

        late.ShouldBeRefused("invitation.used");
        (await State(declined)).ShouldBe((ApplicationState.Refunded, GiftState.Declined));
        (await State(taken)).ShouldBe((ApplicationState.Refunded, GiftState.TakenBack));
        (await State(silent)).ShouldBe((ApplicationState.Refunded, GiftState.Lapsed));
        (await world.Show(offer)).UnitsReserved.ShouldBe(12);
        (await Mails(world, takenMail, "does not go on")).ShouldBe(1);
        (await Mails(world, silent.By.Email, "Nobody accepted")).ShouldBe(1);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_receiver_must_be_eligible_and_may_have_no_more_than_the_most(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var (gift, email) = await Paid(world, offer, 6);
        var receiver = (await world.Buy(offer, 15)).By;
        var (secret, child) = (await Secret(world, email), await world.SignUp());
        var born = LegalDay.Of(world.Clock.Now, offer.By.Zone).AddYears(-17);

        var tooMuch = await receiver.Post($"gifts/{secret}/acceptance", Answer(), Person.NoKey);
        var tooYoung = await child.Post(
            $"gifts/{secret}/acceptance",
            Answer() with
            {
                Holder = Answer().Holder with { BornOn = born },
            },
            Person.NoKey
        );
        var unread = await child.Post(
            $"gifts/{secret}/acceptance",
            Answer() with
            {
                RiskAccepted = false,
            },
            Person.NoKey
        );

        tooMuch.ShouldBeRefused("application.above-maximum-together");
        tooYoung.ShouldBeRefused("application.under-age");
        unread.ShouldBeMalformed("riskAccepted", "application.risk-not-accepted");
        // A refusal uses nothing up.
        (await child.Post($"gifts/{secret}/acceptance", Answer(), Person.NoKey)).ShouldSucceed();
        (await State(gift)).ShouldBe((ApplicationState.Paid, GiftState.Accepted));
    }

    [Theory]
    [EveryDatabase]
    public async Task What_is_given_does_not_count_for_the_giver_and_no_answer_tells_who_has_signed_up(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var (giver, known) = (await world.SignUp(), await world.SignUp());
        var (first, second, third) = (
            await Started(offer, 20, giver),
            await Started(offer, 20, giver),
            await Started(offer, 1, giver)
        );

        var toKnown = await Give(first, known.Email);
        var toUnknown = await Give(second, $"{Guid.NewGuid():N}@people.example");
        var toMyself = await Give(third, giver.Email);
        (await TestWorld.Submit(first)).ShouldSucceed();
        (await TestWorld.Submit(second)).ShouldSucceed();
        var own = await world.Start(offer, 20, giver);
        (await TestWorld.Submit(own)).ShouldSucceed();

        (toKnown.Status, toKnown.Text).ShouldBe((toUnknown.Status, toUnknown.Text));
        toMyself.ShouldBeRefused("gift.own").Field.ShouldBe("receiverEmail");
        (await giver.Patch(first.Path, new AnswerApplication.Body(TestWorld.Par, null, null))).ShouldBeRefused(
            "application.already-submitted"
        );
        (await Give(first, known.Email)).ShouldBeRefused("application.already-submitted");
    }

    [Theory]
    [EveryDatabase]
    public async Task Of_a_gift_that_is_scaled_back_the_receiver_gets_a_part_and_the_giver_the_rest(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        await world.Stripe.TopUp("gbp", 100_000);
        var offer = await world.Open(change: TestWorld.Scarce(AllocationPolicy.ProRata));
        var (gift, email) = await Paid(world, offer, 20);
        await world.Buy(offer, 20);
        var receiver = await world.SignUp("Robin Receiver");
        var answer = await receiver.Post($"gifts/{await Secret(world, email)}/acceptance", Answer(), Person.NoKey);
        await world.End(offer);

        await world.Sign(offer);

        answer.ShouldSucceed();
        var shown = await TestWorld.Show(gift);
        (shown.State, shown.AllottedUnits, shown.RefundMinor, shown.Refund).ShouldBe(
            (ApplicationState.Issued, 10, 10 * TestWorld.Par, RefundState.Done)
        );
        (await receiver.Get("portfolio")).As<IReadOnlyList<HoldingCard>>().Single().Units.ShouldBe(10);
        (await Mails(world, receiver.Email, "You now hold shares")).ShouldBe(1);
        (await Mails(world, gift.By.Email, "Of your gift of")).ShouldBe(1);
        (await Mails(world, gift.By.Email, "You asked for")).ShouldBe(0);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task Of_a_gift_for_which_nothing_is_left_the_giver_gets_all_back_and_the_receiver_is_told(
        Engine engine
    )
    {
        var world = await TestWorld.Shared(engine);
        await world.Stripe.TopUp("gbp", 100_000);
        var offer = await world.Open(change: TestWorld.Scarce(AllocationPolicy.FirstCome));
        await world.BuyEach(offer, 20);
        var (gift, email) = await Paid(world, offer, 5);
        var receiver = await world.SignUp("Robin Receiver");
        var answer = await receiver.Post($"gifts/{await Secret(world, email)}/acceptance", Answer(), Person.NoKey);
        await world.End(offer);

        await world.Sign(offer);

        answer.ShouldSucceed();
        (await State(gift)).ShouldBe((ApplicationState.Refunded, GiftState.Over));
        (await receiver.Get("portfolio")).As<IReadOnlyList<HoldingCard>>().ShouldBeEmpty();
        (await Mails(world, email, "does not go on")).ShouldBe(1);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task An_allotment_waits_for_the_receiver_of_a_gift(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open(change: TestWorld.Scarce(AllocationPolicy.ProRata));
        MoveTo(world, offer.Terms.ClosesOn!.Value.AddDays(-2));
        await world.BuyEach(offer, 20);
        await Paid(world, offer, 20);
        // Everybody's reflection is over, and the receiver has a day more.
        MoveTo(world, offer.Terms.ClosesOn!.Value.AddDays(offer.Terms.ReflectionDays - 1));
        await world.RunAll(nameof(MoveOffers), nameof(EndReflection), nameof(SettleOffers));

        var preview = await world.Allotment(offer);
        var signed = await TestWorld.TrySign(offer, preview.InputsSha256);

        (preview.WhyNot, preview.AskedMinor).ShouldBe(("allotment.pending", 40 * TestWorld.Par));
        signed.ShouldBeRefused("allotment.pending");
    }

    internal static AcceptGift.Body Answer() =>
        new(TestWorld.Holder() with { Name = "Robin Receiver" }, Bank, RiskAccepted: true);

    /// <summary>A gift that was paid, and the address that was invited.</summary>
    internal static async Task<(StartedApplication Gift, string Email)> Paid(
        TestWorld world,
        DraftedOffer offer,
        long units
    )
    {
        var gift = await Started(offer, units, await world.SignUp());
        var email = $"{Guid.NewGuid():N}@people.example";
        (await Give(gift, email)).ShouldSucceed();
        (await TestWorld.Submit(gift)).ShouldSucceed();
        await world.Stripe.Pay(await world.Session(gift));
        await world.Settle();
        return (gift, email);
    }

    internal static async Task<string> Secret(TestWorld world, string email)
    {
        var text = await world.InDatabase(db =>
            db.SentMails.Where(m => m.To == email).OrderByDescending(m => m.Id).Select(m => m.Text).FirstAsync()
        );
        return Regex.Match(text, "/gift/([A-Za-z0-9_-]{43})").Groups[1].Value;
    }

    internal static async Task<(ApplicationState, GiftState)> State(StartedApplication gift)
    {
        var shown = await TestWorld.Show(gift);
        return (shown.State, shown.Gift!.State);
    }

    private static void MoveTo(TestWorld world, DateOnly day) =>
        world.Clock.Move(day.ToDateTime(new TimeOnly(12, 0)) - world.Clock.Now);

    private static async Task<StartedApplication> Started(DraftedOffer offer, long units, Person by)
    {
        var reply = await by.Post($"{offer.Path}/applications", new StartApplication.Body(units * TestWorld.Par));
        return new StartedApplication(reply.As<ApplicationStarted>().Id, by, offer);
    }

    private static Task<Reply> Give(StartedApplication application, string email) =>
        application.By.Put(
            $"{application.Path}/gift",
            new GiveUnits.Body("Robin", email, "Grandma Iris", "For your birthday")
        );

    private static Task<int> Mails(TestWorld world, string to, string words) =>
        world.InDatabase(db => db.SentMails.CountAsync(m => m.To == to && m.Text.Contains(words)));
}
