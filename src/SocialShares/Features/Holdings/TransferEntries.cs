using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Bonds;
using SocialShares.Features.Issuing;
using SocialShares.Features.Register;

namespace SocialShares.Features.Holdings;

/// <summary>What a transfer writes into the register.</summary>
public sealed class TransferEntries(SharesDb db, BondParties bonds)
{
    /// <summary>Half of each entry of shares: who gives, what leaves and at which price. The other half is the receiver's.</summary>
    public async Task<(string Code, List<EntryFacts> Gone, HolderHas Passed)> Shares(
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

    /// <summary>The same of bonds, at what is outstanding of each.</summary>
    public async Task<(string Code, List<EntryFacts> Gone, HolderHas Passed)> Bonds(
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

    /// <summary>Records bonds that pass, with the interest that has accrued on them.</summary>
    public async Task RecordBonds(
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

    /// <summary>Writes entries in pairs; a certificate of what came, and one of what the giver keeps.</summary>
    public async Task Write(Transfer transfer, List<EntryFacts> gone, MemberId to, CancellationToken ct)
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
