using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Data.Bulk;
using SocialShares.Features.Issuing;
using SocialShares.Features.Register;

namespace SocialShares.Features.Payouts;

/// <summary>Turns interest that holders left in into new shares at par; what buys no whole share is carried.</summary>
internal static class ReinvestBatch
{
    private const int LinesAtOnce = 5_000;

    /// <returns>Lines settled and what they bought shares for; nothing when no line waits.</returns>
    public static async Task<(int Lines, long Minor)> Pay(SharesDb db, PayoutBatch batch, CancellationToken ct)
    {
        var open = db.PayoutLines.Where(l =>
            l.RunId == batch.Run.Id && l.State == PayoutLineState.Open && l.Destination == PayoutDestination.Reinvest
        );
        var lines = await Next(db, open, ct);
        if (lines.Count == 0)
            return (0, 0);
        var above = await ReinvestCap.SendToBank(db, batch, open, lines, ct);
        lines = [.. lines.Except(above)];
        if (lines.Count == 0)
            return (above.Count, 0);
        var par = batch.ShareClass.ParValueMinor;
        var entries = await db.AppendToRegister(batch.Enterprise.Id, Entries(batch, lines), ct);
        await BulkInsert.Insert(db, await Certificates(db, batch, entries, ct), ct);
        var last = lines[^1].No;
        await Settle(open.Where(l => l.No <= last), lines.Count, par, batch.On.At, ct);
        var capital = new Money(entries.Sum(e => e.Units) * par, batch.Run.Currency);
        if (capital.Minor > 0)
            db.JournalEntries.Add(
                Bookings.Reinvested(
                    Guid.CreateVersion7(),
                    capital,
                    batch.ShareClass.Code,
                    batch.Enterprise.Slug,
                    batch.On
                )
            );
        return (lines.Count + above.Count, capital.Minor);
    }

    private static Task<List<LeftIn>> Next(SharesDb db, IQueryable<PayoutLine> open, CancellationToken ct) =>
        (
            from l in open.AsNoTracking().OrderBy(l => l.No).Take(LinesAtOnce)
            join m in db.Members on l.MemberId equals m.Id
            orderby l.No
            select new LeftIn(l.Id, l.No, l.MemberId, m.PersonId, l.NetMinor + l.CarriedInMinor)
        ).ToListAsync(ct);

    private static List<EntryFacts> Entries(PayoutBatch batch, List<LeftIn> lines)
    {
        var entries = new List<EntryFacts>(lines.Count);
        foreach (var line in lines)
        {
            var (units, _) = PayoutLine.Buys(line.Minor, batch.ShareClass.ParValueMinor);
            if (units == 0)
                continue;
            var source = new EntrySource($"Interest left in, run {batch.Run.Number}", line.Id.Value);
            entries.Add(
                new EntryFacts(batch.ShareClass, line.MemberId, EntryKind.Reinvestment, units, batch.On, source)
            );
        }
        return entries;
    }

    private static async Task<List<Certificate>> Certificates(
        SharesDb db,
        PayoutBatch batch,
        IReadOnlyList<RegisterEntry> entries,
        CancellationToken ct
    )
    {
        var enterprise = batch.Enterprise.Id;
        var next = await db.NextCertificateNumber(enterprise, ct);
        return [.. entries.Select(e => new Certificate(CertificateId.New(), next++, e, Certificate.NewCode()))];
    }

    // PayoutLine.ReinvestAt, for all lines of the batch in one statement.
    private static async Task Settle(
        IQueryable<PayoutLine> lines,
        int expected,
        long par,
        DateTime now,
        CancellationToken ct
    )
    {
        var settled = await lines.ExecuteUpdateAsync(
            s =>
                s.SetProperty(
                        l => l.State,
                        l => l.NetMinor + l.CarriedInMinor >= par ? PayoutLineState.Reinvested : PayoutLineState.Carried
                    )
                    .SetProperty(l => l.CarriedOutMinor, l => (l.NetMinor + l.CarriedInMinor) % par)
                    .SetProperty(l => l.PaidAt, now),
            ct
        );
        Invariant.Holds(settled == expected, $"{settled} lines were reinvested where {expected} were read");
    }
}
