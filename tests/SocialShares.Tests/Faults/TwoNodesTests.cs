using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Operations;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;
using SocialShares.Tests.Reconciling;

namespace SocialShares.Tests.Faults;

/// <summary>
/// Two processes of the product on one database, with a balancer that gives both of them every event at the same moment,
/// and both empty the outbox. Some purchases always, more of them under <c>infra/dev test faults</c>.
/// </summary>
public sealed class TwoNodesTests
{
    private static readonly int Purchases = Environment.GetEnvironmentVariable("SHARES_FAULTS") is null ? 4 : 24;

    [Theory]
    [EveryDatabase]
    public async Task Two_nodes_that_receive_the_same_events_at_once_book_and_refund_once(Engine engine)
    {
        await using var world = await TestWorld.StartNow(engine);
        await world.Stripe.TopUp("gbp", 1_000_000);
        var offer = await world.Open();
        var nodes = new[] { world.Address, await world.StartSecondNode() };
        await (await world.Administrator()).Put(
            $"jobs/{nameof(DeliverOutbox)}/paused",
            new PauseJob.Body(Paused: false)
        );
        await world.Stripe.Fault(
            new
            {
                on = "delivery",
                kind = "drop",
                times = 1_000_000,
            }
        );
        using var events = new EventsAtHand(world);
        var (kept, cancelled) = (new List<StartedApplication>(), new List<StartedApplication>());

        for (var i = 0; i < Purchases; i++)
        {
            var application = await world.Apply(offer, 1);
            await world.Stripe.Pay(await world.Session(application));
            (await events.DeliverTo([.. nodes, .. nodes])).ShouldBeGreaterThan(0);
            await Becomes(world, application, ApplicationState.Paid);
            (i % 2 == 0 ? kept : cancelled).Add(application);
            if (i % 2 == 0)
                continue;
            (await application.By.Post($"{application.Path}/cancel")).ShouldSucceed();
            await world.Settle();
            (await events.DeliverTo([.. nodes, .. nodes])).ShouldBeGreaterThan(0);
        }
        await world.Settle();

        foreach (var application in kept)
            (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Paid);
        foreach (var application in cancelled)
            await Becomes(world, application, ApplicationState.Refunded);
        (await world.InDatabase(db => db.Payments.CountAsync())).ShouldBe(Purchases);
        (await world.InDatabase(db => db.Refunds.CountAsync())).ShouldBe(cancelled.Count);
        await world.MoneyShouldAddUp();
        world.Clock.Move(Agreement.OnItsWay);
        await world.Reconcile();
        (await world.OpenDifferences()).ShouldBeEmpty();
        (await world.Checks()).ShouldAllBe(c => c.Holds == true);
    }

    // What the other node has claimed is done by it, whenever it is done.
    private static Task Becomes(TestWorld world, StartedApplication application, ApplicationState state) =>
        TestWorld.Until(
            $"{application.Id} is {state}",
            async () =>
            {
                await world.Settle();
                return (await TestWorld.Show(application)).State == state;
            }
        );
}
