using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Bonds;

/// <summary>Where the payment of an interest period stands.</summary>
public enum BondPeriodState
{
    /// <summary>It comes.</summary>
    Expected,

    /// <summary>A run is calculated or approved and waits for its day.</summary>
    Prepared,

    /// <summary>The run pays, or has paid.</summary>
    Paid,

    /// <summary>Nothing is paid: the interest was added to the principal.</summary>
    Capitalised,

    /// <summary>Its day has passed and it was not paid: arrears. It stays due.</summary>
    Overdue,

    /// <summary>Nothing was to be paid, because no bond was outstanding or nothing was due.</summary>
    Nothing,
}

/// <summary>One interest period of an issued series with what becomes of it; amounts in minor units, for all its bonds.</summary>
/// <param name="SeriesId">The series.</param>
/// <param name="Code">Its short name.</param>
/// <param name="No">Counts from 1 within the series.</param>
/// <param name="AccrualStart">First day on which interest accrues.</param>
/// <param name="AccrualEnd">The day after the last one.</param>
/// <param name="RecordOn">Whoever holds at the end of this day is paid.</param>
/// <param name="DueOn">The day of payment.</param>
/// <param name="RatePpm">Rate a year on the first day, parts per million.</param>
/// <param name="Units">Bonds that are paid on: on the day of record, or outstanding now where that is to come.</param>
/// <param name="InterestMinor">Interest that is paid.</param>
/// <param name="PrincipalMinor">Principal that is paid back, early redemption in a calculated run included.</param>
/// <param name="PaymentMinor">Both together; 0 where the interest is added to the principal.</param>
/// <param name="State">Where it stands.</param>
/// <param name="RunId">The run that pays it; null while there is none.</param>
/// <param name="RunNumber">Its number.</param>
public sealed record PeriodRow(
    BondSeriesId SeriesId,
    string Code,
    int No,
    DateOnly AccrualStart,
    DateOnly AccrualEnd,
    DateOnly RecordOn,
    DateOnly DueOn,
    int RatePpm,
    long Units,
    long InterestMinor,
    long PrincipalMinor,
    long PaymentMinor,
    BondPeriodState State,
    PayoutRunId? RunId,
    string? RunNumber
);

/// <summary>Reads periods of series with where their payments stand.</summary>
internal static class PeriodRows
{
    /// <summary>All periods of some series, by day of payment and name.</summary>
    /// <param name="db">The books.</param>
    /// <param name="series">Which series; those that are not issued have no periods.</param>
    /// <param name="today">The day in the enterprise's zone: what was due before it and is not paid is overdue.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<List<PeriodRow>> Of(
        SharesDb db,
        IQueryable<BondSeries> series,
        DateOnly today,
        CancellationToken ct
    )
    {
        var rows = await (
            from s in series.AsNoTracking()
            join p in db.BondPeriods on s.Id equals p.SeriesId
            join r in db.PayoutRuns.Where(r => r.State != PayoutRunState.Voided)
                on new { Series = (BondSeriesId?)p.SeriesId, No = (int?)p.No } equals new
                {
                    Series = r.BondSeriesId,
                    No = r.PeriodNo,
                }
                into runs
            from run in runs.DefaultIfEmpty()
            orderby p.DueOn, s.Code, p.No
            select new
            {
                s.Code,
                s.ServicedPeriods,
                Period = p,
                Units = db
                    .RegisterEntries.Where(e => e.BondSeriesId == s.Id && e.ValidOn <= p.RecordOn)
                    .Sum(e => e.Units),
                Run = run,
            }
        ).ToListAsync(ct);
        var standing = await StandingRedemptions.Of(db, series, ct);
        return rows.ConvertAll(x =>
        {
            var owed = x.Run is null
                ? x.Period.Owes(x.Units, standing.Of(x.Period, x.Units))
                : (x.Run.TotalMinor - x.Run.PrincipalMinor, x.Run.PrincipalMinor);
            var state = StateOf(x.Period, owed.Item1 + owed.Item2, x.ServicedPeriods, x.Run, today);
            return Row(x.Code, x.Period, x.Units, owed, state, x.Run);
        });
    }

    private static PeriodRow Row(
        string code,
        BondPeriod p,
        long units,
        (long InterestMinor, long PrincipalMinor) owed,
        BondPeriodState state,
        PayoutRun? run
    ) =>
        new(
            p.SeriesId,
            code,
            p.No,
            p.AccrualStart,
            p.AccrualEnd,
            p.RecordOn,
            p.DueOn,
            p.RatePpm,
            units,
            owed.InterestMinor,
            owed.PrincipalMinor,
            owed.InterestMinor + owed.PrincipalMinor,
            state,
            run?.Id,
            run?.Number
        );

    private static BondPeriodState StateOf(BondPeriod p, long payment, int serviced, PayoutRun? run, DateOnly today) =>
        run?.ExecutionStartedAt is not null ? BondPeriodState.Paid
        : p.Capitalises && p.No <= serviced ? BondPeriodState.Capitalised
        : payment == 0 && !p.Capitalises && p.DueOn < today ? BondPeriodState.Nothing
        : payment > 0 && p.DueOn < today ? BondPeriodState.Overdue
        : run is not null ? BondPeriodState.Prepared
        : BondPeriodState.Expected;
}
