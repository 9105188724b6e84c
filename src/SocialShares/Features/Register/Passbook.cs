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
            units += year.Where(m => m.Kind < MovementKind.BondIssue).Sum(m => m.Units);
            var interest = year.Where(m => m.Kind is MovementKind.Interest or MovementKind.BondInterest)
                .Sum(m => m.AmountMinor);
            years.Add(new PassbookYear(year.Key, interest, units, [.. year]));
        }
        years.Reverse();
        return years;
    }

    /// <summary>What an entry of the register is in a passbook.</summary>
    public static MovementKind KindOf(EntryKind kind, bool isOfBonds) =>
        (kind, isOfBonds) switch
        {
            (EntryKind.Issue, false) => MovementKind.Issue,
            (EntryKind.Import, false) => MovementKind.Import,
            (EntryKind.Correction, false) => MovementKind.Correction,
            (EntryKind.Issue, true) => MovementKind.BondIssue,
            (EntryKind.Reinvestment, false) => MovementKind.Reinvestment,
            (EntryKind.TransferIn, false) => MovementKind.TransferIn,
            (EntryKind.TransferOut, false) => MovementKind.TransferOut,
            (EntryKind.Withdrawal, false) => MovementKind.Withdrawal,
            (EntryKind.WriteDownFrom or EntryKind.WriteDownTo, false) => MovementKind.WriteDown,
            (EntryKind.TransferIn, true) => MovementKind.BondTransferIn,
            (EntryKind.TransferOut, true) => MovementKind.BondTransferOut,
            (EntryKind.Redemption, true) => MovementKind.BondRedemption,
            _ => throw new InvariantBroken($"an entry {kind} of {(isOfBonds ? "bonds" : "shares")} is not known"),
        };
}

/// <summary>What a movement in a passbook is. In the order in which those of one day are read.</summary>
public enum MovementKind
{
    /// <summary>Shares from the register that was kept before.</summary>
    Import,

    /// <summary>New shares from an offer.</summary>
    Issue,

    /// <summary>Interest was paid, to the bank or left in.</summary>
    Interest,

    /// <summary>Interest that was left in became new shares.</summary>
    Reinvestment,

    /// <summary>Shares came from another holder.</summary>
    TransferIn,

    /// <summary>Shares went to another holder.</summary>
    TransferOut,

    /// <summary>Shares left the register because they are paid back.</summary>
    Withdrawal,

    /// <summary>What was paid on those shares came back.</summary>
    WithdrawalPaid,

    /// <summary>The board lowered the value of all shares of the class.</summary>
    WriteDown,

    /// <summary>An earlier entry was wrong: shares more or fewer.</summary>
    Correction,

    /// <summary>New bonds from an offer.</summary>
    BondIssue,

    /// <summary>Bonds came from another holder.</summary>
    BondTransferIn,

    /// <summary>Bonds went to another holder.</summary>
    BondTransferOut,

    /// <summary>Interest on bonds was paid.</summary>
    BondInterest,

    /// <summary>Principal of bonds was paid back.</summary>
    BondRepayment,

    /// <summary>Bonds that were paid back left the register.</summary>
    BondRedemption,
}

/// <summary>One movement of a holding.</summary>
/// <param name="On">The day.</param>
/// <param name="Kind">What happened.</param>
/// <param name="SecurityCode">The class of shares or the series of bonds.</param>
/// <param name="Units">Shares or bonds more or fewer; 0 for payments.</param>
/// <param name="AmountMinor">What was paid in (a transfer out: less), or what was received after tax, minor units.</param>
/// <param name="RunNumber">The payout run, for payments.</param>
public sealed record Movement(
    DateOnly On,
    MovementKind Kind,
    string SecurityCode,
    long Units,
    long AmountMinor,
    string? RunNumber
);

/// <summary>One year of a holding.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="InterestMinor">Interest after tax in it, on shares and bonds, minor units.</param>
/// <param name="UnitsAtEnd">Shares held at its end, or now.</param>
/// <param name="Movements">In the order of events.</param>
public sealed record PassbookYear(int Year, long InterestMinor, long UnitsAtEnd, IReadOnlyList<Movement> Movements);
