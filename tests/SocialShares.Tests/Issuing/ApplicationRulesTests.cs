using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Issuing;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Issuing;

/// <summary>What an applicant may and may not do, state by state.</summary>
[Collection(nameof(OneWorld))]
public sealed class ApplicationRulesTests
{
    private const long Par = TestWorld.Par;

    [Theory]
    [EveryDatabase]
    public async Task Cancelling_within_the_reflection_period_pays_back(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        await world.Stripe.TopUp("gbp", 100_000);
        var offer = await world.Open();
        var application = await world.Buy(offer, 5);
        world.Clock.Move(TimeSpan.FromDays(4)); // the last day of four

        (await application.By.Post($"{application.Path}/cancel")).Status.ShouldBe(HttpStatusCode.NoContent);
        await world.Settle();

        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Refunded);
        (await world.Show(offer)).UnitsReserved.ShouldBe(0);
        (await world.Ledger(Account.Escrow(offer.Slug))).ShouldBe(0);
        (await world.Ledger(Account.Refunds(offer.Slug))).ShouldBe(0);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase(false)]
    [EveryDatabase(true)]
    public async Task Cancelling_after_the_reflection_period_is_refused(Engine engine, bool confirmed)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var application = await world.Buy(offer, 5);
        world.Clock.Move(TimeSpan.FromDays(5));
        if (confirmed)
            await world.RunAll(nameof(EndReflection));

        var reply = await application.By.Post($"{application.Path}/cancel");

        reply.ShouldBeRefused("application.reflection-over");
        (await TestWorld.Show(application)).State.ShouldBe(
            confirmed ? ApplicationState.Confirmed : ApplicationState.Paid
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task A_started_application_can_be_dropped_and_then_nothing_more(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var application = await world.Start(await world.Open());

        (await application.By.Post($"{application.Path}/cancel")).ShouldSucceed();

        (await application.By.Post($"{application.Path}/cancel")).ShouldBeRefused("application.state");
        (await TestWorld.Submit(application)).ShouldBeRefused("application.state");
        (await application.By.Patch(application.Path, new AnswerApplication.Body(2 * Par, null, null))).ShouldBeRefused(
            "application.already-submitted"
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task A_submitted_application_cannot_be_changed_or_submitted_again(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var application = await world.Apply(offer, 5);

        var changed = await application.By.Patch(application.Path, new AnswerApplication.Body(2 * Par, null, null));
        var again = await TestWorld.Submit(application);

        changed.ShouldBeRefused("application.already-submitted");
        again.ShouldBeRefused("application.state");
        (await world.Show(offer)).UnitsReserved.ShouldBe(5);
    }

    [Theory]
    [EveryDatabase]
    public async Task The_most_of_one_holder_counts_all_offers_of_the_class(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var first = await world.Open();
        var member = await world.Buy(first, 10);
        await world.End(first);
        var pioneers = await world.OpenNext(first, t => t with { Kind = OfferKind.Pioneer });
        var everyone = await world.OpenNext(first);
        await world.Apply(pioneers, 8, member.By);

        // Ten held, eight applied for, twenty at most.
        (await TestWorld.Submit(await world.Start(everyone, 3, member.By))).ShouldBeRefused(
            "application.above-maximum-together"
        );
        (await TestWorld.Submit(await world.Start(everyone, 2, member.By))).ShouldSucceed();
    }

    [Theory]
    [EveryDatabase]
    public async Task An_unpaid_application_expires_and_gives_its_units_back(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var application = await world.Apply(offer, 5);
        world.Clock.Move(SubmitApplication.Hold + TimeSpan.FromMinutes(1));

        await world.RunAll(nameof(CheckPayments));
        await world.Settle();

        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Expired);
        (await world.Show(offer)).UnitsReserved.ShouldBe(0);
        (await application.By.Post($"{application.Path}/cancel")).ShouldBeRefused("application.state");
        ((string?)(await world.Stripe.Pay(await world.Session(application)))["status"]).ShouldBe("expired");
    }

    [Theory]
    [EveryDatabase]
    public async Task An_issued_application_cannot_be_cancelled(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var application = await world.Buy(offer, 12);
        await world.End(offer);

        var reply = await application.By.Post($"{application.Path}/cancel");

        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Issued);
        reply.ShouldBeRefused("application.state");
    }

    [Theory]
    [EveryDatabase(Par - 1, "application.below-minimum")]
    [EveryDatabase(Par + 1, "application.whole-shares")]
    [EveryDatabase(41 * Par, "application.above-maximum")]
    public async Task An_amount_outside_the_limits_is_refused_at_the_amount(Engine engine, long amount, string code)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var person = await world.SignUp();

        var reply = await person.Post($"{offer.Path}/applications", new StartApplication.Body(amount));

        reply.ShouldBeRefused(code).Field.ShouldBe("amountMinor");
        (await world.InDatabase(db => db.Applications.AnyAsync(a => a.OfferId == offer.Id))).ShouldBeFalse();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_person_may_have_no_more_than_the_most_and_an_organisation_its_own_most(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var person = await world.SignUp();
        var started = (
            await person.Post($"{offer.Path}/applications", new StartApplication.Body(30 * Par))
        ).As<ApplicationStarted>();

        var asPerson = await Who(person, started.Id, HolderKind.Person);
        var asOrganisation = await Who(person, started.Id, HolderKind.Organisation);

        asPerson.ShouldBeRefused("application.above-maximum");
        asOrganisation.ShouldSucceed();
    }

    [Theory]
    [EveryDatabase]
    public async Task Two_applications_of_one_person_count_together(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var person = await world.SignUp();
        await world.Apply(offer, 15, person);
        var second = await world.Start(offer, 6, person);
        var forTheClub = await world.Start(offer, 40, person, HolderKind.Organisation);

        var refused = await TestWorld.Submit(second);
        var allowed = await TestWorld.Submit(forTheClub);

        refused.ShouldBeRefused("application.above-maximum-together").Field.ShouldBe("amountMinor");
        allowed.ShouldSucceed();
        (await world.Show(offer)).UnitsReserved.ShouldBe(55);
    }

    [Theory]
    [EveryDatabase]
    public async Task Applications_of_one_person_sent_at_once_count_together(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var person = await world.SignUp();
        var applications = new List<StartedApplication>();
        for (var i = 0; i < 6; i++)
            applications.Add(await world.Start(offer, 8, person));

        var replies = await Task.WhenAll(applications.Select(a => TestWorld.Submit(a)));

        replies.Count(r => r.Status == HttpStatusCode.OK).ShouldBe(2); // 20 at most
        foreach (var reply in replies.Where(r => r.Status != HttpStatusCode.OK))
            reply.ShouldBeRefused("application.above-maximum-together");
        (await world.Show(offer)).UnitsReserved.ShouldBe(16);
    }

    [Theory]
    [EveryDatabase]
    public async Task What_is_held_already_counts_in_a_later_offer_of_the_same_class(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var person = (await world.Buy(offer, 15)).By;
        await world.End(offer);
        var body = new DraftOffer.Body(
            offer.ClassId,
            null,
            "A second offer of the shop",
            "Buy the house next door as well.",
            world.Terms()
        );
        var drafted = (await offer.By.Chair.Post($"enterprises/{offer.By.Id}/offers", body)).As<OfferDrafted>();
        var second = offer with { Id = drafted.Id, Slug = drafted.Slug, Terms = body.Terms };
        (await offer.By.Chair.Upload($"{second.Path}/documents", TestWorld.Pdf)).ShouldSucceed();
        var approval = $"{second.Path}/members-approval?approvedOn={body.Terms.OpensOn:yyyy-MM-dd}";
        (await offer.By.Chair.Upload(approval, TestWorld.Pdf)).ShouldSucceed();
        (await offer.By.Chair.Post($"{second.Path}/submit")).ShouldSucceed();
        (await (await world.Administrator()).Post($"{second.Path}/approve")).ShouldSucceed();
        await world.RunAll(nameof(MoveOffers));

        var tooMuch = await TestWorld.Submit(await world.Start(second, 6, person));
        var enough = await TestWorld.Submit(await world.Start(second, 5, person));

        tooMuch.ShouldBeRefused("application.above-maximum-together");
        enough.ShouldSucceed();
    }

    [Theory]
    [EveryDatabase]
    public async Task The_document_that_was_read_must_be_the_one_in_force(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var application = await world.Start(await world.Open());

        var reply = await TestWorld.Submit(application, documentVersion: 2);

        reply.ShouldBeRefused("application.document-changed").Field.ShouldBe("documentVersion");
        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Started);
    }

    [Theory]
    [EveryDatabase]
    public async Task The_risk_must_be_accepted(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var application = await world.Start(await world.Open());

        var reply = await TestWorld.Submit(application, risk: false);

        reply.ShouldBeMalformed("riskAccepted", "application.risk-not-accepted");
        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Started);
    }

    [Theory]
    [EveryDatabase(17, 364, "application.under-age")]
    [EveryDatabase(18, 0, null)]
    public async Task A_person_must_be_of_full_age_on_the_day_itself(Engine engine, int years, int days, string? code)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var person = await world.SignUp();
        var started = (
            await person.Post($"{offer.Path}/applications", new StartApplication.Body(Par))
        ).As<ApplicationStarted>();
        var born = LegalDay.Of(world.Clock.Now, offer.By.Zone).AddYears(-years).AddDays(-days);
        var holder = TestWorld.Holder() with { BornOn = born };

        var reply = await person.Patch($"applications/{started.Id}", new AnswerApplication.Body(null, holder, null));

        if (code is null)
            reply.ShouldSucceed();
        else
            reply.ShouldBeRefused(code).Field.ShouldBe("bornOn");
    }

    [Theory]
    [EveryDatabase]
    public async Task Who_will_stand_in_the_register_must_be_answered(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var person = await world.SignUp();
        var started = (
            await person.Post($"{offer.Path}/applications", new StartApplication.Body(Par))
        ).As<ApplicationStarted>();

        var submitted = await TestWorld.Submit(new StartedApplication(started.Id, person, offer));
        var without = await person.Patch(
            $"applications/{started.Id}",
            new AnswerApplication.Body(null, TestWorld.Holder() with { BornOn = null }, null)
        );

        submitted.ShouldBeRefused("application.who-missing").Field.ShouldBe("name");
        without.ShouldBeRefused("application.born-missing").Field.ShouldBe("bornOn");
    }

    [Theory]
    [EveryDatabase]
    public async Task Nobody_elses_application_is_there_for_me(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var application = await world.Apply(await world.Open());
        var other = await world.SignUp();

        (await other.Get(application.Path)).ShouldFail(HttpStatusCode.NotFound, "application.unknown");
        (await other.Post($"{application.Path}/cancel")).ShouldFail(HttpStatusCode.NotFound, "application.unknown");
        (await other.Patch(application.Path, new AnswerApplication.Body(Par, null, null))).ShouldFail(
            HttpStatusCode.NotFound,
            "application.unknown"
        );
        (await TestWorld.Submit(application with { By = other })).ShouldFail(
            HttpStatusCode.NotFound,
            "application.unknown"
        );
        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.AwaitingPayment);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_board_pages_through_all_applications_of_its_offer(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var all = new List<ApplicationId>();
        for (var i = 0; i < 5; i++)
            all.Add((await world.Start(offer, 1)).Id);

        var seen = new List<ApplicationId>();
        for (var page = 0; page < 4; page++)
        {
            var after = seen.Count == 0 ? "" : $"&after={seen[^1]}";
            var lines = await offer.By.Chair.Get($"{offer.Path}/applications?limit=2{after}");
            seen.AddRange(lines.As<IReadOnlyList<ApplicationLine>>().Select(l => l.Id));
        }

        seen.Count.ShouldBe(5);
        seen.ShouldBe(all, ignoreOrder: true);
    }

    private static Task<Reply> Who(Person person, ApplicationId id, HolderKind kind) =>
        person.Patch($"applications/{id}", new AnswerApplication.Body(null, TestWorld.Holder(kind), null));
}
