using System.Net;
using SocialShares.Features.Governance;
using SocialShares.Features.Issuing;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Issuing;

/// <summary>What a board and an administrator may and may not do with an offer, state by state.</summary>
[Collection(nameof(OneWorld))]
public sealed class OfferRulesTests
{
    private const long Par = TestWorld.Par;

    [Theory]
    [EveryDatabase]
    public async Task A_draft_without_document_or_account_cannot_be_submitted(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Draft(await world.RegisterEnterprise(connected: false));

        var withoutDocument = await offer.By.Chair.Post($"{offer.Path}/submit");
        (await offer.By.Chair.Upload($"{offer.Path}/documents", TestWorld.Pdf)).ShouldSucceed();
        var withoutAccount = await offer.By.Chair.Post($"{offer.Path}/submit");

        withoutDocument.ShouldBeRefused("offer.document-missing").Field.ShouldBe("document");
        withoutAccount.ShouldBeRefused("offer.payment-account-missing");
        (await world.Show(offer)).State.ShouldBe(OfferState.Draft);
    }

    [Theory]
    [EveryDatabase]
    public async Task An_offer_whose_window_is_over_cannot_be_submitted(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Draft(
            await world.RegisterEnterprise(),
            t => t with { OpensOn = t.OpensOn.AddDays(-3), ClosesOn = t.OpensOn }
        );
        (await offer.By.Chair.Upload($"{offer.Path}/documents", TestWorld.Pdf)).ShouldSucceed();

        var reply = await offer.By.Chair.Post($"{offer.Path}/submit");

        reply.ShouldBeRefused("offer.closes-in-past").Field.ShouldBe("closesOn");
    }

