using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Community;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Community;

/// <summary>Before an offer opens people may say that they would take part; it binds nobody and leaves no trace.</summary>
[Collection(nameof(OneWorld))]
public sealed class PledgeTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_pledge_counts_once_its_link_was_opened_and_becomes_an_invitation(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Approve(await world.RegisterEnterprise());
        (await world.Nobody.Get($"{offer.Path}/pledge-round")).ShouldFail(
            HttpStatusCode.NotFound,
            "pledge-round.unknown"
        );
        (await offer.By.Chair.Post($"{offer.Path}/pledge-round")).ShouldSucceed();
        (await offer.By.Chair.Post($"{offer.Path}/pledge-round")).ShouldBeRefused("pledge.round-opened");
        var (keen, shy) = (Address(), Address());
        await Pledge(world, offer, keen, 5);
        await Pledge(world, offer, shy, 3);
        (await Round(world, offer)).Pledges.ShouldBe(0);
        (await world.Nobody.Get($"/offers/{offer.Slug}/pledge")).Status.ShouldBe(HttpStatusCode.OK);

        var code = await Code(world, keen);
        (await world.Nobody.Get($"/pledge?code={code}")).Status.ShouldBe(HttpStatusCode.OK);
        (await Round(world, offer)).Pledges.ShouldBe(0);
        (await Confirm(world, code)).ShouldSucceed();
        (await Confirm(world, code, 7 * TestWorld.Par)).ShouldSucceed();

        var round = await Round(world, offer);
        (round.Pledges, round.PledgedMinor).ShouldBe((1, 7 * TestWorld.Par));
        (await offer.By.Chair.Get($"{offer.Path}/pledges"))
            .As<IReadOnlyList<PledgeLine>>()
            .ShouldHaveSingleItem()
            .AmountMinor.ShouldBe(7 * TestWorld.Par);
        (await world.Show(offer)).Raised.FirmMinor.ShouldBe(0);

        await world.RunAll(nameof(MoveOffers), nameof(CareForPledges), nameof(CareForPledges));
        var invitation = (await world.MailTo(keen)).Single(m => m.Text.Contains("/apply/"));
        TestWorld.LinkIn(invitation, "/apply/").ShouldBe($"/apply/{offer.Slug}?amount=70");
        (await world.MailTo(shy)).Count.ShouldBe(1);
        (await Round(world, offer)).IsOpen.ShouldBeFalse();
        (await Post(world, offer, Address(), 5)).ShouldBeRefused("pledge.round-closed");
        (await Confirm(world, await Code(world, shy))).ShouldBeRefused("pledge.round-closed");
        (await world.InDatabase(db => db.Applications.CountAsync(a => a.OfferId == offer.Id))).ShouldBe(0);
    }

    [Theory]
    [EveryDatabase]
    public async Task Pledges_are_erased_when_asked_and_some_time_after_the_round(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Approve(await world.RegisterEnterprise());
        (await offer.By.Chair.Post($"{offer.Path}/pledge-round")).ShouldSucceed();
        string[] people = [Address(), Address(), Address()];
        foreach (var person in people)
            await Pledge(world, offer, person, 4);
        foreach (var person in people[..2])
            (await Confirm(world, await Code(world, person))).ShouldSucceed();

        var code = await Code(world, people[0]);
        (await world.Nobody.Post("pledge/withdraw", new WithdrawPledge.Body(code), Person.NoKey)).ShouldSucceed();
        (await Kept(world, offer)).ShouldBe(2);
        (await Confirm(world, code)).ShouldFail(HttpStatusCode.NotFound, "pledge.unknown");
        world.Clock.Move(TimeSpan.FromDays(8));
        await world.RunAll(nameof(CareForPledges));
        (await Kept(world, offer)).ShouldBe(1); // nobody confirmed the third
        (await offer.By.Chair.Post($"{offer.Path}/pledge-round/close")).ShouldSucceed();
        world.Clock.Move(TimeSpan.FromDays(89));
        await world.RunAll(nameof(CareForPledges));
        (await Kept(world, offer)).ShouldBe(1);
        world.Clock.Move(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        await world.RunAll(nameof(CareForPledges));

        (await Kept(world, offer)).ShouldBe(0);
        var round = await Round(world, offer);
        (round.Pledges, round.PledgedMinor).ShouldBe((1, 4 * TestWorld.Par)); // the figures stay
        (await Confirm(world, await Code(world, people[1]))).ShouldFail(HttpStatusCode.NotFound, "pledge.unknown");
    }

    [Theory]
    [EveryDatabase]
    public async Task Nobody_can_flood_an_address_change_anothers_pledge_or_learn_who_pledged(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Approve(await world.RegisterEnterprise());
        (await offer.By.Chair.Post($"{offer.Path}/pledge-round")).ShouldSucceed();
        var address = Address();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Pledge(world, offer, address, 5)));
        (await world.MailTo(address)).Count.ShouldBe(1);
        for (var i = 0; i < 5; i++)
        {
            world.Clock.Move(TimeSpan.FromMinutes(11));
            await Pledge(world, offer, address.ToUpperInvariant(), 5);
        }
        // What was decided; a mail in hand while the clock jumps may be delivered twice.
        var decided = await world.InDatabase(db => db.Pledges.SingleAsync(p => p.OfferId == offer.Id));
        decided.Mails.ShouldBe(3);
        (await Confirm(world, await Code(world, address))).ShouldSucceed();

        var reply = await Post(world, offer, address, 9);

        reply.Status.ShouldBe(HttpStatusCode.Accepted);
        reply.Text.ShouldBeEmpty();
        (await Round(world, offer)).PledgedMinor.ShouldBe(5 * TestWorld.Par);
        (await Post(world, offer, Address(), 1_000)).ShouldBeRefused("application.above-maximum");
        var forged = (await Code(world, address))[..^3] + "abc";
        (await Confirm(world, forged)).ShouldFail(HttpStatusCode.NotFound, "pledge.unknown");
    }

    [Theory]
    [EveryDatabase]
    public async Task No_round_begins_before_somebody_else_has_read_the_offer(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var draft = await world.Draft(await world.RegisterEnterprise());
        var submitted = await world.Submit(await world.RegisterEnterprise());

        foreach (var offer in new[] { draft, submitted })
            (await offer.By.Chair.Post($"{offer.Path}/pledge-round")).ShouldBeRefused("pledge.not-approved");
    }

    [Theory]
    [EveryDatabase]
    public async Task No_round_begins_once_an_offer_has_opened(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();

        (await offer.By.Chair.Post($"{offer.Path}/pledge-round")).ShouldBeRefused("pledge.offer-opened");
    }

    private static string Address() => $"{Guid.NewGuid():N}@pledges.example";

    private static Task<Reply> Post(TestWorld world, DraftedOffer offer, string address, long units) =>
        world.Nobody.Post(
            $"{offer.Path}/pledges",
            new MakePledge.Body("Kay Pledger", address, units * TestWorld.Par, "en"),
            Person.NoKey
        );

    private static async Task Pledge(TestWorld world, DraftedOffer offer, string address, long units) =>
        (await Post(world, offer, address, units)).ShouldSucceed();

    private static Task<Reply> Confirm(TestWorld world, string code, long? amountMinor = null) =>
        world.Nobody.Post("pledge/confirm", new ConfirmPledge.Body(code, amountMinor), Person.NoKey);

    private static async Task<string> Code(TestWorld world, string address)
    {
        var link = TestWorld.LinkIn((await world.MailTo(address))[0], "/pledge?code=");
        return link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..];
    }

    private static async Task<PledgeRoundShown> Round(TestWorld world, DraftedOffer offer) =>
        (await world.Nobody.Get($"{offer.Path}/pledge-round")).As<PledgeRoundShown>();

    private static Task<int> Kept(TestWorld world, DraftedOffer offer) =>
        world.InDatabase(db => db.Pledges.CountAsync(p => p.OfferId == offer.Id));
}
