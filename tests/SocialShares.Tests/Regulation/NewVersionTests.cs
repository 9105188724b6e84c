using SocialShares.Features.Issuing;
using SocialShares.Features.Regulation;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Regulation;

/// <summary>A new version of a pack comes into force: a world of its own, with rules of its own, that begins on 1 March 2030.</summary>
public sealed class NewVersionTests
{
    private static readonly DateOnly Change = new(2030, 3, 20);

    [Theory]
    [EveryDatabase]
    public async Task An_offer_keeps_the_rules_that_it_was_approved_under(Engine engine)
    {
        var folder = Directory.CreateTempSubdirectory("shares-rules-").FullName;
        var file = Path.Combine(folder, "a-rules.json");
        await File.WriteAllTextAsync(file, Rules("Lose it"), TestContext.Current.CancellationToken);
        await using var world = await TestWorld.Start(engine, $"--Rules:Folder={folder}");
        var by = await world.RegisterEnterprise();

        // Judged by the day on which it opens: the day before the change four days will do, on the day itself not.
        var kept = await world.Approve(by, t => From(t, Change.AddDays(-1)));
        var tooShort = await by.Chair.Post(
            $"enterprises/{by.Id}/offers",
            new DraftOffer.Body(
                null,
                TestWorld.Class(by.Currency),
                "A shop",
                "For the village.",
                From(world.Terms(by.Zone), Change)
            )
        );
        var longer = await world.Approve(by, t => From(t, Change) with { ReflectionDays = 10 });
        var waiting = await world.Submit(by, t => From(t, Change.AddDays(-1)));
        world.MoveToDay(Change);
        var late = await (await world.Administrator()).Post($"{waiting.Path}/approve");
        await world.RunAll(nameof(Jobs.MoveOffers));
        var bought = await world.Buy(kept);

        tooShort.ShouldBeRefused("offer.terms.reflection").Field.ShouldBe("reflectionDays");
        late.ShouldBeRefused("offer.terms.reflection");
        (await world.Show(waiting)).State.ShouldBe(OfferState.InReview);
        (await world.Show(kept)).Rules.ValidFrom.ShouldBe(new DateOnly(2020, 1, 1));
        (await world.Show(longer)).Rules.ValidFrom.ShouldBe(Change);
        (await TestWorld.Show(bought)).ReflectionEndsOn.ShouldBe(Change.AddDays(4));

        // The file itself is changed, and the platform is started again.
        var hash = (await world.Show(kept)).Rules.Hash;
        await world.StopProduct();
        await File.WriteAllTextAsync(file, Rules("Lose all of it"), TestContext.Current.CancellationToken);
        await world.StartProduct();
        var after = (await world.Show(kept)).Rules;
        var later = (await world.Show(await world.Draft(by, t => t with { ReflectionDays = 10 }))).Rules;

        (after.Hash, after.RiskWarning.En).ShouldBe((hash, "Lose it"));
        (await world.Nobody.Get($"{kept.Path}/rules")).As<RulesRead>().Rules.Reflection.Days.ShouldBe(4);
        later.RiskWarning.En.ShouldBe("Lose all of it");
        later.Hash.ShouldNotBe(hash);
        Directory.Delete(folder, recursive: true);
    }

    private static OfferTerms From(OfferTerms terms, DateOnly day) =>
        terms with
        {
            OpensOn = day,
            ClosesOn = day.AddDays(10),
        };

    private static string Rules(string warning) =>
        $$"""
            {
              "id": "a-rules",
              "name": { "en": "A", "nl": "A" }, "summary": { "en": "B", "nl": "B" },
              "instruments": ["share"],
              "defaultFor": [{ "country": "GB", "instrument": "share" }],
              "versions": [{{Version("2020-01-01", 4, warning)}}, {{Version("2030-03-20", 10, warning)}}]
            }
            """;

    private static string Version(string from, int days, string warning) =>
        $$"""
            {
              "validFrom": "{{from}}",
              "reflection": { "days": {{days}}, "source": "a test" },
              "riskWarning": { "en": "{{warning}}", "nl": "{{warning}}" },
              "protection": [{ "en": "Nothing", "nl": "Niets" }],
              "retention": { "years": 7, "source": "a test" }
            }
            """;
}
