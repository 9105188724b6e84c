namespace SocialShares.Features.Bonds;

/// <summary>My bonds of one series; amounts in minor units.</summary>
/// <param name="SeriesId">The series.</param>
/// <param name="Code">Its short name.</param>
/// <param name="Currency">Currency of the amounts.</param>
/// <param name="Terms">What every bond promises.</param>
/// <param name="IssuedOn">First day of interest.</param>
/// <param name="Units">Bonds held now.</param>
/// <param name="Payments">By interest period.</param>
/// <param name="Asked">Requests of mine to be paid back early that stand.</param>
/// <param name="Possible">What a request made today would bring; null when it is not possible.</param>
/// <param name="Draws">Draws by lot that the issuer decided, the newest first.</param>
public sealed record BondHoldingRead(
    BondSeriesId SeriesId,
    string Code,
    Currency Currency,
    BondTerms Terms,
    DateOnly IssuedOn,
    long Units,
    IReadOnlyList<BondPaymentShown> Payments,
    IReadOnlyList<RedemptionAsked> Asked,
    RedemptionPossible? Possible,
    IReadOnlyList<BondDrawShown> Draws
);

/// <summary>The payment of one interest period to one holder; amounts in minor units.</summary>
/// <param name="No">Counts from 1 within the series.</param>
/// <param name="DueOn">The day of payment.</param>
/// <param name="Units">Bonds that it is paid on.</param>
/// <param name="InterestMinor">Interest; after tax once it is paid.</param>
/// <param name="PrincipalMinor">What comes back; negative where the interest is added to the principal.</param>
/// <param name="LeftMinor">Principal of these bonds outstanding afterwards.</param>
/// <param name="State">Where it stands.</param>
public sealed record BondPaymentShown(
    int No,
    DateOnly DueOn,
    long Units,
    long InterestMinor,
    long PrincipalMinor,
    long LeftMinor,
    BondPeriodState State
);

/// <summary>A request to be paid back early; amounts in minor units.</summary>
/// <param name="Id">The request.</param>
/// <param name="Units">Bonds.</param>
/// <param name="DueOn">The day of payment.</param>
/// <param name="AmountMinor">Principal that it pays, beside the ordinary payment of that day.</param>
/// <param name="MayWithdraw">False once the payment is calculated.</param>
public sealed record RedemptionAsked(
    EarlyRedemptionId Id,
    long Units,
    DateOnly DueOn,
    long AmountMinor,
    bool MayWithdraw
);

/// <summary>What a request made today would bring; amounts in minor units.</summary>
/// <param name="DueOn">The day of payment.</param>
/// <param name="PerBondMinor">Principal that each bond pays then.</param>
/// <param name="Units">Bonds that may be asked for.</param>
public sealed record RedemptionPossible(DateOnly DueOn, long PerBondMinor, long Units);

/// <summary>A draw by lot among the bonds of a series, as a holder can check it.</summary>
/// <param name="Id">The decision.</param>
/// <param name="PeriodNo">The period at whose end the drawn bonds are paid back.</param>
/// <param name="DueOn">The day of payment.</param>
/// <param name="Units">Bonds to draw.</param>
/// <param name="DecidedAt">When it was decided, UTC.</param>
/// <param name="SeedHash">SHA-256 of the seed, known from the start.</param>
/// <param name="Seed">The seed, once bonds were drawn with it.</param>
public sealed record BondDrawShown(
    EarlyRedemptionId Id,
    int PeriodNo,
    DateOnly DueOn,
    long Units,
    DateTime DecidedAt,
    string SeedHash,
    string? Seed
);
