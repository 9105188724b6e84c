using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SocialShares.Tests.Repository;

namespace SocialShares.Tests.Pages.Citizen;

/// <summary>
/// A citizen's browser. Every page that it stops at is looked over by axe and photographed into <c>out/screens</c>, which is
/// where a person looks at a walk.
/// </summary>
internal sealed class TownBrowser : IAsyncDisposable
{
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly Uri town;
    private readonly string walk;
    private int shots;

    private TownBrowser(IPlaywright playwright, IBrowser browser, IPage page, Uri town, string walk) =>
        (this.playwright, this.browser, Page, this.town, this.walk) = (playwright, browser, page, town, walk);

    public IPage Page { get; }

    public static async Task<TownBrowser> Start(Town town, string walk, string language, int width, bool javaScript)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
            }
        );
        var context = await browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = 900 },
                Locale = language,
                JavaScriptEnabled = javaScript,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(30_000);
        return new TownBrowser(playwright, browser, page, town.Address, walk);
    }

    public Task Open(string path) => Page.GotoAsync(new Uri(town, path).ToString());

    public Task Fill(string id, string text) => Page.Locator($"#{id}").FillAsync(text);

    /// <summary>Presses the button of the form in the main text.</summary>
    public Task Press(string selector = "main form .btn") => Page.Locator(selector).First.ClickAsync();

    public async Task<string> Heading() => (await Page.Locator("h1").InnerTextAsync()).ReplaceLineEndings(" ");

    public string Path => new Uri(Page.Url).PathAndQuery;

    /// <summary>Photographs the page, and finds nothing wrong with it.</summary>
    public async Task Look(string name)
    {
        var folder = System.IO.Path.Combine(Checkout.Root, "out", "screens");
        Directory.CreateDirectory(folder);
        await Page.ScreenshotAsync(
            new() { Path = System.IO.Path.Combine(folder, $"citizen-{walk}-{++shots:00}-{name}.png"), FullPage = true }
        );
        var found = await Page.RunAxe();
        found.Violations.SelectMany(v => v.Nodes.Select(n => $"{name} {v.Id}: {n.Html}")).ShouldBeEmpty();
        var width = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        width.ShouldBeLessThanOrEqualTo(Page.ViewportSize!.Width, $"{name} is wider than the window");
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
