namespace SocialShares.Domain;

/// <summary>What the events of a series of bonds book in the issuer's book. See <c>infra/docs/accounts.md</c>.</summary>
public static class BondBookings
{
    /// <summary>A period has ended: its interest is a cost, and owed.</summary>
    /// <param name="period">The period; it accrues once.</param>
    /// <param name="of">Whose bonds, and how many were outstanding in the period.</param>
    /// <param name="on">Day and moment.</param>
    public static JournalEntry InterestAccrued(BondPeriod period, BondsOutstanding of, BookedOn on)
    {
        var interest = of.Times(period.InterestMinor);
        return JournalEntry.Write(
            Book.Of(of.EnterpriseSlug),
            on,
            new Cause("bond-accrual", period.Id.Value),
            $"Interest of {of.Code}, period {period.No}, {of.Units} bonds",
            (Account.BondInterest, interest),
            (Account.AccruedInterest(of.Code), -interest)
        );
    }

    /// <summary>A period has ended whose interest is added to the principal.</summary>
    public static JournalEntry InterestCapitalised(BondPeriod period, BondsOutstanding of, BookedOn on)
    {
        var interest = of.Times(period.InterestMinor);
        return JournalEntry.Write(
            Book.Of(of.EnterpriseSlug),
            on,
            new Cause("bond-capitalised", period.Id.Value),
            $"Interest of {of.Code}, period {period.No}, added to the principal",
            (Account.AccruedInterest(of.Code), interest),
            (Account.Bonds(of.Code), -interest)
        );
    }

    /// <summary>The payment of a period is due: holders are owed its lines.</summary>
    /// <param name="run">The run whose lines they are.</param>
    /// <param name="seriesCode">The series.</param>
    /// <param name="enterpriseSlug">The issuer.</param>
    /// <param name="on">Day and moment.</param>
    public static JournalEntry Due(PayoutRun run, string seriesCode, string enterpriseSlug, BookedOn on)
    {
        var interest = new Money(run.TotalMinor - run.PrincipalMinor, run.Currency);
        var principal = new Money(run.PrincipalMinor, run.Currency);
        return JournalEntry.Write(
            Book.Of(enterpriseSlug),
            on,
            new Cause("payout-run", run.Id.Value),
            $"Payment of {seriesCode} due, run {run.Number}",
            (Account.AccruedInterest(seriesCode), interest),
            (Account.Bonds(seriesCode), principal),
            (Account.PayableInterest, -interest),
            (Account.PayableRedemptions, -principal)
        );
    }
}

/// <summary>Bonds of one series that are outstanding.</summary>
/// <param name="EnterpriseSlug">The issuer's name in account names.</param>
/// <param name="Code">The series' name in account names.</param>
/// <param name="Units">Bonds.</param>
/// <param name="Currency">Currency of the series.</param>
public sealed record BondsOutstanding(string EnterpriseSlug, string Code, long Units, Currency Currency)
{
    /// <summary>An amount of one bond, for all of them.</summary>
    public Money Times(long perBondMinor) => new(Units * perBondMinor, Currency);
}
