using Microsoft.EntityFrameworkCore;
using SocialShares.Adapters.RuleFiles;
using SocialShares.Data;
using SocialShares.Features.Bonds;
using SocialShares.Features.Governance;
using SocialShares.Features.Issuing;
using SocialShares.Features.Payouts;
using SocialShares.Features.Regulation;

namespace SocialShares.Features.Holdings;

/// <summary>
/// Writes a transfer that everybody agreed to into the register: entries at the price paid, new certificates, membership
/// that begins or ends. The class's or the series' row is held, so that nothing else takes the units meanwhile.
/// </summary>
public sealed class TransferBook(
    SharesDb db,
    Outbox outbox,
    BondParties bonds,
    TransferEntries entries,
    Receivers receivers,
    RulePacks packs,
    ResidentRoom room,
    Leavers leavers
)
{
    /// <summary>Loads a transfer with its class or series held until the commit.</summary>
    /// <returns>The transfer, tracked; null when there is none.</returns>
    public async Task<Transfer?> Hold(TransferId id, CancellationToken ct)
    {
        var of = await db
            .Transfers.AsNoTracking()
            .Where(t => t.Id == id)
            .Select(t => new { t.ShareClassId, t.BondSeriesId })
            .SingleOrDefaultAsync(ct);
        if (of is null)
            return null;
        await Hold(of.ShareClassId, of.BondSeriesId, ct);
        return await db.Transfers.SingleAsync(t => t.Id == id, ct);
    }

    /// <summary>Holds what passes, shares or bonds, until the commit.</summary>
    public Task<int> Hold(ShareClassId? shareClass, BondSeriesId? series, CancellationToken ct) =>
        shareClass is { } id ? db.HoldClass(id, ct) : db.HoldSeries(series!.Value, ct);

    /// <summary>Units that a giver may promise, but for what this transfer promises itself.</summary>
    public async Task<long> Free(
        ShareClassId? shareClass,
        BondSeriesId? series,
        MemberId giver,
        TransferId? but,
        DateOnly on,
        CancellationToken ct
    )
    {
        if (shareClass is { } id)
        {
            var lots = await db.LotsOf(id, giver, ct);
            var spokenFor = await db.SpokenFor(id, giver, but, ct) + (await db.Held(id, giver, on, ct)).Units;
            return Math.Max(0, lots.Sum(l => l.Units) - spokenFor);
        }
        var of = await db.BondSeries.AsNoTracking().SingleAsync(s => s.Id == series!.Value, ct);
        var notFree = await db.BondsOnTheirWay(of.Id, giver, but, ct) + (await db.Held(of.Id, giver, on, ct)).Units;
        return Math.Max(0, await bonds.Free(of, giver, on, ct) - notFree);
    }

    /// <summary>By nomination passes at most what the law allows, all transfers of the one who died together.</summary>
    /// <exception cref="Refused"><c>nomination.none</c>, <c>nomination.above-limit</c>.</exception>
    public Task RequireWithinNomination(Transfer transfer, Enterprise enterprise, CancellationToken ct) =>
        db.RequireWithinNomination(transfer, enterprise, packs, ct);

    /// <summary>Everybody agreed: the register says so.</summary>
    /// <param name="transfer">Ready, its class or series held.</param>
    /// <param name="by">Whose step was the last.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="Refused"><c>transfer.units</c>, those of the receiver's limits and of the series' calendar.</exception>
    public async Task Complete(Transfer transfer, Signature by, CancellationToken ct)
    {
        var enterprise = await db.Enterprises.AsNoTracking().SingleAsync(e => e.Id == transfer.EnterpriseId, ct);
        var today = LegalDay.Of(by.At, enterprise.TimeZone);
        var day = transfer.On ?? today;
        var free = await Free(
            transfer.ShareClassId,
            transfer.BondSeriesId,
            transfer.FromMemberId,
            transfer.Id,
            day,
            ct
        );
        if (transfer.Units > free)
            throw new Refused("transfer.units", free) { Field = "units" };
        await RequireWithinNomination(transfer, enterprise, ct);
        var receiver = await receivers.Known(transfer, ct);
        var (on, source) = (new BookedOn(day, by.At), new EntrySource(transfer.Reason, transfer.Id.Value));
        var (code, facts, passed) = transfer.ShareClassId is { } id
            ? await entries.Shares(transfer, id, on, source, ct)
            : await entries.Bonds(transfer, on, source, ct);
        // What passes on a death passes by law, whatever the limits say, and whoever inherits is a member by it: also above the
        // resident quota, which the check of the covenant then shows.
        var admission = transfer.IsOnDeath
            ? null
            : await RequireRoom(transfer, receiver, passed, enterprise, today, ct);
        receiver = await receivers.Admit(transfer, receiver, admission, day, ct);
        if (transfer.BondSeriesId is { } series)
            await entries.RecordBonds(transfer, series, receiver.Id, day, today, by, ct);
        await entries.Write(transfer, facts, receiver.Id, ct);
        if (transfer.ShareClassId is not null)
        {
            await leavers.CeaseIfNothingIsLeft(transfer.FromMemberId, day, ct);
            outbox.Add(new LookAtMembers(transfer.EnterpriseId));
        }
        transfer.Complete(receiver.Id, day);
        outbox.Add(new TellHolder("transfer-gone", transfer.FromMemberId, code, transfer.Units, day));
        outbox.Add(new TellHolder("transfer-come", receiver.Id, code, transfer.Units, day));
    }

    // By the newest offer and by law. Who passes something to a joint holding of their own has no more than before.
    private async Task<Admission?> RequireRoom(
        Transfer transfer,
        Member? receiver,
        HolderHas passed,
        Enterprise enterprise,
        DateOnly today,
        CancellationToken ct
    )
    {
        var who = HolderSought.Of(transfer.AcceptedBy!.Value, transfer.Receiver!);
        var isOwn = await SameHolder.Of(db.Members, who).AnyAsync(m => m.Id == transfer.FromMemberId, ct);
        var admission = await db.RequireRoomFor(transfer, receiver, isOwn ? HolderHas.Nothing : passed, today, ct);
        if (transfer.ShareClassId is not null)
            await RequireQuota(transfer, receiver, admission, ct);
        if (isOwn)
            return admission;
        var kind = transfer.ShareClassId is null ? SecurityKind.Bond : SecurityKind.Share;
        var law = packs.Usual(enterprise.Country, kind, today);
        await db.CheckCap(law, who, new ComingTo(enterprise.Id, kind, passed.Minor), ct);
        return admission;
    }

    // Two who pass at once are counted one after the other, also of different classes: the class is held, and now the enterprise.
    private async Task RequireQuota(Transfer transfer, Member? receiver, Admission? admission, CancellationToken ct)
    {
        var isResident = admission?.IsResident ?? receiver?.IsResident ?? false;
        var who = Newcomer.Of(transfer.AcceptedBy!.Value, transfer.Receiver!, isResident);
        await room.Hold(transfer.EnterpriseId, ct);
        var leaver = await leavers.WhoLeaves(transfer.FromMemberId, transfer.Units, ct);
        await room.RequirePlace("transfer.quota", transfer.EnterpriseId, who, leaver, ct);
    }
}
