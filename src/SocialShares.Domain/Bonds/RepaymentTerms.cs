namespace SocialShares.Domain;

/// <summary>How the principal of a bond comes back. Stored by name.</summary>
public enum RepaymentKind
{
    /// <summary>All at maturity.</summary>
    Bullet,

    /// <summary>In equal instalments of principal; the last one takes the rounding.</summary>
    Linear,

    /// <summary>In level payments of interest and principal together; the last one takes the rounding.</summary>
    Annuity,
}

/// <summary>How the principal of a bond comes back, and when that begins.</summary>
/// <param name="Kind">Bullet, linear or annuity.</param>
/// <param name="InterestOnlyMonths">Months from the issue in which only interest is paid; whole periods; 0 when there
/// are none.</param>
/// <param name="CapitaliseMonths">Months from the issue in which interest is added to the principal instead of being
/// paid, for example while a solar roof is built; whole periods; 0 when there are none.</param>
/// <param name="Frequency">How often principal is repaid; null: as often as interest. Linear only, and never more often
/// than interest.</param>
/// <param name="Instalments">How many repayments there are, where the board wants it checked; null: not stated.</param>
public sealed record RepaymentTerms(
    RepaymentKind Kind,
    int InterestOnlyMonths = 0,
    int CapitaliseMonths = 0,
    PaymentFrequency? Frequency = null,
    int? Instalments = null
)
{
    /// <summary>Months from the issue in which no principal comes back.</summary>
    public int QuietMonths => Math.Max(InterestOnlyMonths, CapitaliseMonths);
}

/// <summary>When a bond may be redeemed before its maturity. Always on an interest payment date, at the principal
/// outstanding.</summary>
/// <param name="IssuerAfterMonths">Months from the issue after which the issuer may redeem, all or by lot; null: never.</param>
/// <param name="HolderAfterMonths">Months from the issue after which a holder may ask to be redeemed; null: never.</param>
/// <param name="NoticeDays">Calendar days between the notice and the payment date, 0 to 366; it is given at the latest on the
/// day of record.</param>
public sealed record EarlyRedemptionTerms(
    int? IssuerAfterMonths = null,
    int? HolderAfterMonths = null,
    int NoticeDays = 30
);

/// <summary>A change of rate on a date.</summary>
/// <param name="From">First day on which the new rate counts.</param>
/// <param name="RatePpm">Rate a year from then on, parts per million.</param>
public sealed record RateStep(DateOnly From, int RatePpm);

/// <summary>Where a term that the frequency does not divide puts its odd period. Stored by name.</summary>
public enum StubPeriod
{
    /// <summary>There is none: the frequency must divide the term.</summary>
    None,

    /// <summary>The first period is shorter than the others.</summary>
    ShortFirst,

    /// <summary>The first period is longer than the others.</summary>
    LongFirst,

    /// <summary>The last period is shorter than the others.</summary>
    ShortLast,

    /// <summary>The last period is longer than the others.</summary>
    LongLast,
}
