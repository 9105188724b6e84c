using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Issuing;
using SocialShares.Features.Register;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Issuing;

/// <summary>A neighbour without an account applies on paper: typed by one, compared by another, paid, issued.</summary>
[Collection(nameof(OneWorld))]
public sealed class PaperTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_paper_is_typed_by_one_confirmed_by_another_paid_and_issued(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var second = await world.Seat(offer.By);
        var email = $"{Guid.NewGuid():N}@people.example";

        var id = await TestWorld.Typed(offer, world.Paper(offer, 12, email));
        var before = await Line(offer, id);
        var own = await TestWorld.Decide(offer.By.Chair, id);
        var ownRefusal = await TestWorld.Decide(offer.By.Chair, id, confirm: false, "Typed wrongly");
        var held = (await world.Show(offer)).UnitsReserved;
        var standing = (await TestWorld.Decide(second, id)).As<PaperStanding>();
        var twice = await TestWorld.Decide(second, id);
        await world.Settle();
        var link = await Line(offer, id);
        await world.PayOnPaper(id);
        await world.End(offer);

        (before.IsToDecide, before.MayDecide, before.ApplicationState).ShouldBe(
            (true, false, ApplicationState.Started)
        );
        own.ShouldBeRefused("paper.own-decision");
        ownRefusal.ShouldBeRefused("paper.own-decision");
        held.ShouldBe(0);
        (standing.Paper, standing.State).ShouldBe((PaperState.Confirmed, ApplicationState.AwaitingPayment));
        standing.CheckoutUrl.ShouldNotBeNull();
        link.CheckoutUrl.ShouldBe(standing.CheckoutUrl);
        twice.ShouldBeRefused("paper.decided");
        (await Line(offer, id)).ApplicationState.ShouldBe(ApplicationState.Issued);
        var member = await world.InDatabase(db =>
            db.Members.AsNoTracking().SingleAsync(m => m.EnterpriseId == offer.By.Id)
        );
        (member.Name, await Units(world, member.Id)).ShouldBe(("Iris Teller", 12));
        (await second.Get($"holdings/{member.Id}/certificates/1")).As<CertificateRead>().Units.ShouldBe(12);
        (await Mails(world, email, standing.CheckoutUrl!)).ShouldBe(1);
        (await Mails(world, email, "You now hold shares")).ShouldBe(1);
        (await Mails(world, email, "tell the board")).ShouldBeGreaterThan(2);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task The_payment_page_stays_open_for_almost_a_day_and_needs_no_mail_address(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var id = await TestWorld.Typed(offer, world.Paper(offer));
        var standing = (await TestWorld.Decide(await world.Administrator(), id)).As<PaperStanding>();

        (standing.HeldUntil!.Value - world.Clock.Now).ShouldBe(AdmitWaiting.Hold, TimeSpan.FromMinutes(5));
        world.Clock.Move(TimeSpan.FromHours(22));
        await world.PayOnPaper(id);

        (await Line(offer, id)).ApplicationState.ShouldBe(ApplicationState.Paid);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task Only_the_board_types_and_strangers_do_not_decide(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var other = await world.RegisterEnterprise(connected: false);
        var id = await TestWorld.Typed(offer, world.Paper(offer));
        var path = $"{offer.Path}/paper-applications";

        foreach (var stranger in new[] { other.Chair, await world.SignUp(), await world.Administrator() })
            (await stranger.Post(path, world.Paper(offer))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await TestWorld.Decide(other.Chair, id)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await other.Chair.Get($"enterprises/{offer.By.Id}/paper-applications")).Status.ShouldBe(
            HttpStatusCode.Forbidden
        );
        var audited = await world.InDatabase(db =>
            db.AuditRows.CountAsync(a => a.Action == nameof(TypePaperApplication) && a.Subject == $"offer {offer.Id}")
        );
        audited.ShouldBe(1);
    }

    [Theory]
    [EveryDatabase]
    public async Task What_the_paper_must_say_is_asked_when_it_is_typed(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var good = world.Paper(offer);
        var minor = TestWorld.Holder(HolderKind.Minor);

        (await Try(offer, good with { SignedOn = good.SignedOn.AddDays(1) })).ShouldBeRefused("paper.signed-later");
        (await Try(offer, good with { SignedOn = good.SignedOn.AddDays(-1) })).ShouldBeRefused(
            "paper.signed-before-document"
        );
        (await Try(offer, good with { DocumentVersion = 2 })).ShouldBeRefused("application.document-changed");
        (await Try(offer, good with { RiskSigned = false })).ShouldBeMalformed("riskSigned", "paper.risk-not-signed");
        (await Try(offer, good with { KeptAt = "x" })).ShouldBeMalformed("keptAt", "field.length");
        (await Try(offer, good with { Holder = null })).ShouldBeMalformed("holderNumber", "paper.who");
        (await Try(offer, good with { Holder = null, HolderNumber = 7 })).ShouldBeRefused("paper.holder");
        (await Try(offer, good with { Holder = minor })).Status.ShouldBe(HttpStatusCode.Conflict);
        (await Try(offer, good with { AmountMinor = 21 * TestWorld.Par })).Status.ShouldBe(HttpStatusCode.Conflict);
        (await Try(await world.OpenEcsp(), good)).ShouldBeRefused("paper.suitability");
        (await world.InDatabase(db => db.PaperApplications.CountAsync(p => p.EnterpriseId == offer.By.Id))).ShouldBe(0);
    }

    [Theory]
    [EveryDatabase]
    public async Task Papers_of_one_neighbour_count_together_and_a_holder_buys_more_by_number(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var second = await world.Seat(offer.By);
        var first = await TestWorld.Typed(offer, world.Paper(offer, 15));
        var same = TestWorld.Holder() with { Name = "IRIS  Téller" };
        // Both are typed before one is confirmed: the limit is asked again then.
        var early = await TestWorld.Typed(offer, world.Paper(offer, 6, holder: same));
        (await TestWorld.Decide(second, first)).ShouldSucceed();

        (await Try(offer, world.Paper(offer, 6, holder: same))).ShouldBeRefused("application.above-maximum-together");
        (await TestWorld.Decide(second, early)).ShouldBeRefused("application.above-maximum-together");
        (await Line(offer, early)).State.ShouldBe(PaperState.Typed);
        (await TestWorld.Decide(second, early, confirm: false, "More than one may have")).ShouldSucceed();
        await world.PayOnPaper(first);
        await world.End(offer);
        var next = await world.OpenNext(offer);
        var more = world.Paper(next, 5) with { Holder = null, HolderNumber = 1 };
        (await Try(next, more with { AmountMinor = 6 * TestWorld.Par })).ShouldBeRefused(
            "application.above-maximum-together"
        );
        var bought = await TestWorld.Typed(next, more);
        (await TestWorld.Decide(second, bought)).ShouldSucceed();
        await world.PayOnPaper(bought);

        var refused = await Line(offer, early);
        (refused.State, refused.ApplicationState).ShouldBe((PaperState.Refused, ApplicationState.Rejected));
        (await world.InDatabase(db => db.Members.CountAsync(m => m.EnterpriseId == offer.By.Id))).ShouldBe(1);
        (await Line(next, bought)).ApplicationState.ShouldBe(ApplicationState.Paid);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task The_board_cancels_for_an_applicant_who_says_so_and_the_money_goes_back(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        await world.Stripe.TopUp("gbp", 100_000);
        var offer = await world.Open();
        var id = await TestWorld.Typed(offer, world.Paper(offer));
        var body = new CancelPaperApplication.Body("Letter in folder 2");
        var path = $"paper-applications/{id}/cancellation";

        (await offer.By.Chair.Post(path, body, Person.NoKey)).ShouldBeRefused("paper.not-confirmed");
        (await TestWorld.Decide(await world.Administrator(), id)).ShouldSucceed();
        await world.PayOnPaper(id);
        (await offer.By.Chair.Post(path, body, Person.NoKey)).ShouldSucceed();
        await world.Settle();

        var line = await Line(offer, id);
        (line.ApplicationState, line.CancelledOn).ShouldBe((ApplicationState.Refunded, "Letter in folder 2"));
        (await world.Show(offer)).UnitsReserved.ShouldBe(0);
        await world.MoneyShouldAddUp();
    }

    private static Task<Reply> Try(DraftedOffer offer, TypePaperApplication.Body paper) =>
        offer.By.Chair.Post($"{offer.Path}/paper-applications", paper);

    private static async Task<PaperShown> Line(DraftedOffer offer, ApplicationId id) =>
        (await offer.By.Chair.Get($"enterprises/{offer.By.Id}/paper-applications"))
            .As<IReadOnlyList<PaperShown>>()
            .Single(p => p.Id == id);

    private static Task<long> Units(TestWorld world, MemberId member) =>
        world.InDatabase(db => db.RegisterEntries.Where(e => e.MemberId == member).SumAsync(e => e.Units));

    private static Task<int> Mails(TestWorld world, string to, string words) =>
        world.InDatabase(db => db.SentMails.CountAsync(m => m.To == to && m.Text.Contains(words)));
}
