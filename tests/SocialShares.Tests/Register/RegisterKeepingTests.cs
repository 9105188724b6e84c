using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Governance;
using SocialShares.Features.Register;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Register;

/// <summary>Corrections, changes of address, inspection and officers, each step through the API.</summary>
[Collection(nameof(OneWorld))]
public sealed class RegisterKeepingTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_correction_is_in_the_register_when_a_second_person_has_confirmed_it(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (offer, bought) = await Sold(world, 12, 3);
        var chair = offer.By.Chair;
        var root = $"enterprises/{offer.By.Id}/register/corrections";
        var today = LegalDay.Of(world.Clock.Now, offer.By.Zone);
        var wrong = (await chair.Get($"enterprises/{offer.By.Id}/register/entries"))
            .As<EntriesPage>()
            .Entries.Single(e => e.Units == 12);
        var less = new ProposeCorrection.Body(wrong.Number, -2, null, today, "Paid for ten", "Bank statement 4");
        var other = (await HolderOf(world, offer, bought[1].By)).Number;

        (await chair.Post(root, less with { Units = -13 })).ShouldBeRefused("correction.too-much");
        var first = (await chair.Post(root, less)).As<CorrectionProposed>();
        (await chair.Post($"{root}/{first.Id}/confirmation")).ShouldBeRefused("correction.same-person");
        (await Units(chair, offer)).ShouldBe([12, 3], ignoreOrder: true);
        (await (await world.Administrator()).Post($"{root}/{first.Id}/confirmation")).ShouldSucceed();
        var second = (await chair.Post(root, less with { Units = -10, ToNumber = other })).As<CorrectionProposed>();
        (await (await world.Administrator()).Post($"{root}/{second.Id}/confirmation")).ShouldSucceed();

        (await Units(chair, offer)).ShouldBe([0, 13], ignoreOrder: true);
        (await chair.Post(root, less with { Units = -1 })).ShouldBeRefused("correction.too-much");
        var all = (await chair.Get(root)).As<IReadOnlyList<CorrectionShown>>();
        all.ShouldAllBe(c => c.State == CorrectionState.Confirmed && c.DecidedByName != chair.Name);
        var check = await chair.Post($"enterprises/{offer.By.Id}/register/checks");
        check.As<IReadOnlyList<RegisterCheckShown>>().Single().Fault.ShouldBeNull();
        await world.ChecksShouldHold();
        var certificate = await Certificate(world, wrong.HolderNumber, offer);
        (certificate.Units, certificate.StandingUnits).ShouldBe((12L, 0L));
        var member = await HolderOf(world, offer, bought[0].By);
        member.CeasedOn.ShouldBe(today, "the last shares were a mistake");
        var holding = (await bought[0].By.Get($"holdings/{member.Id}")).As<HoldingRead>();
        holding.Years.SelectMany(y => y.Movements).Count(m => m.Kind == MovementKind.Correction).ShouldBe(2);
        holding.Years[0].UnitsAtEnd.ShouldBe(0);
    }

    [Theory]
    [EveryDatabase]
    public async Task Nobody_decides_on_units_for_themselves_and_the_holders_concerned_are_told(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var by = await world.RegisterEnterprise();
        var (ann, second) = (await world.SignUp(), await world.Seat(by));
        var shares = await world.IssueShares([(ann, 12), (second, 3)], by: by);
        var root = $"{shares.Path}/register/corrections";
        var wrong = (await by.Chair.Get($"{shares.Path}/register/entries"))
            .As<EntriesPage>()
            .Entries.Single(e => e.Units == 12);
        var less = new ProposeCorrection.Body(
            wrong.Number,
            -2,
            (await world.HolderOf(by.Id, second)).Number,
            LegalDay.Of(world.Clock.Now, by.Zone),
            "Two were paid by Sam",
            "Bank statement 4"
        );

        (await second.Post(root, less)).ShouldBeRefused("correction.own-gain");
        var proposed = (await by.Chair.Post(root, less)).As<CorrectionProposed>();
        (await second.Post($"{root}/{proposed.Id}/confirmation")).ShouldBeRefused("correction.own-gain");
        (await (await world.Administrator()).Post($"{root}/{proposed.Id}/confirmation")).ShouldSucceed();

        (await world.MailTo(ann.Email)).ShouldContain(m => m.Subject.Contains("you have fewer"));
        (await world.MailTo(second.Email)).ShouldContain(m =>
            m.Subject.Contains("you have more") && m.Text.Contains("Two were paid by Sam")
        );
        await world.ChecksShouldHold();
    }

    [Theory]
    [EveryDatabase]
    public async Task An_address_changes_from_a_day_on_and_the_days_before_keep_the_old_one(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (offer, bought) = await Sold(world, 12);
        var (chair, owner) = (offer.By.Chair, bought[0].By);
        var member = await HolderOf(world, offer, owner);
        var before = LegalDay.Of(world.Clock.Now, offer.By.Zone);
        world.MoveToDay(before.AddDays(3));
        var moved = new ChangeMyAddress.Body(
            "9 Low Street",
            "HB2",
            "Hallowby",
            "GB",
            "iris@example.org",
            NoticePurpose.Meetings
        );

        (await owner.Put($"holdings/{member.Id}/address", moved with { Purpose = null })).ShouldBeRefused(
            "holder.email-purpose"
        );
        (await owner.Put($"holdings/{member.Id}/address", moved)).ShouldSucceed();
        (
            await owner.Post($"holdings/{member.Id}/name-requests", new AskNewName.Body("Iris Baker", "Deed 7"))
        ).ShouldSucceed();
        await world.Settle(); // a mail in hand while the clock jumps would be delivered twice
        world.MoveToDay(before.AddDays(6));
        var order = new RecordHolderChange.Body(
            new HolderAddress(
                "Iris Baker",
                "9 Low Street",
                "HB2",
                "Hallowby",
                "GB",
                "iris@example.org",
                NoticePurpose.Meetings
            ),
            before.AddDays(5),
            "Deed 7"
        );
        (await chair.Post($"holders/{member.Id}/changes", order with { ValidOn = before })).ShouldBeRefused(
            "holder.change-order"
        );
        (await chair.Post($"holders/{member.Id}/changes", order)).ShouldSucceed();
        await world.Settle();

        (await On(chair, offer, before)).ShouldBe(("Iris Teller", "2 High Street", null));
        (await On(chair, offer, before.AddDays(3))).ShouldBe(("Iris Teller", "9 Low Street", "iris@example.org"));
        (await On(chair, offer, before.AddDays(5))).ShouldBe(("Iris Baker", "9 Low Street", "iris@example.org"));
        var found = (await chair.Get($"enterprises/{offer.By.Id}/register?search=teller")).As<RegisterPage>();
        found.Members.Single().Name.ShouldBe("Iris Baker");
        var history = (await owner.Get($"holders/{member.Id}/changes")).As<HolderHistory>();
        history.Changes.Select(c => c.Document).ShouldBe(["Deed 7", ""]);
        var mails = await world.InDatabase(db =>
            db.SentMails.Where(m => m.To == chair.Email && m.Text.Contains(member.Name)).ToListAsync()
        );
        mails.Count(m => m.Text.Contains("Iris Baker (Deed 7)")).ShouldBe(1);
        mails.Count(m => m.Subject.Contains("new address")).ShouldBe(1);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_member_inspects_the_register_without_what_others_hold_where_the_law_gives_that_right(
        Engine engine
    )
    {
        var world = await TestWorld.Shared(engine);
        var (offer, bought) = await Sold(world, 12, 3);
        var member = await HolderOf(world, offer, bought[0].By);
        var dutch = await world.Open(Currency.Eur);
        var buyer = await world.Buy(dutch, 12);
        await world.End(dutch);
        var elsewhere = await HolderOf(world, dutch, buyer.By);

        var seen = (await bought[0].By.Get($"holdings/{member.Id}/register")).As<RegisterPage>();
        var strange = await bought[1].By.Get($"holdings/{member.Id}/register");
        var csv = await offer.By.Chair.Get($"enterprises/{offer.By.Id}/register.csv?withHoldings=false");

        seen.Members.Count.ShouldBe(2);
        seen.Members.ShouldAllBe(m => m.Units == null && m.PaidMinor == null && m.BondsMinor == null);
        seen.Officers.Single().Name.ShouldBe(offer.By.Chair.Name);
        strange.Status.ShouldBe(HttpStatusCode.NotFound);
        csv.Text.ShouldNotContain("12000");
        (await buyer.By.Get($"holdings/{elsewhere.Id}/register")).ShouldBeRefused("register.no-inspection");
    }

    [Theory]
    [EveryDatabase]
    public async Task A_board_member_leaves_but_never_the_last_one_and_the_register_keeps_the_dates(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var enterprise = await world.RegisterEnterprise(connected: false);
        var second = await world.SignUp("Sam Second");
        var leave = $"enterprises/{enterprise.Id}/board/leave";

        (await enterprise.Chair.Post(leave)).ShouldBeRefused("board.last-member");
        (
            await enterprise.Chair.Post(
                $"enterprises/{enterprise.Id}/board",
                new SeatBoardMember.Body(second.Email, "secretary", true)
            )
        ).ShouldSucceed();
        (await enterprise.Chair.Post(leave)).ShouldSucceed();

        (await enterprise.Chair.Get($"enterprises/{enterprise.Id}/register")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await second.Post(leave)).ShouldBeRefused("board.last-member");
        var officers = (await second.Get($"enterprises/{enterprise.Id}/register")).As<RegisterPage>().Officers;
        var today = LegalDay.Of(world.Clock.Now, enterprise.Zone);
        officers.Single(o => o.Name == enterprise.Chair.Name).Until.ShouldBe(today);
        officers.Single(o => o.Name == "Sam Second").Until.ShouldBeNull();
        (await second.Get($"enterprises/{enterprise.Id}/officers.csv")).Text.ShouldContain("Cora Chair,chair,");
    }

    private static async Task<(DraftedOffer Offer, List<StartedApplication> Bought)> Sold(
        TestWorld world,
        params long[] units
    )
    {
        var offer = await world.Open();
        var bought = new List<StartedApplication>();
        foreach (var number in units)
            bought.Add(await world.Buy(offer, number));
        await world.End(offer);
        return (offer, bought);
    }

    private static Task<Member> HolderOf(TestWorld world, DraftedOffer offer, Person person) =>
        world.InDatabase(db =>
            db.Members.AsNoTracking().SingleAsync(m => m.EnterpriseId == offer.By.Id && m.PersonId == person.Id)
        );

    private static async Task<IReadOnlyList<long?>> Units(Person chair, DraftedOffer offer) =>
        [.. (await chair.Get($"enterprises/{offer.By.Id}/register")).As<RegisterPage>().Members.Select(m => m.Units)];

    private static async Task<(string, string, string?)> On(Person chair, DraftedOffer offer, DateOnly day)
    {
        var page = await chair.Get($"enterprises/{offer.By.Id}/register?asOf={day:yyyy-MM-dd}");
        var row = page.As<RegisterPage>().Members.Single();
        return (row.Name, row.Street, row.Email);
    }

    private static async Task<CertificateVerified> Certificate(TestWorld world, int holder, DraftedOffer offer)
    {
        var code = await world.InDatabase(db =>
            db.Certificates.Where(c =>
                    db.Members.Any(m => m.Id == c.MemberId && m.EnterpriseId == offer.By.Id && m.Number == holder)
                )
                .Select(c => c.Code)
                .SingleAsync()
        );
        return (await world.Nobody.Get($"certificates/{code}")).As<CertificateVerified>();
    }
}
