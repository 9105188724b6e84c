namespace SocialShares.Domain;

/// <content>Whoever receives units from another holder is judged as if they applied for them.</content>
public sealed partial class Offer
{
    /// <summary>Decides as what a receiver is taken: as what they are already, or as the first type that fits them.</summary>
    /// <param name="who">Who will stand in the register.</param>
    /// <param name="isKnown">Do they stand in the register already?</param>
    /// <param name="knownType">The type that the register has for them; null: none.</param>
    /// <param name="today">For their age.</param>
    /// <exception cref="Refused">Those of <see cref="Domain.Eligibility.Admit"/>.</exception>
    public Admission AdmitReceiver(HolderDetails who, bool isKnown, string? knownType, DateOnly today)
    {
        // The register keeps no dates of birth: whoever stands in it was of age when they came.
        if (isKnown && who.BornOn is null)
            who = who with { BornOn = today.AddYears(-Eligibility.MinimumAge) };
        var types = Eligibility.Types;
        var type =
            types.FirstOrDefault(t => t.Code == knownType)
            ?? types.FirstOrDefault(t =>
                t.Fits(who.Kind) && PostcodeArea.Holds(t.Postcodes, Eligibility.Country, who.Postcode, who.Country)
            );
        return Admit(who, type?.Code, today);
    }

    /// <summary>Refuses when a receiver would have more than one holder may have.</summary>
    /// <exception cref="Refused">Those of <see cref="HolderLimits.CheckTogether"/>.</exception>
    public void CheckReceiver(HolderKind kind, Admission admission, HolderHas held, HolderHas received) =>
        LimitsFor(kind, admission.MembershipType).CheckTogether(held, HolderHas.Nothing, received);
}
