using System.Globalization;
using System.Text;

namespace SocialShares.Look;

/// <summary>How an amount shows its minor units.</summary>
public enum Pence
{
    /// <summary>Always two decimals: tables, totals, anything that is paid.</summary>
    Always,

    /// <summary>None where the amount is whole: targets, limits, strips, sentences.</summary>
    WhereThereAreAny,
}

/// <summary>
/// Figures, dates and names as people read them, in the language of the page (<see cref="CultureInfo.CurrentUICulture"/>).
/// The separators are fixed here and not taken from the machine, so that every server writes the same.
/// </summary>
public static class Shown
{
    private const char NoBreak = '\u00a0';
    private const char Minus = '\u2212';

    /// <summary>£1,234.50 in English; € 1.234,50 in Dutch (with a space that does not break).</summary>
    public static string Money(Money amount, Pence pence = Pence.Always) => Money(amount.Minor, amount.Currency, pence);

    /// <inheritdoc cref="Money(Domain.Money, Pence)"/>
    public static string Money(long minor, Currency currency, Pence pence = Pence.Always)
    {
        var (sign, dutch) = (minor < 0 ? $"{Minus}" : "", Language.IsDutch);
        var digits = Digits(Magnitude(minor), pence, Language.Separators);
        return dutch ? $"{SignOf(currency)}{NoBreak}{sign}{digits}" : $"{sign}{SignOf(currency)}{digits}";
    }

    /// <summary>1,234.50: an amount whose currency stands above it, in a column.</summary>
    public static string Figure(long minor) =>
        (minor < 0 ? $"{Minus}" : "") + Digits(Magnitude(minor), Pence.Always, Language.Separators);

    /// <summary>£1,234 where the amount is whole, else with pence.</summary>
    public static string WholeMoney(long minor, Currency currency) => Money(minor, currency, Pence.WhereThereAreAny);

    /// <summary>£1,234 where the amount is whole, else with pence.</summary>
    public static string WholeMoney(Money amount) => Money(amount, Pence.WhereThereAreAny);

    /// <summary>The sign before an amount field: £, €, or the code.</summary>
    public static string SignOf(Currency currency) =>
        currency.Code switch
        {
            "EUR" => "€",
            "GBP" => "£",
            var code => code,
        };

    /// <summary>1,248 in English, 1.248 in Dutch.</summary>
    public static string Count(long count) =>
        (count < 0 ? $"{Minus}" : "") + Grouped(Magnitude(count), Language.Separators.Group);

    /// <summary>A rate in parts per million as a percentage: 35000 is 3.5 %; decimals as far as there are any.</summary>
    public static string Percent(long ppm)
    {
        var magnitude = Magnitude(ppm);
        var decimals = (magnitude % 10_000).ToString("0000", CultureInfo.InvariantCulture).TrimEnd('0');
        var whole = Grouped(magnitude / 10_000, Language.Separators.Group);
        var point = decimals.Length == 0 ? "" : Language.Separators.Decimal + decimals;
        return $"{(ppm < 0 ? $"{Minus}" : "")}{whole}{point}{NoBreak}%";
    }

    /// <summary>Part of a whole as a rounded percentage in parts per million, for drawings and sentences; 0 of 0 is 0.</summary>
    public static int SharePpm(long part, long whole) =>
        whole <= 0 ? 0 : (int)Int128.Clamp((Int128)part * 1_000_000 / whole, 0, 1_000_000);

    /// <summary>27 July 2018; 27 juli 2018.</summary>
    public static string Date(DateOnly date) => date.ToString("d MMMM yyyy", Language.Of);

    /// <summary>27 July; 27 juli. For lists inside one year.</summary>
    public static string DayAndMonth(DateOnly date) => date.ToString("d MMMM", Language.Of);

    /// <summary>27 Jul; 27 jul. For the axes of charts.</summary>
    public static string ShortDay(DateOnly date) => $"{date.Day} {date.ToString("MMM", Language.Of).TrimEnd('.')[..3]}";

    /// <summary>Friday 27 July 2018; vrijdag 27 juli 2018.</summary>
    public static string LongDate(DateOnly date) => date.ToString("dddd d MMMM yyyy", Language.Of);

    /// <summary>27 July 2018, 14:05, in the zone that the reader lives by.</summary>
    public static string Moment(DateTime utc, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);
        return $"{Date(DateOnly.FromDateTime(local))}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    /// <summary>In groups of four, as printed on a bank card: NL00 XXXX 0000 0000 00.</summary>
    public static string Iban(string iban)
    {
        var bare = iban.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return string.Join(NoBreak, bare.Chunk(4).Select(c => new string(c)));
    }

    /// <summary>The last four characters, enough for its owner to know it and for nobody else to use it.</summary>
    public static string IbanEnd(string iban)
    {
        var bare = iban.Replace(" ", "", StringComparison.Ordinal);
        return bare.Length <= 4 ? bare : bare[^4..];
    }

    /// <summary>Ann, Bo and Cas.</summary>
    public static string List(IEnumerable<string> names)
    {
        var all = names.ToList();
        var and = Language.IsDutch ? " en " : " and ";
        return all.Count < 2 ? string.Concat(all) : string.Join(", ", all[..^1]) + and + all[^1];
    }

    internal static string Digits(ulong minor, Pence pence, Separators separators)
    {
        var whole = Grouped(minor / 100, separators.Group);
        return pence == Pence.WhereThereAreAny && minor % 100 == 0
            ? whole
            : whole + separators.Decimal + (minor % 100).ToString("00", CultureInfo.InvariantCulture);
    }

    internal static ulong Magnitude(long value) => value < 0 ? (ulong)-(value + 1) + 1 : (ulong)value;

    private static string Grouped(ulong value, char separator)
    {
        var digits = new StringBuilder(value.ToString(CultureInfo.InvariantCulture));
        for (var at = digits.Length - 3; at > 0; at -= 3)
            digits.Insert(at, separator);
        return digits.ToString();
    }
}
