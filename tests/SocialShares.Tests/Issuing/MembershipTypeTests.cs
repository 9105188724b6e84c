using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Issuing;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Issuing;

/// <summary>Kinds of members with limits of their own, postcodes, ages and caps: held on every way into an offer.</summary>
[Collection(nameof(OneWorld))]
public sealed class MembershipTypeTests
{
    private const long Par = TestWorld.Par;

    private static readonly Eligibility Types = new([
        new MembershipType("A", "lives in the village", true, MaximumMinor: 10 * Par, Postcodes: ["HB1"]),
        new MembershipType(
            "B",
            "lives elsewhere",
            false,
            true,
            true,
            MinimumMinor: 8 * Par,
            PriorityFromMinor: 15 * Par
        ),
    ]);

    [Theory]
    [EveryDatabase]
    public async Task The_type_that_was_chosen_stands_in_application_and_register(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open(change: t => t with { Eligibility = Types });
        var resident = await Start(world, offer, 5, "A");
        var other = await Start(world, offer, 8, "B", "ZZ9 9ZZ");

        await Pay(world, resident);
        await Pay(world, other);
        var shown = await TestWorld.Show(resident);
        await world.End(offer);

        (shown.MembershipType, shown.IsResident).ShouldBe(("A", true));
        var lines = (await offer.By.Chair.Get($"{offer.Path}/applications")).As<List<ApplicationLine>>();
        lines.Select(l => l.MembershipType).Order().ShouldBe(["A", "B"]);
        var members = await world.InDatabase(db =>
            db.Members.Where(m => m.EnterpriseId == offer.By.Id)
                .OrderBy(m => m.MembershipType)
                .Select(m => new { m.MembershipType, m.IsResident })
                .ToListAsync()
        );
        members.Select(m => (m.MembershipType, m.IsResident)).ShouldBe([("A", true), ("B", false)]);
    }

    [Theory]
    [EveryDatabase]
    public async Task A_type_that_does_not_fit_is_refused_with_its_reason_and_can_be_changed(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open(change: t => t with { Eligibility = Types });
        var application = await world.Begin(offer, 5);

        (await Answer(application, null)).ShouldBeRefused("application.type-missing").Field.ShouldBe("membershipType");
        (await Answer(application, "C")).ShouldBeRefused("application.type-unknown");
        (await Answer(application, "A", postcode: "ZZ9 9ZZ")).ShouldBeRefused("application.type-postcode");
        (await Answer(application, "A", HolderKind.Organisation)).ShouldBeRefused("application.type-kind");
        (await Answer(application, "B")).ShouldBeRefused("application.below-minimum").Field.ShouldBe("amountMinor");
        (await Answer(application, "A")).ShouldSucceed();
        var tooMuch = await application.By.Patch(application.Path, new AnswerApplication.Body(12 * Par, null, null));
        var alone = new AnswerApplication.Body(null, null, null, MembershipType: "B");

        tooMuch.ShouldBeRefused("application.above-maximum");
        (await application.By.Patch(application.Path, alone)).ShouldBeRefused("application.below-minimum");
        (await application.By.Patch(application.Path, alone with { AmountMinor = 9 * Par })).ShouldSucceed();
        (await TestWorld.Show(application)).MembershipType.ShouldBe("B");
    }

    [Theory]
    [EveryDatabase]
    public async Task An_offer_without_types_makes_residents_by_postcode_and_refuses_others(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open(change: t => t with { Eligibility = new Eligibility(Postcodes: ["HB1"]) });
        var application = await world.Begin(offer, 5);

        (await Answer(application, null, postcode: "HB11 1AB"))
            .ShouldBeRefused("application.postcode")
            .Field.ShouldBe("postcode");
        (await Answer(application, "A")).ShouldBeRefused("application.type-unknown");
        (await Answer(application, null)).ShouldSucceed();

        (await TestWorld.Show(application)).IsResident.ShouldBeTrue();
        (await world.Show(offer)).Terms.Eligibility!.Country.ShouldBe("GB");
    }

    [Theory]
    [EveryDatabase]
    public async Task Sixteen_is_enough_where_the_terms_say_so(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var usual = await world.Open();
        var young = await world.Open(change: t => t with { Eligibility = new Eligibility(MinimumAge: 16) });
        var born = young.Terms.OpensOn.AddYears(-16);
        var (refused, taken) = (await world.Begin(usual, 5), await world.Begin(young, 5));

        (await Answer(refused, null, born: born)).ShouldBeRefused("application.under-age").Field.ShouldBe("bornOn");
        (await Answer(taken, null, born: born.AddDays(30))).ShouldBeRefused("application.under-age");
        (await Answer(taken, null, born: born)).ShouldSucceed();
    }

