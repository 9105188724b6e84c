using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Payouts;

/// <summary>
/// What a run rests on: a declaration of interest on a class of shares, withdrawals of a class, or a period of a series of
/// bonds.
/// </summary>
/// <param name="ShareClass">The class; null for bonds.</param>
/// <param name="Declaration">The board's decision; null for bonds and withdrawals.</param>
/// <param name="Series">The series; null for shares.</param>
/// <param name="Period">Its period; null for shares.</param>
/// <param name="PayOn">The day of payment: all that a run of withdrawals has.</param>
internal sealed record PayoutGround(
    ShareClass? ShareClass,
    InterestDeclaration? Declaration,
    BondSeries? Series,
    BondPeriod? Period,
    DateOnly PayOn
)
{
    /// <summary>Short name of the class or the series.</summary>
    public string Code => ShareClass?.Code ?? Series!.Code;

    /// <summary>First day of the period that is paid for.</summary>
    public DateOnly From => Declaration?.From ?? Period?.AccrualStart ?? PayOn;

    /// <summary>Last day of it.</summary>
    public DateOnly Until => Declaration?.Until ?? Period?.AccrualEnd.AddDays(-1) ?? PayOn;

    /// <summary>Rate a year, parts per million.</summary>
    public int RatePpm => Declaration?.RatePpm ?? Period?.RatePpm ?? 0;

    /// <summary>Price of one share, or principal of one bond in the period, minor units.</summary>
    public long UnitMinor => ShareClass?.ParValueMinor ?? Period!.OpeningMinor;

    /// <summary>What a bank statement says, in words that fit into 140 characters.</summary>
    public string Remittance(PayoutRun run) =>
        run.Kind switch
        {
            PayoutKind.ShareInterest => $"Share interest {From:yyyy-MM-dd} to {Until:yyyy-MM-dd}, run {run.Number}",
            PayoutKind.Withdrawal => $"Shares {Code} paid back, run {run.Number}",
            PayoutKind.Coupon => $"Bond {Code}, interest {From:yyyy-MM-dd} to {Until:yyyy-MM-dd}, run {run.Number}",
            _ => $"Bond {Code}, interest and redemption {Until.AddDays(1):yyyy-MM-dd}, run {run.Number}",
        };

    public static async Task<PayoutGround> Of(SharesDb db, PayoutRun run, CancellationToken ct)
    {
        if (!run.IsOfBonds)
            return new PayoutGround(
                await db.ShareClasses.AsNoTracking().SingleAsync(c => c.Id == run.ShareClassId, ct),
                await db.InterestDeclarations.AsNoTracking().SingleOrDefaultAsync(d => d.Id == run.DeclarationId, ct),
                null,
                null,
                run.PayOn
            );
        return new PayoutGround(
            null,
            null,
            await db.BondSeries.AsNoTracking().SingleAsync(s => s.Id == run.BondSeriesId, ct),
            await db
                .BondPeriods.AsNoTracking()
                .SingleAsync(p => p.SeriesId == run.BondSeriesId && p.No == run.PeriodNo, ct),
            run.PayOn
        );
    }
}
