namespace SocialShares.Features.Register;

/// <summary>One member as the register has it (UK 2014 Act s30). What is held is null in the part without holdings.</summary>
/// <param name="MemberId">Its id in the API.</param>
/// <param name="Number">Counts from 1 within the enterprise.</param>
/// <param name="Kind">Person or organisation.</param>
/// <param name="Name">Name on that day.</param>
/// <param name="Street">Street and number on that day.</param>
/// <param name="Postcode">Postal code on that day.</param>
/// <param name="City">Town or village on that day.</param>
/// <param name="Country">ISO 3166 code on that day.</param>
/// <param name="AdmittedOn">First day of membership.</param>
/// <param name="CeasedOn">Day on which it ended; null while a member.</param>
/// <param name="Units">Shares held.</param>
/// <param name="PaidMinor">What was paid on them, minor units.</param>
/// <param name="Email">Electronic address that the member has notified; null: none.</param>
/// <param name="EmailPurpose">What that is for.</param>
/// <param name="BondsMinor">Other property in the enterprise: principal outstanding on bonds, minor units.</param>
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
    string? Email,
    NoticePurpose? EmailPurpose,
    long? BondsMinor,
    DateOnly? BornOn,
    HolderParty? Party
)
{
    /// <summary>The same without what is held: what every member may see of the others (UK 2014 Act s103).</summary>
    public RegisterRow WithoutHoldings() =>
        this with
        {
            Units = null,
            PaidMinor = null,
            BondsMinor = null,
            BornOn = null,
            Party = Party?.Undated(),
        };

    internal RegisterRow Before(HolderChange change) =>
        this with
        {
            Name = change.BeforeName,
            Street = change.BeforeStreet,
            Postcode = change.BeforePostcode,
            City = change.BeforeCity,
            Country = change.BeforeCountry,
            Email = change.BeforeEmail,
            EmailPurpose = change.BeforePurpose,
        };
}
