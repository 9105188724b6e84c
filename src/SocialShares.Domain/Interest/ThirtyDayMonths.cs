namespace SocialShares.Domain;

/// <summary>
/// The four counts that give each month 30 days; the rules stand at <see cref="DayCount"/>. They differ only in what the
/// month's last days become.
/// </summary>
internal static class ThirtyDayMonths
{
    /// <summary>The whole year of these counts, in days.</summary>
    public const int Year = 360;

    public static int European(DateOnly start, DateOnly end) =>
        Count(start, end, Math.Min(start.Day, 30), Math.Min(end.Day, 30));

    public static int Isda(DateOnly start, DateOnly end, DateOnly? maturity)
    {
        // An empty period that starts and ends at a maturity in February would be -1 or -2 days by the letter of the rule.
        if (start == end)
            return 0;
        var first = IsLastOfFebruary(start) ? 30 : Math.Min(start.Day, 30);
        var last = IsLastOfFebruary(end) && end != maturity ? 30 : Math.Min(end.Day, 30);
        return Count(start, end, first, last);
    }

    public static int Us(DateOnly start, DateOnly end)
    {
        var (first, last) = (start.Day, end.Day);
        if (IsLastOfFebruary(start))
        {
            if (IsLastOfFebruary(end))
                last = 30;
            first = 30;
        }
        return BondBasis(start, end, first, last);
    }

    public static int BondBasis(DateOnly start, DateOnly end) => BondBasis(start, end, start.Day, end.Day);

    private static int BondBasis(DateOnly start, DateOnly end, int first, int last)
    {
        if (last == 31 && first >= 30)
            last = 30;
        return Count(start, end, Math.Min(first, 30), last);
    }

    private static int Count(DateOnly start, DateOnly end, int first, int last) =>
        (end.Year - start.Year) * Year + (end.Month - start.Month) * 30 + last - first;

    private static bool IsLastOfFebruary(DateOnly date) => date.Month == 2 && date.AddDays(1).Month == 3;
}
