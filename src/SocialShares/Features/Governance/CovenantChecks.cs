using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Governance;

/// <summary>What the covenants of an enterprise say and how it stands with them: the one place that measures.</summary>
public sealed class CovenantChecks(SharesDb db)
{
    /// <summary>The covenants in force, in the order of their kinds.</summary>
    public async Task<IReadOnlyList<Covenant>> InForce(EnterpriseId enterprise, CancellationToken ct)
    {
        var all = await db.Covenants.AsNoTracking().Where(c => c.EnterpriseId == enterprise).ToListAsync(ct);
        return
        [
            .. all.GroupBy(c => c.Kind)
                .Select(of => of.MaxBy(c => c.No)!)
                .Where(c => !c.IsGivenUp)
                .OrderBy(c => c.Kind),
        ];
    }

    /// <summary>The covenant of a kind in force; null when there is none.</summary>
    public async Task<Covenant?> InForce(EnterpriseId enterprise, CovenantKind kind, CancellationToken ct)
    {
        var last = await db
            .Covenants.AsNoTracking()
            .Where(c => c.EnterpriseId == enterprise && c.Kind == kind)
            .OrderByDescending(c => c.No)
            .FirstOrDefaultAsync(ct);
        return last is { IsGivenUp: false } ? last : null;
    }

    /// <summary>Keeps what a check found, in the save that is under way.</summary>
    public void Found(Covenant covenant, CovenantCause cause, CovenantMeasure measure, DateTime now) =>
        db.CovenantFindings.Add(new CovenantFinding(covenant, cause, measure, now));

    /// <summary>The figures of a covenant as the books have them now; see <see cref="CovenantMeasure"/>.</summary>
    public async Task<CovenantMeasure> Measure(EnterpriseId enterprise, CovenantKind kind, CancellationToken ct) =>
        kind switch
        {
            CovenantKind.BoardResidents => await Board(enterprise, ct),
            CovenantKind.MemberResidents => await Members(enterprise, ct),
            CovenantKind.PayRatio => await Pay(enterprise, ct),
            CovenantKind.InterestCap => await Interest(enterprise, ct),
            CovenantKind.AssetLock => new CovenantMeasure(
                await db.CovenantEvidence.CountAsync(e => e.EnterpriseId == enterprise && e.Kind == kind, ct),
                0
            ),
            _ => throw new InvariantBroken($"no measure for {kind}"),
        };

    private async Task<CovenantMeasure> Board(EnterpriseId enterprise, CancellationToken ct) =>
        new(
            await db.BoardMembers.CountAsync(m => m.EnterpriseId == enterprise && m.IsResident, ct),
            await db.BoardMembers.CountAsync(m => m.EnterpriseId == enterprise, ct)
        );

    private async Task<CovenantMeasure> Members(EnterpriseId enterprise, CancellationToken ct)
    {
        var members = db.Members.Where(m => m.EnterpriseId == enterprise && m.AdmittedOn != null && m.CeasedOn == null);
        return new(await members.CountAsync(m => m.IsResident, ct), await members.CountAsync(ct));
    }

    // The pay of the newest day that evidence speaks for.
    private async Task<CovenantMeasure> Pay(EnterpriseId enterprise, CancellationToken ct)
    {
        var newest = await db
            .CovenantEvidence.Where(e => e.EnterpriseId == enterprise && e.Kind == CovenantKind.PayRatio)
            .OrderByDescending(e => e.On)
            .ThenByDescending(e => e.RecordedAt)
            .Select(e => new { e.HighestPayMinor, e.LowestPayMinor })
            .FirstOrDefaultAsync(ct);
        return newest is null ? default : new(newest.HighestPayMinor ?? 0, newest.LowestPayMinor ?? 0);
    }

    private async Task<CovenantMeasure> Interest(EnterpriseId enterprise, CancellationToken ct)
    {
        var declared = db.InterestDeclarations.Where(d => d.EnterpriseId == enterprise);
        return new(await declared.MaxAsync(d => (int?)d.RatePpm, ct) ?? 0, await declared.CountAsync(ct));
    }
}

internal static class CovenantNumbers
{
    /// <summary>The next number of an enterprise's covenants; a twin of it is a lost race.</summary>
    public static async Task<int> NextCovenantNumber(this SharesDb db, EnterpriseId id, CancellationToken ct) =>
        1 + (await db.Covenants.Where(c => c.EnterpriseId == id).MaxAsync(c => (int?)c.No, ct) ?? 0);
}
