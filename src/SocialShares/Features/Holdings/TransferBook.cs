using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Bonds;
using SocialShares.Features.Issuing;
using SocialShares.Features.Payouts;
using SocialShares.Features.Register;

namespace SocialShares.Features.Holdings;

/// <summary>
/// Writes a transfer that everybody agreed to into the register: entries at the price paid, new certificates, membership
/// that begins or ends. The class's or the series' row is held, so that nothing else takes the units meanwhile.
/// </summary>
public sealed class TransferBook(SharesDb db, Outbox outbox, BondParties bonds, Receivers receivers, Leavers leavers)
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
        return Math.Max(0, await bonds.Free(of, giver, on, ct) - await db.BondsOnTheirWay(of.Id, giver, but, ct));
    }

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
            ? await Shares(transfer, id, on, source, ct)
            : await Bonds(transfer, on, source, ct);
        // What passes on a death passes by law, whatever the offer's limits say.
        var admission = transfer.IsOnDeath ? null : await db.RequireRoomFor(transfer, receiver, passed, today, ct);
        receiver = await receivers.Admit(transfer, receiver, admission, day, ct);
        if (transfer.BondSeriesId is { } series)
            await RecordBonds(transfer, series, receiver.Id, day, today, by, ct);
        await Write(transfer, facts, receiver.Id, ct);
        if (transfer.ShareClassId is not null)
            await leavers.CeaseIfNothingIsLeft(transfer.FromMemberId, day, ct);
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

    // Half of each entry: who gives, what leaves and at which price. The other half is the receiver's.
    private async Task<(string Code, List<EntryFacts> Gone, HolderHas Passed)> Shares(
        Transfer transfer,
        ShareClassId id,
        BookedOn on,
        EntrySource source,
        CancellationToken ct
    )
    {
        var shareClass = await db.ShareClasses.AsNoTracking().SingleAsync(c => c.Id == id, ct);
        var leaving = Lots.First(await db.LotsOf(id, transfer.FromMemberId, ct), transfer.Units);
        var gone = Lots.ByPrice(leaving)
            .Select(
                (part, no) =>
                    new EntryFacts(
                        shareClass,
                        transfer.FromMemberId,
                        EntryKind.TransferOut,
                        -part.Units,
                        on,
                        source.OfPrice(no)
                    )
                    {
                        PriceMinor = part.PriceMinor,
                    }
            );
        return (shareClass.Code, [.. gone], new HolderHas(Lots.Minor(leaving), transfer.Units));
    }

    private async Task<(string Code, List<EntryFacts> Gone, HolderHas Passed)> Bonds(
        Transfer transfer,
        BookedOn on,
        EntrySource source,
        CancellationToken ct
    )
    {
        var series = await db.BondSeries.AsNoTracking().SingleAsync(s => s.Id == transfer.BondSeriesId, ct);
        var gone = new EntryFacts(series, transfer.FromMemberId, EntryKind.TransferOut, -transfer.Units, on, source);
        return (series.Code, [gone], new HolderHas(transfer.Units * gone.PriceMinor, transfer.Units));
    }

    private async Task RecordBonds(
        Transfer transfer,
        BondSeriesId id,
        MemberId to,
        DateOnly day,
        DateOnly today,
        Signature by,
        CancellationToken ct
    )
    {
        var series = await db.BondSeries.AsNoTracking().SingleAsync(s => s.Id == id, ct);
        var order = new BondTransferOrder(
            transfer.FromMemberId,
            to,
            transfer.Units,
            day,
            transfer.Reason,
            transfer.IsOnDeath
        );
        db.BondTransfers.Add(
            BondTransfer.Record(
                BondTransferId.From(transfer.Id.Value),
                series,
                await db.BondPeriods.AsNoTracking().Where(p => p.SeriesId == series.Id).ToListAsync(ct),
                order,
                transfer.Units,
                await bonds.RedeemedAt(series, ct),
                by,
                today
            )
        );
    }

    // Entries in pairs; a certificate of what came, and one of what the giver keeps.
    private async Task Write(Transfer transfer, List<EntryFacts> gone, MemberId to, CancellationToken ct)
    {
        var pairs = gone.SelectMany(g =>
            new[] { g, g with { Holder = to, Kind = EntryKind.TransferIn, Units = -g.Units } }
        );
        var entries = await db.AppendToRegister(transfer.EnterpriseId, pairs, ct);
        var number = await db.NextCertificateNumber(transfer.EnterpriseId, ct);
        foreach (var come in entries.Where(e => e.Kind == EntryKind.TransferIn))
            db.Certificates.Add(new Certificate(CertificateId.New(), number++, come, Certificate.NewCode()));
        var kept = await db
            .RegisterEntries.Where(e => e.MemberId == transfer.FromMemberId)
            .Where(e => e.ShareClassId == transfer.ShareClassId && e.BondSeriesId == transfer.BondSeriesId)
            .SumAsync(e => e.Units, ct);
        if (kept > 0)
            db.Certificates.Add(
                Certificate.OfBalance(CertificateId.New(), number, entries[^2], kept, Certificate.NewCode())
            );
    }
}
