using Microsoft.EntityFrameworkCore;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Pages.Board;

/// <summary>The register in a browser without scripts: board, member and administrator.</summary>
[Collection(nameof(OneWorld))]
public sealed class RegisterPagesTests(Browsers browsers) : IClassFixture<Browsers>
{
    [Theory]
    [InlineData("en-GB", 1280)]
    [InlineData("nl-NL", 320)]
    public async Task A_register_is_checked_corrected_printed_and_inspected(string language, int width)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var offer = await world.Open();
        var bought = await world.Buy(offer, 12);
        await world.End(offer);
        var member = await world.InDatabase(db =>
            db.Members.AsNoTracking().SingleAsync(m => m.EnterpriseId == offer.By.Id)
        );
        await using var board = await browsers.Open(world, offer.By.Chair, language, width);
        await using var owner = await browsers.Open(world, bought.By, language, width);
        await using var desk = await browsers.Open(world, await world.Administrator(), language, width);
        var root = $"/board/{offer.By.Slug}/register";

        await board.Go(root);
        await board.Press("Check");
        await board.Look("register");
        await board.Go($"{root}/entries");
        await board.Look("register-entries");
        await Propose(board, world, offer, root);
        await board.Go($"{root}/holders/{member.Id}");
        await board.Type("Document", "Deed 7");
        await board.Type("City", "Low Hallowby");
        await board.Press();
        await board.Look("register-holder");
        await board.Go($"{root}/print?WithHoldings=true");
        (await board.Text()).ShouldContain("Low Hallowby");
        await board.Look("register-print");
        await SignIn(owner, world, bought.By);
        await Member(owner, member);
        await desk.Go("/admin/checks");
        await desk.Press("Registers");
        await world.RunAll(nameof(CheckRegisters));
        await desk.Go("/admin/checks");
        await desk.Look("admin-registers");

        board.SawNoFlaw();
        owner.SawNoFlaw();
        desk.SawNoFlaw();
    }

    private static async Task Propose(Visitor board, TestWorld world, DraftedOffer offer, string root)
    {
        await board.Go($"{root}/corrections?EntryNumber=1");
        await board.Type("Units", "two");
        await board.Press("Propose");
        (await board.Page.Locator("#problems a[href='#Units']").CountAsync()).ShouldBe(1);
        await board.Type("Units", "-2");
        await board.Type("ValidOn", $"{LegalDay.Of(world.Clock.Now, offer.By.Zone):yyyy-MM-dd}");
        await board.Type("Reason", "Paid for ten");
        await board.Type("Document", "Bank statement 4");
        await board.Press("Propose");
        board.Path.ShouldBe($"{root}/corrections");
        (await board.Page.Locator("form[action*='handler=Confirm']").CountAsync()).ShouldBe(0);
        await board.Look("register-corrections");
    }

    // Pages of a citizen ask for the cookie of the sign-in page.
    private static async Task SignIn(Visitor owner, TestWorld world, Person person)
    {
        var cookies = (await world.Cookie(person)).Split("; ").Select(c => c.Split('=', 2));
        await owner.Page.Context.AddCookiesAsync(
            cookies.Select(c => new Microsoft.Playwright.Cookie
            {
                Name = c[0],
                Value = c[1],
                Url = world.Address.ToString(),
            })
        );
    }

    private static async Task Member(Visitor owner, Member member)
    {
        await owner.Go($"/holdings/{member.Id}/address");
        await owner.Type("Street", "9 Low Street");
        await owner.Press("Move");
        await owner.Look("holding-address");
        await owner.Go($"/holdings/{member.Id}/register");
        (await owner.Text()).ShouldContain("9 Low Street");
        await owner.Look("holding-inspect");
        await owner.Go($"/holdings/{member.Id}");
        await owner.Look("holding-with-address");
    }
}
