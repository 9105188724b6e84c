namespace SocialShares.Domain;

/// <summary>
/// A class of shares of one enterprise. Shares are issued at par and stay at par unless the board writes the whole
/// class down (uk.coop Community Shares Handbook).
/// </summary>
public sealed partial class ShareClass
{
    /// <summary>Above this a yearly interest cap is no cap on the cost of capital but a mistake: 20 %.</summary>
    public const int HighestCapPpm = 200_000;

    private ShareClass() { }

    /// <summary>Identity.</summary>
    public ShareClassId Id { get; private set; }

    /// <summary>The issuer.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>Short name within the enterprise, for example <c>A</c>; part of ledger account names.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Price of one share in minor units.</summary>
    public long ParValueMinor { get; private set; }

    /// <summary>Currency of the par value.</summary>
    public Currency Currency { get; private set; }

    /// <summary>The highest share interest a year in parts per million; 0 when the class never pays interest.</summary>
    public int InterestCapPpm { get; private set; }

    /// <summary>Whole years that a share must be held before it earns interest.</summary>
    public int InterestStartsAfterYears { get; private set; }

    /// <summary>May a holder leave interest in, as new shares at par?</summary>
    public bool HolderMayReinvest { get; private set; }

    /// <summary>What holders may do with their shares later.</summary>
    public HoldingTerms Holding { get; private set; } = HoldingTerms.Usual;

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>Defines a class.</summary>
    /// <exception cref="Refused"><c>class.par-value</c>, <c>class.interest-cap</c>, <c>class.interest-start</c>.</exception>
    public static ShareClass Define(ShareClassId id, EnterpriseId enterpriseId, string code, ShareTerms terms)
    {
        Terms.Require(terms.ParValueMinor > 0, "class.par-value", "parValueMinor");
        Terms.Require(terms.InterestCapPpm is >= 0 and <= HighestCapPpm, "class.interest-cap", "interestCapPpm");
        Terms.Require(
            terms.InterestStartsAfterYears is >= 0 and <= 10,
            "class.interest-start",
            "interestStartsAfterYears"
        );
        return new ShareClass
        {
            Id = id,
            EnterpriseId = enterpriseId,
            Code = code,
            ParValueMinor = terms.ParValueMinor,
            Currency = terms.Currency,
            InterestCapPpm = terms.InterestCapPpm,
            InterestStartsAfterYears = terms.InterestStartsAfterYears,
            HolderMayReinvest = terms.HolderMayReinvest,
            Holding = (terms.Holding ?? HoldingTerms.Usual).Check(),
            Version = 1,
        };
    }

    /// <summary>The board lowers the value of every share of the class.</summary>
    /// <param name="toMinor">Price of one share from now on, minor units.</param>
    internal void WriteDown(long toMinor)
    {
        Invariant.Holds(toMinor > 0 && toMinor < ParValueMinor, "a class is written up");
        ParValueMinor = toMinor;
        Version++;
    }

    /// <summary>Refuses a payout choice that the class does not offer.</summary>
    /// <exception cref="Refused"><c>payout.reinvest-not-allowed</c></exception>
    public PayoutChoice Check(PayoutChoice choice)
    {
        if (choice.Destination == PayoutDestination.Reinvest && !HolderMayReinvest)
            throw new Refused("payout.reinvest-not-allowed") { Field = "destination" };
        return choice;
    }
}

/// <summary>What every share of a class promises; see <see cref="ShareClass"/>.</summary>
/// <param name="ParValueMinor">Price of one share, minor units.</param>
/// <param name="Currency">Currency of the price.</param>
/// <param name="InterestCapPpm">The highest interest a year, parts per million.</param>
/// <param name="InterestStartsAfterYears">Whole years before a share earns interest.</param>
/// <param name="HolderMayReinvest">May interest be left in?</param>
/// <param name="Holding">Transfers and withdrawals; leave out for what is usual.</param>
public sealed record ShareTerms(
    long ParValueMinor,
    Currency Currency,
    int InterestCapPpm,
    int InterestStartsAfterYears,
    bool HolderMayReinvest,
    HoldingTerms? Holding = null
);

/// <summary>Guards shared by the terms of classes and offers.</summary>
internal static class Terms
{
    public static void Require(bool holds, string code, string field, params object[] numbers)
    {
        if (!holds)
            throw new Refused(code, numbers) { Field = field };
    }
}