    [Theory]
    [EveryDatabase]
    public async Task Nobody_approves_what_they_submitted_themselves(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var chair = await world.SignUp();
        var registered = (await chair.Post("enterprises", TestWorld.Profile(Currency.Gbp))).As<EnterpriseRegistered>();
        (await chair.Post($"enterprises/{registered.Id}/payment-account")).ShouldSucceed();
        var both = await world.MakeAdministrator(chair);
        var offer = await world.Submit(new(registered.Id, registered.Slug, both, Currency.Gbp, "Europe/London"));

        var own = await both.Post($"{offer.Path}/approve");
        var state = (await world.Show(offer)).State;
        var others = await (await world.SecondAdministrator()).Post($"{offer.Path}/approve");

        own.ShouldBeRefused("offer.own-approval");
        state.ShouldBe(OfferState.InReview);
        others.ShouldSucceed();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_draft_knows_only_submitting_and_withdrawing(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Draft(await world.RegisterEnterprise());
        var administrator = await world.Administrator();

        (await administrator.Post($"{offer.Path}/approve")).ShouldBeRefused("offer.state");
        (await administrator.Post($"{offer.Path}/return", new ReturnOffer.Body("Too early"))).ShouldBeRefused(
            "offer.state"
        );
        (await offer.By.Chair.Post($"{offer.Path}/cancel")).ShouldSucceed();

        (await world.Show(offer)).State.ShouldBe(OfferState.Cancelled);
        foreach (var step in new[] { "submit", "cancel" })
            (await offer.By.Chair.Post($"{offer.Path}/{step}")).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_returned_offer_is_a_draft_again_with_the_reason(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Submit(await world.RegisterEnterprise());

        (
            await (await world.Administrator()).Post(
                $"{offer.Path}/return",
                new ReturnOffer.Body("Name the trustees, please")
            )
        ).ShouldSucceed();

        var shown = await world.Show(offer);
        shown.State.ShouldBe(OfferState.Draft);
        shown.Steps[^1].Note.ShouldBe("Name the trustees, please");
        (await offer.By.Chair.Post($"{offer.Path}/submit")).ShouldSucceed();
        (await (await world.Administrator()).Post($"{offer.Path}/approve")).ShouldSucceed();
    }

    [Theory]
    [EveryDatabase]
    public async Task Under_review_nothing_can_be_rewritten(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Submit(await world.RegisterEnterprise());
        var version = (await world.Show(offer)).Version;

        var upload = await offer.By.Chair.Upload($"{offer.Path}/documents", TestWorld.Pdf);
        var revise = await offer.By.Chair.Put(offer.Path, Revision(offer), $"\"{version}\"");
        var again = await offer.By.Chair.Post($"{offer.Path}/submit");

        upload.ShouldBeRefused("offer.not-draft");
        revise.ShouldBeRefused("offer.not-draft");
        again.ShouldBeRefused("offer.state");
    }

    [Theory]
    [EveryDatabase]
    public async Task An_open_offer_can_be_neither_withdrawn_nor_reviewed_again(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var administrator = await world.Administrator();

        (await offer.By.Chair.Post($"{offer.Path}/cancel")).ShouldBeRefused("offer.state");
        (await offer.By.Chair.Post($"{offer.Path}/submit")).ShouldBeRefused("offer.state");
        (await administrator.Post($"{offer.Path}/approve")).ShouldBeRefused("offer.state");
        (await administrator.Post($"{offer.Path}/return", new ReturnOffer.Body("Too late"))).ShouldBeRefused(
            "offer.state"
        );
        (await world.Show(offer)).State.ShouldBe(OfferState.Open);
    }

    [Theory]
    [EveryDatabase]
    public async Task Before_its_first_day_an_offer_takes_no_applications(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Approve(
            await world.RegisterEnterprise(),
            t => t with { OpensOn = t.OpensOn.AddDays(1) }
        );
        var person = await world.SignUp();
        await world.RunAll(nameof(MoveOffers));

        var early = await person.Post($"{offer.Path}/applications", new StartApplication.Body(Par));
        world.Clock.Move(TimeSpan.FromDays(1));
        await world.RunAll(nameof(MoveOffers));
        var inTime = await person.Post($"{offer.Path}/applications", new StartApplication.Body(Par));

        early.ShouldBeRefused("offer.not-open-yet");
        inTime.ShouldSucceed();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_closed_offer_refuses_to_start_and_to_submit(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var started = await world.Start(offer);
        world.Clock.Move(TimeSpan.FromDays(11));
        await world.RunAll(nameof(MoveOffers));

        var start = await started.By.Post($"{offer.Path}/applications", new StartApplication.Body(Par));
        var submit = await TestWorld.Submit(started);

        (await world.Show(offer)).State.ShouldBe(OfferState.Closed);
        start.ShouldBeRefused("offer.closed");
        submit.ShouldBeRefused("offer.closed");
    }

    [Theory]
    [EveryDatabase]
    public async Task An_offer_takes_applications_until_its_last_day_ends_in_its_own_zone(Engine engine)
    {
        var world = await TestWorld.Start(engine);
        var offer = await world.Open(Currency.Eur, t => t with { ClosesOn = t.OpensOn.AddDays(1) });
        var lastInstant = offer.Terms.ClosesOn!.Value.ToDateTime(new TimeOnly(22, 59, 59)); // UTC; Amsterdam is an hour ahead
        world.Clock.Move(lastInstant - world.Clock.Now);

        await world.RunAll(nameof(MoveOffers));
        var lastSecond = (await world.Show(offer)).State;
        world.Clock.Move(TimeSpan.FromSeconds(1));
        await world.RunAll(nameof(MoveOffers));
        var after = (await world.Show(offer)).State;
        await world.DisposeAsync();

        lastSecond.ShouldBe(OfferState.Open);
        after.ShouldBe(OfferState.Closed);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_closed_offer_waits_for_payments_and_reflection_before_it_is_settled(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        world.Clock.Move(TimeSpan.FromDays(9.9));
        var late = await world.Buy(offer, 12);
        world.Clock.Move(TimeSpan.FromDays(2));

        await world.RunAll(nameof(MoveOffers), nameof(EndReflection), nameof(SettleOffers));
        var waiting = (await world.Show(offer)).State;
        await world.End(offer);

        waiting.ShouldBe(OfferState.Closed);
        (await world.Show(offer)).State.ShouldBe(OfferState.Completed);
        (await TestWorld.Show(late)).AllottedUnits.ShouldBe(12);
    }

    [Theory]
    [EveryDatabase]
    public async Task Only_the_version_that_was_read_can_be_rewritten(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Draft(await world.RegisterEnterprise());
        var read = await offer.By.Chair.Get(offer.Path);
        var tag = read.Headers.ETag!.Tag;

        var missing = await offer.By.Chair.Put(offer.Path, Revision(offer));
        var malformed = await offer.By.Chair.Put(offer.Path, Revision(offer), "\"new\"");
        var first = await offer.By.Chair.Put(offer.Path, Revision(offer), tag);
        var second = await offer.By.Chair.Put(offer.Path, Revision(offer), tag);

        missing.ShouldBeMalformed("If-Match", "if-match.missing");
        malformed.ShouldBeMalformed("If-Match", "if-match.malformed");
        first.ShouldSucceed();
        second.ShouldBeRefused("conflict.changed-meanwhile");
        (await world.Show(offer)).Title.ShouldBe("Another headline");
    }

    [Theory]
    [EveryDatabase]
    public async Task Two_rewrites_of_one_version_at_once_leave_one(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Draft(await world.RegisterEnterprise());
        var tag = (await offer.By.Chair.Get(offer.Path)).Headers.ETag!.Tag;

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => offer.By.Chair.Put(offer.Path, Revision(offer), tag))
        );

        replies.Count(r => r.Status == HttpStatusCode.NoContent).ShouldBe(1);
        foreach (var reply in replies.Where(r => r.Status != HttpStatusCode.NoContent))
            reply.ShouldBeRefused("conflict.changed-meanwhile");
    }

    [Theory]
    [EveryDatabase]
    public async Task A_draft_is_seen_by_its_board_and_by_administrators_only(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Draft(await world.RegisterEnterprise());
        var stranger = await world.SignUp();

        (await world.Nobody.Get(offer.Path)).ShouldFail(HttpStatusCode.NotFound, "offer.unknown");
        (await stranger.Get(offer.Path)).ShouldFail(HttpStatusCode.NotFound, "offer.unknown");
        (await stranger.Post($"{offer.Path}/applications", new StartApplication.Body(Par))).ShouldFail(
            HttpStatusCode.NotFound,
            "offer.unknown"
        );
        (await (await world.Administrator()).Get(offer.Path)).ShouldSucceed();
    }

    [Theory]
    [EveryDatabase]
    public async Task The_board_of_another_enterprise_may_do_nothing_with_an_offer(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Submit(await world.RegisterEnterprise());
        var other = (await world.RegisterEnterprise(connected: false)).Chair;

        (await other.Post($"{offer.Path}/submit")).ShouldFail(HttpStatusCode.Forbidden, "access.denied");
        (await other.Post($"{offer.Path}/cancel")).ShouldFail(HttpStatusCode.Forbidden, "access.denied");
        (await other.Put(offer.Path, Revision(offer), "\"1\"")).ShouldFail(HttpStatusCode.Forbidden, "access.denied");
        (await other.Get($"{offer.Path}/applications")).ShouldFail(HttpStatusCode.Forbidden, "access.denied");
        (await other.Upload($"{offer.Path}/documents", TestWorld.Pdf)).ShouldFail(
            HttpStatusCode.Forbidden,
            "access.denied"
        );
    }

    private static ReviseOffer.Body Revision(DraftedOffer offer) =>
        new("Another headline", "Something else in the same village.", offer.Terms);
}
