namespace SocialShares.Domain;

/// <summary>As what kind of member somebody applies.</summary>
public sealed partial class Application
{
    /// <summary>Code of the membership type that the applicant says fits; null where the offer has none, or not answered.</summary>
    public string? MembershipType { get; private set; }

    /// <summary>Counts as a resident, by the type or by the postcodes of the offer.</summary>
    public bool IsResident { get; private set; }

    /// <summary>Both together.</summary>
    public Admission Admission => new(MembershipType, IsResident);

    /// <summary>Says which membership type fits; what was answered before must fit it.</summary>
    /// <exception cref="Refused">The offer has no such type, or it does not fit the holder or the amount.</exception>
    public void ChooseType(Offer offer, string membershipType, DateOnly today)
    {
        RequireStarted();
        offer.Eligibility.Find(membershipType);
        if (Name.Length > 0)
            Take(offer, Holder(), membershipType, today);
        MembershipType = membershipType;
        Version++;
    }

    /// <summary>What this applicant may have; the widest limits while nothing is answered.</summary>
    public HolderLimits LimitsOf(Offer offer) =>
        Name.Length == 0 ? offer.WidestLimits()
        // The least of an offer is for becoming a holder; whoever is one may buy a single unit.
        : TopsUp is not null ? offer.LimitsFor(Kind, MembershipType) with { MinimumMinor = offer.ParValueMinor }
        : offer.LimitsFor(Kind, MembershipType);

    /// <summary>Asks once more whether the offer takes this holder, however the answers came in.</summary>
    /// <exception cref="Refused">The offer does not take such a holder.</exception>
    public void CheckAdmission(Offer offer, DateOnly today) =>
        offer.Admit(Holder(), MembershipType, today, ofKnownAge: TopsUp is not null);

    private void Take(Offer offer, HolderDetails details, string? membershipType, DateOnly today)
    {
        var admission = offer.Admit(details, membershipType, today, ofKnownAge: TopsUp is not null);
        var limits = offer.LimitsFor(details.Kind, admission.MembershipType);
        (TopsUp is null ? limits : limits with { MinimumMinor = offer.ParValueMinor }).UnitsFor(AmountInAllMinor);
        (MembershipType, IsResident) = (admission.MembershipType, admission.IsResident);
    }
}
