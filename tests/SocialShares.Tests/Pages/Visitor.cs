using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SocialShares.Tests.Hosting;
using SocialShares.Tests.Repository;

namespace SocialShares.Tests.Pages;

/// <summary>A person with a browser in which scripts are off: whatever they do works without.</summary>
public sealed class Visitor(IPage page, IPage copy, string name) : IAsyncDisposable
{
    private static readonly (int Width, int Height)[] Windows = [(1280, 900), (320, 700)];

    private readonly List<string> flaws = [];

    /// <summary>The page that is open.</summary>
    public IPage Page => page;

    /// <summary>Path and query of the page that is open.</summary>
    public string Path => new Uri(Page.Url).PathAndQuery;

    /// <summary>Opens an address of the platform.</summary>
    public async Task Go(string path) => (await Page.GotoAsync(path))!.Status.ShouldBeLessThan(400, path);

    /// <summary>Types into the field of a name.</summary>
    public Task Type(string field, string text) => Page.Locator($"[name='{field}']:visible").First.FillAsync(text);

    /// <summary>What stands in the field of a name.</summary>
    public Task<string> Typed(string field) => Page.Locator($"[name='{field}']:visible").First.InputValueAsync();

    /// <summary>Chooses a radio button.</summary>
    public Task Choose(string field, string value) =>
        Page.Locator($"input[name='{field}'][value='{value}']").CheckAsync();

    /// <summary>Presses the button of the form of a handler; without one, of the form that has none.</summary>
    public async Task Press(string? handler = null)
    {
        var form = handler is null
            ? "main form[method='post']:not([action*='handler='])"
            : $"main form[action*='handler={handler}']";
        await Page.Locator($"{form} button").First.ClickAsync();
    }

    /// <summary>The text of the main part of the page.</summary>
    public Task<string> Text() => Page.Locator("main").InnerTextAsync();

    /// <summary>
    /// Looks at the page in a wide and in a narrow window: axe finds nothing, nothing is wider than the window. Each look
    /// is kept as a picture in <c>out/screens</c>. Axe is a script, so it looks at a copy in a window that has them.
    /// </summary>
    public async Task Look(string what)
    {
        var html = await Page.ContentAsync();
        var address = Page.Url.Split('#')[0];
        var folder = Directory.CreateDirectory(System.IO.Path.Combine(Checkout.Root, "out", "screens")).FullName;
        await copy.RouteAsync(address, r => r.FulfillAsync(new() { Body = html, ContentType = "text/html" }));
        foreach (var (width, height) in Windows)
        {
            await copy.SetViewportSizeAsync(width, height);
            await copy.GotoAsync(address);
            await copy.ScreenshotAsync(
                new() { Path = System.IO.Path.Combine(folder, $"{what}-{name}-{width}.png"), FullPage = true }
            );
            var wide = await copy.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (wide != width)
                flaws.Add($"{what} in {name} is {wide} wide in a window of {width}");
            var found = await copy.RunAxe();
            flaws.AddRange(
                found.Violations.SelectMany(v => v.Nodes.Select(n => $"{what} in {name}, {width}: {v.Id} {n.Html}"))
            );
        }
        await copy.UnrouteAsync(address);
    }

    /// <summary>Every page that was looked at was well; all that was not is told at once.</summary>
    public void SawNoFlaw() => flaws.ShouldBeEmpty();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await page.Context.DisposeAsync();
        await copy.Context.DisposeAsync();
    }
}

/// <summary>A browser, and windows of it for people of a world.</summary>
public sealed class Browsers : IAsyncLifetime
{
    private static readonly string Chromium = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Chromium,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
            }
        );
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    /// <summary>A window for a person who is signed in, in a language; scripts are off.</summary>
    public async Task<Visitor> Open(TestWorld world, Person person, string language, int width)
    {
        var page = await NewPage(world, language, width, person.Token);
        var copy = await NewPage(world, language, width, token: null, scripts: true);
        return new Visitor(page, copy, language[..2]);
    }

    private async Task<IPage> NewPage(TestWorld world, string language, int width, string? token, bool scripts = false)
    {
        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = world.Address.ToString(),
                JavaScriptEnabled = scripts,
                Locale = language,
                ViewportSize = new() { Width = width, Height = 900 },
                ReducedMotion = ReducedMotion.Reduce,
                ExtraHTTPHeaders = token is null
                    ? []
                    : new Dictionary<string, string> { ["Authorization"] = "Bearer " + token },
            }
        );
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        return page;
    }
}
