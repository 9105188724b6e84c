using SocialShares.Demo.People;
using SocialShares.Demo.Seed;

namespace SocialShares.Demo.Scenario;

/// <summary>As what kind of member each buyer of an offer applies, and what some of them try first in vain.</summary>
internal sealed class TypedBuyers(PublishedOffer offer, Cast people)
{
    private readonly Eligibility eligibility = offer.Terms.Eligibility ?? Eligibility.Everyone;

    private IReadOnlyList<MembershipType> Types => eligibility.MembershipTypes ?? [];

    /// <summary>Organisations where they are taken: every twentieth buyer.</summary>
    public bool IsOrganisation(int no) => no % 20 == 11 && eligibility.Takes(HolderGroup.Organisation);

    /// <summary>The type that fits: the first for most, so that residents stay the majority; null where there are none.</summary>
    public MembershipType? TypeOf(int no)
    {
        if (Types.Count == 0)
            return null;
        if (IsOrganisation(no))
            return Types.LastOrDefault(t => t.Organisations) ?? Types[0];
        return no % 10 == 5 ? Types[^1]
            : no % 10 == 8 && Types.Count > 2 ? Types[1]
            : Types[0];
    }

    /// <summary>Who will stand in the register. Where younger people are taken, some are; where an offer names children, some guardians buy for one.</summary>
    public HolderDetails Holder(int no)
    {
        if (IsOrganisation(no))
            return people.Organisation(no);
        if (no % 20 == 13 && eligibility.Holders is not null && eligibility.Takes(HolderGroup.Minor))
            return people.Child(no);
        var person = people.Person(no);
        return eligibility.MinimumAge < HolderDetails.FullAge && no % 10 == 8
            ? person with
            {
                BornOn = offer.Terms.OpensOn.AddYears(-eligibility.MinimumAge).AddDays(-no),
            }
            : person;
    }

    /// <summary>The least and the most of a buyer, minor units.</summary>
    public (long Least, long Most) Limits(int no)
    {
        var (t, type) = (offer.Terms, TypeOf(no));
        var stated = IsOrganisation(no) ? t.MaximumPerOrganisationMinor : t.MaximumPerHolderMinor;
        long[] caps =
        [
            type?.MaximumMinor ?? stated,
            (t.MaximumUnitsPerHolder ?? long.MaxValue / offer.ParValueMinor) * offer.ParValueMinor,
            t.ShareOfTotalMinor(offer.ParValueMinor) ?? long.MaxValue,
        ];
        return (type?.MinimumMinor ?? t.MinimumPerHolderMinor, caps.Min());
    }

    /// <summary>Every eighth buyer first gives an answer that does not fit, where the terms have something to fit.</summary>
    public Misfit? Misfit(int no)
    {
        var holder = Holder(no);
        var tries = new List<Misfit>();
        if (eligibility.Postcodes is { Count: > 0 })
            tries.Add(new(holder with { Postcode = "1011 ZZ" }, TypeOf(no)?.Code, "application.postcode"));
        if (eligibility.MinimumAge < HolderDetails.FullAge && holder.Kind == HolderKind.Person)
            tries.Add(new(holder with { BornOn = offer.Terms.OpensOn.AddYears(-10) }, null, "application.under-age"));
        if (Types.Count > 0)
            tries.Add(new(holder, "Z", "application.type-unknown"));
        if (Types.FirstOrDefault(t => !t.Organisations) is { } type)
            tries.Add(new(people.Organisation(no), type.Code, "application.type-kind"));
        return tries.Count == 0 || no % 8 != 1 ? null : tries[no / 8 % tries.Count];
    }
}
