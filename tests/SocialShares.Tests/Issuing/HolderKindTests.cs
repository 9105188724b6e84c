using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Issuing;
using SocialShares.Features.Register;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Issuing;

/// <summary>Children, people together and organisations apply, and each stands in the register as who they are.</summary>
[Collection(nameof(OneWorld))]
public sealed class HolderKindTests
{
    private const long Par = TestWorld.Par;

    [Theory]
    [EveryDatabase]
    public async Task Each_kind_of_holder_stands_in_the_register_and_on_the_certificate_under_its_names(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open(change: TakesAll);
        var person = await world.SignUp();
        var (wren, finch) = (Child(world, "Wren Teller", 6), Child(world, "Finch Teller", 3));
        var club = TestWorld.Holder(HolderKind.Organisation);
        var choir = club with { Name = "Hallowby Choir", Party = club.Party! with { RegistryNumber = "8427" } };
        foreach (
            var holder in new[] { TestWorld.Holder(), wren, finch, TestWorld.Holder(HolderKind.Joint), club, choir }
        )
            await Buy(world, offer, 3, person, holder);
        await world.End(offer);

        var rows = await Register(offer);
        var cards = (await person.Get("portfolio")).As<IReadOnlyList<HoldingCard>>();

        rows.Count.ShouldBe(6);
        rows.ShouldAllBe(r => r.Units == 3);
        rows.Single(r => r.Name == "Wren Teller").Party!.Guardian.ShouldBe("Iris Teller");
        rows.Single(r => r.Name == "Wren Teller").BornOn.ShouldBe(wren.BornOn);
        rows.Single(r => r.Name == "Finch Teller").Kind.ShouldBe(HolderKind.Minor);
        rows.Single(r => r.Kind == HolderKind.Joint)
            .Party!.With!.Single()
            .ShouldBe(new JointHolder("Owen Teller", null));
        rows.Single(r => r.Name == "Hallowby Choir").Party!.RegistryNumber.ShouldBe("8427");
        rows.Single(r => r.Name == "Hallowby Football Club").Party!.Office.ShouldBe("treasurer");
        cards.Count.ShouldBe(6);
        var joint = cards.Single(c => c.Kind == HolderKind.Joint);
        var number = (await person.Get($"holdings/{joint.MemberId}")).As<HoldingRead>().Certificates.Single().Number;
        var certificate = (await person.Get($"holdings/{joint.MemberId}/certificates/{number}")).As<CertificateRead>();
        certificate.Party!.With!.Single().Name.ShouldBe("Owen Teller");
        var csv = (await offer.By.Chair.Get($"enterprises/{offer.By.Id}/register.csv")).Text;
        csv.ShouldContain("Owen Teller");
        csv.ShouldContain($"{wren.BornOn:yyyy-MM-dd}");
        (await offer.By.Chair.Get($"enterprises/{offer.By.Id}/register.csv?withHoldings=false")).Text.ShouldNotContain(
            $"{wren.BornOn:yyyy-MM-dd}"
        );
        await world.MoneyShouldAddUp();
    }

    [Fact]
    public void Members_read_the_names_of_joint_holders_and_never_when_they_were_born()
    {
        var born = new DateOnly(1979, 5, 1);
        var row = new RegisterRow(
            MemberId.New(),
            1,
            HolderKind.Joint,
            "Iris Teller",
            "2 High Street",
            "HB1",
            "Hallowby",
            "GB",
            born.AddYears(40),
            null,
            3,
            3_000,
            null,
            null,
            null,
            born,
            new HolderParty(With: [new JointHolder("Owen Teller", born)])
        );

        var seen = row.WithoutHoldings();

        (seen.BornOn, seen.Party!.With!.Single()).ShouldBe((null, new JointHolder("Owen Teller", null)));
    }

    [Theory]
    [EveryDatabase]
    public async Task The_same_holder_in_a_later_purchase_is_the_same_line_of_the_register(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open(change: TakesAll);
        var person = await world.SignUp();
        var wren = Child(world, "Wren Teller", 6);
        var club = TestWorld.Holder(HolderKind.Organisation);
        await Buy(world, offer, 2, person, wren);
        await Buy(world, offer, 3, person, wren with { Name = "wren  TELLER" });
        await Buy(world, offer, 2, person, club);
        await Buy(world, offer, 4, person, club with { Name = "Hallowby football club." });
        await world.End(offer);

        var rows = await Register(offer);

        rows.Select(r => (r.Kind, r.Units))
            .ShouldBe([(HolderKind.Minor, 5), (HolderKind.Organisation, 6)], ignoreOrder: true);
    }

