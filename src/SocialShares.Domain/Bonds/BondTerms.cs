namespace SocialShares.Domain;

/// <summary>
/// What every bond of a series promises. Amounts are for one bond: each is computed on its nominal value and rounded
/// once, and a holder of n bonds has n times that (the "calculation amount" of ICMA's terms), so that holders' lines
/// add up to the series by themselves. See <c>infra/docs/bonds.md</c>.
/// </summary>
/// <param name="NominalMinor">Nominal value of one bond, minor units; 1 to 10^12.</param>
/// <param name="Currency">Currency of the nominal value.</param>
/// <param name="RatePpm">Rate a year from the issue, parts per million; 0 to 250,000 (25 %). 0 is an interest-free loan.</param>
/// <param name="Frequency">How often interest is paid.</param>
/// <param name="Repayment">How the principal comes back.</param>
/// <param name="TermMonths">Months from the issue to maturity, 1 to 600; null when <paramref name="MaturesOn"/> says it.</param>
/// <param name="MaturesOn">Day of maturity; null when <paramref name="TermMonths"/> says it. Needs <paramref name="IssueOn"/>.</param>
/// <param name="IssueOn">First day of interest, 2000 to 2200; null: the day of allotment.</param>
/// <param name="FirstPaymentOn">First interest date, where the first period is a stub of a length of its own; null
/// otherwise. Needs <paramref name="IssueOn"/>.</param>
/// <param name="Stub">Where the odd period stands when the frequency does not divide the term.</param>
/// <param name="EndOfMonth">True: a payment date that is counted from the last day of a month is always the last day.</param>
/// <param name="RateSteps">Changes of rate, oldest first; null or empty: none. Need <paramref name="IssueOn"/>.</param>
/// <param name="DayCount">How days become a part of a year.</param>
/// <param name="Calendar">The days on which banks do not pay.</param>
/// <param name="PaymentRule">Where a payment goes that falls on such a day; interest is never changed by it. Modified
/// following goes back by a few days at the end of a month, so it wants a day of record that is earlier still.</param>
/// <param name="Rounding">What happens to a fraction of a minor unit.</param>
/// <param name="RecordDays">Days before the last day of a period on which it is settled who is paid, 0 to 30; the
/// register of the series takes no transfers from then to the end of the period.</param>
/// <param name="EarlyRedemption">When it may be redeemed early; null: never.</param>
/// <param name="Transferable">May a holder pass bonds on to somebody else?</param>
/// <param name="Subordinated">Do holders come after all other creditors when the enterprise fails?</param>
public sealed record BondTerms(
    long NominalMinor,
    Currency Currency,
    int RatePpm,
    PaymentFrequency Frequency,
    RepaymentTerms Repayment,
    int? TermMonths = null,
    DateOnly? MaturesOn = null,
    DateOnly? IssueOn = null,
    DateOnly? FirstPaymentOn = null,
    StubPeriod Stub = StubPeriod.None,
    bool EndOfMonth = false,
    IReadOnlyList<RateStep>? RateSteps = null,
    DayCount DayCount = DayCount.Thirty360European,
    HolidayCalendar Calendar = HolidayCalendar.Target,
    BusinessDayRule PaymentRule = BusinessDayRule.Following,
    Rounding Rounding = Rounding.HalfToEven,
    int RecordDays = 10,
    EarlyRedemptionTerms? EarlyRedemption = null,
    bool Transferable = true,
    bool Subordinated = false
)
{
    /// <summary>Above this a rate is no price of social capital but a mistake: 25 %.</summary>
    public const int HighestRatePpm = 250_000;

    /// <summary>Above this one bond is no bond for citizens but a mistake: ten thousand million euros or pounds.</summary>
    public const long HighestNominalMinor = 1_000_000_000_000;

    /// <summary>The first year in which bonds of the platform can have been issued.</summary>
    public const int FirstYear = 2000;

    /// <summary>The last year for which holidays and dates are computed with confidence.</summary>
    public const int LastYear = 2200;

    /// <summary>The longest term, in months: fifty years.</summary>
    public const int LongestTermMonths = 600;

    /// <summary>The most changes of rate.</summary>
    public const int MostRateSteps = 60;

    /// <summary>The changes of rate, none where nothing was said.</summary>
    public IReadOnlyList<RateStep> Steps => RateSteps ?? [];

    /// <summary>The rate that holds on a day.</summary>
    public int RateOn(DateOnly day)
    {
        var rate = RatePpm;
        foreach (var step in Steps)
            if (step.From <= day)
                rate = step.RatePpm;
        return rate;
    }

    /// <summary>The day of maturity of bonds issued on a day; of bonds that keep month ends, a month's end.</summary>
    public DateOnly MaturityOf(DateOnly issuedOn)
    {
        if (MaturesOn is { } on)
            return on;
        var keepsMonthEnd = EndOfMonth && RollDays.IsMonthEnd(issuedOn);
        return RollDays.Roll(issuedOn, TermMonths!.Value, keepsMonthEnd ? RollDays.MonthEnd : issuedOn.Day);
    }

    /// <summary>Refuses terms that contradict each other, naming the field.</summary>
    /// <param name="expectedIssue">The day of issue as far as it is known: <see cref="IssueOn"/>, or the first day on
    /// which allotment is possible.</param>
    /// <exception cref="Refused">Codes <c>bond.*</c> and <c>schedule.*</c>.</exception>
    public void Check(DateOnly expectedIssue) => new BondTermsCheck(this).Require(IssueOn ?? expectedIssue);
}