    [Theory]
    [EveryDatabase]
    public async Task Caps_in_units_and_as_a_part_of_the_whole_count_what_is_applied_for_already(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var byUnits = await world.Open(change: t => t with { MaximumUnitsPerHolder = 8 });
        var byShare = await world.Open(change: t => t with { MaximumShareOfTotalPpm = 85_000 });
        var person = await world.SignUp();

        foreach (var (offer, code) in new[] { (byUnits, "above-units"), (byShare, "above-share") })
        {
            (await person.Post($"{offer.Path}/applications", new StartApplication.Body(9 * Par)))
                .ShouldBeRefused($"application.{code}")
                .Field.ShouldBe("amountMinor");
            await world.Apply(offer, 6, person);
            var second = await world.Start(offer, 3, person);
            (await TestWorld.Submit(second)).ShouldBeRefused($"application.{code}");
            (await world.Show(offer)).UnitsReserved.ShouldBe(6);
            await world.Apply(offer, 2, person);
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task Sixty_four_at_once_stay_within_the_limits_of_their_type_and_of_the_offer(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var types = new Eligibility([
            new MembershipType("A", "lives in the village", true, MaximumMinor: 2 * Par),
            new MembershipType("B", "lives elsewhere", false, MinimumMinor: 3 * Par, MaximumMinor: 4 * Par),
        ]);
        var offer = await world.Open(change: t => t with { Eligibility = types });
        // Sixteen people, four applications each of their type: of A two may pass, of B only one.
        var people = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => world.SignUp()));
        var started = await Task.WhenAll(
            Enumerable
                .Range(0, 64)
                .Select(i => Start(world, offer, i % 16 < 8 ? 1 : 3, i % 16 < 8 ? "A" : "B", by: people[i % 16]))
        );

        var replies = await Task.WhenAll(started.Select(a => TestWorld.Submit(a)));

        replies.Count(r => r.Status == HttpStatusCode.OK).ShouldBe(8 * 2 + 8);
        foreach (var refused in replies.Where(r => r.Status != HttpStatusCode.OK))
            refused.ShouldBeRefused("application.above-maximum-together");
        (await world.Show(offer)).UnitsReserved.ShouldBe(8 * 2 + 8 * 3);
        var perPerson = await world.InDatabase(db =>
            db.Applications.Where(a => a.OfferId == offer.Id && a.State == ApplicationState.AwaitingPayment)
                .GroupBy(a => new { a.PersonId, a.MembershipType })
                .Select(g => new { g.Key.MembershipType, Units = g.Sum(a => a.Units) })
                .ToListAsync()
        );
        perPerson.Count.ShouldBe(16);
        perPerson.ShouldAllBe(p => p.Units == (p.MembershipType == "A" ? 2 : 3));
    }

    [Fact]
    public async Task A_bad_type_is_named_with_its_place_in_the_list()
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var enterprise = await world.RegisterEnterprise(connected: false);
        var terms = world.Terms(enterprise.Zone);
        var draft = new DraftOffer.Body(
            null,
            TestWorld.Class(Currency.Gbp),
            "Reopen the village shop",
            "Buy the building and open it.",
            terms with
            {
                Eligibility = Types with { MembershipTypes = [Types.MembershipTypes![0], new("", "x", true)] },
            }
        );
        var path = $"enterprises/{enterprise.Id}/offers";

        var malformed = await enterprise.Chair.Post(path, draft);
        var twice = terms with { Eligibility = new Eligibility([Types.MembershipTypes![0], Types.MembershipTypes[0]]) };
        var refused = await enterprise.Chair.Post(path, draft with { Terms = twice });

        malformed.ShouldBeMalformed("terms.eligibility.membershipTypes[1].code", "field.length");
        refused.ShouldBeRefused("offer.terms.type-twice").Field.ShouldBe("membershipTypes[1].code");
    }

    private static async Task<StartedApplication> Start(
        TestWorld world,
        DraftedOffer offer,
        long units,
        string type,
        string postcode = "HB1 2AB",
        Person? by = null
    )
    {
        var application = await world.Begin(offer, units, by);
        (await Answer(application, type, postcode: postcode)).ShouldSucceed();
        return application;
    }

    private static Task<Reply> Answer(
        StartedApplication application,
        string? type,
        HolderKind kind = HolderKind.Person,
        string postcode = "HB1 2AB",
        DateOnly? born = null
    )
    {
        var holder = TestWorld.Holder(kind) with { Postcode = postcode };
        holder = born is null ? holder : holder with { BornOn = born };
        var body = new AnswerApplication.Body(null, holder, null, MembershipType: type);
        return application.By.Patch(application.Path, body);
    }

    private static async Task Pay(TestWorld world, StartedApplication application)
    {
        (await TestWorld.Submit(application)).ShouldSucceed();
        await world.Stripe.Pay(await world.Session(application), "card", LocalStripe.GoodCard);
        await world.Settle();
    }
}
