using Microsoft.EntityFrameworkCore;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Pages.Board;

/// <summary>A board and its bonds in a browser without scripts: the draft, and what it sees and does once they are issued.</summary>
[Collection(nameof(OneWorld))]
public sealed class BondBoardTests(Browsers browsers) : IClassFixture<Browsers>
{
    [Theory]
    [InlineData("en-GB", 1280, "3.125")]
    [InlineData("nl-NL", 320, "3,125")]
    public async Task A_treasurer_drafts_bonds_in_two_tranches_and_loses_nothing_by_a_mistake(
        string language,
        int width,
        string rate
    )
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var enterprise = await world.RegisterEnterprise(language == "nl-NL" ? Currency.Eur : Currency.Gbp);
        await using var board = await browsers.Open(world, enterprise.Chair, language, width);
        await using var desk = await browsers.Open(world, await world.Administrator(), language, width);
        await board.Go($"/board/{enterprise.Slug}/offers/new");
        await board.Look("bond-kind");
        await board.Page.Locator(".kinds a[href*='Kind=bonds']").ClickAsync();
        await board.Look("bond-draft-empty");

        await Fill(board, world, rate);
        await board.Press();

        (await board.Page.Locator("#problems a[href='#Form_Bond_Frequency']").CountAsync()).ShouldBe(1);
        await ShouldHaveKept(board, rate);
        await board.Look("bond-draft-error");

        await board.Page.Locator("[name='Form.Bond.Frequency']").SelectOptionAsync("HalfYearly");
        await board.Press();

