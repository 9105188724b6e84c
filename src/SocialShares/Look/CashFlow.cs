namespace SocialShares.Look;

/// <summary>Where a payment stands, for its line and colour.</summary>
public enum CashState
{
    /// <summary>Promised: dashed.</summary>
    Expected,

    /// <summary>Paid: ink.</summary>
    Paid,

    /// <summary>Its day has passed and it was not paid.</summary>
    Late,
}

/// <summary>One payment of a bond; amounts in minor units.</summary>
/// <param name="On">Its day.</param>
/// <param name="Interest">Interest, what is added to the principal included.</param>
/// <param name="Principal">What comes back; negative where interest is added to it.</param>
/// <param name="Left">Still lent afterwards.</param>
/// <param name="State">Where it stands.</param>
public sealed record CashLine(DateOnly On, long Interest, long Principal, long Left, CashState State)
{
    /// <summary>What is paid.</summary>
    public long Together => Interest + Principal;

    /// <summary>The part of the payment that is one's own money.</summary>
    public long OwnPaid => Math.Max(0, Principal);

    /// <summary>The part of the payment that is interest; what is added to the principal is none.</summary>
    public long InterestPaid => Together - OwnPaid;
}

/// <summary>What bonds pay, for <c>&lt;cash-flow of="..." /&gt;</c>: a chart, and every payment in a table behind it.</summary>
public sealed record CashFlow(Currency Currency, IReadOnlyList<CashLine> Lines)
{
    /// <summary>More bars than this cannot be told apart on a phone; then a bar is a calendar year.</summary>
    public const int MostBars = 24;

    public bool IsByYear => Lines.Count > MostBars;

    /// <summary>The lines, or where they are many the sums of calendar years.</summary>
    public IReadOnlyList<CashLine> Bars =>
        !IsByYear
            ? Lines
            :
            [
                .. Lines
                    .GroupBy(l => l.On.Year)
                    .Select(year => new CashLine(
                        year.Last().On,
                        year.Sum(l => l.Interest),
                        year.Sum(l => l.Principal),
                        year.Last().Left,
                        year.Any(l => l.State == CashState.Late) ? CashState.Late
                            : year.All(l => l.State == CashState.Paid) ? CashState.Paid
                            : CashState.Expected
                    )),
            ];
}
