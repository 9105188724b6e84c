using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Issuing;
using SocialShares.Features.Regulation;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Regulation;

/// <summary>Offers under rule packs: what a board may choose, what is refused, what is kept with the approval.</summary>
[Collection(nameof(OneWorld))]
public sealed class RulePackTests
{
    private const long Par = TestWorld.Par;

    [Theory]
    [EveryDatabase]
    public async Task Each_country_and_instrument_has_its_usual_rules(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var gb = await world.Draft(await world.RegisterEnterprise());
        var nl = await world.Draft(await world.RegisterEnterprise(Currency.Eur));
        var bonds = await world.OpenBonds();

        (await world.Show(gb)).Rules.Pack.ShouldBe("gb-exempt-society");
        (await world.Show(gb)).Rules.IsSettled.ShouldBeFalse();
        (await world.Show(nl)).Rules.Pack.ShouldBe("non-security");
        (await world.Show(bonds)).Rules.Pack.ShouldBe("nl-exempt");
        (await world.Show(bonds)).Rules.IsSettled.ShouldBeTrue();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_board_chooses_rules_that_its_country_and_its_terms_allow(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var gb = await world.RegisterEnterprise();
        var nl = await world.RegisterEnterprise(Currency.Eur);
        var terms = world.Terms(nl.Zone);

        (await Draft(gb, world.Terms(), "nl-exempt")).ShouldBeRefused("offer.rules-country").Field.ShouldBe("rulePack");
        (await Draft(gb, world.Terms(), "no-such")).ShouldBeRefused("offer.rules-unknown");
        (await Draft(nl, terms, "nl-exempt"))
            .ShouldBeRefused("offer.terms.reflection")
            .Field.ShouldBe("reflectionDays");
        (await Draft(nl, terms with { ReflectionDaysOnceFull = 1 }, null)).ShouldBeRefused(
            "offer.rules-no-shorter-reflection"
        );
        (await Draft(nl, Two(14, 15), "nl-exempt")).ShouldBeRefused("offer.terms.reflection-once-full");
        (await Draft(nl, Two(14, 61), "nl-exempt")).ShouldBeMalformed("terms.reflectionDaysOnceFull", "field.range");
        var drafted = (await Draft(nl, Two(14, 1), "nl-exempt")).As<OfferDrafted>();
        var shown = (await nl.Chair.Get($"offers/{drafted.Id}")).As<OfferShown>();
        (shown.Rules.Pack, shown.Terms.ReflectionDaysOnceFull).ShouldBe(("nl-exempt", 1));
        var other = new ReviseOffer.Body(shown.Title, shown.Purpose, terms, RulePack: "non-security");
        (await nl.Chair.Put($"offers/{drafted.Id}", other, $"\"{shown.Version}\"")).ShouldSucceed();
        (await nl.Chair.Get($"offers/{drafted.Id}")).As<OfferShown>().Rules.Pack.ShouldBe("non-security");

        OfferTerms Two(int days, int onceFull) =>
            terms with
            {
                ReflectionDays = days,
                ReflectionDaysOnceFull = onceFull,
            };
    }

    [Theory]
    [EveryDatabase]
    public async Task An_offer_beyond_the_size_or_the_cap_is_refused_with_the_figures(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var nl = await world.RegisterEnterprise(Currency.Eur);
        var terms = world.Terms(nl.Zone) with { ReflectionDays = 14 };

        var large = await Draft(nl, terms with { MaximumTargetMinor = 1_200_000_000 + Par }, "nl-exempt");
        large.ShouldBeRefused("offer.rules-size").Field.ShouldBe("maximumTargetMinor");
        large.Text.ShouldContain("EUR 12000000.00");
        var drafted = (
            await Draft(nl, terms with { MaximumTargetMinor = 700_000_000 }, "nl-exempt")
        ).As<OfferDrafted>();
        await Approve(world, nl, drafted.Id);
        // Seven million are with the public: five more make twelve.
        (await Draft(nl, terms with { MaximumTargetMinor = 500_000_000 + Par }, "nl-exempt")).ShouldBeRefused(
            "offer.rules-size"
        );
        (await Draft(nl, terms with { MaximumTargetMinor = 500_000_000 }, "nl-exempt")).ShouldSucceed();
        var gb = await world.RegisterEnterprise();
        var capped = world.Terms() with { MaximumTargetMinor = 30_000_000, MaximumPerOrganisationMinor = 20_000_000 };
        (await Draft(gb, capped with { MaximumPerHolderMinor = 10_000_000 + Par }, null))
            .ShouldBeRefused("offer.rules-cap")
            .Field.ShouldBe("maximumPerHolderMinor");
        (await Draft(gb, capped with { MaximumPerHolderMinor = 10_000_000 }, null)).ShouldSucceed();
    }

    [Theory]
    [EveryDatabase]
    public async Task Whatever_the_class_nobody_holds_more_in_a_society_than_the_law_allows(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var by = await world.RegisterEnterprise();
        var person = await world.SignUp();
        var first = await world.Open(change: Large, by: by);
        var second = await world.Open(change: Large, by: by);
        await world.Buy(first, 6_000, person);

        var over = await TestWorld.Submit(await world.Start(second, 4_001, person));
        var partner = TestWorld.Holder(HolderKind.Joint);
        var withPartner = await TestWorld.Submit(await world.Start(second, 4_001, person, holder: partner));
        var organisation = await world.Apply(second, 4_001, person, HolderKind.Organisation);
        var upTo = await TestWorld.Submit(await world.Start(second, 4_000, person));

        over.ShouldBeRefused("application.above-legal-cap").Field.ShouldBe("amountMinor");
        withPartner.ShouldBeRefused("application.above-legal-cap");
        (await TestWorld.Show(organisation)).State.ShouldBe(ApplicationState.AwaitingPayment);
        upTo.ShouldSucceed();

        static OfferTerms Large(OfferTerms t) =>
            t with
            {
                MaximumTargetMinor = 20_000_000,
                MaximumPerHolderMinor = 8_000_000,
                MaximumPerOrganisationMinor = 8_000_000,
            };
    }

    [Theory]
    [EveryDatabase]
    public async Task With_the_approval_the_rules_and_their_file_are_kept(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Approve(await world.RegisterEnterprise());

        var shown = (await world.Show(offer)).Rules;

        var stored = await world.InDatabase(db => db.Offers.AsNoTracking().SingleAsync(o => o.Id == offer.Id));
        (stored.RulePackId, stored.RulesFrom, stored.RulesHash).ShouldBe((shown.Pack, shown.ValidFrom, shown.Hash));
        var kept = await world.InDatabase(db => db.KeptRulePacks.SingleAsync(k => k.Hash == shown.Hash));
        kept.Text.ShouldContain("\"id\": \"gb-exempt-society\"");
        await Should.ThrowAsync<Exception>(() =>
            world.InDatabase(db => db.KeptRulePacks.Where(k => k.Hash == shown.Hash).ExecuteDeleteAsync())
        );
        var read = (await world.Nobody.Get($"{offer.Path}/rules")).As<RulesRead>();
        read.Rules.CapPerPerson!.MostMinor.ShouldBe(10_000_000);
    }

    [Theory]
    [EveryDatabase]
    public async Task Whoever_applies_after_the_offer_was_full_once_has_a_day_to_think(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await OpenShorter(world);
        var waiting = await world.Apply(offer, 40);
        var filling = await world.Buy(offer, 60);
        var paid = await world.Stripe.Pay(await world.Session(waiting));
        ((string?)paid["status"]).ShouldBe("paid");
        await world.Settle();
        var today = LegalDay.Of(world.Clock.Now, offer.By.Zone);

        // Who came before it was full, and who made it full, keep the time that they were promised.
        (await TestWorld.Show(waiting)).ReflectionEndsOn.ShouldBe(today.AddDays(14));
        (await TestWorld.Show(filling)).ReflectionEndsOn.ShouldBe(today.AddDays(14));
        (await world.Show(offer)).Rules.FirstFullOn.ShouldBe(today);
        (await filling.By.Post($"{filling.Path}/cancel", key: Person.NoKey)).ShouldSucceed();
        await world.Settle();
        var started = await world.Start(offer, 10);
        (await TestWorld.Show(started)).Offer.ReflectionDays.ShouldBe(1);
        var onTime = await world.Buy(offer, 10);
        var late = await world.Buy(offer, 10);
        (await TestWorld.Show(late)).ReflectionEndsOn.ShouldBe(today.AddDays(1));

        world.MoveToDay(today.AddDays(1));
        (await onTime.By.Post($"{onTime.Path}/cancel", key: Person.NoKey)).ShouldSucceed();
        world.MoveToDay(today.AddDays(2));
        (await late.By.Post($"{late.Path}/cancel", key: Person.NoKey)).ShouldBeRefused("application.reflection-over");
        // The one with the long time still may, on its last day, and not on the day after.
        world.MoveToDay(today.AddDays(14));
        (await TestWorld.Show(waiting)).CanCancel.ShouldBeTrue();
        world.MoveToDay(today.AddDays(15));
        (await waiting.By.Post($"{waiting.Path}/cancel", key: Person.NoKey)).ShouldBeRefused(
            "application.reflection-over"
        );
    }

    private static async Task<DraftedOffer> OpenShorter(TestWorld world)
    {
        var by = await world.RegisterEnterprise(Currency.Eur);
        var terms = world.Terms(by.Zone) with
        {
            ReflectionDays = 14,
            ReflectionDaysOnceFull = 1,
            MaximumPerHolderMinor = 100 * Par,
            MaximumPerOrganisationMinor = 100 * Par,
        };
        var drafted = (await Draft(by, terms, "nl-exempt")).As<OfferDrafted>();
        await Approve(world, by, drafted.Id);
        await world.RunAll(nameof(Jobs.MoveOffers));
        return new DraftedOffer(drafted.Id, drafted.Slug, drafted.ShareClassId!.Value, by, terms);
    }

    private static async Task Approve(TestWorld world, RegisteredEnterprise by, OfferId id)
    {
        (await by.Chair.Upload($"offers/{id}/documents?fileName=offer.pdf", TestWorld.Pdf)).ShouldSucceed();
        (await by.Chair.Post($"offers/{id}/submit")).ShouldSucceed();
        (await (await world.Administrator()).Post($"offers/{id}/approve")).ShouldSucceed();
    }

    private static Task<Reply> Draft(RegisteredEnterprise by, OfferTerms terms, string? rules) =>
        by.Chair.Post(
            $"enterprises/{by.Id}/offers",
            new DraftOffer.Body(
                null,
                TestWorld.Class(by.Currency),
                "Reopen Hallowby's village shop",
                "Buy the building and open six days a week.",
                terms,
                RulePack: rules
            )
        );
}
