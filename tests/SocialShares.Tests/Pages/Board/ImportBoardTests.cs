using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Pages.Board;

/// <summary>A board takes over its register in a browser without scripts: a list with problems, the right one, two people.</summary>
[Collection(nameof(OneWorld))]
public sealed class ImportBoardTests(Browsers browsers) : IClassFixture<Browsers>
{
    private const string Wrong = """
        Lidnummer;Naam;Straat;Postcode;Plaats;Lid sinds;Aandelen;Vak
        1;;Dorpsstraat 1;1234 AB;Lutjeveen;31-01-2020;10;
        2;Bob;Dorpsstraat 2;12;Lutjeveen;morgen;2,5;
        """;

    private const string Right = """
        Lidnummer;Naam;Straat;Postcode;Plaats;Lid sinds;Aandelen
        1;"Vries, Ans de";Dorpsstraat 1;1234 AB;Lutjeveen;31-01-2020;10
        2;Łukasz 王;Dorpsstraat 2;1234 AB;Lutjeveen;1/6/2021;5
        """;

    [Theory]
    [InlineData("en-GB", 1280)]
    [InlineData("nl-NL", 320)]
    public async Task A_board_uploads_its_list_corrects_it_and_a_second_member_confirms(string language, int width)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var society = await world.RegisterEnterprise(Currency.Eur, connected: false);
        var colleague = await world.Seat(society);
        await using var chair = await browsers.Open(world, society.Chair, language, width);
        await using var second = await browsers.Open(world, colleague, language, width);

        await chair.Go($"/board/{society.Slug}/register");
        await chair.Page.Locator($"a[href='/board/{society.Slug}/import']").ClickAsync();
        await chair.Look("import-empty");
        await chair.Type("Par", "10");
        await chair.Type("Cap", "3");
        await chair.Type("StartsAfterYears", "0");
        await Upload(chair, Wrong);
        (await chair.Page.Locator("table tbody tr").CountAsync()).ShouldBeGreaterThan(4);
        await chair.Look("import-problems");

        await chair.Go($"/board/{society.Slug}/import");
        await Upload(chair, Right);
        (await chair.Page.Locator("#confirm button[disabled]").CountAsync()).ShouldBe(1, "not by who uploaded it");
        await chair.Look("import-clean-own");
        await second.Go(chair.Path);
        await second.Look("import-confirm");
        await second.Page.Locator("#confirm button").ClickAsync();
        await second.Look("import-written");

        (await second.Page.Locator("#problems").CountAsync()).ShouldBe(0);
        var names = await world.InDatabase(db =>
            db.Members.Where(m => m.EnterpriseId == society.Id).OrderBy(m => m.Number).Select(m => m.Name).ToListAsync()
        );
        names.ShouldBe(["Vries, Ans de", "Łukasz 王"]);
        chair.SawNoFlaw();
        second.SawNoFlaw();
    }

    private static async Task Upload(Visitor visitor, string list)
    {
        var file = new FilePayload
        {
            Name = "leden.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes(list),
        };
        await visitor.Page.Locator("[name='List']").SetInputFilesAsync(file);
        await visitor.Type("Total", "15");
        await visitor.Type("FoundedOn", "2000-01-01");
        await visitor.Page.Locator("form[enctype] button.btn").ClickAsync();
        visitor.Path.ShouldContain("/import/");
    }
}
