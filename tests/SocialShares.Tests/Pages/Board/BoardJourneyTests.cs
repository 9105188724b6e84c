using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Pages.Board;

/// <summary>A board in a browser without scripts: from an enterprise to an offer that is open.</summary>
[Collection(nameof(OneWorld))]
public sealed class BoardJourneyTests(Browsers browsers) : IClassFixture<Browsers>
{
    [Theory]
    [InlineData("en-GB", 1280, "1,000", "3.5")]
    [InlineData("nl-NL", 320, "1.000", "3,5")]
    public async Task A_board_brings_an_offer_from_registration_to_its_opening(
        string language,
        int width,
        string thousand,
        string cap
    )
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var chair = await world.SignUp("Nadia Penhale");
        var administrator = await world.Administrator();
        await using var board = await browsers.Open(world, chair, language, width);
        await using var desk = await browsers.Open(world, administrator, language, width);

        await Register(board);
        await Connect(board, world);
        await Draft(board, world, thousand, cap);
        await Submit(board);
        await Approve(desk);
        await world.RunAll(nameof(MoveOffers));

        await board.Go(board.Path);
        (await board.Page.Locator("main .steps [aria-current]").CountAsync()).ShouldBe(1);
        (await board.Page.Locator("#applications").CountAsync()).ShouldBe(1);
        await board.Look("board-offer-open");
        await board.Go(Root(board));
        await board.Look("board-today-open");
        await board.Go(Root(board) + "/offers");
        await board.Look("board-offers");
        board.SawNoFlaw();
        desk.SawNoFlaw();
    }

    [Fact]
    public async Task What_was_typed_stays_when_something_is_wrong()
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var enterprise = await world.RegisterEnterprise();
        await using var board = await browsers.Open(world, enterprise.Chair, "en-GB", 1280);
        await board.Go($"/board/{enterprise.Slug}/offers/new");
        await board.Type("Form.Title", "Reopen the shop");
        await board.Type("Form.OptimumTarget", "12,34,5");
        await board.Type("Form.MaximumPerHolder", "£5,000");

        await board.Press();

        (await board.Typed("Form.Title")).ShouldBe("Reopen the shop");
        (await board.Typed("Form.OptimumTarget")).ShouldBe("12,34,5");
        (await board.Typed("Form.MaximumPerHolder")).ShouldBe("£5,000");
        (await board.Page.Locator("#problems a[href='#Form_OptimumTarget']").CountAsync()).ShouldBe(1);
        (await board.Page.Locator("#problems a[href='#Form_MaximumPerHolder']").CountAsync()).ShouldBe(0);
        (await board.Page.TitleAsync()).ShouldStartWith("Error");
        await board.Look("board-draft-errors");
        board.SawNoFlaw();
    }

    [Fact]
    public async Task A_draft_that_somebody_else_changed_meanwhile_is_not_overwritten()
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var enterprise = await world.RegisterEnterprise();
        var offer = await world.Draft(enterprise);
        await using var first = await browsers.Open(world, enterprise.Chair, "en-GB", 1280);
        await using var second = await browsers.Open(world, enterprise.Chair, "en-GB", 1280);
        await first.Go($"/board/{enterprise.Slug}/offers/{offer.Id}");
        await second.Go($"/board/{enterprise.Slug}/offers/{offer.Id}");
        await first.Type("Form.Title", "The first headline");
        await first.Press("Save");

        await second.Type("Form.Title", "The second headline");
        await second.Press("Save");

        (await second.Page.Locator("#problems").CountAsync()).ShouldBe(1);
        (await second.Typed("Form.Title")).ShouldBe("The second headline");
        (await world.Show(offer)).Title.ShouldBe("The first headline");
    }

    [Fact]
    public async Task Another_board_sees_nothing_of_an_enterprise()
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var enterprise = await world.RegisterEnterprise();
        var offer = await world.Open(by: enterprise);
        var other = await world.RegisterEnterprise();
        await using var visitor = await browsers.Open(world, other.Chair, "en-GB", 1280);

        async Task<int> Status(string path) => (await visitor.Page.GotoAsync(path))!.Status;

        foreach (var page in (string[])["", "/offers", "/offers/new", "/register", "/interest", "/settings"])
            (await Status($"/board/{enterprise.Slug}{page}")).ShouldBe(403, page);
        (await Status($"/board/{other.Slug}/offers/{offer.Id}")).ShouldBe(404);
        (await Status("/board/no-such-enterprise")).ShouldBe(404);
        (await Status("/admin")).ShouldBe(403);
    }

    private static string Root(Visitor board) => string.Join('/', board.Path.Split('/').Take(3));

    private static async Task Register(Visitor board)
    {
        await board.Go("/board");
        await board.Look("board-mine");
        await board.Go("/board/register");
        await board.Type("Name", $"Coldbrook Bakery {Guid.NewGuid().ToString("N")[..6]}");
        await board.Press();
        (await board.Page.Locator("#problems a[href='#Address']").CountAsync()).ShouldBe(1);
        (await board.Typed("Name")).ShouldStartWith("Coldbrook Bakery");
        await board.Look("board-register");
        await board.Type("LegalForm", "Community benefit society");
        await board.Type("Address", "4 Mill Lane, Coldbrook");
        await board.Type("Place", "Coldbrook");
        await board.Page.Locator("[name='Ink']").SelectOptionAsync("ochre");
        await board.Page.Locator("[name='Drawing']").SelectOptionAsync("bakery");
        await board.Type("Office", "treasurer");
        await board.Page.Locator("[name='IsResident']").CheckAsync();
        await board.Press();
        board.Path.ShouldStartWith("/board/coldbrook-bakery");
        await board.Look("board-today-new");
    }

    private static async Task Connect(Visitor board, TestWorld world)
    {
        var root = Root(board);
        var second = await world.SignUp("Piet Lowry");
        await board.Go(root + "/settings");
        await board.Type("Iban", "GB00 0000");
        await board.Press("Bank");
        (await board.Typed("Iban")).ShouldBe("GB00 0000");
        await board.Look("board-settings-error");
        await board.Type("Iban", "GB33 BUKB 2020 1555 5555 55");
        await board.Press("Bank");
        await board.Press("Connect");
        await board.Page.Locator("#board summary").First.ClickAsync();
        await board.Type("Email", second.Email);
        await board.Type("Office", "chair");
        await board.Press("Seat");
        var text = await board.Text();
        text.ShouldContain("5555");
        text.ShouldContain("Piet Lowry");
        await board.Look("board-settings");
        await board.Page.Locator("a[href*='handler=Onboarding']").ClickAsync();
        new Uri(board.Page.Url).Authority.ShouldBe(world.Stripe.Address.Authority);
        await board.Go(root);
    }

    private static async Task Draft(Visitor board, TestWorld world, string thousand, string cap)
    {
        var root = Root(board);
        var today = LegalDay.Of(world.Clock.Now, "Europe/London");
        await board.Go(root + "/offers/new");
        await board.Type("Form.Title", "A second oven");
        await board.Type("Form.Purpose", "With a second oven we bake six days a week and employ an apprentice.");
        await board.Type("Form.Par", "10");
        await board.Type("Form.Cap", cap);
        await board.Type("Form.MinimumTarget", thousand);
        await board.Type("Form.OptimumTarget", "4000");
        await board.Type("Form.MaximumTarget", "5000");
        await board.Type("Form.OpensOn", $"{today:yyyy-MM-dd}");
        await board.Type("Form.ClosesOn", $"{today.AddDays(60):yyyy-MM-dd}");
        await board.Type("Form.MinimumPerHolder", "20");
        await board.Type("Form.MaximumPerHolder", thousand);
        await board.Type("Form.MaximumPerOrganisation", "2000");
        await board.Look("board-draft");
        await board.Press();
        board.Path.ShouldStartWith(root + "/offers/");
        await board.Look("board-offer-draft");
        (await board.Typed("Form.MinimumTarget")).ShouldBe(thousand);
    }

    private static async Task Submit(Visitor board)
    {
        (await board.Page.Locator("form[action*='handler=Submit'] button").IsDisabledAsync()).ShouldBeTrue();
        await board.Press("Upload");
        (await board.Page.Locator("#problems a[href='#Document']").CountAsync()).ShouldBe(1);
        await Attach(board, "no PDF at all"u8.ToArray());
        (await board.Page.Locator("#problems a[href='#Document']").CountAsync()).ShouldBe(1);
        await Attach(board, TestWorld.Pdf);
        (await board.Page.Locator("#problems").CountAsync()).ShouldBe(0);
        await board.Press("Submit");
        (await board.Page.Locator("form[action*='handler=Save']").CountAsync()).ShouldBe(0);
        await board.Look("board-offer-review");
    }

    private static async Task Attach(Visitor board, byte[] content)
    {
        await board
            .Page.Locator("[name='Document']")
            .SetInputFilesAsync(
                new Microsoft.Playwright.FilePayload
                {
                    Name = "offer.pdf",
                    MimeType = "application/pdf",
                    Buffer = content,
                }
            );
        await board.Press("Upload");
    }

    private static async Task Approve(Visitor desk)
    {
        await desk.Go("/admin");
        await desk.Look("admin-today-review");
        await desk.Page.Locator("a[href^='/admin/offers/']").Last.ClickAsync();
        await desk.Press("Return");
        (await desk.Page.Locator("#problems a[href='#Reason']").CountAsync()).ShouldBe(1);
        await desk.Look("admin-review");
        await desk.Press("Approve");
        desk.Path.ShouldBe("/admin");
    }
}
