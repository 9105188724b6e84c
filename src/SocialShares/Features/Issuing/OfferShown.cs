using SocialShares.Features.Regulation;

namespace SocialShares.Features.Issuing;

/// <summary>
/// An offer as everyone sees it: of shares (a class, no series) or of bonds (one series or more, no class). Amounts are
/// minor units; days are read in the enterprise's zone. Up to <c>UnitsBeyond</c> units more than offered may be asked for; then
/// they are allotted by the terms. <c>AllotmentSeedSha256</c> is the hash of what decides between equals then.
/// </summary>
public sealed record OfferShown(
    OfferId Id,
    string Slug,
    OfferState State,
    string Title,
    string Purpose,
    Currency Currency,
    EnterpriseShown Enterprise,
    ClassShown? ShareClass,
    IReadOnlyList<SeriesShown> Series,
    OfferTerms Terms,
    RulesShown Rules,
    RaisedShown Raised,
    long UnitsOffered,
    long UnitsReserved,
    long UnitsBeyond,
    AllotmentSummary? Allotment,
    string AllotmentSeedSha256,
    DocumentShown? Document,
    IReadOnlyList<StepShown> Steps,
    int Version
)
{
    /// <summary>Units that may still be asked for.</summary>
    public long UnitsLeft => UnitsOffered + UnitsBeyond - UnitsReserved;

    /// <summary>Does its board have to sign who gets what? Closed, nothing of it is pending, and some of it is short.</summary>
    public bool IsToBeSigned(DateOnly today) =>
        State == OfferState.Closed
        && Raised.CancellableMinor == 0
        && Terms.ClosesOn < today
        && (Raised.FirmMinor > Terms.MaximumTargetMinor || Series.Any(s => s.UnitsReserved > s.UnitsOffered));

    /// <summary>Does it sell bonds?</summary>
    public bool IsOfBonds => ShareClass is null;

    /// <summary>Price of one share or bond, minor units.</summary>
    public long UnitPriceMinor => ShareClass?.ParValueMinor ?? Series[0].Terms.NominalMinor;
}

/// <summary>An enterprise as everyone sees it.</summary>
public sealed record EnterpriseShown(
    EnterpriseId Id,
    string Slug,
    string Name,
    string LegalForm,
    string Country,
    string RegistryNumber,
    string Address,
    string Place,
    Currency Currency,
    string TimeZone,
    string Ink,
    string Drawing,
    IReadOnlyList<BoardMemberShown> Board
)
{
    public static EnterpriseShown Of(Enterprise e, IReadOnlyList<BoardMemberShown> board) =>
        new(
            e.Id,
            e.Slug,
            e.Name,
            e.LegalForm,
            e.Country,
            e.RegistryNumber,
            e.Address,
            e.Place,
            e.Currency,
            e.TimeZone,
            e.Ink,
            e.Drawing,
            board
        );
}

/// <summary>A person of the board.</summary>
public sealed record BoardMemberShown(string Name, string Office, bool IsResident, DateOnly Since);

/// <summary>What every share of the class promises.</summary>
public sealed record ClassShown(
    ShareClassId Id,
    string Code,
    long ParValueMinor,
    int InterestCapPpm,
    int InterestStartsAfterYears,
    bool HolderMayReinvest,
    HoldingTerms Holding
)
{
    public static ClassShown Of(ShareClass c) =>
        new(
            c.Id,
            c.Code,
            c.ParValueMinor,
            c.InterestCapPpm,
            c.InterestStartsAfterYears,
            c.HolderMayReinvest,
            c.Holding
        );
}

/// <summary>How far an offer is.</summary>
/// <param name="FirmMinor">Paid, and the reflection period is over.</param>
/// <param name="CancellableMinor">Paid, and still within the reflection period.</param>
/// <param name="People">Applicants behind both.</param>
/// <param name="ByDay">What came in per day (UTC), oldest first, of the money that is still there.</param>
/// <param name="PromisedMinor">Not paid yet: later parts of those who pay in parts.</param>
public sealed record RaisedShown(
    long FirmMinor,
    long CancellableMinor,
    int People,
    IReadOnlyList<RaisedOnDay> ByDay,
    long PromisedMinor = 0
);

/// <summary>What came in on one day, minor units.</summary>
public sealed record RaisedOnDay(DateOnly Day, long Minor);

/// <summary>A change of state: who (empty: it happened by itself on its day), when, the reason where one was given, and the
/// last day where the step set it: an extension, a re-opening, or the end of an open offer.</summary>
public sealed record StepShown(OfferState State, DateTime At, string Name, string? Note, DateOnly? ClosesOn = null);
