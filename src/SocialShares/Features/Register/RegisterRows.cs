using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Register;

/// <summary>Reads the register of members as it stood on a day, for the page and for the download.</summary>
internal static class RegisterRows
{
    /// <summary>Members of the enterprise who had been admitted by the day; whoever holds bonds only is none.</summary>
    public static IQueryable<Member> Members(SharesDb db, EnterpriseId enterprise, DateOnly day) =>
        db.Members.AsNoTracking().Where(m => m.EnterpriseId == enterprise && m.AdmittedOn <= day);

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
            m.AdmittedOn!.Value,
            // One who left later was still a member on the day.
            m.CeasedOn <= day
                ? m.CeasedOn
                : null,
            db.RegisterEntries.Where(e => e.MemberId == m.Id && e.ShareClassId != null && e.ValidOn <= day)
                .Sum(e => e.Units),
            db.RegisterEntries.Where(e => e.MemberId == m.Id && e.ShareClassId != null && e.ValidOn <= day)
                .Sum(e => e.Units * e.PriceMinor),
            m.BornOn,
            m.Party
        );
}

/// <summary>One member as the register has it (UK 2014 Act s30). Units and amount are null in the public part.</summary>
/// <param name="MemberId">Its id in the API.</param>
/// <param name="Number">Counts from 1 within the enterprise.</param>
/// <param name="Kind">Person, minor, joint or organisation.</param>
/// <param name="Name">Name; of joint holders the first.</param>
/// <param name="Street">Street and number.</param>
/// <param name="Postcode">Postal code.</param>
/// <param name="City">Town or village.</param>
/// <param name="Country">ISO 3166 code.</param>
/// <param name="AdmittedOn">First day of membership.</param>
/// <param name="CeasedOn">Day on which it ended; null while a member.</param>
/// <param name="Units">Shares held.</param>
/// <param name="PaidMinor">What was paid on them, minor units.</param>
/// <param name="BornOn">Of a minor: date of birth; not in the public part.</param>
/// <param name="Party">Of a minor the guardian, of joint holders the others, of an organisation number and representative.</param>
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
    long? PaidMinor,
    DateOnly? BornOn,
    HolderParty? Party
);
