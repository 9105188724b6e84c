using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Issuing;
using SocialShares.Features.Regulation;

namespace SocialShares.Features.Payouts;

/// <summary>
/// Interest that would be left in above what the law lets one person hold goes to the bank instead, the whole line: nobody
/// waits a year for a part of it.
/// </summary>
internal static class ReinvestCap
{
    /// <summary>Takes such lines out of those that are left in.</summary>
    /// <param name="db">The lines, and what their holders have.</param>
    /// <param name="batch">What is paid.</param>
    /// <param name="open">Lines of the run that are left in and not settled yet.</param>
    /// <param name="lines">Those of them that are settled now.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The lines taken out.</returns>
    public static async Task<IReadOnlyList<LeftIn>> SendToBank(
        SharesDb db,
        PayoutBatch batch,
        IQueryable<PayoutLine> open,
        List<LeftIn> lines,
        CancellationToken ct
    )
    {
        if (batch.Law?.CapPerPerson is not { } cap || !cap.Kinds.Contains(SecurityKind.Share))
            return [];
        var last = lines[^1].No;
        var above = new List<LeftIn>();
        foreach (var person in await Near(db, batch, open.Where(l => l.No <= last), lines, cap.MostMinor, ct))
            above.AddRange(await Above(db, batch, lines.Where(l => l.PersonId == person).ToList(), ct));
        if (above.Count == 0)
            return [];
        var ids = above.ConvertAll(l => l.Id);
        var isBankless = batch.Enterprise.Iban is null;
        await open.Where(l => ids.Contains(l.Id))
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(l => l.Destination, PayoutDestination.Bank)
                        .SetProperty(
                            l => l.State,
                            l => isBankless || l.Iban == null ? PayoutLineState.NeedsAttention : PayoutLineState.Open
                        )
                        .SetProperty(l => l.Problem, PayoutLine.AboveLegalCap),
                ct
            );
        return above;
    }

    // Persons who may come above it, in one question for the whole batch; few or none, who are then looked at one by one.
    private static async Task<List<PersonId>> Near(
        SharesDb db,
        PayoutBatch batch,
        IQueryable<PayoutLine> open,
        List<LeftIn> lines,
        long most,
        CancellationToken ct
    )
    {
        var (enterprise, due) = (batch.Enterprise.Id, lines.GroupBy(l => l.PersonId).Max(g => g.Sum(l => l.Minor)));
        return await (
            from l in open
            join m in db.Members on l.MemberId equals m.Id
            join o in db.Members on m.PersonId equals o.PersonId
            where o.EnterpriseId == enterprise
            join e in db.RegisterEntries on o.Id equals e.MemberId
            where e.ShareClassId != null
            group e.Units * e.PriceMinor by m.PersonId into held
            where held.Sum() > most - due
            select held.Key
        ).ToListAsync(ct);
    }

    private static async Task<IEnumerable<LeftIn>> Above(
        SharesDb db,
        PayoutBatch batch,
        List<LeftIn> lines,
        CancellationToken ct
    )
    {
        var par = batch.ShareClass.ParValueMinor;
        var ids = lines.ConvertAll(l => l.MemberId);
        var members = await db.Members.AsNoTracking().Where(m => ids.Contains(m.Id)).ToListAsync(ct);
        var above = new List<LeftIn>();
        // What a person has alone and as the first of joint holders counts together, also what comes with this batch.
        foreach (var group in members.GroupBy(m => m.Kind is HolderKind.Person or HolderKind.Joint ? "" : m.Identity))
        {
            var ofGroup = lines.Where(l => group.Any(m => m.Id == l.MemberId)).ToList();
            var coming = ofGroup.Sum(l => PayoutLine.Buys(l.Minor, par).Units * par);
            var who = HolderSought.Of(group.First().PersonId, group.First().Details());
            var comes = new ComingTo(batch.Enterprise.Id, SecurityKind.Share, coming);
            if (coming > 0 && !await db.IsWithinCap(batch.Law, who, comes, ct))
                above.AddRange(ofGroup);
        }
        return above;
    }
}

/// <summary>A line that is left in.</summary>
internal sealed record LeftIn(PayoutLineId Id, int No, MemberId MemberId, PersonId PersonId, long Minor);
