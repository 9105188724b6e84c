using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Pages.Admin;

/// <summary>The yearly interest round in a browser without scripts: board, two administrators, the job.</summary>
[Collection(nameof(OneWorld))]
public sealed class InterestRoundTests(Browsers browsers) : IClassFixture<Browsers>
{
    [Theory]
    [InlineData("en-GB", 1280)]
    [InlineData("nl-NL", 320)]
    public async Task A_round_goes_from_the_boards_rate_to_completed(string language, int width)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var enterprise = await world.RegisterEnterprise();
        await enterprise.Chair.Put(
            $"enterprises/{enterprise.Id}/bank-account",
            new Features.Governance.UseBankAccount.Body("GB33BUKB20201555555555")
        );
        var offer = await world.Open(by: enterprise);
        await world.Buy(offer, 10);
        await world.Buy(offer, 15);
        await world.End(offer);
        world.Clock.Move(TimeSpan.FromDays(365 * 3 + 300));
        await using var board = await browsers.Open(world, enterprise.Chair, language, width);
        await using var first = await browsers.Open(world, await world.Administrator(), language, width);
        await using var second = await browsers.Open(world, await world.SecondAdministrator(), language, width);

        await Declare(board, enterprise.Slug, language, LegalDay.Of(world.Clock.Now, "Europe/London"));
        var run = await Calculate(first, enterprise.Slug);
        await Approve(first, second, run);
        await Pay(second, run);

        await second.Go(run);
        (await second.Page.Locator(".steps .done").CountAsync()).ShouldBe(5);
        (await second.Page.Locator("a[href*='/bank-files/1']").CountAsync()).ShouldBe(1);
        (await second.Page.Locator(".mark--bad").CountAsync()).ShouldBe(0);
        await second.Look("admin-run-completed");
        await LookAround(board, second, enterprise.Slug);
        board.SawNoFlaw();
        first.SawNoFlaw();
        second.SawNoFlaw();
    }

    private static async Task Declare(Visitor board, string slug, string language, DateOnly today)
    {
        await board.Go($"/board/{slug}");
        await board.Look("board-today-interest");
        await board.Go($"/board/{slug}/interest");
        await board.Type("Rate", "12");
        await board.Page.Locator("form[method='get'] button").ClickAsync();
        (await board.Page.Locator("form.signbox").CountAsync()).ShouldBe(0); // above the cap of 5 %
        await board.Type("Rate", language == "nl-NL" ? "3,5" : "3.5");
        await board.Page.Locator("form[method='get'] button").ClickAsync();
        await board.Look("board-interest-what-if");
        await board.Type("PayOn", "2001-01-01");
        await board.Press();
        (await board.Page.Locator("#problems a[href='#PayOn']").CountAsync()).ShouldBe(1);
        (await board.Typed("PayOn")).ShouldBe("2001-01-01");
        await board.Type("PayOn", $"{today:yyyy-MM-dd}");
        await board.Press();
        (await board.Page.Locator("#declared tbody tr").CountAsync()).ShouldBe(1);
        await board.Look("board-interest");
    }

    private static async Task<string> Calculate(Visitor first, string slug)
    {
        await first.Go("/admin");
        await first.Look("admin-today-interest");
        await first.Go("/admin/payout-runs");
        await first.Look("admin-runs");
        // Other tests' declarations may wait above it; the last word of the name is only in ours.
        var mine = first.Page.Locator("ol.todo li").Filter(new() { HasText = slug.Split('-')[^1] });
        await mine.Locator("form[action$='handler=Calculate'] button").ClickAsync();
        var approve = first.Page.Locator("form[action*='handler=Approve'] button");
        (await approve.IsDisabledAsync()).ShouldBeTrue();
        await first.Look("admin-run-mine");
        return first.Path;
    }

    private static async Task Approve(Visitor first, Visitor second, string run)
    {
        // A button that is not drawn can still be pressed by a hand-made form: the rule refuses.
        await first.Page.EvaluateAsync(
            "document.querySelector(\"form[action*='handler=Approve'] button\").disabled = false"
        );
        await first.Press("Approve");
        (await first.Page.Locator("#problems").CountAsync()).ShouldBe(1);
        await second.Go(run);
        await second.Look("admin-run-to-approve");
        await second.Press("Approve");
        (await second.Page.Locator("svg.stamp").CountAsync()).ShouldBe(1);
        await second.Look("admin-run-approved");
    }

    private static async Task Pay(Visitor second, string run)
    {
        await second.Go("/admin/jobs");
        await second.Page.Locator("form:has(input[value='ExecutePayouts']) .btn").ClickAsync();
        await second.Look("admin-jobs");
        await TestWorld.Until(
            "the run is completed",
            async () =>
            {
                await second.Go(run);
                return await second.Page.Locator(".steps .done").CountAsync() == 5;
            }
        );
    }

    private static async Task LookAround(Visitor board, Visitor administrator, string slug)
    {
        foreach (var page in (string[])["checks", "journal", "outbox", "audit", "mail"])
        {
            await administrator.Go("/admin/" + page);
            await administrator.Look("admin-" + page);
        }
        await administrator.Go("/admin/audit?Action=ApprovePayoutRun");
        (await administrator.Page.Locator("tbody tr").CountAsync()).ShouldBeGreaterThan(0);
        await board.Go($"/board/{slug}/register");
        (await board.Page.Locator("tbody tr").CountAsync()).ShouldBe(2);
        await board.Look("board-members");
        await board.Go($"/board/{slug}");
        await board.Look("board-today-quiet");
    }
}
