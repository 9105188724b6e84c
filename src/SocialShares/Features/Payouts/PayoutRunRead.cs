namespace SocialShares.Features.Payouts;

/// <summary>A payout run with what an approver looks at; amounts in minor units, instants UTC.</summary>
/// <param name="Id">The run.</param>
/// <param name="Number">Its number as people say it.</param>
/// <param name="Kind">What it pays.</param>
/// <param name="EnterpriseId">Who pays.</param>
/// <param name="EnterpriseName">Its name.</param>
/// <param name="EnterpriseSlug">Its name in addresses.</param>
/// <param name="SecurityCode">The class of shares or the series of bonds that is paid on.</param>
/// <param name="PeriodNo">The period of the series; null for shares.</param>
/// <param name="UnitMinor">Par value of a share, or principal of one bond in the period.</param>
/// <param name="From">First day of the period that is paid for.</param>
/// <param name="Until">Last day of it.</param>
/// <param name="RatePpm">Rate a year; of bonds the one on the first day.</param>
/// <param name="PayOn">The day of payment.</param>
/// <param name="Currency">Currency of the amounts.</param>
/// <param name="LineCount">How many holders it pays.</param>
/// <param name="TotalMinor">What it pays in all.</param>
/// <param name="PrincipalMinor">How much of that repays principal of bonds.</param>
/// <param name="State">Where it stands.</param>
/// <param name="DeclaredBy">Who declared the interest for the board; null for bonds, which pay by their terms.</param>
/// <param name="CalculatedById">Who calculated it.</param>
/// <param name="CalculatedBy">Their name.</param>
/// <param name="CalculatedAt">When.</param>
/// <param name="ApprovedBy">Who approved it; null before.</param>
/// <param name="ApprovedAt">When.</param>
/// <param name="ExecutionStartedAt">When the job began to pay.</param>
/// <param name="EndedAt">When it ended or was voided.</param>
/// <param name="Version">Raised with each change.</param>
/// <param name="Totals">The lines by destination and state.</param>
/// <param name="BankFiles">By number.</param>
/// <param name="Checks">Figures that must agree.</param>
/// <param name="ComparedWithLast">How it differs from the run before on the same security; null for the first.</param>
public sealed record PayoutRunRead(
    PayoutRunId Id,
    string Number,
    PayoutKind Kind,
    EnterpriseId EnterpriseId,
    string EnterpriseName,
    string EnterpriseSlug,
    string SecurityCode,
    int? PeriodNo,
    long UnitMinor,
    DateOnly From,
    DateOnly Until,
    int RatePpm,
    DateOnly PayOn,
    Currency Currency,
    int LineCount,
    long TotalMinor,
    long PrincipalMinor,
    PayoutRunState State,
    string? DeclaredBy,
    PersonId CalculatedById,
    string CalculatedBy,
    DateTime CalculatedAt,
    string? ApprovedBy,
    DateTime? ApprovedAt,
    DateTime? ExecutionStartedAt,
    DateTime? EndedAt,
    int Version,
    IReadOnlyList<PayoutTotal> Totals,
    IReadOnlyList<BankFileRow> BankFiles,
    IReadOnlyList<PayoutCheck> Checks,
    PayoutComparison? ComparedWithLast
);

/// <summary>How a run differs from the one before it on the same class.</summary>
/// <param name="Number">The run before.</param>
/// <param name="TotalMinor">What that paid in all, minor units.</param>
/// <param name="NewHolders">Paid now and not then.</param>
/// <param name="GoneHolders">Paid then and not now.</param>
/// <param name="ChangedByMoreThanAQuarter">Paid both times, with more than 25 % between them.</param>
public sealed record PayoutComparison(
    string Number,
    long TotalMinor,
    int NewHolders,
    int GoneHolders,
    int ChangedByMoreThanAQuarter
);
