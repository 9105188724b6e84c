using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Pages.Citizen;

/// <summary>A citizen applies under the European crowdfunding rules: the test, the loss, the warning, one question at a time.</summary>
[Collection(nameof(OneWorld))]
public sealed class SuitabilityWalkTests(Browsers browsers) : IClassFixture<Browsers>
{
    [Theory]
    [InlineData("nl-NL")]
    [InlineData("en-GB")]
    public async Task A_citizen_fails_the_test_reads_why_bears_the_loss_and_is_warned_of_the_amount(string language)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var offer = await world.OpenEcsp();
        var citizen = await world.SignUp("Joost van der Meer");
        var application = await world.Start(offer, 150, citizen);
        await using (var first = await browsers.Open(world, world.Nobody, language, 320))
        {
            await SignIn(first, citizen);
            await first.Go($"/offers/{offer.Slug}");
            await first.Look("rules-offer");
            await first.Go($"/applications/{application.Id}/payouts");
            await first.Choose("Destination", "later");
            await first.Press();
            first.Path.ShouldEndWith("/knowledge");
            await first.Press();
            (await first.Page.Locator("#problems a").GetAttributeAsync("href")).ShouldBe("#Choice");
            await first.Look("knowledge-empty");
            await Answer(first, "half", "yes");
            first.SawNoFlaw();
        }
        // On another device it goes on with the third question.
        await using var visitor = await browsers.Open(world, world.Nobody, language, 320);
        await SignIn(visitor, citizen);
        await visitor.Go($"/applications/{application.Id}/check");
        visitor.Path.ShouldEndWith("/knowledge");
        await visitor.Look("knowledge");
        await Answer(visitor, "always", "sure", "spread", "free");

        visitor.Path.ShouldEndWith("/knowledge-result");
        await visitor.Look("knowledge-failed");
        await visitor.Press();
        (await visitor.Page.Locator("#problems a").GetAttributeAsync("href")).ShouldBe("#Acknowledged");
        await visitor.Page.Locator("#Acknowledged").CheckAsync();
        await visitor.Press();
        await BearTheLoss(visitor);
        visitor.Path.ShouldEndWith("/large-amount");
        await visitor.Look("large-amount");
        await visitor.Press();
        await visitor.Page.Locator("#Acknowledged").CheckAsync();
        await visitor.Press();
        visitor.Path.ShouldEndWith("/check");
        await visitor.Look("rules-check");
        await visitor.Page.Locator("#RiskAccepted").CheckAsync();
        await visitor.Press();

        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.AwaitingPayment);
        visitor.SawNoFlaw();
    }

    [Fact]
    public async Task Administrators_read_every_rule_with_its_source_and_boards_choose_one()
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var offer = await world.Submit(await world.RegisterEnterprise(Currency.Eur));
        await using var visitor = await browsers.Open(world, world.Nobody, "nl-NL", 1280);
        await SignIn(visitor, await world.Administrator());
        await visitor.Go("/admin/rule-packs");
        await visitor.Look("rule-packs");
        (await visitor.Text()).ShouldContain("12.000.000");
        await visitor.Go($"/admin/offers/{offer.Id}");
        await visitor.Look("rules-review");
        (await visitor.Page.Locator("a[href='/admin/rule-packs']").CountAsync()).ShouldBeGreaterThan(0);
        await using var board = await browsers.Open(world, world.Nobody, "nl-NL", 1280);
        await SignIn(board, offer.By.Chair);
        await board.Go($"/board/{offer.By.Slug}/offers/new");
        (await board.Page.Locator("input[name='Form.RulePack'][value='non-security']").IsCheckedAsync()).ShouldBeTrue();
        (await board.Page.Locator("input[name='Form.RulePack']").CountAsync()).ShouldBe(3);
        await board.Look("rules-draft");
        visitor.SawNoFlaw();
        board.SawNoFlaw();
    }

    private static async Task Answer(Visitor visitor, params string[] choices)
    {
        foreach (var choice in choices)
        {
            await visitor.Choose("Choice", choice);
            await visitor.Press();
        }
    }

    private static async Task BearTheLoss(Visitor visitor)
    {
        visitor.Path.ShouldEndWith("/bear-loss");
        await visitor.Type("Income", "12000");
        await visitor.Press();
        await visitor.Look("bear-loss-empty");
        (await visitor.Typed("Income")).ShouldBe("12000");
        await visitor.Type("Assets", "5000");
        await visitor.Type("Commitments", "9000");
        await visitor.Press();
        await visitor.Look("bear-loss");
        await visitor.Page.Locator("main .signbox .btn").ClickAsync();
    }

    private static async Task SignIn(Visitor visitor, Person person)
    {
        await visitor.Go("/portfolio");
        await visitor.Type("Email", person.Email);
        await visitor.Type("Password", person.Password);
        await visitor.Page.Locator("main form.form .btn").First.ClickAsync();
        await visitor.Page.WaitForURLAsync("**/portfolio");
    }
}
