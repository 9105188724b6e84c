using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Issuing;

/// <summary>What an offer issues: one class of shares, or the series of bonds by their id.</summary>
public sealed record AllottedSecurity(ShareClass? ShareClass, IReadOnlyDictionary<BondSeriesId, BondSeries> Series)
{
    /// <summary>The entry of one application. Bonds hold from the first day of interest, shares from the allotment.</summary>
    internal EntryFacts Entry(Application a, long units, MemberId holder, BookedOn on, string offerSlug)
    {
        var source = new EntrySource($"Allotment of the offer {offerSlug}", a.Id.Value);
        if (ShareClass is not null)
            return new EntryFacts(ShareClass, holder, EntryKind.Issue, units, on, source);
        var series = Series[a.BondSeriesId!.Value];
        var from = on with { Day = series.IssuedOn!.Value };
        return new EntryFacts(series, holder, EntryKind.Issue, units, from, source);
    }
}

/// <summary>Numbers that count without gaps within an enterprise.</summary>
internal static class NextNumbers
{
    public static async Task<int> NextCertificateNumber(this SharesDb db, EnterpriseId id, CancellationToken ct) =>
        1 + (await db.Certificates.Where(c => c.EnterpriseId == id).MaxAsync(c => (int?)c.Number, ct) ?? 0);
}