        board.Path.ShouldStartWith($"/board/{enterprise.Slug}/offers/");
        (await board.Page.Locator("#problems").CountAsync()).ShouldBe(0);
        await ShouldHaveKept(board, rate);
        await board.Look("bond-offer-draft");
        await Submit(board);
        await desk.Go("/admin/offers/" + board.Path.Split('/')[^1]);
        (await desk.Page.Locator("figure.cashflow").CountAsync()).ShouldBe(2);
        await desk.Look("bond-review");
        await board.Go($"/board/{enterprise.Slug}/offers");
        await board.Look("bond-offers");
        board.SawNoFlaw();
        desk.SawNoFlaw();
    }

    [Fact]
    public async Task What_is_wrong_in_the_second_tranche_is_said_there()
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var enterprise = await world.RegisterEnterprise();
        await using var board = await browsers.Open(world, enterprise.Chair, "en-GB", 1280);
        await board.Go($"/board/{enterprise.Slug}/offers/new?Kind=bonds");
        await Fill(board, world, "3");
        await board.Type("Form.Bond.Tranches[1].Months", "700");
        await board.Type("Form.MaximumTarget", "9000");
        await board.Press();
        (await board.Page.Locator("#problems a[href='#Form_Bond_Tranches_1__Months']").CountAsync()).ShouldBe(1);

        await board.Type("Form.Bond.Tranches[1].Months", "72");
        await board.Press();

        (await board.Page.Locator("#problems a[href='#Form_MaximumTarget']").CountAsync()).ShouldBe(1);
        board.SawNoFlaw();
    }

    [Theory]
    [InlineData("en-GB", 1280)]
    [InlineData("nl-NL", 320)]
    public async Task A_board_sees_what_it_owes_redeems_by_lot_and_records_a_transfer(string language, int width)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var giver = await world.SignUp("Gerrit Gever");
        var receiver = await world.SignUp("Olga Ontvanger");
        var series = await world.IssueBonds([20, 16], Redeemable, [giver, await world.SignUp()]);
        var slug = series.Offer.By.Slug;
        await using var board = await browsers.Open(world, series.Offer.By.Chair, language, width);
        await board.Go($"/board/{slug}/bonds");
        (await board.Page.Locator("#calendar tbody tr").CountAsync()).ShouldBeGreaterThan(4);
        await board.Look("bonds");
        await board.Page.Locator("table a").First.ClickAsync();
        board.Path.ShouldBe($"/board/{slug}/bonds/{series.Id}");

        await Redeem(board, series);
        await Transfer(board, world, series, await world.HolderOf(series, giver), giver, receiver);

        await board.Look("series");
        (await world.Show(series)).Transfers.Single().Units.ShouldBe(5);
        await board.Press("Withdraw");
        (await board.Page.Locator("form[action*='handler=Withdraw']").CountAsync()).ShouldBe(0);
        await board.Go($"/board/{slug}/bonds/{series.Id}?Search=Ontvanger");
        (await board.Page.Locator(".later--on tbody tr").CountAsync()).ShouldBe(1);
        await board.Go($"/board/{slug}");
        await board.Look("bonds-today");
        world.MoveToDay((await world.Period(series, 1)).DueOn.AddDays(3));
        await board.Go($"/board/{slug}");
        await board.Look("bonds-today-late");
        await board.Go($"/board/{slug}/bonds");
        (await board.Page.Locator(".late-list li").CountAsync()).ShouldBe(1);
        await board.Look("bonds-late");
        board.SawNoFlaw();
    }

    [Fact]
    public async Task What_cannot_be_done_with_bonds_says_why_and_other_boards_see_nothing()
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var series = await world.IssueBonds([10], TestWorld.TwoYears(Currency.Eur) with { Transferable = false });
        var other = await world.RegisterEnterprise();
        await using var board = await browsers.Open(world, series.Offer.By.Chair, "en-GB", 1280);
        await using var visitor = await browsers.Open(world, other.Chair, "en-GB", 1280);
        var here = $"/board/{series.Offer.By.Slug}/bonds";
        await board.Go($"{here}/{series.Id}");
        (await board.Page.Locator("a[href$='/redeem'], a[href$='/transfer']").CountAsync()).ShouldBe(0);
        await board.Look("series-nothing-possible");
        await board.Go($"{here}/{series.Id}/transfer");
        (await board.Page.Locator("main form[method='post']").CountAsync()).ShouldBe(0);

        async Task<int> Status(string path) => (await visitor.Page.GotoAsync(path))!.Status;

        (await Status(here)).ShouldBe(403);
        (await Status($"{here}/{series.Id}")).ShouldBe(403);
        (await Status($"/board/{other.Slug}/bonds/{series.Id}")).ShouldBeOneOf(403, 404);
        await visitor.Go($"/board/{other.Slug}/bonds");
        (await visitor.Page.Locator(".empty").CountAsync()).ShouldBe(1);
        await visitor.Look("bonds-none");
        board.SawNoFlaw();
        visitor.SawNoFlaw();
    }

    private static BondTerms Redeemable =>
        TestWorld.TwoYears(Currency.Eur) with
        {
            TermMonths = 72,
            Repayment = new RepaymentTerms(RepaymentKind.Linear),
            EarlyRedemption = new EarlyRedemptionTerms(IssuerAfterMonths: 0, HolderAfterMonths: 12, NoticeDays: 10),
        };

    private static async Task Fill(Visitor board, TestWorld world, string rate)
    {
        var today = LegalDay.Of(world.Clock.Now, "Europe/London");
        await board.Type("Form.Title", "Solar panels on the roof of the hall");
        await board.Type("Form.Purpose", "The roof of the hall makes the power that the hall and the school use.");
        await board.Type("Form.Bond.Nominal", "100");
        await board.Type("Form.Bond.Tranches[0].Maximum", "6000");
        await board.Type("Form.Bond.Tranches[0].Rate", rate);
        await board.Type("Form.Bond.Tranches[0].Months", "60");
        await board.Page.Locator("details:has([name='Form.Bond.Tranches[1].Rate']) > summary").ClickAsync();
        await board.Type("Form.Bond.Tranches[1].Maximum", "4000");
        await board.Type("Form.Bond.Tranches[1].Rate", "4");
        await board.Type("Form.Bond.Tranches[1].Months", "90"); // seven years and a half: no whole number of years
        await board.Choose("Form.Bond.Repayment", "Linear");
        await board.Type("Form.OptimumTarget", "10000");
        await board.Type("Form.MaximumTarget", "10000");
        await board.Type("Form.OpensOn", $"{today:yyyy-MM-dd}");
        await board.Type("Form.ClosesOn", $"{today.AddDays(60):yyyy-MM-dd}");
        await board.Type("Form.MinimumPerHolder", "100");
        await board.Type("Form.MaximumPerHolder", "1000");
        await board.Type("Form.MaximumPerOrganisation", "2000");
    }

    private static async Task ShouldHaveKept(Visitor board, string rate)
    {
        (await board.Typed("Form.Bond.Tranches[0].Rate")).ShouldBe(rate);
        (await board.Typed("Form.Bond.Tranches[1].Months")).ShouldBe("90");
        (await board.Typed("Form.Bond.Tranches[1].Rate")).ShouldBe("4");
        (await board.Page.Locator("[name='Form.Bond.Repayment'][value='Linear']").IsCheckedAsync()).ShouldBeTrue();
        (await board.Page.Locator("[name='Form.Bond.Transferable']").IsCheckedAsync()).ShouldBeTrue();
    }

    private static async Task Submit(Visitor board)
    {
        var pdf = new Microsoft.Playwright.FilePayload
        {
            Name = "offer.pdf",
            MimeType = "application/pdf",
            Buffer = TestWorld.Pdf,
        };
        await board.Page.Locator("[name='Document']").SetInputFilesAsync(pdf);
        await board.Press("Upload");
        await board.Press("Submit");
        (await board.Page.Locator("form[action*='handler=Save']").CountAsync()).ShouldBe(0);
        await board.Look("bond-offer-review");
    }

    private static async Task Redeem(Visitor board, IssuedSeries series)
    {
        await board.Page.Locator("a[href$='/redeem']").ClickAsync();
        await board.Choose("Which", "lot");
        await board.Press();
        (await board.Page.Locator("#problems a[href='#Units']").CountAsync()).ShouldBe(1);
        await board.Type("Units", "36"); // all of them, which is no draw
        await board.Press();
        (await board.Page.Locator("#problems a[href='#Units']").CountAsync()).ShouldBe(1);
        await board.Look("redeem-error");
        await board.Type("Units", "7");
        await board.Press();
        board.Path.ShouldEndWith($"/bonds/{series.Id}");
        (await board.Page.Locator(".decision code").CountAsync()).ShouldBe(1); // its seed stays secret until the draw
    }

    private static async Task Transfer(
        Visitor board,
        TestWorld world,
        IssuedSeries series,
        Member giver,
        Person giving,
        Person receiver
    )
    {
        var issued = (await world.Show(series)).Line.IssuedOn!.Value;
        world.MoveToDay(issued.AddDays(60));
        await board.Page.Locator("a[href$='/transfer']").ClickAsync();
        await board.Type("FromNumber", $"{giver.Number}");
        await board.Type("Units", "5");
        await board.Type("On", $"{issued.AddDays(60):yyyy-MM-dd}");
        await board.Type("Reason", "Deed of gift");
        await board.Type("ToEmail", receiver.Email);
        await board.Page.Locator("button[formaction*='Reckon']").ClickAsync();
        (await board.Page.Locator("#accrued .big").CountAsync()).ShouldBe(1);
        await board.Look("transfer-reckoned");
        await board.Type("Units", "6");
        await board.Press(); // another number than the one that was reckoned: it is shown first
        (await board.Page.Locator("#accrued .note--warn").CountAsync()).ShouldBe(1);
        await board.Look("transfer-changed");
        await board.Type("Units", "5");
        await board.Page.Locator("button[formaction*='Reckon']").ClickAsync();
        await board.Press();
        board.Path.ShouldEndWith($"/bonds/{series.Id}");
        var recorded = await world.InDatabase(db => db.Transfers.SingleAsync(t => t.FromMemberId == giver.Id));
        (
            await giving.Post($"holdings/{giver.Id}/transfers/{recorded.Id}/confirmation", key: Person.NoKey)
        ).ShouldSucceed();
        (
            await world.TryAccept(recorded.Id, receiver, TestWorld.Holder() with { Name = receiver.Name })
        ).ShouldSucceed();
        await board.Page.ReloadAsync();
        (await board.Page.Locator("#transfers tbody tr").CountAsync()).ShouldBe(1);
    }
}
