using Microsoft.EntityFrameworkCore;
using SocialShares.Adapters.RuleFiles;
using SocialShares.Data;

namespace SocialShares.Features.Holdings;

/// <summary>How much passes by nomination.</summary>
internal static class NominationRule
{
    /// <summary>By nomination passes at most what the law allows, all transfers of the one who died together.</summary>
    public static async Task RequireWithinNomination(
        this SharesDb db,
        Transfer transfer,
        Enterprise enterprise,
        RulePacks packs,
        CancellationToken ct
    )
    {
        if (transfer.Cause != TransferCause.Nomination)
            return;
        var all = await db
            .Transfers.AsNoTracking()
            .Where(t => t.FromMemberId == transfer.FromMemberId && t.Cause == TransferCause.Nomination)
            .Where(t => t.State != TransferState.Declined && t.State != TransferState.TakenBack)
            .Where(t => t.Id != transfer.Id)
            .ToListAsync(ct);
        long together = 0;
        foreach (var t in all.Append(transfer))
            together += t.Units * await db.ValueOf(t, ct);
        var hasNominee = await db.Nominations.AnyAsync(
            n => n.MemberId == transfer.FromMemberId && n.EndedAt == null,
            ct
        );
        var died = await db.Members.Where(m => m.Id == transfer.FromMemberId).Select(m => m.DiedOn).SingleAsync(ct);
        var limit = packs.NominationMinor(enterprise.Country, died ?? DateOnly.MaxValue);
        NominationLimit.Check(limit, hasNominee, together, enterprise.Currency);
    }

    private static Task<long> ValueOf(this SharesDb db, Transfer t, CancellationToken ct) =>
        t.ShareClassId is { } id
            ? db.ShareClasses.Where(c => c.Id == id).Select(c => c.ParValueMinor).SingleAsync(ct)
            : db.BondSeries.Where(s => s.Id == t.BondSeriesId).Select(s => s.OutstandingPerUnitMinor).SingleAsync(ct);
}
