using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Bonds;

/// <summary>Reads the register of bondholders of a series as it stood on a day, for the page and for the download.</summary>
internal static class BondholderRows
{
    /// <summary>The series, the day, and what was outstanding of one bond on it by the terms.</summary>
    public static async Task<BondRegisterSubject> Subject(
        SharesDb db,
        BondSeriesId id,
        DateOnly? asOf,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var series =
            await db.BondSeries.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct)
            ?? throw new NotThere("bond-series");
        var zone = await db.Enterprises.Where(e => e.Id == series.EnterpriseId).Select(e => e.TimeZone).SingleAsync(ct);
        var day = asOf ?? LegalDay.Of(clock.GetUtcNow().UtcDateTime, zone);
        var last = await db
            .BondPeriods.AsNoTracking()
            .Where(p => p.SeriesId == id && p.No <= series.ServicedPeriods && p.AccrualEnd <= day)
            .OrderByDescending(p => p.No)
            .FirstOrDefaultAsync(ct);
        var outstanding = last?.ClosingMinor ?? (series.IssuedOn <= day ? series.NominalMinor : 0);
        return new BondRegisterSubject(series, day, outstanding);
    }

    /// <summary>Whoever holds or held bonds of the series by the day.</summary>
    public static IQueryable<Member> Holders(SharesDb db, BondRegisterSubject of) =>
        db
            .Members.AsNoTracking()
            .Where(m =>
                db.RegisterEntries.Any(e => e.MemberId == m.Id && e.BondSeriesId == of.Series.Id && e.ValidOn <= of.Day)
            );

    /// <summary>Holders by number, with what they held on the day.</summary>
    public static IQueryable<BondholderRow> AsOf(SharesDb db, IQueryable<Member> holders, BondRegisterSubject of)
    {
        var (series, day, outstanding) = (of.Series.Id, of.Day, of.OutstandingPerUnitMinor);
        var held = db
            .RegisterEntries.Where(e => e.BondSeriesId == series && e.ValidOn <= day)
            .GroupBy(e => e.MemberId)
            .Select(g => new
            {
                MemberId = g.Key,
                Units = g.Sum(e => e.Units),
                First = g.Min(e => e.ValidOn),
                Last = g.Max(e => e.ValidOn),
            });
        return from m in holders
            join h in held on m.Id equals h.MemberId
            orderby m.Number
            select new BondholderRow(
                m.Id,
                m.Number,
                m.Kind,
                m.Name,
                m.Street,
                m.Postcode,
                m.City,
                m.Country,
                h.First,
                h.Units == 0 ? h.Last : null,
                h.Units,
                h.Units * outstanding
            );
    }
}

/// <summary>Which register, on which day.</summary>
internal sealed record BondRegisterSubject(BondSeries Series, DateOnly Day, long OutstandingPerUnitMinor);

/// <summary>Part of a register of bondholders; amounts in minor units.</summary>
/// <param name="SeriesId">The series.</param>
/// <param name="Code">Its short name.</param>
/// <param name="Currency">Currency of the amounts.</param>
/// <param name="AsOf">The day on which it stood so.</param>
/// <param name="OutstandingPerUnitMinor">Principal of one bond that was outstanding.</param>
/// <param name="Count">Holders by that day, all pages together, those who have none any more included.</param>
/// <param name="Holders">By number.</param>
/// <param name="Next">Ask for the next page with this as <c>after</c>; null on the last page.</param>
public sealed record BondRegisterPage(
    BondSeriesId SeriesId,
    string Code,
    Currency Currency,
    DateOnly AsOf,
    long OutstandingPerUnitMinor,
    int Count,
    IReadOnlyList<BondholderRow> Holders,
    int? Next
);

/// <summary>One bondholder as the register has it.</summary>
/// <param name="MemberId">Its id in the API.</param>
/// <param name="Number">The holder's number within the enterprise.</param>
/// <param name="Kind">Person or organisation.</param>
/// <param name="Name">Name.</param>
/// <param name="Street">Street and number.</param>
/// <param name="Postcode">Postal code.</param>
/// <param name="City">Town or village.</param>
/// <param name="Country">ISO 3166 code.</param>
/// <param name="HeldSince">Day of the first entry.</param>
/// <param name="CeasedOn">Day of the last entry, for somebody who holds none any more.</param>
/// <param name="Units">Bonds held.</param>
/// <param name="PrincipalMinor">Principal outstanding on them, minor units.</param>
public sealed record BondholderRow(
    MemberId MemberId,
    int Number,
    HolderKind Kind,
    string Name,
    string Street,
    string Postcode,
    string City,
    string Country,
    DateOnly HeldSince,
    DateOnly? CeasedOn,
    long Units,
    long PrincipalMinor
);
