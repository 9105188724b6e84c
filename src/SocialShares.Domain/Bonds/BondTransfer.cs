namespace SocialShares.Domain;

/// <summary>
/// Bonds that passed from one holder to another, with the interest that had accrued on them: the receiver will be paid
/// the whole coupon, so that is what the receiver owes the giver beside the price that they agreed. Never changed.
/// </summary>
public sealed class BondTransfer
{
    private BondTransfer() { }

    /// <summary>Identity; the source of both entries in the register.</summary>
    public BondTransferId Id { get; private set; }

    /// <summary>The series.</summary>
    public BondSeriesId SeriesId { get; private set; }

    /// <summary>The issuer.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>Who gave.</summary>
    public MemberId FromMemberId { get; private set; }

    /// <summary>Who received.</summary>
    public MemberId ToMemberId { get; private set; }

    /// <summary>Bonds.</summary>
    public long Units { get; private set; }

    /// <summary>The day: on it the receiver holds, the giver does not.</summary>
    public DateOnly On { get; private set; }

    /// <summary>Interest accrued up to that day on these bonds, minor units.</summary>
    public long AccruedMinor { get; private set; }

    /// <summary>What it rests on, for example a deed.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who recorded it.</summary>
    public PersonId RecordedBy { get; private set; }

    /// <summary>Name as shown.</summary>
    public string RecordedByName { get; private set; } = "";

    /// <summary>Instant, UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>Records a transfer.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="series">The series, issued.</param>
    /// <param name="periods">Its periods.</param>
    /// <param name="order">Who, how many, when and why.</param>
    /// <param name="freeUnits">Bonds that the giver had on the day and has since, less those that were asked to be redeemed.</param>
    /// <param name="redeemedAt">Numbers of periods at whose end bonds are redeemed early by a decision that stands.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="today">No transfer is recorded before its day.</param>
    /// <exception cref="Refused"><c>bond.not-transferable</c>, <c>bond.transfer-to-self</c>, <c>bond.transfer-day</c>,
    /// <c>bond.transfer-closed-period</c>, <c>bond.transfer-past-record</c>, <c>bond.transfer-being-repaid</c>,
    /// <c>bond.units</c>.</exception>
    public static BondTransfer Record(
        BondTransferId id,
        BondSeries series,
        IReadOnlyList<BondPeriod> periods,
        BondTransferOrder order,
        long freeUnits,
        IReadOnlySet<int> redeemedAt,
        Signature by,
        DateOnly today
    )
    {
        Terms.Require(series.Transferable || order.IsOnDeath, "bond.not-transferable", "units");
        Terms.Require(order.From != order.To, "bond.transfer-to-self", "to");
        Terms.Require(order.Units > 0 && order.Units <= freeUnits, "bond.units", "units", freeUnits);
        RequireDay(series, periods, order.On, today);
        // Bonds that are being paid back belong to whoever held on the day of record until the register says so.
        if (periods.FirstOrDefault(p => IsPayingBack(p, series, order.On, redeemedAt)) is { } paying)
            throw new Refused("bond.transfer-being-repaid", paying.DueOn) { Field = "on" };
        return new BondTransfer
        {
            Id = id,
            SeriesId = series.Id,
            EnterpriseId = series.EnterpriseId,
            FromMemberId = order.From,
            ToMemberId = order.To,
            Units = order.Units,
            On = order.On,
            AccruedMinor = order.Units * Accrued(series, periods, order.On),
            Reason = order.Reason,
            RecordedBy = by.PersonId ?? throw new InvariantBroken("bonds are transferred by nobody"),
            RecordedByName = by.Name,
            RecordedAt = by.At,
        };
    }

    /// <summary>Refuses a day on which the register of bondholders takes no transfer, whoever gives or receives.</summary>
    /// <exception cref="Refused"><c>bond.transfer-day</c>, <c>bond.transfer-past-record</c>,
    /// <c>bond.transfer-closed-period</c>.</exception>
    public static void RequireDay(BondSeries series, IReadOnlyList<BondPeriod> periods, DateOnly day, DateOnly today)
    {
        Terms.Require(series.IssuedOn is { } issued && day >= issued && day <= today, "bond.transfer-day", "on");
        // Whoever held on a day of record has earned that payment, calculated or not.
        var past = periods.Where(p => p.RecordOn < today && day <= p.RecordOn);
        if (past.MaxBy(p => p.RecordOn) is { } earned)
            throw new Refused("bond.transfer-past-record", earned.RecordOn) { Field = "on" };
        if (periods.FirstOrDefault(p => day > p.RecordOn && day < p.AccrualEnd) is { } closed)
            throw new Refused("bond.transfer-closed-period", closed.RecordOn, closed.AccrualEnd) { Field = "on" };
    }

    private static bool IsPayingBack(BondPeriod period, BondSeries series, DateOnly on, IReadOnlySet<int> redeemedAt) =>
        period.No > series.ServicedPeriods
        && period.AccrualEnd <= on
        && (period.ClosingMinor == 0 || redeemedAt.Contains(period.No));

    /// <summary>Interest accrued on one bond up to a day within a period, minor units; 0 outside all periods.</summary>
    public static long Accrued(BondSeries series, IReadOnlyList<BondPeriod> periods, DateOnly on)
    {
        var period = periods.FirstOrDefault(p => on >= p.AccrualStart && on < p.AccrualEnd);
        if (period is null || series.IssuedOn is not { } issued)
            return 0;
        return BondPlan.Of(series.Terms, issued).Accrued(period.No - 1, on, period.OpeningMinor);
    }
}

/// <summary>A transfer as two holders agreed it.</summary>
/// <param name="From">Who gives.</param>
/// <param name="To">Who receives.</param>
/// <param name="Units">Bonds.</param>
/// <param name="On">The day.</param>
/// <param name="Reason">What it rests on.</param>
/// <param name="IsOnDeath">The giver died; then the terms need not allow transfers.</param>
public sealed record BondTransferOrder(
    MemberId From,
    MemberId To,
    long Units,
    DateOnly On,
    string Reason,
    bool IsOnDeath = false
);
