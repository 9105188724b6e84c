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
        var driver = await Playwright.CreateAsync();
        var chromium = await driver.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
            }
        );
        var context = await chromium.NewContextAsync(
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
        return new TownBrowser(driver, chromium, page, town.Address, walk);
    }

    public Task Open(string path) => Page.GotoAsync(new Uri(town, path).ToString());

    public Task Fill(string id, string text) => Page.Locator($"#{id}").FillAsync(text);

    /// <summary>Presses the button of the form in the main text.</summary>
    public Task Press(string selector = "main form .btn") => Page.Locator(selector).First.ClickAsync();

    public async Task<string> Heading() => (await Page.Locator("h1").InnerTextAsync()).ReplaceLineEndings(" ");

    /// <summary>Asks for a page of one's own, and is sent to sign in first.</summary>
    public async Task SignIn(string who)
    {
        await Open("/portfolio");
        await Fill("Email", Town.Email(who));
        await Fill("Password", Town.Password);
        await Press("main form.form .btn");
        Path.ShouldBe("/portfolio");
    }

    /// <summary>Looks again until the page says so: the provider's word may come after its buyer.</summary>
    public async Task WaitFor(string heading)
    {
        for (var looks = 0; looks < 60 && await Heading() != heading; looks++)
        {
            await Task.Delay(1_000, TestContext.Current.CancellationToken);
            await Page.ReloadAsync();
        }
        (await Heading()).ShouldBe(heading);
    }

    public string Path => new Uri(Page.Url).PathAndQuery;

    /// <summary>Photographs the page, and finds nothing wrong with it.</summary>
    public async Task Look(string name)
    {
        var folder = System.IO.Path.Combine(Checkout.Root, "out", "screens");
        Directory.CreateDirectory(folder);
        await Page.ScreenshotAsync(
            new() { Path = System.IO.Path.Combine(folder, $"citizen-{walk}-{++shots:00}-{name}.png"), FullPage = true }
        );
        await LookOver(name, await Page.ContentAsync());
    }

    /// <summary>
    /// The same page in a window that runs scripts, because axe is one: a page that answers a form cannot be asked for again.
    /// </summary>
    private async Task LookOver(string name, string html)
    {
        var context = await browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = Page.ViewportSize!.Width, Height = 900 },
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        var copy = await context.NewPageAsync();
        await copy.RouteAsync(Page.Url, r => r.FulfillAsync(new() { Body = html, ContentType = "text/html" }));
        await copy.GotoAsync(Page.Url);
        var found = await copy.RunAxe();
        var width = await copy.EvaluateAsync<int>("document.documentElement.scrollWidth");
        await context.DisposeAsync();
        found.Violations.SelectMany(v => v.Nodes.Select(n => $"{name} {v.Id}: {n.Html}")).ShouldBeEmpty();
        width.ShouldBeLessThanOrEqualTo(Page.ViewportSize.Width, $"{name} is wider than the window");
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
