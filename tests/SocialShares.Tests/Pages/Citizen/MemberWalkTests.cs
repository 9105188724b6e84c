namespace SocialShares.Tests.Pages.Citizen;

/// <summary>What a member sees once the shares are issued.</summary>
public sealed class MemberWalkTests(Town town) : IClassFixture<Town>
{
    [Fact]
    public async Task A_member_sees_the_holding_prints_the_certificate_and_anyone_can_check_it()
    {
        await town.Buy("dev", "Dev Rattan", town.Shop, 60_000);
        await town.LetPass(15);
        await town.LetPass(30);
        await using var browser = await TownBrowser.Start(town, "member", "en-GB", 1280, javaScript: false);
        await browser.SignIn("dev");

        (await browser.Page.Locator(".lead").InnerTextAsync()).ShouldContain("£600.00");
        await browser.Look("portfolio");
        await browser.Page.Locator("tbody th > a").ClickAsync();
        await browser.Look("holding");
        await browser.Press("main .acts .btn");
        await browser.Page.Locator("input[value=Reinvest]").CheckAsync();
        await browser.Look("payouts");
        await browser.Press();
        (await browser.Page.Locator("main .dl").First.InnerTextAsync()).ShouldContain("New shares");
        await browser.Page.Locator(".docs a").ClickAsync();
        await browser.Look("certificate");
        (await browser.Page.Locator(".cert .amount").InnerTextAsync()).ShouldBe("600 shares");
        await PrintsOnOnePage(browser);
        var code = await browser.Page.Locator(".code b").InnerTextAsync();

        await browser.Open("/verify");
        await browser.Look("verify");
        await browser.Fill("Code", code.ToLowerInvariant());
        await browser.Press();

        browser.Path.ShouldBe("/verify/" + code.Replace(" ", "", StringComparison.Ordinal));
        (await browser.Page.Locator(".lead").InnerTextAsync()).ShouldContain("Hallowby Community Shop Limited");
        (await browser.Page.Locator("main").InnerTextAsync()).ShouldNotContain("Rattan");
        await browser.Look("verified");
        await browser.Open("/verify/AAAABBBBCCCC");
        (await browser.Page.Locator("#problems a").GetAttributeAsync("href")).ShouldBe("#Code");
        await browser.Look("unknown");
    }

    private static async Task PrintsOnOnePage(TownBrowser browser)
    {
        var pdf = await browser.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true });
        var pages = System.Text.Encoding.Latin1.GetString(pdf).Split("/Type /Page\n").Length - 1;
        pages.ShouldBe(1);
    }
}
