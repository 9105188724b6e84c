using System.Security.Cryptography;
using System.Text;

namespace SocialShares.Domain;

/// <summary>Whose wish an early redemption is, and which bonds it takes. Stored by name.</summary>
public enum EarlyRedemptionKind
{
    /// <summary>The issuer redeems the whole series.</summary>
    All,

    /// <summary>The issuer redeems a number of bonds that are drawn by lot.</summary>
    ByLot,

    /// <summary>A holder asked to be redeemed.</summary>
    Holder,
}

/// <summary>
/// A decision to redeem bonds before their maturity, at the end of an interest period, at the principal outstanding.
/// Never changed; it may be withdrawn until the day of record of that period.
/// </summary>
public sealed class EarlyRedemption
{
    /// <summary>
    /// Decisions that an issuer may record about one series within a day, and requests of one holder: each writes to
    /// people or holds a payment up, so that nobody decides and takes back in a circle.
    /// </summary>
    public const int MostADay = 4;

    /// <summary>A decision that is taken back this soon was told to nobody, and needs no second message.</summary>
    public static readonly TimeSpan ToldAfter = TimeSpan.FromMinutes(15);

    private EarlyRedemption() { }

    /// <summary>Identity.</summary>
    public EarlyRedemptionId Id { get; private set; }

    /// <summary>The series.</summary>
    public BondSeriesId SeriesId { get; private set; }

    /// <summary>The issuer.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>The period at whose end it is paid.</summary>
    public int PeriodNo { get; private set; }

    /// <summary>Whose wish it is.</summary>
    public EarlyRedemptionKind Kind { get; private set; }

    /// <summary>Bonds to redeem; 0 means all that are outstanding on the day of record.</summary>
    public long Units { get; private set; }

    /// <summary>The holder who asked; null when the issuer decided.</summary>
    public MemberId? MemberId { get; private set; }

    /// <summary>Decides the draw: 64 hexadecimal characters, made when the decision is recorded; shown after the draw.</summary>
    public string Seed { get; private set; } = "";

    /// <summary>Who decided or asked.</summary>
    public PersonId DecidedBy { get; private set; }

    /// <summary>Name as shown.</summary>
    public string DecidedByName { get; private set; } = "";

    /// <summary>Instant, UTC: notice is counted from its day.</summary>
    public DateTime DecidedAt { get; private set; }

    /// <summary>When it was withdrawn, UTC; null when it was not.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    /// <summary>Who withdrew it.</summary>
    public PersonId? WithdrawnBy { get; private set; }

