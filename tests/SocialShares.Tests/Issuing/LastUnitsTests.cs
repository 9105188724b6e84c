using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Issuing;

/// <summary>Never more is sold than there is.</summary>
[Collection(nameof(OneWorld))]
public sealed class LastUnitsTests
{
    private const long Par = TestWorld.Par;

    [Theory]
    [EveryDatabase]
    public async Task Sixty_four_buyers_at_once_get_exactly_the_last_ten_units(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open(change: Ten);
        var applications = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => world.Start(offer, 1)));

        var replies = await Task.WhenAll(applications.Select(a => TestWorld.Submit(a)));

        replies.Count(r => r.Status == HttpStatusCode.OK).ShouldBe(10);
        var refused = replies.Where(r => r.Status != HttpStatusCode.OK).ToList();
        refused.Count.ShouldBe(54);
        foreach (var reply in refused)
            reply.ShouldBeRefused("offer.full");
        var shown = await world.Show(offer);
        shown.UnitsReserved.ShouldBe(10);
        var states = await world.InDatabase(db =>
            db.Applications.Where(a => a.OfferId == offer.Id)
                .GroupBy(a => a.State)
                .Select(g => new { g.Key, N = g.Count() })
                .ToListAsync()
        );
        states.Single(s => s.Key == ApplicationState.AwaitingPayment).N.ShouldBe(10);
        states.Single(s => s.Key == ApplicationState.Started).N.ShouldBe(54);
    }

    [Theory]
    [EveryDatabase]
    public async Task The_database_itself_refuses_a_counter_above_the_offered_units(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open(change: Ten);

        var oversell = () =>
            world.InDatabase(db =>
                db.Offers.Where(o => o.Id == offer.Id)
                    .ExecuteUpdateAsync(s => s.SetProperty(o => o.UnitsReserved, o => o.UnitsOffered + 1))
            );

        await Should.ThrowAsync<System.Data.Common.DbException>(oversell);
        (await world.Show(offer)).UnitsReserved.ShouldBe(0);
    }

    [Theory]
    [EveryDatabase]
    public async Task Sold_out_while_someone_is_on_the_page_is_refused_and_takes_nothing(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open(change: Ten);
        var slow = await world.Start(offer, 3);
        await world.Apply(offer, 8);

        var reply = await TestWorld.Submit(slow);

        reply.ShouldBeRefused("offer.full").Field.ShouldBe("amountMinor");
        (await TestWorld.Show(slow)).State.ShouldBe(ApplicationState.Started);
        (await world.Show(offer)).UnitsReserved.ShouldBe(8);
    }

    [Theory]
    [EveryDatabase]
    public async Task Units_that_were_given_up_can_be_sold_again(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open(change: Ten);
        var first = await world.Apply(offer, 10);

        (await first.By.Post($"{first.Path}/cancel")).ShouldSucceed();
        var second = await world.Apply(offer, 10);

        (await TestWorld.Show(first)).State.ShouldBe(ApplicationState.Cancelled);
        (await TestWorld.Show(second)).State.ShouldBe(ApplicationState.AwaitingPayment);
        (await world.Show(offer)).UnitsReserved.ShouldBe(10);
    }

    [Theory]
    [EveryDatabase]
    public async Task Two_cancellations_at_once_give_the_units_back_once(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var kept = await world.Apply(offer, 6);
        var given = await world.Apply(offer, 5);

        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => given.By.Post($"{given.Path}/cancel")));

        replies.Count(r => r.Status == HttpStatusCode.NoContent).ShouldBe(1);
        replies.Count(r => r.Status == HttpStatusCode.Conflict).ShouldBe(3);
        (await world.Show(offer)).UnitsReserved.ShouldBe(6);
        (await TestWorld.Show(kept)).State.ShouldBe(ApplicationState.AwaitingPayment);
    }

    private static OfferTerms Ten(OfferTerms t) =>
        t with
        {
            OptimumTargetMinor = 10 * Par,
            MaximumTargetMinor = 10 * Par,
            MaximumPerHolderMinor = 10 * Par,
            MaximumPerOrganisationMinor = 10 * Par,
        };
}
