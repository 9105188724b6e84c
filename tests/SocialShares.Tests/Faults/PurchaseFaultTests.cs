using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Issuing;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;
using SocialShares.Tests.Reconciling;

namespace SocialShares.Tests.Faults;

/// <summary>
/// Purchases by card and iDEAL whose events come never, once or often, in any order and at the same time, and whose answers
/// are lost. A sample runs always, all of it under <c>infra/dev test faults</c>.
/// </summary>
public sealed class PurchaseFaultTests
{
    private const int Seed = 20_301;
    private const int Sample = 8;
    private static readonly int[] Often = [0, 1, 2, 5];
    private static readonly bool IsWhole = Environment.GetEnvironmentVariable("SHARES_FAULTS") is not null;

    [Theory]
    [EveryDatabase("card")]
    [EveryDatabase("ideal")]
    public async Task However_often_each_event_comes_and_in_whatever_order_the_money_is_booked_once(
        Engine engine,
        string method
    )
    {
        await using var world = await TestWorld.Start(engine);
        using var events = new EventsAtHand(world);
        var offer = await world.Open(method == "ideal" ? Currency.Eur : Currency.Gbp);
        await world.Stripe.Fault(
            new
            {
                on = "delivery",
                kind = "drop",
                times = 1_000_000,
            }
        );
        var chance = new Random(Seed);
        var applications = new List<StartedApplication>();
        foreach (var counts in Cases(chance))
        {
            var application = await world.Apply(offer, 1);
            applications.Add(application);
            ((string?)(await world.Stripe.Pay(await world.Session(application), method))["status"]).ShouldBe("paid");
            await events.Deliver(counts, chance);
        }
        await world.Settle();
        // What no event told of is asked when the units' time is over.
        world.Clock.Move(SubmitApplication.Hold + TimeSpan.FromMinutes(1));
        await world.RunAll(nameof(CheckPayments));
        await world.Settle();

        await AllArePaidOnce(world, applications);
    }

    [Theory]
    [EveryDatabase]
    public async Task Whoever_lost_an_answer_and_asks_again_has_bought_once(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        var offer = await world.Open();
        var applications = new List<StartedApplication>();
        foreach (var times in Often.Where(t => t > 0))
        {
            var (by, key) = (await world.SignUp(), Guid.NewGuid());
            var body = new StartApplication.Body(3 * TestWorld.Par);
            var begun = await Repeat(times, () => by.Post($"{offer.Path}/applications", body, key));
            var application = new StartedApplication(begun[0].As<ApplicationStarted>().Id, by, offer);
            begun.ShouldAllBe(r => r.As<ApplicationStarted>().Id == application.Id);
            applications.Add(application);
            var answers = new AnswerApplication.Body(
                null,
                TestWorld.Holder(),
                new PayoutChoice(PayoutDestination.Bank, "GB33BUKB20201555555555")
            );
            (await by.Patch(application.Path, answers)).ShouldSucceed();
            foreach (var reply in await Repeat(times, () => TestWorld.Submit(application)))
                reply.Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Conflict);
            await world.Settle();
            await world.Stripe.Pay(await world.Session(application));
        }
        await world.Settle();

        await AllArePaidOnce(world, applications);
    }

    [Theory]
    [EveryDatabase]
    public async Task Whichever_answer_of_stripe_is_lost_in_a_purchase_nothing_is_lost_or_doubled(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        var offer = await world.Open();
        var applications = new List<StartedApplication>();
        foreach (var kind in new[] { "lost", "half", "lost_before", "conflict409", "error500" })
        foreach (var operation in new[] { "CheckoutSessions_create", "CheckoutSessions_retrieve" })
        {
            // A stored failure of the page itself gives the units back: another test.
            if (kind == "error500" && operation == "CheckoutSessions_create")
                continue;
            await world.Stripe.Fault(
                new
                {
                    on = "request",
                    kind,
                    operation,
                    times = 2,
                }
            );
            var application = await world.Start(offer, 1);
            (await TestWorld.Submit(application)).ShouldSucceed();
            applications.Add(application);
            await Patiently(world);
            await world.Stripe.Pay(await world.Session(application));
            await Patiently(world);
            await world.Stripe.NoFaults();
        }
        await Patiently(world);

        await AllArePaidOnce(world, applications);
    }

    private static async Task AllArePaidOnce(TestWorld world, List<StartedApplication> applications)
    {
        foreach (var application in applications)
            (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Paid);
        (await world.InDatabase(db => db.Payments.CountAsync())).ShouldBe(applications.Count);
        await world.MoneyShouldAddUp();
        await world.Reconcile();
        (await world.OpenDifferences()).ShouldBeEmpty();
        (await world.Checks()).ShouldAllBe(c => c.Holds == true);
    }

    // How often each of the events of a purchase comes; all of it, or a sample that is another one with another seed.
    private static IEnumerable<int[]> Cases(Random chance)
    {
        var all = (
            from completed in Often
            from intent in Often
            from charge in Often
            select new[] { completed, intent, charge }
        ).ToList();
        return IsWhole ? all : all.OrderBy(_ => chance.Next()).Take(Sample);
    }

    // At once, as impatient people do.
    private static async Task<IReadOnlyList<Reply>> Repeat(int times, Func<Task<Reply>> ask) =>
        await Task.WhenAll(Enumerable.Range(0, times).Select(_ => ask()));

    private static async Task Patiently(TestWorld world)
    {
        for (var i = 0; i < 4; i++)
        {
            await world.Settle();
            world.Clock.Move(TimeSpan.FromMinutes(2));
        }
        await world.Settle();
    }
}
