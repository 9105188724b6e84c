using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Pages.Board;

/// <summary>A board and its people in browsers without scripts: pledges, questions, news and covenants.</summary>
[Collection(nameof(OneWorld))]
public sealed class CommunityWalkTests(Browsers browsers) : IClassFixture<Browsers>
{
    [Theory]
    [InlineData("en-GB", 1280, "3.5")]
    [InlineData("nl-NL", 320, "3,5")]
    public async Task People_pledge_ask_and_read_what_the_board_tells(string language, int width, string times)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var offer = await world.Approve(await world.RegisterEnterprise());
        var citizen = await world.SignUp("Iris Teller", language[..2]);
        await using var board = await browsers.Open(world, offer.By.Chair, language, width);
        await using var visitor = await browsers.Open(world, citizen, language, width);
        await using var desk = await browsers.Open(world, await world.Administrator(), language, width);
        var root = $"/board/{offer.By.Slug}";

        await Covenants(board, root, times, $"{LegalDay.Of(world.Clock.Now, offer.By.Zone):yyyy-MM-dd}");
        await Pledge(world, board, visitor, offer, root);
        await world.RunAll(nameof(MoveOffers), nameof(CareForPledges));
        await AskAndAnswer(board, visitor, offer, root);
        await Write(world, board, visitor, offer, root);
        await Hide(desk, offer);
        foreach (var who in (Visitor[])[board, visitor, desk])
            who.SawNoFlaw();
    }

    private static async Task Covenants(Visitor board, string root, string times, string today)
    {
        await board.Go($"{root}/covenants");
        await board.Look("board-covenants-none");
        await board.Press("Adopt");
        (await board.Page.Locator("#problems a[href='#Rule_Statement']").CountAsync()).ShouldBe(0);
        (await board.Page.Locator("#problems a[href='#Rule_DecidedOn']").CountAsync()).ShouldBe(1);
        await Adopt(board, "BoardResidents", "", today, block: true);
        await board.Go($"{root}/covenants");
        await Adopt(board, "PayRatio", times, today, block: false);
        await board.Go($"{root}/covenants");
        await board.Page.Locator("[name='Evidence.Kind']").SelectOptionAsync("PayRatio");
        await board.Type("Evidence.On", today);
        await board.Type("Evidence.Text", "Pay of last year");
        await board.Press("Evidence");
        (await board.Page.Locator("#problems a[href='#Evidence_Reference']").CountAsync()).ShouldBe(1);
        await board.Look("board-covenants-error");
        await board.Type("Evidence.Reference", "Annual report, page 9");
        await board.Type("Evidence.HighestPay", "35000");
        await board.Type("Evidence.LowestPay", "20000");
        await board.Press("Evidence");
        (await board.Page.Locator("#problems").CountAsync()).ShouldBe(0);
        (await board.Page.Locator("#now .checks li").CountAsync()).ShouldBeGreaterThanOrEqualTo(2);
        await board.Look("board-covenants");
    }

    private static async Task Adopt(Visitor board, string kind, string limit, string today, bool block)
    {
        await board.Page.Locator("[name='Rule.Kind']").SelectOptionAsync(kind);
        await board.Type("Rule.Limit", limit);
        await board.Type("Rule.Statement", "Article 4 of our rules says so.");
        await board.Type("Rule.DecidedOn", today);
        if (block)
            await board.Page.Locator("[name='Rule.IsBlocking']").CheckAsync();
        await board.Press("Adopt");
        (await board.Page.Locator("#problems").CountAsync()).ShouldBe(0);
    }

    private static async Task Pledge(TestWorld world, Visitor board, Visitor visitor, DraftedOffer offer, string root)
    {
        await board.Go($"{root}/offers/{offer.Id}/pledges");
        await board.Look("board-pledges-none");
        await board.Press("Open");
        await visitor.Go($"/offers/{offer.Slug}");
        await visitor.Page.Locator($"a[href='/offers/{offer.Slug}/pledge']").ClickAsync();
        await visitor.Press();
        (await visitor.Page.Locator("#problems a").CountAsync()).ShouldBe(3);
        await visitor.Look("pledge-error");
        var address = $"{Guid.NewGuid():N}@pledges.example";
        await visitor.Type("Name", "Kay Pledger");
        await visitor.Type("Email", address);
        await visitor.Type("Amount", "50");
        await visitor.Press();
        (await visitor.Page.Locator("[role='status']").CountAsync()).ShouldBe(1);
        await visitor.Look("pledge-sent");
        var link = TestWorld.LinkIn((await world.MailTo(address)).Single(), "/pledge?code=");
        await visitor.Go(link);
        await visitor.Look("pledge-mine");
        await visitor.Press("Confirm");
        await visitor.Look("pledge-confirmed");
        await board.Go($"{root}/offers/{offer.Id}/pledges");
        (await board.Text()).ShouldContain("Kay Pledger");
        await board.Look("board-pledges");
        await visitor.Go(link);
        await visitor.Press("Withdraw");
        (await visitor.Page.Locator("[role='status']").CountAsync()).ShouldBe(1);
        await visitor.Go(link);
        await visitor.Look("pledge-gone");
    }

    private static async Task AskAndAnswer(Visitor board, Visitor visitor, DraftedOffer offer, string root)
    {
        await visitor.Go($"/offers/{offer.Slug}/ask");
        await visitor.Press();
        (await visitor.Page.Locator("#problems a[href='#Text']").CountAsync()).ShouldBe(1);
        await visitor.Look("ask-error");
        await visitor.Type("Text", "Does the shop stay open in winter, and who decides that?");
        await visitor.Press();
        visitor.Path.ShouldBe($"/offers/{offer.Slug}");
        await board.Go(root);
        await board.Look("board-today-question");
        await board.Page.Locator($"main a[href='{root}/offers/{offer.Id}/questions']").ClickAsync();
        await board.Press("Answer");
        (await board.Page.Locator("#problems a[href='#Answer']").CountAsync()).ShouldBe(1);
        await board.Look("board-questions-error");
        await board.Type("Answer", "Every day, from eight to six.\n\nThe members decide once a year.");
        await board.Press("Answer");
        (await board.Page.Locator(".qa li").CountAsync()).ShouldBe(1);
        await board.Look("board-questions");
    }

    private static async Task Write(TestWorld world, Visitor board, Visitor visitor, DraftedOffer offer, string root)
    {
        var applied = await world.Apply(offer);
        await board.Go($"{root}/offers/{offer.Id}/updates");
        await board.Type("Title", "The roof is on");
        await board.Type(
            "Text",
            "Dear all,\n\n- the **roof** is on\n- [look](https://hallowby.example/roof)\n\n> Well done"
        );
        await board.Choose("Audience", "Everyone");
        await board.Page.Locator("button[formaction*='handler=Preview']").ClickAsync();
        (await board.Page.Locator(".missive strong").CountAsync()).ShouldBe(1);
        await board.Look("board-updates-preview");
        await board.Page.Locator("main form[action$='/updates'] button:not([formaction])").ClickAsync();
        (await board.Page.Locator("[role='status']").CountAsync()).ShouldBe(1);
        await board.Look("board-updates");
        await visitor.Go($"/offers/{offer.Slug}");
        (await visitor.Page.Locator("#updates .missive strong").CountAsync()).ShouldBe(1);
        (await visitor.Page.Locator("#questions .qa li").CountAsync()).ShouldBe(1);
        (await visitor.Page.Locator("#covenants .checks li").CountAsync()).ShouldBeGreaterThanOrEqualTo(2);
        await visitor.Look("offer-community");
        var mail = (await world.MailTo(applied.By.Email)).Single(m => m.Subject.Contains("The roof is on"));
        await visitor.Go(TestWorld.LinkIn(mail, "/stop-updates?code="));
        await visitor.Press();
        (await visitor.Page.Locator("[role='status']").CountAsync()).ShouldBe(1);
        await visitor.Look("updates-stopped");
    }

    private static async Task Hide(Visitor desk, DraftedOffer offer)
    {
        await desk.Go($"/admin/offers/{offer.Id}/questions");
        await desk.Page.Locator(".qa summary").First.ClickAsync();
        await desk.Press();
        (await desk.Page.Locator("#problems a[href='#Reason']").CountAsync()).ShouldBe(1);
        await desk.Look("admin-questions");
        await desk.Type("Reason", "It insults somebody.");
        await desk.Press();
        (await desk.Page.Locator("[role='status']").CountAsync()).ShouldBe(1);
    }
}
