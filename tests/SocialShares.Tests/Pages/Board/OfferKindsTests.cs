using Microsoft.Playwright;
using SocialShares.Features.Issuing;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Pages.Board;

/// <summary>Membership types, changed documents and a later last day, on the pages of everybody who meets them.</summary>
[Collection(nameof(OneWorld))]
public sealed class OfferKindsTests(Browsers browsers) : IClassFixture<Browsers>
{
    [Theory]
    [InlineData("en-GB")]
    [InlineData("nl-NL")]
    public async Task An_offer_with_types_is_drafted_sold_changed_and_extended(string language)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var enterprise = await world.RegisterEnterprise();
        await using var board = await browsers.Open(world, enterprise.Chair, language, 1280);

        var path = await Draft(board, world, $"/board/{enterprise.Slug}/offers");
        var id = new OfferId(Guid.Parse(path.Split('/')[^1]));
        var terms = (await enterprise.Chair.Get($"offers/{id}")).As<OfferShown>();
        var offer = new DraftedOffer(id, terms.Slug, terms.ShareClass!.Id, enterprise, terms.Terms);
        await Sell(world, offer);
        await using var citizen = await browsers.Open(world, world.Nobody, language, 320);
        await SignIn(citizen, await world.SignUp());
        var application = await Apply(citizen, offer);
        await board.Go(path);
        await Attach(board, "Document", "Upload");
        (await board.Text()).ShouldContain(
            language == "en-GB" ? "waits for an administrator" : "wacht op een beheerder"
        );
        await board.Look("board-offer-versions");
        await using var desk = await browsers.Open(world, await world.Administrator(), language, 1280);
        await Publish(desk, offer);
        await AcceptChange(citizen, application);
        await Extend(board, path, offer);

