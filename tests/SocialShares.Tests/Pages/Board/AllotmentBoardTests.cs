using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Pages.Board;

/// <summary>More is asked than there is: the draft, the offer page, the preview that a board signs, and what the applicant reads.</summary>
[Collection(nameof(OneWorld))]
public sealed class AllotmentBoardTests(Browsers browsers) : IClassFixture<Browsers>
{
    private const long Par = TestWorld.Par;

    [Theory]
    [InlineData("en-GB", 1280)]
    [InlineData("nl-NL", 320)]
    public async Task A_board_looks_and_signs_and_everybody_reads_what_came_of_it(string language, int width)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        await world.Stripe.TopUp("gbp", 100_000);
        var offer = await world.Open(change: t =>
            TestWorld.Scarce(AllocationPolicy.ProRata, residentsFirst: true)(t) with
            {
                Eligibility = TestWorld.ResidentsAndOthers,
            }
        );
        var partly = await world.BuyAs(offer, 16, "B", "Otto Anders");
        await world.BuyAs(offer, 7, "A", "Rosa Naber");
        await world.BuyAs(offer, 2, "A", "Bo Buur");
        await world.BuyAs(offer, 5, "B", "Nel Elders");
        var (board, root) = (await browsers.Open(world, offer.By.Chair, language, width), $"/board/{offer.By.Slug}");
        await using var _ = board;
        await using var citizen = await browsers.Open(world, partly.By, language, width);
        await board.Go($"{root}/offers/{offer.Id}/allotment");
        (await board.Page.Locator("form button:has(svg)").CountAsync()).ShouldBe(0, "it is not closed");
        await citizen.Go($"/offers/{offer.Slug}");
        (await citizen.Page.Locator("#allotment li").CountAsync()).ShouldBe(5);
        await citizen.Look("allotment-offer-open");

        await world.End(offer);
        await board.Go(root);
        await board.Look("allotment-today");
        await board.Page.Locator(".todo a[href$='/allotment']").ClickAsync();
        (await board.Page.Locator("#lines tbody tr").CountAsync()).ShouldBe(4);
        await board.Look("allotment-preview");
        await board.Press();

        board.Path.ShouldBe($"{root}/offers/{offer.Id}/allotment");
        await world.Settle();
        await board.Go(board.Path);
        (await board.Page.Locator("#repeat .checks li").CountAsync()).ShouldBe(3);
        await board.Look("allotment-decided");
        await SignIn(citizen, world, partly.By);
        await citizen.Go($"/applications/{partly.Id}");
        (await citizen.Text()).ShouldContain(language == "en-GB" ? "£110" : "110");
        await citizen.Look("allotment-application");
        await citizen.Go($"/offers/{offer.Slug}");
        await citizen.Look("allotment-offer-done");
        (await TestWorld.Show(partly)).AllottedUnits.ShouldBe(11);
        board.SawNoFlaw();
        citizen.SawNoFlaw();
    }

    // Pages of citizens know people by their cookie only.
    private static async Task SignIn(Visitor visitor, TestWorld world, Person person)
    {
        var cookies = (await world.Cookie(person)).Split("; ").Select(c => c.Split('=', 2));
        await visitor.Page.Context.SetExtraHTTPHeadersAsync([]);
        await visitor.Page.Context.AddCookiesAsync(
            cookies.Select(c => new Microsoft.Playwright.Cookie
            {
                Name = c[0],
                Value = c[1],
                Url = world.Address.ToString(),
            })
        );
    }

    [Fact]
    public async Task A_draft_says_who_gets_what_and_keeps_it()
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var enterprise = await world.RegisterEnterprise();
        var offer = await world.Draft(enterprise);
        await using var board = await browsers.Open(world, enterprise.Chair, "en-GB", 1280);
        await board.Go($"/board/{enterprise.Slug}/offers/{offer.Id}");
        await board.Choose("Form.Policy", "EqualFill");
        await board.Type("Form.MostAppliedFor", "500");
        await board.Page.Locator("[name='Form.ResidentsFirst']").CheckAsync();
        await board.Press("Save");
        (await board.Page.Locator("#problems a[href='#Form_MostAppliedFor']").CountAsync()).ShouldBe(1);

        await board.Type("Form.MostAppliedFor", "2500");
        await board.Press("Save");

        (await board.Page.Locator("#problems").CountAsync()).ShouldBe(0);
        (await world.Show(offer)).Terms.Allocation.ShouldBe(
            new AllocationTerms(
                AllocationPolicy.EqualFill,
                ResidentsFirst: true,
                MayScaleBelowMinimum: false,
                250 * Par
            )
        );
        await board.Look("allotment-draft");
        board.SawNoFlaw();
    }

    [Fact]
    public async Task Signing_what_has_changed_is_refused_on_the_page()
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        await world.Stripe.TopUp("gbp", 100_000);
        var offer = await world.Open(change: TestWorld.Scarce(AllocationPolicy.FirstCome));
        await world.BuyEach(offer, 15, 10);
        await world.End(offer);
        await using var board = await browsers.Open(world, offer.By.Chair, "en-GB", 1280);
        await board.Go($"/board/{offer.By.Slug}/offers/{offer.Id}/allotment");
        await board.Page.Locator("[name='Inputs']").EvaluateAsync("e => e.value = '0'.repeat(64)");

        await board.Press();

        (await board.Page.Locator("#problems").CountAsync()).ShouldBe(1);
        (await world.Show(offer)).State.ShouldBe(OfferState.Closed);
    }
}
