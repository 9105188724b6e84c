using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Payouts;

/// <summary>What an approver is shown about a run: do its figures agree, and what changed since the last run.</summary>
internal static class RunReview
{
    /// <summary>The checks, in the order in which they are read.</summary>
    public static async Task<IReadOnlyList<PayoutCheck>> Check(SharesDb db, RunFacts facts, CancellationToken ct)
    {
        var (run, totals) = (facts.Run, facts.Totals);
        var sent = totals.Where(t => t.State == PayoutLineState.Sent).Sum(t => t.NetMinor + t.CarriedInMinor);
        return
        [
            PayoutCheck.Equal("lines-add-up", totals.Sum(t => t.GrossMinor), run.TotalMinor),
            PayoutCheck.Equal("lines-counted", totals.Sum(t => t.Lines), run.LineCount),
            PayoutCheck.Equal("nobody-left-out", await LeftOut(db, facts, ct), 0),
            PayoutCheck.Equal("bank-files-add-up", facts.Files.Sum(f => f.ControlSumMinor), sent),
            new PayoutCheck("four-eyes", run.ApprovedBy is { } by ? by != run.CalculatedBy : null, null, null),
            .. run.IsOfBonds ? [await AsTheTermsSay(db, facts, ct)] : Array.Empty<PayoutCheck>(),
        ];
    }

    /// <summary>How the lines differ from those of the run before on the same class; null for the first run.</summary>
    public static async Task<PayoutComparison?> Compare(SharesDb db, PayoutRun run, CancellationToken ct)
    {
        var last = await db
            .PayoutRuns.AsNoTracking()
            .Where(p =>
                p.ShareClassId == run.ShareClassId
                && p.BondSeriesId == run.BondSeriesId
                && (p.Kind == PayoutKind.Withdrawal) == (run.Kind == PayoutKind.Withdrawal)
                && p.State != PayoutRunState.Voided
                && p.Id != run.Id
                && p.CalculatedAt < run.CalculatedAt
            )
            .OrderByDescending(p => p.CalculatedAt)
            .FirstOrDefaultAsync(ct);
        if (last is null)
            return null;
        var now = db.PayoutLines.Where(l => l.RunId == run.Id);
        var then = db.PayoutLines.Where(l => l.RunId == last.Id);
        return new PayoutComparison(
            last.Number,
            last.TotalMinor,
            await now.CountAsync(l => !then.Any(t => t.MemberId == l.MemberId), ct),
            await then.CountAsync(t => !now.Any(l => l.MemberId == t.MemberId), ct),
            await now.Join(then, l => l.MemberId, t => t.MemberId, (l, t) => new { l, t })
                .CountAsync(
                    x =>
                        (x.l.GrossMinor - x.t.GrossMinor) * 4 > x.t.GrossMinor
                        || (x.t.GrossMinor - x.l.GrossMinor) * 4 > x.t.GrossMinor,
                    ct
                )
        );
    }

    // Counted another way than the calculation did it: who held on the last day units old enough to earn then.
    private static Task<int> LeftOut(SharesDb db, RunFacts facts, CancellationToken ct)
    {
        var run = facts.Run;
        if (run.IsOfWithdrawals)
            return db.Withdrawals.CountAsync(
                w => w.RunId == run.Id && !db.PayoutLines.Any(l => l.RunId == run.Id && l.MemberId == w.MemberId),
                ct
            );
        // A period that pays nothing by itself only pays those whose bonds are redeemed with it.
        if (facts.Ground.Period is { PaymentMinor: 0 })
            return Task.FromResult(0);
        var holders = Earning(db, facts)
            .GroupBy(e => e.MemberId)
            .Where(g => g.Sum(e => e.Units) > 0)
            .Select(g => g.Key);
        return holders.CountAsync(member => !db.PayoutLines.Any(l => l.RunId == run.Id && l.MemberId == member), ct);
    }

    private static IQueryable<RegisterEntry> Earning(SharesDb db, RunFacts facts)
    {
        if (facts.Ground is { Series: { } series, Period: { } period })
            return db.RegisterEntries.Where(e => e.BondSeriesId == series.Id && e.ValidOn <= period.RecordOn);
        var (declaration, shareClass) = (facts.Ground.Declaration!, facts.Ground.ShareClass!);
        var (until, earningSince) = (
            declaration.Until,
            declaration.Until.AddYears(-shareClass.InterestStartsAfterYears)
        );
        // Units leave first in first out: what left later took the old ones. A write-down moves no units.
        return db
            .RegisterEntries.Where(e => e.ShareClassId == shareClass.Id && e.ValidOn <= until)
            .Where(e => e.Kind != EntryKind.WriteDownFrom && e.Kind != EntryKind.WriteDownTo)
            .Where(e => e.ValidOn <= earningSince || e.Units < 0);
    }

    // From the series as a whole, where the lines were computed holder by holder.
    private static async Task<PayoutCheck> AsTheTermsSay(SharesDb db, RunFacts facts, CancellationToken ct)
    {
        var units = await Earning(db, facts).SumAsync(e => e.Units, ct);
        var redeemed = await db.PayoutLines.Where(l => l.RunId == facts.Run.Id).SumAsync(l => l.RedeemedUnits, ct);
        var (interest, principal) = facts.Ground.Period!.Owes(units, redeemed);
        return PayoutCheck.Equal("as-the-terms-say", facts.Run.TotalMinor, interest + principal);
    }
}

/// <summary>What the checks of a run start from.</summary>
internal sealed record RunFacts(
    PayoutRun Run,
    PayoutGround Ground,
    IReadOnlyList<PayoutTotal> Totals,
    IReadOnlyList<BankFileRow> Files
);

/// <summary>The lines of one destination and state together, amounts in minor units.</summary>
public sealed record PayoutTotal(
    PayoutDestination Destination,
    PayoutLineState State,
    int Lines,
    long GrossMinor,
    long NetMinor,
    long CarriedInMinor,
    long CarriedOutMinor
);

/// <summary>A bank file of a run; its number downloads it.</summary>
public sealed record BankFileRow(
    int No,
    int NumberOfTransactions,
    long ControlSumMinor,
    string Sha256,
    DateTime CreatedAt
);

/// <summary>Two figures that must agree.</summary>
/// <param name="Code"><c>lines-add-up</c>, <c>lines-counted</c>, <c>nobody-left-out</c>, <c>bank-files-add-up</c>,
/// <c>four-eyes</c>, for bonds <c>as-the-terms-say</c>.</param>
/// <param name="Holds">Do they? Null: cannot be said yet.</param>
/// <param name="Left">The figure found.</param>
/// <param name="Right">The figure expected.</param>
public sealed record PayoutCheck(string Code, bool? Holds, long? Left, long? Right)
{
    internal static PayoutCheck Equal(string code, long left, long right) => new(code, left == right, left, right);
}