    /// <summary>Name as shown.</summary>
    public string? WithdrawnByName { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>May holders have been told of it by this instant?</summary>
    public bool IsTold(DateTime at) => at >= DecidedAt + ToldAfter;

    /// <summary>Shown from the start, so that nobody can change the seed afterwards: SHA-256 of it.</summary>
    public string SeedHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Seed)));

    /// <summary>Records a decision of the issuer's board.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="series">The series, issued.</param>
    /// <param name="period">The period at whose end it is paid.</param>
    /// <param name="units">Bonds to draw by lot; null: all.</param>
    /// <param name="outstandingUnits">Bonds outstanding now.</param>
    /// <param name="by">Who recorded it.</param>
    /// <param name="today">The day from which notice counts.</param>
    /// <exception cref="Refused"><c>bond.not-redeemable</c>, <c>bond.redeemable-from</c>, <c>bond.notice-too-short</c>,
    /// <c>bond.units</c>, <c>bond.lot-of-one</c>.</exception>
    public static EarlyRedemption ByIssuer(
        EarlyRedemptionId id,
        BondSeries series,
        BondPeriod period,
        long? units,
        long outstandingUnits,
        Signature by,
        DateOnly today
    )
    {
        Require(series, period, series.IssuerAfterMonths, today);
        // All but one is no draw that anybody would want, but it is one; all by lot is simply all.
        Terms.Require(units is null || outstandingUnits > 1, "bond.lot-of-one", "units");
        Terms.Require(
            units is null or > 0 && (units ?? 0) < outstandingUnits,
            "bond.units",
            "units",
            outstandingUnits - 1
        );
        var kind = units is null ? EarlyRedemptionKind.All : EarlyRedemptionKind.ByLot;
        return Make(id, series, period, kind, units ?? 0, null, by);
    }

    /// <summary>Records a holder's wish.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="series">The series, issued.</param>
    /// <param name="period">The period at whose end it is paid.</param>
    /// <param name="holder">Who asks.</param>
    /// <param name="units">Bonds to redeem.</param>
    /// <param name="freeUnits">Bonds that the holder has and that no other decision takes already.</param>
    /// <param name="by">Who recorded it.</param>
    /// <param name="today">The day from which notice counts.</param>
    /// <exception cref="Refused">As <see cref="ByIssuer"/>.</exception>
    public static EarlyRedemption ByHolder(
        EarlyRedemptionId id,
        BondSeries series,
        BondPeriod period,
        MemberId holder,
        long units,
        long freeUnits,
        Signature by,
        DateOnly today
    )
    {
        Require(series, period, series.HolderAfterMonths, today);
        Terms.Require(units > 0 && units <= freeUnits, "bond.units", "units", freeUnits);
        return Make(id, series, period, EarlyRedemptionKind.Holder, units, holder, by);
    }

    /// <summary>The first period at whose end a redemption is possible when notice is given on a day.</summary>
    /// <param name="series">The series, issued.</param>
    /// <param name="periods">Its periods.</param>
    /// <param name="afterMonths">From how many months after the issue; null: never.</param>
    /// <param name="today">The day of the notice.</param>
    public static BondPeriod? FirstPossible(
        BondSeries series,
        IEnumerable<BondPeriod> periods,
        int? afterMonths,
        DateOnly today
    ) => periods.OrderBy(p => p.No).FirstOrDefault(p => WhyNot(series, p, afterMonths, today) is null);

    /// <summary>
    /// Takes the decision back, at the latest on the day of record: afterwards holders have a claim, and nobody may look
    /// at a draw and then try another.
    /// </summary>
    /// <exception cref="Refused"><c>bond.redemption-withdrawn</c>, <c>bond.redemption-settled</c></exception>
    public void Withdraw(BondPeriod period, Signature by, DateOnly today)
    {
        Invariant.Holds(period.SeriesId == SeriesId && period.No == PeriodNo, "a period of another redemption");
        if (WithdrawnAt is not null)
            throw new Refused("bond.redemption-withdrawn");
        if (today > period.RecordOn)
            throw new Refused("bond.redemption-settled", period.RecordOn);
        (WithdrawnAt, WithdrawnBy, WithdrawnByName) = (by.At, by.PersonId, by.Name);
        Version++;
    }

    private static void Require(BondSeries series, BondPeriod period, int? afterMonths, DateOnly today)
    {
        if (WhyNot(series, period, afterMonths, today) is { } refused)
            throw refused;
    }

    private static Refused? WhyNot(BondSeries series, BondPeriod period, int? afterMonths, DateOnly today)
    {
        if (series.IssuedOn is not { } issued || !series.IsRedeemableEarly || afterMonths is not { } months)
            return new Refused("bond.not-redeemable");
        if (period.AccrualEnd < issued.AddMonths(months))
            return new Refused("bond.redeemable-from", issued.AddMonths(months)) { Field = "periodNo" };
        var isInTime = today.AddDays(series.NoticeDays) <= period.DueOn && today <= period.RecordOn;
        if (!isInTime || period.No <= series.ServicedPeriods)
            return new Refused("bond.notice-too-short", series.NoticeDays) { Field = "periodNo" };
        // At the last one everything is redeemed anyway.
        return period.ClosingMinor == 0 ? new Refused("bond.matures-then") { Field = "periodNo" } : null;
    }

    private static EarlyRedemption Make(
        EarlyRedemptionId id,
        BondSeries series,
        BondPeriod period,
        EarlyRedemptionKind kind,
        long units,
        MemberId? holder,
        Signature by
    ) =>
        new()
        {
            Id = id,
            SeriesId = series.Id,
            EnterpriseId = series.EnterpriseId,
            PeriodNo = period.No,
            Kind = kind,
            Units = units,
            MemberId = holder,
            Seed = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)),
            DecidedBy = by.PersonId ?? throw new InvariantBroken("bonds are redeemed early by nobody"),
            DecidedByName = by.Name,
            DecidedAt = by.At,
            Version = 1,
        };
}
