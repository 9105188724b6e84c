using System.Net;
using AngleSharp.Dom;
using SocialShares.Http;
using SocialShares.Resources;

namespace SocialShares.Tests.Look;

/// <summary>What every page of the look keeps to, read from the pages as they are served.</summary>
public sealed class PageTests(LookHost host) : IClassFixture<LookHost>
{
    public static TheoryData<string, string> PagesInBothLanguages
    {
        get
        {
            var pages = new TheoryData<string, string>();
            foreach (var page in LookHost.Pages)
            foreach (var language in (string[])["en", "nl"])
                pages.Add(page, language);
            return pages;
        }
    }

    [Theory]
    [MemberData(nameof(PagesInBothLanguages))]
    public async Task A_page_needs_no_inline_style_or_script_and_says_its_language(string path, string language)
    {
        var page = await host.Page(path, language);

        page.DocumentElement.GetAttribute("lang").ShouldBe(language);
        page.QuerySelectorAll("[style], style, script:not([src])").ShouldBeEmpty();
        page.All.SelectMany(e => e.Attributes)
            .Where(a => a.Name.StartsWith("on", StringComparison.Ordinal))
            .ShouldBeEmpty();
        page.Title.ShouldNotBeNullOrWhiteSpace();
        page.QuerySelectorAll("h1").Length.ShouldBe(1);
        page.QuerySelector("main")!.Id.ShouldBe("main");
    }

    [Theory]
    [MemberData(nameof(PagesInBothLanguages))]
    public async Task Every_reference_inside_a_page_has_its_target(string path, string language)
    {
        var page = await host.Page(path, language);
        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id!).ToList();

        ids.ShouldBeUnique();
        References(page).Where(id => !ids.Contains(id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_field_says_what_is_wrong_between_hint_and_field_and_keeps_what_was_typed()
    {
        var page = await host.Page("/style");
        var input = page.QuerySelector("#Amount")!;
        var field = input.Closest(".field")!;

        var order = field.QuerySelectorAll("label, .hint, .err, input").Select(e => e.LocalName + "." + e.ClassName);

        order.ShouldBe(["label.", "p.hint", "p.err", "input.input"]);
        input.GetAttribute("value").ShouldBe("15");
        input.GetAttribute("aria-invalid").ShouldBe("true");
        input.GetAttribute("aria-describedby").ShouldBe("Amount-hint Amount-error");
    }

    [Fact]
    public async Task The_error_summary_links_to_the_fields_in_their_order()
    {
        var page = await host.Page("/style");

        var links = page.QuerySelectorAll("#problems a").Select(a => a.GetAttribute("href"));

        links.ShouldBe(["#Amount", "#Iban", "#BornOn"]);
    }

    [Fact]
    public async Task A_ledger_names_its_cells_for_phones_and_screen_readers()
    {
        var page = await host.Page("/style");
        var table = page.QuerySelectorAll("table[role=table]")
            .Single(t => t.QuerySelector("caption")!.TextContent.StartsWith("Members", StringComparison.Ordinal));

        var cells = table.QuerySelectorAll("tbody tr:first-child > *");

        cells.Select(c => c.GetAttribute("role")).ShouldBe(["rowheader", "cell", "cell", "cell"]);
        cells.Skip(1).Select(c => c.GetAttribute("data-l")).ShouldBe(["Lives in", "Shares", "Status"]);
        cells[2].ClassList.ShouldContain("r");
        table.QuerySelectorAll("tr.pencil").Length.ShouldBe(1);
    }

    [Fact]
    public async Task The_language_link_keeps_the_choice_and_comes_back_to_the_page()
    {
        var page = await host.Page("/fees?x=1");
        var link = page.QuerySelector(".lang a")!.GetAttribute("href")!;

        using var answer = await host.Get(link);

        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        answer.Headers.Location!.OriginalString.ShouldBe("/fees?x=1");
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldContain("nl-NL");
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("/\t/elsewhere.example")]
    [InlineData("elsewhere")]
    [InlineData("/language?to=en")]
    [InlineData("")]
    public async Task The_language_link_never_leads_to_another_site(string back)
    {
        using var answer = await host.Get("/language?to=nl&back=" + Uri.EscapeDataString(back));

        LanguageChoice.IsOurs(back).ShouldBeFalse();
        answer.Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Fact]
    public async Task A_language_that_there_is_not_is_refused()
    {
        using var answer = await host.Get("/language?to=fr&back=/");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(400, "error.400.title")]
    [InlineData(403, "error.403.title")]
    [InlineData(404, "error.404.title")]
    [InlineData(405, "error.404.title")]
    [InlineData(429, "error.429.title")]
    [InlineData(500, "error.500.title")]
    [InlineData(503, "error.500.title")]
    public async Task An_error_page_says_what_to_do_with_its_own_status(int status, string key)
    {
        using var answer = await host.Get($"/error/{status}");
        var page = await host.Page($"/error/{(status == 503 ? 500 : 404)}");

        ((int)answer.StatusCode).ShouldBe(status);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        html.ShouldContain(CommonTexts.ResourceManager.GetString(key, new("en-GB"))!);
        page.QuerySelector(".later .num")!.TextContent.Length.ShouldBeGreaterThan(8);
    }

    private static IEnumerable<string> References(IParentNode page)
    {
        foreach (var name in (string[])["for", "aria-describedby", "aria-labelledby", "popovertarget"])
        foreach (var element in page.QuerySelectorAll($"[{name}]"))
        foreach (var id in element.GetAttribute(name)!.Split(' '))
            yield return id;
        foreach (var element in page.QuerySelectorAll("a[href^='#'], use[href^='#'], textPath[href^='#']"))
            yield return element.GetAttribute("href")![1..];
        foreach (var element in page.QuerySelectorAll("[clip-path]"))
            yield return element.GetAttribute("clip-path")![5..^1];
    }
}
