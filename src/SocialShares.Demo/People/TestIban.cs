using System.Globalization;

namespace SocialShares.Demo.People;

/// <summary>Account numbers of a bank that does not exist, with correct check digits.</summary>
public static class TestIban
{
    /// <param name="country">GB, BE (where banks have numbers only) or NL.</param>
    /// <param name="no">Which of them.</param>
    public static string Of(string country, int no)
    {
        var account = country switch
        {
            "GB" => string.Create(CultureInfo.InvariantCulture, $"TEST000000{no:D8}"),
            // The last two digits check the ten before them.
            "BE" => string.Create(CultureInfo.InvariantCulture, $"{no:D10}{(no % 97 == 0 ? 97 : no % 97):D2}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"TEST{no:D10}"),
        };
        var rest = 0;
        foreach (var c in account + country + "00")
            rest = char.IsAsciiDigit(c) ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
        return string.Create(CultureInfo.InvariantCulture, $"{country}{98 - rest:D2}{account}");
    }
}
