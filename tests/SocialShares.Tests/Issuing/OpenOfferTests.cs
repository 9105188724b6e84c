using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Holdings;
using SocialShares.Features.Issuing;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Issuing;

/// <summary>An offer without a last day: issued as the money comes, until its board ends it.</summary>
[Collection(nameof(OneWorld))]
public sealed class OpenOfferTests
{
    [Theory]
    [EveryDatabase]
    public async Task It_issues_batch_by_batch_until_its_board_names_the_last_day(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await Open(world);
        var first = await world.Buy(offer, 5);
        await Issue(world, TimeSpan.FromDays(5));
        var second = await world.Buy(offer, 7);
        var third = await world.Buy(offer, 3, first.By);
        await Issue(world, TimeSpan.FromDays(400));
        var open = await world.Show(offer);
        var states = new[] { first, second, third }.Select(async a => (await TestWorld.Show(a)).State);
        var last = LegalDay.Of(world.Clock.Now, offer.By.Zone).AddDays(3);

        (await offer.By.Chair.Post($"{offer.Path}/end", new EndOffer.Body(last))).ShouldSucceed();
        var late = await world.Buy(offer, 2);
        var ended = offer with { Terms = offer.Terms with { ClosesOn = last } };
        await world.End(ended);
        await Issue(world, TimeSpan.FromHours(1));

        (open.State, open.UnitsReserved, open.Terms.ClosesOn).ShouldBe((OfferState.Open, 15, null));
        (await Task.WhenAll(states)).ShouldAllBe(s => s == ApplicationState.Issued);
        (await TestWorld.Show(late)).State.ShouldBe(ApplicationState.Issued);
        (await world.Show(offer)).State.ShouldBe(OfferState.Completed);
        var drawn = await world.InDatabase(db =>
            db.Drawdowns.Where(d => d.OfferId == offer.Id)
                .OrderBy(d => d.No)
                .Select(d => new
                {
                    d.No,
                    d.AmountMinor,
                    d.SentAt,
                })
                .ToListAsync()
        );
        drawn.Select(d => d.No).ShouldBe([1, 2, 3]);
        drawn.ShouldAllBe(d => d.SentAt != null);
        var members = await world.InDatabase(db => db.Members.CountAsync(m => m.EnterpriseId == offer.By.Id));
        members.ShouldBe(3);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task It_never_sells_more_than_its_maximum_counting_what_was_issued(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await Open(
            world,
            t =>
                t with
                {
                    MaximumTargetMinor = 20 * TestWorld.Par,
                    OptimumTargetMinor = 0,
                    MaximumPerOrganisationMinor = 20 * TestWorld.Par,
                }
        );
        await world.Buy(offer, 12);
        await Issue(world, TimeSpan.FromDays(5));
        var started = await world.Start(offer, 9);

        (await TestWorld.Submit(started)).ShouldBeRefused("offer.full");
        await world.Buy(offer, 8);
        await Issue(world, TimeSpan.FromDays(5));

        (await world.Show(offer)).UnitsReserved.ShouldBe(20);
        (await world.Show(offer)).State.ShouldBe(OfferState.Open);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task Two_jobs_at_once_issue_a_batch_once(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await Open(world);
        await world.Buy(offer, 5);
        world.Clock.Move(TimeSpan.FromDays(5));
        await world.RunAll(nameof(BookFunds), nameof(EndReflection));

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => world.RunAll(nameof(SettleOffers))));
        await world.Settle();

        var entries = await world.InDatabase(db => db.RegisterEntries.CountAsync(e => e.ShareClassId == offer.ClassId));
        entries.ShouldBe(1);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task Whoever_may_cancel_because_of_a_changed_document_waits_for_the_next_batch(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await Open(world);
        var told = await world.Buy(offer, 5);
        (await offer.By.Chair.Upload($"{offer.Path}/documents", TestWorld.Pdf)).ShouldSucceed();
        await Issue(world, TimeSpan.FromDays(5));
        (await TestWorld.Show(told)).State.ShouldBe(ApplicationState.Confirmed);

        (await (await world.Administrator()).Post($"{offer.Path}/documents/2/publish")).ShouldSucceed();
        await Issue(world, TimeSpan.FromDays(1));
        var waiting = (await TestWorld.Show(told)).State;
        await Issue(world, TimeSpan.FromDays(4));

        waiting.ShouldBe(ApplicationState.Confirmed);
        (await TestWorld.Show(told)).State.ShouldBe(ApplicationState.Issued);
    }

    [Theory]
    [EveryDatabase]
    public async Task It_sells_nothing_while_withdrawals_of_its_class_are_suspended(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await Open(world);
        await world.Buy(offer, 5);
        await Issue(world, TimeSpan.FromDays(5));
        var (begun, late) = (await world.Start(offer, 3), await world.SignUp());
        var suspensions = $"enterprises/{offer.By.Id}/share-classes/{offer.ClassId}/suspensions";
        (
            await offer.By.Chair.Post(suspensions, new SuspendWithdrawals.Body("The roof must be mended first."))
        ).ShouldSucceed();

        (await TestWorld.Submit(begun)).ShouldBeRefused("offer.withdrawals-suspended");
        (
            await late.Post($"{offer.Path}/applications", new StartApplication.Body(5 * TestWorld.Par))
        ).ShouldBeRefused("offer.withdrawals-suspended");
        (await offer.By.Chair.Post($"{suspensions}/lift", key: Person.NoKey)).ShouldSucceed();

        (await TestWorld.Submit(begun)).ShouldSucceed();
    }

    [Theory]
    [EveryDatabase]
    public async Task An_open_offer_that_ends_without_a_buyer_has_failed(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await Open(world);
        var today = LegalDay.Of(world.Clock.Now, offer.By.Zone);
        (await offer.By.Chair.Post($"{offer.Path}/extend", new ExtendOffer.Body(today.AddDays(9)))).ShouldBeRefused(
            "offer.not-open"
        );

        (await offer.By.Chair.Post($"{offer.Path}/end", new EndOffer.Body(today))).ShouldSucceed();
        await world.End(offer with { Terms = offer.Terms with { ClosesOn = today } });

        (await world.Show(offer)).State.ShouldBe(OfferState.Failed);
    }

    private static Task<DraftedOffer> Open(TestWorld world, Func<OfferTerms, OfferTerms>? change = null) =>
        world.Open(change: t =>
        {
            var open = t with { Kind = OfferKind.Open, ClosesOn = null, MinimumTargetMinor = 0 };
            return change?.Invoke(open) ?? open;
        });

    private static async Task Issue(TestWorld world, TimeSpan after)
    {
        world.Clock.Move(after);
        await world.Settle();
        await world.RunAll(nameof(MoveOffers), nameof(BookFunds), nameof(EndReflection), nameof(SettleOffers));
        await world.Settle();
    }
}
