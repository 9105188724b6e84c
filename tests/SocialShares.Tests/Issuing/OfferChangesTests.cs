using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Issuing;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Issuing;

/// <summary>Extension, re-opening, pioneers, and the next offer of a class, through the API.</summary>
[Collection(nameof(OneWorld))]
public sealed class OfferChangesTests
{
    private const long Par = TestWorld.Par;

    [Theory]
    [EveryDatabase]
    public async Task An_extension_is_told_to_every_applicant_and_happens_once(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open(change: t => t with { Extendable = true });
        var bought = await world.Buy(offer, 12);
        var later = offer.Terms.ClosesOn!.Value.AddDays(20);

        (await offer.By.Chair.Post($"{offer.Path}/extend", new ExtendOffer.Body(later))).ShouldSucceed();
        await world.Settle();
        var again = await offer.By.Chair.Post($"{offer.Path}/extend", new ExtendOffer.Body(later.AddDays(1)));
        world.Clock.Move(TimeSpan.FromDays(12));
        await world.RunAll(nameof(MoveOffers));

        var shown = await world.Show(offer);
        (shown.State, shown.Terms.ClosesOn, shown.Steps[^1].ClosesOn).ShouldBe((OfferState.Open, later, later));
        again.ShouldBeRefused("offer.extended-already");
        (await Subjects(world, bought.By)).ShouldContain(s => s.EndsWith("stays open longer"));
    }

    [Theory]
    [EveryDatabase]
    public async Task Only_the_board_moves_a_last_day_and_only_where_the_terms_allow_it(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var body = new ExtendOffer.Body(offer.Terms.ClosesOn!.Value.AddDays(20));

        foreach (var verb in new[] { "extend", "reopen", "end" })
            (await (await world.SignUp()).Post($"{offer.Path}/{verb}", body)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await offer.By.Chair.Post($"{offer.Path}/extend", body)).ShouldBeRefused("offer.not-extendable");
        (await offer.By.Chair.Post($"{offer.Path}/reopen", body)).ShouldBeRefused("offer.not-closed");
        (await offer.By.Chair.Post($"{offer.Path}/end", body)).ShouldBeRefused("offer.has-last-day");
    }

    [Theory]
    [EveryDatabase]
    public async Task A_closed_offer_that_met_its_minimum_sells_the_rest(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        world.Clock.Move(TimeSpan.FromDays(9));
        var first = await world.Buy(offer, 12);
        world.Clock.Move(TimeSpan.FromDays(2));
        await world.RunAll(nameof(MoveOffers));
        var later = LegalDay.Of(world.Clock.Now, offer.By.Zone).AddDays(20);

        (await offer.By.Chair.Post($"{offer.Path}/reopen", new ReopenOffer.Body(later))).ShouldSucceed();
        var second = await world.Buy(offer, 8);
        await world.Settle();
        await world.End(offer with { Terms = offer.Terms with { ClosesOn = later } });

        (await Subjects(world, first.By)).ShouldContain(s => s.EndsWith("is open again"));
        (await world.Show(offer)).State.ShouldBe(OfferState.Completed);
        (await TestWorld.Show(first)).State.ShouldBe(ApplicationState.Issued);
        (await TestWorld.Show(second)).State.ShouldBe(ApplicationState.Issued);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_pioneer_offer_takes_members_and_refuses_others(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var first = await world.Open();
        var member = await world.Buy(first, 12);
        await world.End(first);
        var pioneers = await world.Open(change: t => t with { Kind = OfferKind.Pioneer }, by: first.By);
        var stranger = await world.Start(pioneers, 5);
        var known = await world.Start(pioneers, 5, member.By);

        (await TestWorld.Submit(stranger)).ShouldBeRefused("offer.pioneers-only");
        (await TestWorld.Submit(known)).ShouldSucceed();
        (await world.Show(pioneers)).UnitsReserved.ShouldBe(5);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_next_offer_of_a_class_within_a_year_needs_the_members(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var first = await world.Open();
        await world.Buy(first, 12);
        await world.End(first);
        var terms = world.Terms(first.By.Zone);
        var body = new DraftOffer.Body(first.ClassId, null, "A second round", "Buy the house next door too.", terms);
        var drafted = (await first.By.Chair.Post($"enterprises/{first.By.Id}/offers", body)).As<OfferDrafted>();
        var path = $"offers/{drafted.Id}";
        (await first.By.Chair.Upload($"{path}/documents", TestWorld.Pdf)).ShouldSucceed();

        var alone = await first.By.Chair.Post($"{path}/submit");
        var today = terms.OpensOn;
        var future = await first.By.Chair.Upload(
            $"{path}/members-approval?approvedOn={today.AddDays(1):yyyy-MM-dd}",
            TestWorld.Pdf
        );
        var noPdf = await first.By.Chair.Upload(
            $"{path}/members-approval?approvedOn={today:yyyy-MM-dd}",
            "hello"u8.ToArray()
        );
        (
            await first.By.Chair.Upload(
                $"{path}/members-approval?approvedOn={today:yyyy-MM-dd}&fileName=minutes.pdf",
                TestWorld.Pdf
            )
        ).ShouldSucceed();
        (await first.By.Chair.Post($"{path}/submit")).ShouldSucceed();

        alone.ShouldBeRefused("offer.members-too-soon").Field.ShouldBe("opensOn");
        future.ShouldBeRefused("offer.members-in-future").Field.ShouldBe("approvedOn");
        noPdf.ShouldBeMalformed("document", "document.not-pdf");
        var recorded = (await first.By.Chair.Get($"{path}/members-approval")).As<List<ApprovalShown>>().Single();
        (recorded.ApprovedOn, recorded.FileName).ShouldBe((today, "minutes.pdf"));
        (await (await world.Administrator()).Get($"{path}/members-approval/{recorded.Id}")).ShouldSucceed();
        (await (await world.SignUp()).Get($"{path}/members-approval")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [EveryDatabase]
    public async Task Bonds_that_are_due_on_a_day_keep_their_offer_from_being_extended_beyond_it(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var today = LegalDay.Of(world.Clock.Now, "Europe/Amsterdam");
        var bonds = TestWorld.TwoYears(Currency.Eur) with { IssueOn = today.AddDays(30) };
        var offer = await world.OpenBonds(bonds, change: t => t with { Extendable = true });
        var last = offer.Terms.ClosesOn!.Value;

        var tooFar = await offer.By.Chair.Post($"{offer.Path}/extend", new ExtendOffer.Body(last.AddDays(6)));
        var near = await offer.By.Chair.Post($"{offer.Path}/extend", new ExtendOffer.Body(last.AddDays(5)));

        tooFar.ShouldBeRefused("bond.issue-too-early").Field.ShouldBe("closesOn");
        near.ShouldSucceed();
    }

    private static async Task<List<string>> Subjects(TestWorld world, Person to)
    {
        var address = await world.InDatabase(db =>
            db.Users.Where(u => u.Id == to.Id.Value).Select(u => u.Email).SingleAsync()
        );
        return await world.InDatabase(db =>
            db.SentMails.Where(m => m.To == address).Select(m => m.Subject).ToListAsync()
        );
    }
}
