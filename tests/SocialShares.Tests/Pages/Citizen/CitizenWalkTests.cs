using SocialShares.Resources;

namespace SocialShares.Tests.Pages.Citizen;

/// <summary>A citizen's way from the noticeboard to shares and back, in a real browser.</summary>
public sealed class CitizenWalkTests(Town town) : IClassFixture<Town>
{
    private const string GoodCard = "4242 4242 4242 4242";
    private const string DeclinedCard = "4000 0000 0000 0002";

    [Fact]
    public async Task In_english_on_a_narrow_phone_without_javascript_a_citizen_applies_pays_and_cancels()
    {
        await using var browser = await TownBrowser.Start(town, "en", "en-GB", 320, javaScript: false);
        await browser.Open("/");
        await browser.Look("home");
        await browser.Open($"/offers/{town.Shop["slug"]}?amount=250");
        await browser.Look("offer");
        await browser.Page.Locator(".applybar .btn").ClickAsync();
        browser.Path.ShouldStartWith("/sign-in?ReturnUrl=", Case.Insensitive);
        await browser.Look("sign-in");
        await browser.Press(".aside .btn");
        await SignUp(browser, "rhiannon", "Rhiannon Marsh");

        browser.Path.ShouldBe($"/apply/{town.Shop["slug"]}?amount=250");
        (await browser.Page.Locator("#Amount").InputValueAsync()).ShouldBe("250");
        await browser.Look("amount");
        await TypedValuesAreKept(browser, "2 pounds");
        await browser.Fill("Amount", "£1,000");
        await browser.Press();
        await AnswerWho(browser, "Rhiannon Marsh");
        await AnswerPayout(browser, "GB29 NWBK 6016 1331 9268 19");
        await browser.Look("check");
        await browser.Press();
        (await browser.Page.Locator("#problems a").GetAttributeAsync("href")).ShouldBe("#RiskAccepted");
        await browser.Look("check-error");
        await browser.Page.Locator("#RiskAccepted").CheckAsync();
        await browser.Press();
        await Pay(browser, GoodCard);

        browser.Path.ShouldContain("?paid=");
        await browser.WaitFor("You have time to think");
        await browser.Look("paid");
        await browser.Page.Locator("#cancel summary").ClickAsync();
        await browser.Look("cancel");
        await browser.Press("#cancel .btn");
        (await browser.Heading()).ShouldBeOneOf("Your money is on its way back", "Your money is back");
        await browser.Look("refunding");
        await browser.Open("/portfolio");
        await browser.Look("portfolio");
    }

    [Fact]
    public async Task In_dutch_on_a_wide_screen_a_declined_card_loses_nothing()
    {
        await using var browser = await TownBrowser.Start(town, "nl", "nl-NL", 1280, javaScript: true);
        await browser.Open("/");
        await browser.Look("home");
        await browser.Open($"/offers/{town.Hall["slug"]}");
        await browser.Look("offer");
        await browser.Open($"/sign-up?returnUrl=%2Fapply%2F{town.Hall["slug"]}%3Famount%3D100");
        await browser.Look("sign-up");
        await SignUp(browser, "joost", "Joost van der Meer");

        await browser.Look("amount");
        await browser.Fill("Amount", "1.250,00");
        await browser.Press();
        await AnswerWho(browser, "Joost van der Meer");
        await AnswerPayout(browser, null);
        await browser.Look("check");
        await browser.Page.Locator("#RiskAccepted").CheckAsync();
        await browser.Press();
        await Pay(browser, DeclinedCard);
        (await browser.Page.Locator("#payment-error").InnerTextAsync()).ShouldNotBeEmpty();
        await browser.Page.Locator("#cancel").ClickAsync();
        (await browser.Heading()).ShouldBe("We wachten op uw betaling");
        await browser.Look("awaiting");
        await browser.Press("main .story .btn");
        await Pay(browser, GoodCard);

        await browser.WaitFor("U hebt bedenktijd");
        await browser.Look("paid");
        await browser.Open("/portfolio");
        (await browser.Page.Locator(".lead").InnerTextAsync()).ShouldContain("€ 1.250,00".Replace(' ', '\u00a0'));
        await browser.Look("portfolio");
    }

