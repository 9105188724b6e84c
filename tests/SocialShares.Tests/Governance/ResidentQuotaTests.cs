using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Governance;
using SocialShares.Features.Issuing;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Governance;

/// <summary>Whom a blocking resident quota does not admit yet waits in order, pays nothing, and comes in with the residents.</summary>
[Collection(nameof(OneWorld))]
public sealed class ResidentQuotaTests
{
    internal static readonly Eligibility Types = new(
        MembershipTypes:
        [
            new MembershipType("A", "Residents", IsResident: true),
            new MembershipType("B", "Others", IsResident: false),
        ]
    );

    [Theory]
    [EveryDatabase]
    public async Task Others_wait_in_order_until_residents_make_room(Engine engine)
    {
        var (world, offer) = await Begin(engine);
        var first = await Apply(world, offer, "B");
        world.Clock.Move(TimeSpan.FromSeconds(1));
        var second = await Apply(world, offer, "B");
        (await TestWorld.Show(first)).State.ShouldBe(ApplicationState.Waiting);
        (await TestWorld.Show(second)).PlaceInQueue.ShouldBe(2);
        (await world.Show(offer)).UnitsReserved.ShouldBe(0);
        for (var i = 0; i < 3; i++)
            await Apply(world, offer, "A");
        await world.Settle();

        (await TestWorld.Show(first)).State.ShouldBe(ApplicationState.AwaitingPayment);
        (await TestWorld.Show(second)).PlaceInQueue.ShouldBe(1);
        var queue = await Queue(offer);
        (queue.Residents, queue.All, queue.Waiting.Count).ShouldBe((3, 4, 1));
        (await world.MailTo(first.By.Email)).Count.ShouldBe(2); // queued, then admitted
        (await second.By.Post($"{second.Path}/cancel")).ShouldSucceed();
        (await Queue(offer)).Waiting.ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task Many_at_once_never_break_the_quota(Engine engine)
    {
        var (world, offer) = await Begin(engine);
        for (var i = 0; i < 6; i++)
            await Apply(world, offer, "A");
        var others = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Start(world, offer, "B")));

        var replies = await Task.WhenAll(others.Select(a => TestWorld.Submit(a)));
        await world.RunAll(nameof(AdmitFromQueues));

