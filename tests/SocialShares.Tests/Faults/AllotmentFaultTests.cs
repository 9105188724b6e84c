using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialShares.Data;
using SocialShares.Features.Issuing;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Faults;

/// <summary>Whatever goes wrong between the signature and the money being back, it happens once and the books say where it is.</summary>
public sealed class AllotmentFaultTests
{
    private const long Par = TestWorld.Par;

    [Theory]
    [EveryDatabase("lost")]
    [EveryDatabase("lost_before")]
    public async Task Refunds_of_parts_whose_answer_is_lost_are_made_once_also_after_a_restart(
        Engine engine,
        string kind
    )
    {
        await using var world = await TestWorld.Start(engine);
        await world.Stripe.TopUp("gbp", 100_000);
        var offer = await world.Open(change: TestWorld.Scarce(AllocationPolicy.ProRata));
        var bought = await world.BuyEach(offer, 20, 20);
        await world.End(offer);
        await world.Stripe.Fault(
            new
            {
                on = "request",
                kind,
                operation = "Refunds_create",
            }
        );
        var preview = await world.Allotment(offer);

        (await TestWorld.TrySign(offer, preview.InputsSha256)).ShouldSucceed();
        await world.StopProduct();
        await world.StartProduct();
        for (var i = 0; i < 6; i++)
        {
            world.Clock.Move(TimeSpan.FromMinutes(3));
            await world.Services.GetRequiredService<OutboxDelivery>().DeliverDue(TestContext.Current.CancellationToken);
        }
        await world.Settle();

        (await world.Stripe.State())["refunds"]!.AsObject().Sum(r => (int)r.Value!).ShouldBe(2);
        foreach (var application in bought)
            (await TestWorld.Show(application)).ShouldSatisfyAllConditions(
                a => a.State.ShouldBe(ApplicationState.Issued),
                a => a.AllottedUnits.ShouldBe(10),
                a => a.Refund.ShouldBe(RefundState.Done),
                a => a.RefundMinor.ShouldBe(10 * Par)
            );
        await world.MoneyShouldAddUp();
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_refund_of_a_part_that_the_bank_sends_back_is_owed_again_and_the_shares_stay(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        await world.Stripe.TopUp("gbp", 100_000);
        var offer = await world.Open(change: TestWorld.Scarce(AllocationPolicy.ProRata));
        var failing = await world.Buy(offer, 20, card: "4000000000005126");
        await world.Buy(offer, 20);
        await world.End(offer);

        await world.Sign(offer);
        world.Clock.Move(TimeSpan.FromDays(10));
        await world.Settle();

        var shown = await TestWorld.Show(failing);
        (shown.State, shown.Refund, shown.AllottedUnits).ShouldBe((ApplicationState.Issued, RefundState.Failed, 10));
        (await world.Ledger(Account.Refunds(offer.Slug))).ShouldBe(-10 * Par);
        await world.MoneyShouldAddUp();
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_process_that_dies_while_it_allots_leaves_nothing_behind(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        await world.Stripe.TopUp("gbp", 100_000);
        var offer = await world.Open(change: TestWorld.Scarce(AllocationPolicy.ProRata));
        await world.BuyEach(offer, 20, 20);
        await world.End(offer);
        var inputs = (await world.Allotment(offer)).InputsSha256;

        await Dies(world, offer);
        var entries = await world.InDatabase(db => db.RegisterEntries.CountAsync());
        var outcomes = await world.InDatabase(db => db.AllotmentOutcomes.CountAsync());
        var state = (await world.Show(offer)).State;
        await world.Sign(offer);

        (entries, outcomes, state).ShouldBe((0, 0, OfferState.Closed));
        (await world.Allotment(offer)).InputsSha256.ShouldBe(inputs);
        (await world.InDatabase(db => db.RegisterEntries.CountAsync())).ShouldBe(2);
        await world.MoneyShouldAddUp();
    }

    // Everything is written and marked; then the process is gone before the commit.
    private static async Task Dies(TestWorld world, DraftedOffer offer)
    {
        await using var scope = world.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<SharesDb>();
        using var turn = await services.GetRequiredService<WriteGate>().Enter(TestContext.Current.CancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var loaded = await db.Offers.Include(o => o.Steps).SingleAsync(o => o.Id == offer.Id);
        var plan = await services.GetRequiredService<AllotmentReading>().Plan(loaded, default);
        var by = new Signature(offer.By.Chair.Id, offer.By.Chair.Name, world.Clock.Now);
        var settled = await services.GetRequiredService<OfferSettling>().Issue(loaded, plan, by, default);
        settled.Holdings.ShouldBe(2);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
