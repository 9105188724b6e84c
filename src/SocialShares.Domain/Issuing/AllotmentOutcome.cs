using System.Security.Cryptography;
using System.Text;

namespace SocialShares.Domain;

/// <summary>
/// The allotment of an offer as it was decided: never changed. With its pools and lines anybody who may see them can repeat it;
/// see <c>infra/docs/allotment.md</c>.
/// </summary>
public sealed class AllotmentOutcome
{
    private AllotmentOutcome() { }

    /// <param name="offer">The offer, with its rule.</param>
    /// <param name="plan">What was worked out.</param>
    /// <param name="by">Who signed; nobody where all got what they asked.</param>
    /// <param name="no">Counts the issues of an open offer from 1; 1 for an offer that is allotted once.</param>
    public AllotmentOutcome(Offer offer, AllotmentPlan plan, Signature by, int no = 1)
    {
        No = no;
        Invariant.Holds(!plan.IsShort || by.PersonId is not null, "nobody signed for a shortage");
        (OfferId, EnterpriseId, ParValueMinor, Currency) = (
            offer.Id,
            offer.EnterpriseId,
            offer.ParValueMinor,
            offer.Currency
        );
        (Policy, ResidentsFirst, LeastUnits, Seed) = (
            plan.Rule.Policy,
            plan.Rule.ResidentsFirst,
            plan.Rule.LeastUnits,
            plan.Rule.Seed
        );
        (InputsSha256, OutcomeSha256) = (plan.InputsSha256, plan.OutcomeSha256);
        (Applications, UnitsOffered, UnitsAsked, UnitsAllotted) = (
            plan.Rows.Count,
            plan.UnitsOffered,
            plan.UnitsAsked,
            plan.UnitsAllotted
        );
        (DecidedBy, DecidedByName, DecidedAt) = (by.PersonId, by.PersonId is null ? "" : by.Name, by.At);
    }

    /// <summary>The offer.</summary>
    public OfferId OfferId { get; private set; }

    /// <summary>Counts the issues of an open offer from 1; 1 for an offer that is allotted once.</summary>
    public int No { get; private set; }

    /// <summary>The issuer.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>Price of one unit, minor units.</summary>
    public long ParValueMinor { get; private set; }

    /// <summary>Its currency.</summary>
    public Currency Currency { get; private set; }

    /// <inheritdoc cref="AllocationRule.Policy"/>
    public AllocationPolicy Policy { get; private set; }

    /// <inheritdoc cref="AllocationRule.ResidentsFirst"/>
    public bool ResidentsFirst { get; private set; }

    /// <inheritdoc cref="AllocationRule.LeastUnits"/>
    public long LeastUnits { get; private set; }

    /// <inheritdoc cref="AllocationRule.Seed"/>
    public string Seed { get; private set; } = "";

    /// <summary>SHA-256 of the file of inputs.</summary>
    public string InputsSha256 { get; private set; } = "";

    /// <summary>SHA-256 of the file of the outcome.</summary>
    public string OutcomeSha256 { get; private set; } = "";

    /// <summary>How many applications.</summary>
    public int Applications { get; private set; }

    /// <summary>Units on offer.</summary>
    public long UnitsOffered { get; private set; }

    /// <summary>Units asked for.</summary>
    public long UnitsAsked { get; private set; }

    /// <summary>Units allotted; never more than asked or offered.</summary>
    public long UnitsAllotted { get; private set; }

    /// <summary>Who signed; null: all got what they asked, so there was nothing to decide.</summary>
    public PersonId? DecidedBy { get; private set; }

    /// <summary>Name as shown; empty when nobody signed.</summary>
    public string DecidedByName { get; private set; } = "";

    /// <summary>Instant, UTC.</summary>
    public DateTime DecidedAt { get; private set; }

    /// <summary>What is shown of a seed before it is told: SHA-256, 64 hexadecimal characters.</summary>
    public static string HashOf(string seed) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(seed)));

    /// <summary>The rule, as it was applied.</summary>
    public AllocationRule Rule => new(Policy, ResidentsFirst, LeastUnits, Seed);
}

/// <summary>What there was of one series in an allotment; of shares there is one pool, of number 0.</summary>
public sealed record AllotmentPool(
    OfferId OfferId,
    int No,
    int SeriesNo,
    long UnitsOffered,
    long UnitsAsked,
    long UnitsAllotted
);

/// <summary>One application in an allotment: what went in, and what came out.</summary>
public sealed record AllotmentLine(
    ApplicationId ApplicationId,
    OfferId OfferId,
    int No,
    ApplicationId Holder,
    int SeriesNo,
    long Units,
    DateTime PaidAt,
    bool IsResident,
    int Priority,
    long Allotted
)
{
    /// <summary>What went in.</summary>
    public AllocationRow Row => new(ApplicationId, Holder, SeriesNo, Units, PaidAt, IsResident, Priority);
}