    [Theory]
    [EveryDatabase]
    public async Task Limits_count_for_each_holder_and_no_other_spelling_or_partner_raises_them(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open(change: TakesAll);
        var (mother, father) = (await world.SignUp(), await world.SignUp());
        var wren = Child(world, "Wren Teller", 6);
        var joint = TestWorld.Holder(HolderKind.Joint);
        await Submit(world, offer, 15, mother, TestWorld.Holder());
        await Submit(world, offer, 15, mother, wren);
        await Submit(world, offer, 6, mother, Child(world, "Finch Teller", 3));

        var respelled = await TrySubmit(world, offer, 6, mother, wren with { Name = "Wrenna Teller-Ashby" });
        var otherParent = await TrySubmit(world, offer, 6, father, wren);
        var withPartner = await TrySubmit(world, offer, 6, mother, joint);
        var within = await TrySubmit(world, offer, 5, mother, joint);

        foreach (var reply in new[] { respelled, otherParent, withPartner })
            reply.ShouldBeRefused("application.above-maximum-together").Field.ShouldBe("amountMinor");
        within.ShouldSucceed();
    }

    [Theory]
    [EveryDatabase]
    public async Task Each_child_of_a_guardian_is_a_holder_where_there_is_too_little_for_all(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        await world.Stripe.TopUp("gbp", 100_000);
        var offer = await world.Open(change: t => TakesAll(TestWorld.Scarce(AllocationPolicy.EqualFill)(t)));
        var mother = await world.SignUp();
        await Buy(world, offer, 4, mother, Child(world, "Wren Teller", 6));
        await Buy(world, offer, 8, mother, Child(world, "Wren Teller", 6));
        await Buy(world, offer, 12, mother, Child(world, "Finch Teller", 3));
        await world.Buy(offer, 12);
        await world.End(offer);

        await world.Sign(offer);

        // Three holders: two applications for one child count as one, those for its sister do not.
        var rows = (await Register(offer)).Select(r => (r.Kind, r.Units)).OrderBy(r => r.Units).ToList();
        rows.Select(r => r.Units).ShouldBe([6, 7, 7]);
        rows.Count(r => r.Kind == HolderKind.Minor).ShouldBe(2);
    }

    [Theory]
    [EveryDatabase]
    public async Task An_organisation_has_one_limit_whoever_acts_for_it(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open(change: TakesAll);
        var club = TestWorld.Holder(HolderKind.Organisation);
        club = club with { Party = club.Party! with { RegistryNumber = "8427 1" } };
        await Submit(world, offer, 30, await world.SignUp(), club);

        var other = await TrySubmit(world, offer, 11, await world.SignUp(), club with { Name = "F.C. Hallowby" });
        var namesake = club with { Party = club.Party! with { RegistryNumber = "99" } };
        var allowed = await TrySubmit(world, offer, 40, await world.SignUp(), namesake);

        other.ShouldBeRefused("application.above-maximum-together");
        allowed.ShouldSucceed();
    }

    [Theory]
    [EveryDatabase]
    public async Task An_offer_for_grown_ups_takes_no_child_and_a_grown_up_is_no_child(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var (adults, all) = (await world.Open(), await world.Open(change: TakesAll));
        var person = await world.SignUp();

        var child = await Answer(await Started(adults, 1, person), Child(world, "Wren", 6));
        var grown = await Answer(await Started(all, 1, person), Child(world, "Wren", 18));
        var alone = await Answer(
            await Started(all, 1, person),
            TestWorld.Holder(HolderKind.Joint) with
            {
                Party = null,
            }
        );
        var nobody = await Answer(
            await Started(all, 1, person),
            TestWorld.Holder(HolderKind.Organisation) with
            {
                Party = null,
            }
        );

        child.ShouldBeRefused("application.holder-not-taken");
        grown.ShouldBeRefused("application.of-age").Field.ShouldBe("bornOn");
        alone.ShouldBeRefused("application.joint-count").Field.ShouldBe("with");
        nobody.ShouldBeRefused("application.representative-missing").Field.ShouldBe("representative");
    }

