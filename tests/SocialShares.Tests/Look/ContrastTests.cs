using System.Globalization;
using System.Text.RegularExpressions;
using SocialShares.Look;
using SocialShares.Tests.Repository;

namespace SocialShares.Tests.Look;

/// <summary>Every pair of colours that pages use, worked out from the style sheet as WCAG 2.2 does (1.4.3 and 1.4.11).</summary>
public sealed partial class ContrastTests
{
    private static readonly string Sheet = Checkout.Read("src/SocialShares/wwwroot/css/tokens.css");

    private static readonly (string Ink, string[] On, double Least)[] Pairs =
    [
        ("ink", ["paper", "sheet", "board"], 4.5),
        ("ink-2", ["paper", "sheet", "board"], 4.5),
        ("link", ["paper", "sheet", "board"], 4.5),
        ("ok", ["paper", "sheet", "ok-tint"], 4.5),
        ("warn", ["paper", "sheet", "warn-tint"], 4.5),
        ("bad", ["paper", "sheet", "bad-tint"], 4.5),
        ("on-accent", ["accent"], 4.5),
        ("pencil", ["paper", "sheet"], 3),
        ("focus", ["paper", "sheet", "board"], 3),
    ];

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void Text_lines_and_focus_stand_out_enough(string scheme)
    {
        var colours = Colours(scheme);

        var weak =
            from pair in Pairs
            from under in pair.On
            let ratio = Ratio(colours[pair.Ink], colours[under])
            where ratio < pair.Least
            select $"{pair.Ink} on {under}: {ratio:0.00}";

        weak.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void Each_of_the_six_inks_can_be_read_and_be_a_button(string scheme)
    {
        var colours = Colours(scheme);
        var inks = Inks(scheme);

        inks.Keys.ShouldBe(Navigation.Inks, ignoreOrder: true);
        foreach (var (name, (accent, tint)) in inks)
        {
            foreach (var under in (string[])["paper", "sheet", "board"])
                Ratio(accent, colours[under]).ShouldBeGreaterThanOrEqualTo(4.5, $"{name} on {under}");
            Ratio(colours["on-accent"], accent).ShouldBeGreaterThanOrEqualTo(4.5, $"button in {name}");
            Ratio(accent, tint).ShouldBeGreaterThanOrEqualTo(3, $"{name} on its tint");
        }
    }

    [Fact]
    public void Black_on_white_is_21_to_1() => Ratio("#000000", "#ffffff").ShouldBe(21, 0.01);

    private static string Part(string scheme)
    {
        var parts = Sheet.Split("@media (prefers-color-scheme: dark)");
        return scheme == "light" ? parts[0] : parts[1].Split("@media print")[0];
    }

    private static Dictionary<string, string> Colours(string scheme)
    {
        var root = Part(scheme).Split(":root")[1].Split('}')[0];
        return Token().Matches(root).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["hex"].Value);
    }

    private static Dictionary<string, (string Accent, string Tint)> Inks(string scheme) =>
        Ink()
            .Matches(Part(scheme))
            .ToDictionary(m => m.Groups["name"].Value, m => (m.Groups["accent"].Value, m.Groups["tint"].Value));

    private static double Ratio(string one, string other)
    {
        var (a, b) = (Light(one), Light(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Light(string hex)
    {
        double Part(int at)
        {
            var v = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4);
        }
        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }

    [GeneratedRegex(@"--(?<name>[\w-]+):\s*(?<hex>#[0-9a-f]{6})", RegexOptions.None, 1000)]
    private static partial Regex Token();

    [GeneratedRegex(
        "data-ink=\"(?<name>\\w+)\"\\]\\s*\\{ --accent: (?<accent>#\\w+); --accent-tint: (?<tint>#\\w+)",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Ink();
}
