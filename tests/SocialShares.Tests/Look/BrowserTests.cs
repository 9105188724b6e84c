using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SocialShares.Tests.Look;

/// <summary>
/// The look in a real browser: nothing that axe finds, nothing wider than a phone, a menu that needs no script. With
/// <c>SHOTS</c> set to a folder, each page is photographed into it.
/// </summary>
public sealed class BrowserTests(LookHost host) : IClassFixture<LookHost>, IAsyncLifetime
{
    private static readonly string Chromium = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public static TheoryData<string> Pages => new(LookHost.Pages);

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

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_light_or_dark(string path)
    {
        // every part of the look stands on the style page: the dark is looked at there
        ColorScheme[] schemes = path == "/style" ? [ColorScheme.Light, ColorScheme.Dark] : [ColorScheme.Light];
        foreach (var scheme in schemes)
        {
            var page = await Open(path, 1280, scheme);

            var found = await page.RunAxe();

            found
                .Violations.SelectMany(v => v.Nodes.Select(n => $"{scheme} {v.Id}: {n.Html} {n.Target}"))
                .ShouldBeEmpty();
            await page.CloseAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_is_wider_than_a_narrow_phone(string path)
    {
        foreach (var language in (string[])["en-GB", "nl-NL"])
        {
            var page = await Open(path, 320, ColorScheme.Light, language);

            var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");

            width.ShouldBe(320, $"{path} in {language}");
            await page.CloseAsync();
        }
    }

    [Fact]
    public async Task On_a_phone_the_masthead_is_one_row_and_its_menu_opens_without_javascript()
    {
        var context = await browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = 320, Height = 640 },
                JavaScriptEnabled = false,
            }
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(host.Address, "/fees").ToString());
        var mast = await page.Locator(".mast").BoundingBoxAsync();
        var link = page.Locator(".mast nav a").First;
        (await link.IsVisibleAsync()).ShouldBeFalse();

        await page.Locator(".menubtn").ClickAsync();

        mast!.Height.ShouldBeLessThan(70);
        (await link.IsVisibleAsync()).ShouldBeTrue();
        await page.Keyboard.PressAsync("Escape");
        (await link.IsVisibleAsync()).ShouldBeFalse();
        await context.DisposeAsync();
    }

    [Fact]
    public async Task The_first_key_press_offers_the_way_past_the_masthead()
    {
        var page = await Open("/fees", 1280, ColorScheme.Light);

        await page.Keyboard.PressAsync("Tab");

        var focused = page.Locator(":focus");
        (await focused.GetAttributeAsync("href")).ShouldBe("#main");
        (await focused.BoundingBoxAsync())!.Y.ShouldBeGreaterThanOrEqualTo(0);
        await page.CloseAsync();
    }

    private async Task<IPage> Open(string path, int width, ColorScheme scheme, string language = "en-GB")
    {
        var context = await browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = 900 },
                ColorScheme = scheme,
                Locale = language,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(host.Address, path).ToString());
        if (Environment.GetEnvironmentVariable("SHOTS") is { Length: > 0 } folder)
        {
            var name = $"{path.Trim('/').Replace('/', '-')}-{width}-{scheme}-{language[..2]}.png".ToLowerInvariant();
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name), FullPage = true });
        }
        return page;
    }
}