    [Fact]
    public async Task A_place_without_an_offer_is_told_so_and_still_sees_the_board()
    {
        await using var browser = await TownBrowser.Start(town, "search", "en-GB", 1280, javaScript: false);
        await browser.Open("/");

        await browser.Fill("place", "Nowhere");
        await browser.Press();

        (await browser.Page.Locator(".found").InnerTextAsync()).ShouldContain("Nowhere");
        (await browser.Page.Locator(".house[data-ink]").CountAsync()).ShouldBe(2);
        await browser.Look("nothing");
        await browser.Fill("place", "wierden");
        await browser.Press();
        (await browser.Page.Locator(".house[data-ink]").CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Signing_in_never_leads_to_another_site_and_says_what_was_wrong()
    {
        await town.SignUp("tom", "Tom Pethick");
        await using var browser = await TownBrowser.Start(town, "sign-in", "en-GB", 1280, javaScript: false);
        await browser.Open("/sign-in?returnUrl=https%3A%2F%2Felsewhere.example%2F");
        await browser.Fill("Email", Town.Email("tom"));
        await browser.Fill("Password", "not the password");

        await browser.Press("main form.form .btn");

        (await browser.Page.Locator("#Email").InputValueAsync()).ShouldBe(Town.Email("tom"));
        (await browser.Page.Locator("#Password").InputValueAsync()).ShouldBeEmpty();
        await browser.Look("wrong");
        await browser.Fill("Password", Town.Password);
        await browser.Press("main form.form .btn");
        browser.Path.ShouldBe("/portfolio");
        await browser.Look("empty");
    }

    [Fact]
    public async Task Another_persons_pages_look_as_if_they_were_not_there()
    {
        await town.Buy("joan", "Joan Whitlow", town.Hall, 10_000);
        await town.SignUp("dev2", "Dev Rattan");
        var mine = (await town.Call(HttpMethod.Get, "applications", "joan", new { }))!.AsArray();
        await using var browser = await TownBrowser.Start(town, "stranger", "en-GB", 1280, javaScript: false);
        await browser.SignIn("dev2");

        foreach (var page in (string[])["", "/amount", "/who", "/payouts", "/check"])
        {
            var answer = await browser.Page.GotoAsync(
                new Uri(town.Address, $"/applications/{mine[0]!["id"]}{page}").ToString()
            );
            answer!.Status.ShouldBe(404, page);
        }
    }

    [Fact]
    public async Task A_calculator_says_at_its_field_what_it_cannot_reckon_with()
    {
        await using var browser = await TownBrowser.Start(town, "calculator", "en-GB", 1280, javaScript: false);
        await browser.Open($"/offers/{town.Shop["slug"]}");
        await browser.Fill("Amount", "10");

        await browser.Press("#calc .btn");

        (await browser.Page.Locator("#problems a").GetAttributeAsync("href")).ShouldBe("#Amount");
        (await browser.Page.Locator("#Amount").InputValueAsync()).ShouldBe("10");
        await browser.Look("too-little");
        await browser.Fill("Amount", "1,000.00");
        await browser.Press("#calc .btn");
        (await browser.Page.Locator(".outs .res").Last.InnerTextAsync()).ShouldBe("£1,210.00 at the very most");
        await browser.Page.Locator(".tear a").First.ClickAsync();
        (await browser.Page.Locator(".outs .res").Nth(1).InnerTextAsync()).ShouldBe("£25.00");
    }

    private static async Task SignUp(TownBrowser browser, string who, string name)
    {
        await browser.Fill("FullName", name);
        await browser.Fill("Email", Town.Email(who));
        await browser.Fill("Password", "short");
        await browser.Press("main form.form .btn");
        (await browser.Page.Locator("#Email").InputValueAsync()).ShouldBe(Town.Email(who));
        await browser.Look("sign-up-error");
        await browser.Fill("Password", Town.Password);
        await browser.Press("main form.form .btn");
    }

    private static async Task TypedValuesAreKept(TownBrowser browser, string wrong)
    {
        await browser.Fill("Amount", wrong);
        await browser.Press();
        (await browser.Page.Locator("#problems a").GetAttributeAsync("href")).ShouldBe("#Amount");
        (await browser.Page.Locator("#Amount").InputValueAsync()).ShouldBe(wrong);
        (await browser.Page.TitleAsync()).ShouldStartWith(CommonTexts.form_title_error);
        await browser.Look("amount-error");
    }

    private static async Task AnswerWho(TownBrowser browser, string name)
    {
        (await browser.Page.Locator("#Name").InputValueAsync()).ShouldBe(name);
        await browser.Fill("BornOn", "31");
        await browser.Fill("BornOn_Month", "2");
        await browser.Fill("BornOn_Year", "1971");
        await browser.Fill("Street", "3 Pound Lane");
        await browser.Press();
        (await browser.Page.Locator("#Street").InputValueAsync()).ShouldBe("3 Pound Lane");
        (await browser.Page.Locator("#BornOn").InputValueAsync()).ShouldBe("31");
        await browser.Look("who-error");
        await browser.Fill("BornOn", "14");
        await browser.Fill("BornOn_Month", "5");
        await browser.Fill("Postcode", "ZY12 4QF");
        await browser.Fill("City", "Hallowby");
        await browser.Press();
    }

    private static async Task AnswerPayout(TownBrowser browser, string? iban)
    {
        await browser.Look("payouts");
        if (iban is null)
            await browser.Page.Locator("input[value=later]").CheckAsync();
        else
        {
            await browser.Page.Locator("#Destination").CheckAsync();
            await browser.Fill("Iban", iban[..^1] + "0");
            await browser.Press();
            (await browser.Page.Locator("#Iban").InputValueAsync()).ShouldBe(iban[..^1] + "0");
            await browser.Look("payouts-error");
            await browser.Fill("Iban", iban);
        }
        await browser.Press();
    }

    private static async Task Pay(TownBrowser browser, string card)
    {
        await browser.Fill("card_number", card);
        await browser.Fill("expiry", "12 / 34");
        await browser.Fill("cvc", "123");
        await browser.Press("#pay-card");
    }
}
