using SocialShares.Features.Bonds;
using SocialShares.Features.Issuing;

namespace SocialShares.Demo.Scenario;

/// <summary>One issued series on its way to maturity: what one bond pays by the terms, and what was paid so far.</summary>
/// <param name="Shown">The series.</param>
/// <param name="OneBond">The cash flow of one bond.</param>
/// <param name="UnitsIssued">Bonds issued.</param>
public sealed record SeriesServiced(SeriesShown Shown, CashFlowShown OneBond, long UnitsIssued)
{
    private readonly Dictionary<int, DateOnly> paidOn = [];
    private readonly Dictionary<int, long> redeemed = [];

    /// <summary>The day on which a period was paid; null: nothing was paid for it.</summary>
    public DateOnly? PaidOn(int periodNo) => paidOn.TryGetValue(periodNo, out var day) ? day : null;

    /// <summary>What the holders of the series had to be paid in all, minor units.</summary>
    public long OwedMinor => OneBond.Rows.Sum(Owed);

    /// <summary>A holder is redeemed early with a period.</summary>
    public void Redeem(int periodNo, long units) => redeemed[periodNo] = redeemed.GetValueOrDefault(periodNo) + units;

    /// <summary>Does a run pay this period?</summary>
    public bool IsPaid(CashFlowRow row) => Owed(row) > 0;

    /// <summary>A run paid a period.</summary>
    /// <exception cref="InvalidOperationException">It paid something else than units times the cash flow.</exception>
    public void Pay(int periodNo, long totalMinor, DateOnly on)
    {
        var owed = Owed(OneBond.Rows[periodNo - 1]);
        if (totalMinor != owed)
            throw new InvalidOperationException(
                $"{Shown.Code} period {periodNo}: {totalMinor} was paid instead of {owed}"
            );
        paidOn.Add(periodNo, on);
    }

    /// <exception cref="InvalidOperationException">The principal of one bond does not add up to its face value.</exception>
    public void RequireFaceValue()
    {
        var (principal, face) = (OneBond.Rows.Sum(r => r.PrincipalMinor), Shown.Terms.NominalMinor);
        if (principal != face || OneBond.Rows[^1].ClosingMinor != 0)
            throw new InvalidOperationException($"{Shown.Code}: principal adds up to {principal} instead of {face}");
    }

    // Everyone who holds has the payment of the period; who is redeemed has the rest as well.
    private long Owed(CashFlowRow row) =>
        (UnitsIssued - redeemed.Where(r => r.Key < row.No).Sum(r => r.Value)) * row.PaymentMinor
        + redeemed.GetValueOrDefault(row.No) * row.ClosingMinor;
}