        replies.ShouldAllBe(r => r.Status == HttpStatusCode.OK);
        var queue = await Queue(offer);
        (queue.Residents, queue.All, queue.Waiting.Count).ShouldBe((6, 8, 6));
    }

    [Theory]
    [EveryDatabase]
    public async Task Residents_who_leave_take_the_last_of_the_others_with_them(Engine engine)
    {
        var (world, offer) = await Begin(engine);
        await world.Stripe.TopUp("gbp", 100_000);
        var residents = new List<StartedApplication>();
        for (var i = 0; i < 6; i++)
            residents.Add(await Paid(world, offer, "A"));
        var early = await Paid(world, offer, "B");
        world.Clock.Move(TimeSpan.FromMinutes(1));
        var late = await Paid(world, offer, "B");
        foreach (var gone in residents.Take(2))
            (await gone.By.Post($"{gone.Path}/cancel")).ShouldSucceed();
        await world.Settle();

        await world.End(offer);

        (await TestWorld.Show(early)).State.ShouldBe(ApplicationState.Issued);
        (await TestWorld.Show(late)).State.ShouldBe(ApplicationState.Refunded);
        var covenants = (await world.Nobody.Get($"enterprises/{offer.By.Id}/covenants")).As<CovenantsRead>();
        var shown = covenants.InForce.Single();
        (shown.First, shown.Second, shown.Holds).ShouldBe((4, 5, true));
        (await Finding(world, offer)).Holds.ShouldBe(true);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task What_waits_counts_for_the_most_that_one_holder_may_have(Engine engine)
    {
        var (world, offer) = await Begin(engine);
        var most = offer.Terms.MaximumPerHolderMinor / TestWorld.Par;
        var first = await Apply(world, offer, "B", most);
        var second = await Start(world, offer, "B", 1, first.By);

        (await TestWorld.Submit(second)).Status.ShouldBe(HttpStatusCode.Conflict);
        (await TestWorld.Show(second)).State.ShouldBe(ApplicationState.Started);
        (await Queue(offer)).Waiting.Count.ShouldBe(1);
    }

    [Theory]
    [EveryDatabase]
    public async Task The_queue_ends_with_the_offer_and_everyone_is_told(Engine engine)
    {
        var (world, offer) = await Begin(engine);
        var waits = await Apply(world, offer, "B");
        await world.Settle();
        await world.End(offer);
        await world.RunAll(nameof(AdmitFromQueues));

        (await TestWorld.Show(waits)).State.ShouldBe(ApplicationState.Cancelled);
        (await world.MailTo(waits.By.Email)).Count.ShouldBe(2);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_board_signs_only_when_those_who_are_too_many_have_left(Engine engine)
    {
        var (world, offer) = await Begin(engine, TestWorld.Scarce(AllocationPolicy.ProRata));
        await world.Stripe.TopUp("gbp", 100_000);
        var residents = new List<StartedApplication>();
        for (var i = 0; i < 6; i++)
            residents.Add(await Paid(world, offer, "A"));
        await Paid(world, offer, "B");
        world.Clock.Move(TimeSpan.FromMinutes(1));
        var late = await Paid(world, offer, "B");
        foreach (var gone in residents.Take(2))
            (await gone.By.Post($"{gone.Path}/cancel")).ShouldSucceed();
        await world.Settle();
        world.MoveToDay(offer.Terms.ClosesOn!.Value.AddDays(offer.Terms.ReflectionDays + 2));
        await world.RunAll(nameof(MoveOffers), nameof(CheckPayments), nameof(EndReflection));
        var preview = await world.Allotment(offer);

        preview.WhyNot.ShouldBe("allotment.quota");
        (await TestWorld.TrySign(offer, preview.InputsSha256)).ShouldBeRefused("allotment.quota");
        await world.RunAll(nameof(BookFunds), nameof(SettleOffers));
        await world.Settle();
        (await world.Sign(offer)).Holdings.ShouldBe(5);

        (await TestWorld.Show(late)).State.ShouldBe(ApplicationState.Refunded);
        (await Finding(world, offer)).Holds.ShouldBe(true);
        await world.MoneyShouldAddUp();
    }

    internal static async Task<(TestWorld, DraftedOffer)> Begin(
        Engine engine,
        Func<OfferTerms, OfferTerms>? terms = null
    )
    {
        var world = await TestWorld.Shared(engine);
        var of = await world.RegisterEnterprise();
        await Adopt(world, of);
        var open = await world.Open(by: of, change: t => (terms?.Invoke(t) ?? t) with { Eligibility = Types });
        return (world, open);
    }

    /// <summary>Three of four members are residents, and what breaks that is refused.</summary>
    internal static async Task Adopt(TestWorld world, RegisteredEnterprise of)
    {
        var body = new AdoptCovenant.Body(
            CovenantKind.MemberResidents,
            750_000,
            IsBlocking: true,
            "At least 75 percent of the members are of type A.",
            LegalDay.Of(world.Clock.Now, of.Zone)
        );
        (await of.Chair.Post($"enterprises/{of.Id}/covenants", body)).ShouldSucceed();
    }

    private static Task<CovenantFinding> Finding(TestWorld world, DraftedOffer offer) =>
        world.InDatabase(db =>
            db.CovenantFindings.SingleAsync(f =>
                f.EnterpriseId == offer.By.Id && f.Cause == CovenantCause.MembersAdmitted
            )
        );

    internal static async Task<StartedApplication> Start(
        TestWorld world,
        DraftedOffer offer,
        string type,
        long units = 1,
        Person? by = null
    )
    {
        by ??= await world.SignUp();
        var started = (
            await by.Post($"{offer.Path}/applications", new StartApplication.Body(units * TestWorld.Par))
        ).As<ApplicationStarted>();
        var application = new StartedApplication(started.Id, by, offer);
        var answers = new AnswerApplication.Body(
            null,
            TestWorld.Holder(),
            new PayoutChoice(PayoutDestination.Bank, "GB33BUKB20201555555555"),
            MembershipType: type
        );
        (await by.Patch(application.Path, answers)).ShouldSucceed();
        return application;
    }

    internal static async Task<StartedApplication> Apply(
        TestWorld world,
        DraftedOffer offer,
        string type,
        long units = 1
    )
    {
        var application = await Start(world, offer, type, units);
        (await TestWorld.Submit(application)).ShouldSucceed();
        return application;
    }

    internal static async Task<StartedApplication> Paid(TestWorld world, DraftedOffer offer, string type)
    {
        var application = await Apply(world, offer, type, units: 5);
        await world.Stripe.Pay(await world.Session(application), "card", LocalStripe.GoodCard);
        await world.Settle();
        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Paid);
        return application;
    }

    private static async Task<QueueShown> Queue(DraftedOffer offer) =>
        (await offer.By.Chair.Get($"enterprises/{offer.By.Id}/queue")).As<QueueShown>();
}
