using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Bonds;

namespace SocialShares.Features.Register;

/// <summary>
/// The register of members of one enterprise as it stood on a day, for pages and downloads. Members are read by number, a
/// page at a time, each with what it held and how it was called on that day: the cost of a page does not depend on how
/// many members there are.
/// </summary>
internal sealed class RegisterRows(SharesDb db, EnterpriseId enterprise, DateOnly day, TimeProvider clock)
{
    private const int AtOnce = 500;

    /// <summary>Members who had been admitted by the day, at most <see cref="RegisterPage.MostCounted"/>.</summary>
    public Task<int> Count(CancellationToken ct) => Admitted().Take(RegisterPage.MostCounted).CountAsync(ct);

    /// <summary>Members after a number, by number; searched by number, or by part of a name that they have or had.</summary>
    public async Task<IReadOnlyList<RegisterRow>> Page(int after, int take, string? search, CancellationToken ct)
    {
        var rows = await Rows(Found(search?.Trim()).Where(m => m.Number > after)).Take(take).ToListAsync(ct);
        return await Complete(rows, ct);
    }

    /// <summary>All members by number, in pages, so that memory stays flat.</summary>
    public async IAsyncEnumerable<RegisterRow> All([EnumeratorCancellation] CancellationToken ct = default)
    {
        for (
            var page = await Page(0, AtOnce, null, ct);
            page.Count > 0;
            page = await Page(page[^1].Number, AtOnce, null, ct)
        )
            foreach (var row in page)
                yield return row;
    }

    // Whoever holds bonds only is no member.
    private IQueryable<Member> Admitted() =>
        db
            .Members.AsNoTracking()
            .Where(m => m.EnterpriseId == enterprise)
            .Where(m =>
                m.AdmittedOn <= day || db.FormerMemberships.Any(f => f.MemberId == m.Id && f.AdmittedOn <= day)
            );

    private IQueryable<Member> Found(string? search)
    {
        if (string.IsNullOrEmpty(search))
            return Admitted();
        if (int.TryParse(search, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return Admitted().Where(m => m.Number == number);
        var part = search.ToLowerInvariant();
        var had = db
            .HolderChanges.Where(c => c.EnterpriseId == enterprise && c.BeforeName.ToLower().Contains(part))
            .Select(c => c.MemberId);
        return Admitted().Where(m => m.Name.ToLower().Contains(part) || had.Contains(m.Id));
    }

    private IQueryable<RegisterRow> Rows(IQueryable<Member> members) =>
        from m in members
        orderby m.Number
        select new RegisterRow(
            m.Id,
            m.Number,
            m.Kind,
            m.Name,
            m.Street,
            m.Postcode,
            m.City,
            m.Country,
            // One who left and was admitted again: the membership of the day, or the last before it.
            m.AdmittedOn <= day
                ? m.AdmittedOn!.Value
                : db.FormerMemberships.Where(f => f.MemberId == m.Id && f.AdmittedOn <= day).Max(f => f.AdmittedOn),
                // One who left later was still a member on the day.
                m.AdmittedOn > day
                    ? db
                        .FormerMemberships.Where(f => f.MemberId == m.Id && f.AdmittedOn <= day)
                        .OrderByDescending(f => f.AdmittedOn)
                        .Select(f => f.CeasedOn <= day ? (DateOnly?)f.CeasedOn : null)
                        .FirstOrDefault()
                : m.CeasedOn <= day ? m.CeasedOn
                : null,
            db.RegisterEntries.Where(e => e.MemberId == m.Id && e.ShareClassId != null && e.ValidOn <= day)
                .Sum(e => e.Units),
            db.RegisterEntries.Where(e => e.MemberId == m.Id && e.ShareClassId != null && e.ValidOn <= day)
                .Sum(e => e.Units * e.PriceMinor),
            m.Email,
            m.EmailPurpose,
            null,
            m.BornOn,
            m.Party
        );

    // Names and addresses of the day, and bonds: read for the members of the page together.
    private async Task<IReadOnlyList<RegisterRow>> Complete(List<RegisterRow> rows, CancellationToken ct)
    {
        var ids = rows.ConvertAll(r => r.MemberId);
        var later = (
            await db
                .HolderChanges.AsNoTracking()
                .Where(c => ids.Contains(c.MemberId) && c.ValidOn > day)
                .OrderBy(c => c.No)
                .ToListAsync(ct)
        )
            .GroupBy(c => c.MemberId)
            .ToDictionary(g => g.Key, g => g.First());
        var bonds = await Bonds(ids, ct);
        return rows.ConvertAll(r =>
            (later.TryGetValue(r.MemberId, out var change) ? r.Before(change) : r) with
            {
                BondsMinor = bonds.GetValueOrDefault(r.MemberId),
            }
        );
    }

    private async Task<Dictionary<MemberId, long>> Bonds(List<MemberId> members, CancellationToken ct)
    {
        var held = await db
            .RegisterEntries.Where(e => members.Contains(e.MemberId) && e.BondSeriesId != null && e.ValidOn <= day)
            .GroupBy(e => new { e.MemberId, e.BondSeriesId })
            .Select(g => new
            {
                g.Key.MemberId,
                g.Key.BondSeriesId,
                Units = g.Sum(e => e.Units),
            })
            .ToListAsync(ct);
        var outstanding = new Dictionary<BondSeriesId, long>();
        foreach (var series in held.Select(h => h.BondSeriesId!.Value).Distinct())
            outstanding[series] = (await BondholderRows.Subject(db, series, day, clock, ct)).OutstandingPerUnitMinor;
        return held.GroupBy(h => h.MemberId)
            .ToDictionary(g => g.Key, g => g.Sum(h => h.Units * outstanding[h.BondSeriesId!.Value]));
    }
}
