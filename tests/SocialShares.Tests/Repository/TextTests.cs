using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SocialShares.Tests.Repository;

/// <summary>Whoever reads Dutch reads as much as whoever reads English, and every refusal says why.</summary>
public sealed partial class TextTests
{
    private const string Folder = "src/SocialShares/Resources";

    public static TheoryData<string> Areas =>
        ["Common", "Public", "Citizen", "Board", "Admin", "Refusal", "Mail", "Community", "Bank", "Money"];

    [Fact]
    public void Every_file_of_texts_belongs_to_an_area_and_is_there_in_both_languages() =>
        Checkout
            .Files(Folder, "*.resx")
            .ShouldBe(
                Areas
                    .SelectMany(area =>
                        new[] { $"{Folder}/{area.Data}Texts.resx", $"{Folder}/{area.Data}Texts.nl.resx" }
                    )
                    .Order(StringComparer.Ordinal)
            );

    [Theory]
    [MemberData(nameof(Areas))]
    public void Both_languages_have_the_same_texts(string area)
    {
        var (english, dutch) = (Entries(area, ""), Entries(area, ".nl"));

        dutch.Keys.Except(english.Keys).ShouldBeEmpty($"these are missing in {area}Texts.resx");
        english.Keys.Except(dutch.Keys).ShouldBeEmpty($"these are missing in {area}Texts.nl.resx");
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void Both_languages_name_the_same_figures(string area)
    {
        var (english, dutch) = (Entries(area, ""), Entries(area, ".nl"));

        english
            .Where(text => dutch.ContainsKey(text.Key))
            .Where(text => !Figures(text.Value).SetEquals(Figures(dutch[text.Key])))
            .Select(text => text.Key)
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void No_text_is_empty(string area) =>
        Entries(area, "")
            .Concat(Entries(area, ".nl"))
            .Where(text => string.IsNullOrWhiteSpace(text.Value))
            .Select(text => text.Key)
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Areas))]
    public void No_text_raises_its_voice(string area) =>
        Entries(area, "")
            .Concat(Entries(area, ".nl"))
            .Where(text => text.Value.Contains('!'))
            .Select(text => text.Key)
            .ShouldBeEmpty();

    [Fact]
    public void Every_refusal_has_a_text_in_both_languages()
    {
        var refusals = Refusals.In(Checkout.Sources).ToList();
        var (english, dutch) = (Entries("Refusal", ""), Entries("Refusal", ".nl"));

        refusals.Count.ShouldBeGreaterThan(5);
        refusals
            .Where(refusal => !english.ContainsKey(refusal.Key) || !dutch.ContainsKey(refusal.Key))
            .Select(refusal => $"{refusal.Key} ({refusal.At})")
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_refusal_gives_every_figure_that_its_text_names()
    {
        var english = Entries("Refusal", "");

        Refusals
            .In(Checkout.Sources)
            .Where(refusal => refusal.Figures is not null && english.ContainsKey(refusal.Key))
            .Where(refusal => Figures(english[refusal.Key]).Any(figure => figure >= refusal.Figures))
            .Select(refusal => $"{refusal.Key} ({refusal.At})")
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("throw new Refused(\"a.b\", 1);", "refused.a.b", 1)]
    [InlineData("throw new Refused(late ? \"a.late\" : \"a.early\");", "refused.a.early", 0)]
    [InlineData(
        "Need(true, \"a.c\"); void Need(bool b, string code) { throw new Refused(code); }",
        "refused.a.c",
        null
    )]
    [InlineData("throw No(\"a.d\"); class A { Refused No(string code) => new(code, 1); }", "refused.a.d", null)]
    public void The_check_finds_a_refusal_wherever_its_code_is_written(string code, string key, int? figures)
    {
        var found = Refusals.In([SourceFile.From("src/a.cs", code)]);

        found.ShouldContain(refusal => refusal.Key == key && refusal.Figures == figures);
    }

    [Fact]
    public void The_check_sees_which_figures_a_text_names() =>
        Figures("from {0} to {12:N2} and {{3}}").ShouldBe([0, 12], ignoreOrder: true);

    private static Dictionary<string, string> Entries(string area, string language) =>
        XDocument
            .Parse(Checkout.Read($"{Folder}/{area}Texts{language}.resx"))
            .Root!.Elements("data")
            .ToDictionary(entry => entry.Attribute("name")!.Value, entry => entry.Element("value")?.Value ?? "");

    private static HashSet<int> Figures(string text) =>
        [
            .. Figure()
                .Matches(text.Replace("{{", "").Replace("}}", ""))
                .Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)),
        ];

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Figure();
}