        foreach (var visitor in new[] { board, citizen, desk })
            visitor.SawNoFlaw();
    }

    private static async Task<string> Draft(Visitor board, TestWorld world, string root)
    {
        var today = LegalDay.Of(world.Clock.Now, "Europe/London");
        await board.Go(root + "/new");
        foreach (
            var (field, text) in new[]
            {
                ("Title", "A roof for the hall"),
                ("Purpose", "With a new roof the hall opens in winter too."),
                ("Par", "10"),
                ("MaximumTarget", "2000"),
                ("OpensOn", $"{today:yyyy-MM-dd}"),
                ("ClosesOn", $"{today.AddDays(30):yyyy-MM-dd}"),
                ("MinimumPerHolder", "20"),
                ("MaximumPerHolder", "400"),
                ("MaximumPerOrganisation", "400"),
                ("MaximumShare", "25"),
            }
        )
            await board.Type("Form." + field, text);
        await board.Page.Locator("[name='Form.Extendable']").CheckAsync();
        await board
            .Page.Locator("summary")
            .Filter(new() { HasTextRegex = new("Age, kinds|Leeftijd, soorten") })
            .ClickAsync();
        await Type(board, 0, "a", "lives in the village");
        await board.Page.Locator("[name='Form.Who.Types[0].IsResident']").CheckAsync();
        await Type(board, 1, "B", "lives elsewhere");
        await board.Type("Form.Who.Types[1].Minimum", "500");
        await board.Look("board-draft-types");
        await board.Press();
        // The most of the type is less than its least: said in its row, and nothing is lost.
        (await board.Page.Locator("#problems a[href*='Types_1__Minimum']").CountAsync()).ShouldBe(1);
        (await board.Typed("Form.Who.Types[1].Who")).ShouldBe("lives elsewhere");
        await board.Look("board-draft-types-error");
        await board.Type("Form.Who.Types[1].Minimum", "100");
        await board.Press();
        board.Path.ShouldStartWith(root + "/");
        (await board.Typed("Form.Who.Types[0].Code")).ShouldBe("A");
        return board.Path.Split('#', '?')[0];
    }

    private static async Task Type(Visitor board, int row, string code, string who)
    {
        await board.Type($"Form.Who.Types[{row}].Code", code);
        await board.Type($"Form.Who.Types[{row}].Who", who);
    }

    private static async Task Sell(TestWorld world, DraftedOffer offer)
    {
        (await offer.By.Chair.Upload($"{offer.Path}/documents?fileName=offer.pdf", TestWorld.Pdf)).ShouldSucceed();
        (await offer.By.Chair.Post($"{offer.Path}/submit")).ShouldSucceed();
        (await (await world.Administrator()).Post($"{offer.Path}/approve")).ShouldSucceed();
        await world.RunAll(nameof(MoveOffers));
    }

    // The questions are for whoever has the cookie of the pages.
    private static async Task SignIn(Visitor citizen, Person person)
    {
        await citizen.Go("/sign-in");
        await citizen.Type("Email", person.Email);
        await citizen.Type("Password", person.Password);
        await citizen.Press();
    }

    private static async Task<string> Apply(Visitor citizen, DraftedOffer offer)
    {
        await citizen.Go($"/offers/{offer.Slug}");
        await citizen.Look("offer-types");
        await citizen.Go($"/apply/{offer.Slug}");
        await citizen.Type("Amount", "50");
        await citizen.Press();
        var application = citizen.Path.Replace("/who", "", StringComparison.Ordinal);
        await citizen.Type("Street", "2 High Street");
        await citizen.Type("Postcode", "HB1 2AB");
        await citizen.Type("City", "Hallowby");
        await citizen.Type("BornOn.Day", "1");
        await citizen.Type("BornOn.Month", "2");
        await citizen.Type("BornOn.Year", "1980");
        await citizen.Press();
        (await citizen.Page.Locator("#problems a[href='#MembershipType']").CountAsync()).ShouldBe(1);
        await citizen.Look("who-types-error");
        await citizen.Choose("MembershipType", "A");
        await citizen.Press();
        await citizen.Choose("Destination", "Reinvest");
        await citizen.Press();
        (await citizen.Text()).ShouldContain("A: lives in the village");
        await citizen.Look("check-type");
        await citizen.Page.Locator("[name='RiskAccepted']").CheckAsync();
        await citizen.Press();
        return application;
    }

    private static async Task Publish(Visitor desk, DraftedOffer offer)
    {
        await desk.Go("/admin");
        await desk.Page.Locator($"a[href='/admin/offers/{offer.Id}/documents/2']").ClickAsync();
        await desk.Press("Return");
        (await desk.Page.Locator("#problems a[href='#Reason']").CountAsync()).ShouldBe(1);
        await desk.Look("admin-changed-document");
        await desk.Press("Publish");
        desk.Path.ShouldBe("/admin");
    }

    private static async Task AcceptChange(Visitor citizen, string application)
    {
        await citizen.Go(application);
        await citizen.Look("application-document-changed");
        await citizen.Press("Accept");
        (await citizen.Page.Locator("form[action*='handler=Accept']").CountAsync()).ShouldBe(0);
    }

    private static async Task Extend(Visitor board, string path, DraftedOffer offer)
    {
        await board.Go(path);
        await board.Press("Extend");
        (await board.Page.Locator("#problems a[href='#LastDay']").CountAsync()).ShouldBe(1);
        await board.Type("LastDay", $"{offer.Terms.ClosesOn!.Value.AddDays(30):yyyy-MM-dd}");
        await board.Press("Extend");
        (await board.Page.Locator("#problems").CountAsync()).ShouldBe(0);
        (await board.Page.Locator("form[action*='handler=Extend']").CountAsync()).ShouldBe(0);
        await board.Look("board-offer-extended");
    }

    private static async Task Attach(Visitor board, string field, string handler)
    {
        var file = new FilePayload
        {
            Name = "changed.pdf",
            MimeType = "application/pdf",
            Buffer = TestWorld.Pdf,
        };
        await board.Page.Locator($"[name='{field}']").SetInputFilesAsync(file);
        await board.Press(handler);
    }
}
