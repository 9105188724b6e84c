namespace SocialShares.Features.Register;

/// <summary>Puts the movements of a holding in years, as a passbook shows them.</summary>
internal static class Passbook
{
    /// <summary>Newest year first; within a year in the order of events.</summary>
    public static IReadOnlyList<PassbookYear> Years(IReadOnlyList<Movement> movements)
    {
        var years = new List<PassbookYear>();
        long units = 0;
        foreach (var year in movements.OrderBy(m => m.On).ThenBy(m => m.Kind).GroupBy(m => m.On.Year))
        {
            units += year.Sum(m => m.Units);
            var interest = year.Where(m => m.Kind == MovementKind.Interest).Sum(m => m.AmountMinor);
            years.Add(new PassbookYear(year.Key, interest, units, [.. year]));
        }
        years.Reverse();
        return years;
    }
}

/// <summary>What a movement in a passbook is.</summary>
public enum MovementKind
{
    /// <summary>New shares from an offer.</summary>
    Issue,

    /// <summary>Interest was paid, to the bank or left in.</summary>
    Interest,

    /// <summary>Interest that was left in became new shares.</summary>
    Reinvestment,
}

/// <summary>One movement of a holding.</summary>
/// <param name="On">The day.</param>
/// <param name="Kind">What happened.</param>
/// <param name="ShareClassCode">The class.</param>
/// <param name="Units">Shares more or fewer; 0 for interest.</param>
/// <param name="AmountMinor">What was paid in, or the interest after tax, minor units.</param>
/// <param name="RunNumber">The payout run, for interest.</param>
public sealed record Movement(
    DateOnly On,
    MovementKind Kind,
    string ShareClassCode,
    long Units,
    long AmountMinor,
    string? RunNumber
);

/// <summary>One year of a holding.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="InterestMinor">Interest after tax in it, minor units.</param>
/// <param name="UnitsAtEnd">Shares held at its end, or now.</param>
/// <param name="Movements">In the order of events.</param>
public sealed record PassbookYear(int Year, long InterestMinor, long UnitsAtEnd, IReadOnlyList<Movement> Movements);
