using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using SocialShares.Look;

namespace SocialShares.Pages.Citizen;

/// <summary>Countries by their name in the reader's language; those of most readers in front.</summary>
internal static class Countries
{
    private static readonly string[] Near = ["NL", "GB", "BE", "DE", "IE"];

    private static readonly string[] Codes =
    [
        .. CultureInfo
            .GetCultures(CultureTypes.SpecificCultures)
            .Select(c => new RegionInfo(c.Name).TwoLetterISORegionName)
            .Where(code => code.Length == 2 && code.All(char.IsAsciiLetterUpper))
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The country that a reader of this language most often lives in.</summary>
    public static string Usual => Language.IsDutch ? "NL" : "GB";

    public static IEnumerable<SelectListItem> ForReader()
    {
        var near = Near.OrderBy(c => c == Usual ? 0 : 1).ToList();
        var others = Codes.Except(near).Select(Item).OrderBy(i => i.Text, StringComparer.Create(Language.Of, true));
        return near.Select(Item).Concat(others);
    }

    public static string NameOf(string code)
    {
        try
        {
            return new RegionInfo(code).DisplayName;
        }
        catch (ArgumentException)
        {
            return code; // the register may hold a code that this machine's tables do not
        }
    }

    private static SelectListItem Item(string code) => new(NameOf(code), code);
}
