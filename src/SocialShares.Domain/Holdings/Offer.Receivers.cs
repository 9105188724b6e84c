namespace SocialShares.Domain;

/// <content>Whoever receives units from another holder is judged as if they applied for them.</content>
public sealed partial class Offer
{
    /// <summary>
    /// Decides as what a receiver is taken: as what they are already, or else as the type that their address shows. They are
    /// not asked, so that nobody is a resident by their word alone where another type fits.
    /// </summary>
    /// <param name="who">Who will stand in the register.</param>
    /// <param name="known">As what the register has them; null: it does not.</param>
    /// <param name="today">For their age.</param>
    /// <exception cref="Refused">Those of <see cref="Domain.Eligibility.Admit"/>.</exception>
    public Admission AdmitReceiver(HolderDetails who, Admission? known, DateOnly today)
    {
        // The register keeps no dates of birth: whoever stands in it was of age when they came.
        if (known is not null && who.BornOn is null)
            who = who with { BornOn = today.AddYears(-Eligibility.MinimumAge) };
        var type =
            Eligibility.Types.FirstOrDefault(t => t.Code == known?.MembershipType)
            ?? Eligibility
                .Types.Where(t =>
                    t.Fits(who.Kind) && PostcodeArea.Holds(t.Postcodes, Eligibility.Country, who.Postcode, who.Country)
                )
                .OrderByDescending(t => known?.IsResident == true && t.IsResident)
                .ThenByDescending(t => t.Postcodes is { Count: > 0 })
                .ThenBy(t => t.IsResident)
                .FirstOrDefault();
        return Admit(who, type?.Code, today);
    }

    /// <summary>Refuses when a receiver would have more than one holder may have.</summary>
    /// <exception cref="Refused">Those of <see cref="HolderLimits.CheckTogether"/>.</exception>
    public void CheckReceiver(HolderKind kind, Admission admission, HolderHas held, HolderHas received) =>
        LimitsFor(kind, admission.MembershipType).CheckTogether(held, HolderHas.Nothing, received);
}
