using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Bonds;
using SocialShares.Features.Issuing;
using SocialShares.Features.Payouts;

namespace SocialShares.Features.Holdings;

/// <summary>
/// Writes a transfer that everybody agreed to into the register: entries at the price paid, new certificates, membership
/// that begins or ends. The class's or the series' row is held, so that nothing else takes the units meanwhile.
/// </summary>
public sealed class TransferBook(SharesDb db, Outbox outbox, BondParties bonds, Leavers leavers)
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
            return Math.Max(0, lots.Sum(l => l.Units) - await db.SpokenFor(id, giver, but, ct));
        }
        var of = await db.BondSeries.AsNoTracking().SingleAsync(s => s.Id == series!.Value, ct);
        return Math.Max(
            0,
            await bonds.Free(of, giver, on, ct) - await db.BondsOnTheirWay(of.Id, giver, but, ct)
        );
    }

    /// <summary>Everybody agreed: the register says so.</summary>
    /// <param name="transfer">Ready, its class or series held.</param>
    /// <param name="receiver">Who receives; may be new.</param>
    /// <param name="by">Whose step was the last.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="Refused"><c>transfer.units</c>, those of the receiver's limits and of the series' calendar.</exception>
    public async Task Complete(Transfer transfer, Member receiver, Signature by, CancellationToken ct)
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
        var on = new BookedOn(day, by.At);
        var code =
            transfer.ShareClassId is { } id
                ? await PassShares(transfer, id, receiver, on, ct)
                : await PassBonds(transfer, receiver, on, today, by, ct);
        transfer.Complete(receiver.Id, day);
        outbox.Add(new TellHolder("transfer-gone", transfer.FromMemberId, code, transfer.Units, day));
        outbox.Add(new TellHolder("transfer-come", receiver.Id, code, transfer.Units, day));
    }

    /// <summary>By nomination passes at most what the law allows, all transfers of the one who died together.</summary>
    public async Task RequireWithinNomination(Transfer transfer, Enterprise enterprise, CancellationToken ct)
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
            together += t.Units * await ValueOf(t, ct);
        var hasNominee = await db.Nominations.AnyAsync(
            n => n.MemberId == transfer.FromMemberId && n.EndedAt == null,
            ct
        );
        var died = await db.Members.Where(m => m.Id == transfer.FromMemberId).Select(m => m.DiedOn).SingleAsync(ct);
        var limit = NominationLimits.On(enterprise.Country, died ?? DateOnly.MaxValue);
        NominationLimits.Check(limit, hasNominee, together, enterprise.Currency);
    }

    private Task<long> ValueOf(Transfer t, CancellationToken ct) =>
        t.ShareClassId is { } id
            ? db.ShareClasses.Where(c => c.Id == id).Select(c => c.ParValueMinor).SingleAsync(ct)
            : db.BondSeries.Where(s => s.Id == t.BondSeriesId).Select(s => s.OutstandingPerUnitMinor).SingleAsync(ct);

    private async Task<string> PassShares(
        Transfer transfer,
        ShareClassId id,
        Member receiver,
        BookedOn on,
        CancellationToken ct
    )
    {
        var shareClass = await db.ShareClasses.AsNoTracking().SingleAsync(c => c.Id == id, ct);
        var lots = await db.LotsOf(id, transfer.FromMemberId, ct);
        var leaving = Lots.First(lots, transfer.Units);
        if (!transfer.IsOnDeath)
            await db.RequireRoomFor(receiver, id, Lots.Minor(leaving), ct);
        var number = await db.NextEntryNumber(transfer.EnterpriseId, ct);
        var certificate = await db.NextCertificateNumber(transfer.EnterpriseId, ct);
        var parts = Lots.ByPrice(leaving);
        var source = new EntrySource(transfer.Reason, transfer.Id.Value);
        var left = lots.Sum(l => l.Units);
        for (var i = 0; i < parts.Count; i++)
        {
            var (units, price) = parts[i];
            var gone = Entry(transfer.FromMemberId, (EntryKind.TransferOut, -units, price), i);
            var come = Entry(receiver.Id, (EntryKind.TransferIn, units, price), i);
            db.RegisterEntries.AddRange(gone, come);
            db.Certificates.Add(new Certificate(CertificateId.New(), certificate++, come, Certificate.NewCode()));
            left -= units;
            if (left > 0 && i == parts.Count - 1)
                db.Certificates.Add(
                    Certificate.OfBalance(CertificateId.New(), certificate++, gone, left, Certificate.NewCode())
                );
        }
        if (!receiver.IsMember && receiver.Admit(on.Day) is { } former)
            db.FormerMemberships.Add(former);
        await leavers.CeaseIfNothingIsLeft(transfer.FromMemberId, transfer.Units, on.Day, ct);
        return shareClass.Code;

        RegisterEntry Entry(MemberId holder, (EntryKind, long, long) move, int no) =>
            RegisterEntry.AtPrice(
                RegisterEntryId.New(),
                shareClass,
                number++,
                holder,
                move,
                on,
                source.OfPrice(no)
            );
    }

    private async Task<string> PassBonds(
        Transfer transfer,
        Member receiver,
        BookedOn on,
        DateOnly today,
        Signature by,
        CancellationToken ct
    )
    {
        var series = await db.BondSeries.AsNoTracking().SingleAsync(s => s.Id == transfer.BondSeriesId, ct);
        var periods = await db.BondPeriods.AsNoTracking().Where(p => p.SeriesId == series.Id).ToListAsync(ct);
        if (!transfer.IsOnDeath)
            await db.RequireRoomFor(receiver, series, transfer.Units, ct);
        var passed = BondTransfer.Record(
            BondTransferId.From(transfer.Id.Value),
            series,
            periods,
            new BondTransferOrder(
                transfer.FromMemberId,
                receiver.Id,
                transfer.Units,
                on.Day,
                transfer.Reason,
                transfer.IsOnDeath
            ),
            transfer.Units,
            await bonds.RedeemedAt(series, ct),
            by,
            today
        );
        db.BondTransfers.Add(passed);
        var number = await db.NextEntryNumber(series.EnterpriseId, ct);
        var source = new EntrySource(transfer.Reason, transfer.Id.Value);
        var gone = Entry(transfer.FromMemberId, EntryKind.TransferOut, -transfer.Units, number);
        var come = Entry(receiver.Id, EntryKind.TransferIn, transfer.Units, number + 1);
        db.RegisterEntries.AddRange(gone, come);
        var certificate = await db.NextCertificateNumber(series.EnterpriseId, ct);
        db.Certificates.Add(new Certificate(CertificateId.New(), certificate, come, Certificate.NewCode()));
        var left =
            await db
                .RegisterEntries.Where(e => e.BondSeriesId == series.Id && e.MemberId == transfer.FromMemberId)
                .SumAsync(e => e.Units, ct)
            - transfer.Units;
        if (left > 0)
            db.Certificates.Add(
                Certificate.OfBalance(CertificateId.New(), certificate + 1, gone, left, Certificate.NewCode())
            );
        return series.Code;

        RegisterEntry Entry(MemberId holder, EntryKind kind, long units, int no) =>
            new(RegisterEntryId.New(), series, no, holder, kind, units, on, source);
    }
}
