using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Issuing;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Issuing;

/// <summary>A document that changes after people have applied: reviewed, told, and a right to cancel.</summary>
[Collection(nameof(OneWorld))]
public sealed class ChangedDocumentTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_changed_document_is_in_force_only_after_another_person_has_published_it(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var stranger = await world.SignUp();

        var stored = (await Upload(offer)).As<DocumentStored>();
        var again = await Upload(offer);
        var before = await world.Show(offer);
        var strangers = await stranger.Get($"{offer.Path}/documents/2");
        var boards = await offer.By.Chair.Post($"{offer.Path}/documents/2/publish");
        var waiting = (await (await world.Administrator()).Get("reviews/documents")).As<List<DocumentToReview>>();
        (await (await world.Administrator()).Post($"{offer.Path}/documents/2/publish")).ShouldSucceed();
        var twice = await (await world.Administrator()).Post($"{offer.Path}/documents/2/publish");

        (stored.Version, stored.AwaitsReview).ShouldBe((2, true));
        again.ShouldBeRefused("offer.document-waiting");
        before.Document!.Version.ShouldBe(1);
        strangers.Status.ShouldBe(HttpStatusCode.NotFound);
        boards.Status.ShouldBe(HttpStatusCode.Forbidden);
        waiting.ShouldContain(d => d.OfferId == offer.Id && d.Version == 2 && !d.ByMe);
        twice.ShouldBeRefused("offer.document-decided");
        (await world.Show(offer)).Document!.Version.ShouldBe(2);
        (await stranger.Get($"{offer.Path}/documents/2")).ShouldSucceed();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_board_member_who_is_an_administrator_does_not_publish_their_own(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var enterprise = await world.RegisterEnterprise();
        var offer = await world.Open(by: enterprise);
        var both = await world.MakeAdministrator(enterprise.Chair);
        (await Upload(offer)).ShouldSucceed();

        var own = await both.Post($"{offer.Path}/documents/2/publish");
        var back = await both.Post($"{offer.Path}/documents/2/return", new ReturnOfferDocument.Body("Not so"));

        own.ShouldBeRefused("offer.own-approval");
        back.ShouldBeRefused("offer.own-approval");
    }

    [Theory]
    [EveryDatabase]
    public async Task Everybody_who_applied_is_told_and_may_cancel_paid_or_confirmed_and_settling_waits(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var confirmed = await world.Buy(offer, 12);
        world.Clock.Move(TimeSpan.FromDays(5));
        await world.RunAll(nameof(EndReflection));
        (await TestWorld.Show(confirmed)).State.ShouldBe(ApplicationState.Confirmed);
        (await TestWorld.Show(confirmed)).CanCancel.ShouldBeFalse();
        world.Clock.Move(TimeSpan.FromDays(4));
        var paid = await world.Buy(offer, 10);
        var stays = await world.Buy(offer, 11);
        world.Clock.Move(TimeSpan.FromDays(2));
        await world.RunAll(nameof(MoveOffers));

        await Publish(world, offer);
        var until = LegalDay.Of(world.Clock.Now, offer.By.Zone).AddDays(offer.Terms.ReflectionDays);
        foreach (var a in new[] { confirmed, paid, stays })
        {
            var shown = await TestWorld.Show(a);
            (shown.CancelUntil, shown.CanCancel, shown.AcceptedDocumentVersion).ShouldBe((until, true, 1));
            await Mailed(world, a.By, "has changed");
        }
        (await stays.By.Post($"{stays.Path}/document", new AcceptOfferDocument.Body(1))).ShouldBeRefused(
            "application.document-changed"
        );
        (await stays.By.Post($"{stays.Path}/document", new AcceptOfferDocument.Body(2))).ShouldSucceed();
        (await paid.By.Post($"{paid.Path}/document", new AcceptOfferDocument.Body(2))).ShouldSucceed();
        (await confirmed.By.Post($"{confirmed.Path}/cancel")).ShouldSucceed();
        var versions = (await offer.By.Chair.Get($"{offer.Path}/documents/versions")).As<List<DocumentVersionShown>>();
        // The window is over and every reflection period too, but not the notice of the changed document.
        world.Clock.Move(TimeSpan.FromDays(3.2));
        await world.RunAll(nameof(EndReflection), nameof(SettleOffers));
        (await TestWorld.Show(stays)).State.ShouldBe(ApplicationState.Confirmed);
        var waiting = (await world.Show(offer)).State;
        await world.End(offer);

        versions.Select(v => (v.Version, v.Accepted)).ShouldBe([(2, 2), (1, 0)]);
        waiting.ShouldBe(OfferState.Closed);
        (await TestWorld.Show(confirmed)).State.ShouldBe(ApplicationState.Refunded);
        (await TestWorld.Show(stays)).State.ShouldBe(ApplicationState.Issued);
        (await stays.By.Post($"{stays.Path}/document", new AcceptOfferDocument.Body(2))).ShouldBeRefused(
            "application.not-waiting"
        );
        (await Upload(offer)).ShouldBeRefused("offer.document-over");
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task What_is_sent_back_stays_out_of_force_and_whoever_is_on_the_check_page_reads_the_new_one(
        Engine engine
    )
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        (await Upload(offer)).ShouldSucceed();
        var reason = new ReturnOfferDocument.Body("Say what changed");
        (await (await world.Administrator()).Post($"{offer.Path}/documents/2/return", reason)).ShouldSucceed();
        var started = await world.Start(offer, 5);
        (await world.Show(offer)).Document!.Version.ShouldBe(1);

        await Publish(world, offer, version: 3);
        var old = await TestWorld.Submit(started);
        var read = await TestWorld.Submit(started, documentVersion: 3);

        old.ShouldBeRefused("application.document-changed");
        read.ShouldSucceed();
        (await TestWorld.Show(started)).CancelUntil.ShouldBeNull();
        (await world.Show(offer)).UnitsReserved.ShouldBe(5);
    }

    [Theory]
    [EveryDatabase]
    public async Task Nobody_applies_for_the_version_before_unnoticed_while_another_is_published(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        (await Upload(offer)).ShouldSucceed();
        var started = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => world.Start(offer, 1)));
        var administrator = await world.Administrator();

        var submits = started.Select(a => TestWorld.Submit(a)).ToList();
        var publish = administrator.Post($"{offer.Path}/documents/2/publish");
        await Task.WhenAll(submits.Append(publish));

        (await publish).ShouldSucceed();
        var told = await world.InDatabase(db =>
            db.Applications.Where(a => a.OfferId == offer.Id && a.State == ApplicationState.AwaitingPayment)
                .Select(a => a.CancelUntil)
                .ToListAsync()
        );
        told.Count.ShouldBe(submits.Count(s => s.Result.Status == HttpStatusCode.OK));
        told.ShouldAllBe(day => day != null);
        foreach (var refused in submits.Select(s => s.Result).Where(r => r.Status != HttpStatusCode.OK))
            refused.ShouldBeRefused("application.document-changed");
    }

    private static Task<Reply> Upload(DraftedOffer offer) =>
        offer.By.Chair.Upload($"{offer.Path}/documents?fileName=changed.pdf", TestWorld.Pdf);

    private static async Task Publish(TestWorld world, DraftedOffer offer, int version = 2)
    {
        (await Upload(offer)).ShouldSucceed();
        (await (await world.Administrator()).Post($"{offer.Path}/documents/{version}/publish")).ShouldSucceed();
        await world.Settle();
    }

    private static async Task Mailed(TestWorld world, Person to, string subject)
    {
        var address = await world.InDatabase(db =>
            db.Users.Where(u => u.Id == to.Id.Value).Select(u => u.Email).SingleAsync()
        );
        var mails = await world.InDatabase(db =>
            db.SentMails.Where(m => m.To == address).Select(m => m.Subject).ToListAsync()
        );
        mails.ShouldContain(s => s.Contains(subject));
    }
}
