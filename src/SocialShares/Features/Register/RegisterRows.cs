using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Register;

/// <summary>Reads the register of members as it stood on a day, for the page and for the download.</summary>
internal static class RegisterRows
{
    /// <summary>Members of the enterprise who had been admitted by the day; whoever holds bonds only is none.</summary>
    public static IQueryable<Member> Members(SharesDb db, EnterpriseId enterprise, DateOnly day) =>
        db
            .Members.AsNoTracking()
            .Where(m => m.EnterpriseId == enterprise)
            .Where(m =>
                m.AdmittedOn <= day || db.FormerMemberships.Any(f => f.MemberId == m.Id && f.AdmittedOn <= day)
            );

    /// <summary>Members by number, with what they held on the day.</summary>
    public static IQueryable<RegisterRow> AsOf(SharesDb db, IQueryable<Member> members, DateOnly day) =>
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
                .Sum(e => e.Units * e.PriceMinor)
        );
}

/// <summary>One member as the register has it (UK 2014 Act s30). Units and amount are null in the public part.</summary>
/// <param name="MemberId">Its id in the API.</param>
/// <param name="Number">Counts from 1 within the enterprise.</param>
/// <param name="Kind">Person or organisation.</param>
/// <param name="Name">Name.</param>
/// <param name="Street">Street and number.</param>
/// <param name="Postcode">Postal code.</param>
/// <param name="City">Town or village.</param>
/// <param name="Country">ISO 3166 code.</param>
/// <param name="AdmittedOn">First day of membership.</param>
/// <param name="CeasedOn">Day on which it ended; null while a member.</param>
/// <param name="Units">Shares held.</param>
/// <param name="PaidMinor">What was paid on them, minor units.</param>
public sealed record RegisterRow(
    MemberId MemberId,
    int Number,
    HolderKind Kind,
    string Name,
    string Street,
    string Postcode,
    string City,
    string Country,
    DateOnly AdmittedOn,
    DateOnly? CeasedOn,
    long? Units,
    long? PaidMinor
);