    [Theory]
    [EveryDatabase]
    public async Task A_holder_buys_a_single_share_more_into_the_same_line_and_up_to_the_most(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open(change: t => TakesAll(t) with { MinimumPerHolderMinor = 5 * Par });
        var person = await world.SignUp();
        var wren = Child(world, "Wren Teller", 6);
        await Buy(world, offer, 12, person, wren);
        await world.End(offer);
        var row = (await Register(offer)).Single();
        var next = await world.OpenNext(offer, t => TakesAll(t) with { MinimumPerHolderMinor = 5 * Par });
        var stranger = await world.SignUp();

        var one = await TopUp(next, 1, person, row.MemberId);
        var notMine = await TopUp(next, 1, stranger, row.MemberId);
        var elsewhere = await TopUp(await world.Open(change: TakesAll), 1, person, row.MemberId);
        var application = new StartedApplication(one.As<ApplicationStarted>().Id, person, next);
        var changed = await Answer(application, TestWorld.Holder());
        (await TestWorld.Submit(application)).ShouldSucceed();
        await world.Stripe.Pay(await world.Session(application));
        await world.Settle();
        var most = new StartedApplication(
            (await TopUp(next, 8, person, row.MemberId)).As<ApplicationStarted>().Id,
            person,
            next
        );
        var above = await TestWorld.Submit(most);
        await Buy(world, next, 10, stranger, TestWorld.Holder());
        await world.End(next);

        notMine.ShouldFail(HttpStatusCode.NotFound, "holding.unknown");
        elsewhere.ShouldFail(HttpStatusCode.NotFound, "holding.unknown");
        changed.ShouldBeRefused("application.top-up-details");
        above.ShouldBeRefused("application.above-maximum-together");
        (await Register(offer)).Single(r => r.Number == row.Number).Units.ShouldBe(13);
        (await TestWorld.Show(application)).Holder!.Name.ShouldBe("Wren Teller");
    }

    [Theory]
    [EveryDatabase]
    public async Task A_board_refuses_an_application_with_a_reason_and_the_money_goes_back(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        await world.Stripe.TopUp("gbp", 100_000);
        var offer = await world.Open();
        var (paid, unpaid) = (await world.Buy(offer, 5), await world.Apply(offer, 4));
        var reason = new RejectApplication.Body("Only for residents of Hallowby.");

        (await paid.By.Post($"{paid.Path}/rejection", reason, Person.NoKey)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await offer.By.Chair.Post($"{paid.Path}/rejection", reason, Person.NoKey)).ShouldSucceed();
        var administrator = await world.Administrator();
        (await administrator.Post($"{unpaid.Path}/rejection", reason, Person.NoKey)).ShouldSucceed();
        await world.Settle();

        var (first, second) = (await TestWorld.Show(paid), await TestWorld.Show(unpaid));
        (first.State, first.Rejection!.Reason).ShouldBe((ApplicationState.Refunded, reason.Reason));
        (second.State, second.Rejection!.Reason).ShouldBe((ApplicationState.Rejected, reason.Reason));
        (await world.Show(offer)).UnitsReserved.ShouldBe(0);
        (await offer.By.Chair.Post($"{paid.Path}/rejection", reason, Person.NoKey)).ShouldBeRefused(
            "application.state"
        );
        var mails = await world.InDatabase(db =>
            db.SentMails.Where(m => m.To == paid.By.Email && m.Text.Contains(reason.Reason)).CountAsync()
        );
        mails.ShouldBe(1);
        await world.MoneyShouldAddUp();
    }

    private static OfferTerms TakesAll(OfferTerms terms) =>
        terms with
        {
            Eligibility = new Eligibility(Holders: [HolderGroup.Person, HolderGroup.Minor, HolderGroup.Organisation]),
        };

    private static HolderDetails Child(TestWorld world, string name, int years) =>
        TestWorld.Holder(HolderKind.Minor) with
        {
            Name = name,
            BornOn = LegalDay.Of(world.Clock.Now, "Europe/London").AddYears(-years),
        };

    private static async Task<IReadOnlyList<RegisterRow>> Register(DraftedOffer offer) =>
        (await offer.By.Chair.Get($"enterprises/{offer.By.Id}/register")).As<RegisterPage>().Members;

    private static async Task<StartedApplication> Started(DraftedOffer offer, long units, Person by)
    {
        var reply = await by.Post($"{offer.Path}/applications", new StartApplication.Body(units * Par));
        return new StartedApplication(reply.As<ApplicationStarted>().Id, by, offer);
    }

    private static Task<Reply> TopUp(DraftedOffer offer, long units, Person by, MemberId holding) =>
        by.Post($"{offer.Path}/applications", new StartApplication.Body(units * Par, HoldingId: holding));

    private static Task<Reply> Answer(StartedApplication application, HolderDetails holder) =>
        application.By.Patch(application.Path, new AnswerApplication.Body(null, holder, null));

    private static async Task<Reply> TrySubmit(
        TestWorld world,
        DraftedOffer offer,
        long units,
        Person by,
        HolderDetails holder
    ) => await TestWorld.Submit(await world.Start(offer, units, by, holder: holder));

    private static async Task Submit(
        TestWorld world,
        DraftedOffer offer,
        long units,
        Person by,
        HolderDetails holder
    ) => (await TrySubmit(world, offer, units, by, holder)).ShouldSucceed();

    private static async Task Buy(TestWorld world, DraftedOffer offer, long units, Person by, HolderDetails holder)
    {
        var application = await world.Start(offer, units, by, holder: holder);
        (await TestWorld.Submit(application)).ShouldSucceed();
        await world.Stripe.Pay(await world.Session(application));
        await world.Settle();
    }
}
