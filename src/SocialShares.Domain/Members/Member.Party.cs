namespace SocialShares.Domain;

/// <summary>Who a holder is besides name and address, and a child who comes of age.</summary>
public sealed partial class Member
{
    /// <summary>Tells holders of the same person and kind apart; see <see cref="HolderIdentity"/>.</summary>
    public string Identity { get; private set; } = "";

    /// <summary>Guardian, other joint holders or representative; null for a person alone.</summary>
    public HolderParty? Party { get; private set; }

    /// <summary>Date of birth of a minor, kept after full age as the register had it; null for all others.</summary>
    public DateOnly? BornOn { get; private set; }

    /// <summary>The day on which the guardian was told that the child has come of age; null before.</summary>
    public DateOnly? ToldOfAgeOn { get; private set; }

    /// <summary>The guardian is told that the child has come of age.</summary>
    public void ToldOfAge(DateOnly on)
    {
        ToldOfAgeOn = on;
        Version++;
    }

    /// <summary>Is this the holding of a child who has reached full age and may take it over?</summary>
    public bool MayBeTakenOver(DateOnly today) =>
        Kind == HolderKind.Minor && BornOn is { } born && born.AddYears(HolderDetails.FullAge) <= today;

    /// <summary>
    /// A child of full age takes the holding over with an own sign-in: from now on this is a person, with the identity of one,
    /// so that nobody is two members. The guardian's name stays recorded.
    /// </summary>
    /// <param name="child">The person.</param>
    /// <param name="already">The number under which that person holds in this enterprise already; null: under none.</param>
    /// <param name="today">The day it is.</param>
    /// <exception cref="Refused"><c>holding.not-of-age</c>, <c>holding.take-over-own</c>,
    /// <c>holding.take-over-already-holder</c>.</exception>
    public void TakeOver(PersonId child, int? already, DateOnly today)
    {
        if (!MayBeTakenOver(today))
            throw new Refused("holding.not-of-age", HolderDetails.FullAge);
        if (child == PersonId)
            throw new Refused("holding.take-over-own");
        if (already is { } number)
            throw new Refused("holding.take-over-already-holder", number);
        (PersonId, Kind) = (child, HolderKind.Person);
        Identity = HolderIdentity.Of(Details());
        Version++;
    }

    /// <summary>What stands in the register now, as an applicant would answer it; without the date of birth of an adult.</summary>
    public HolderDetails Details() => new(Kind, Name, Street, Postcode, City, Country, BornOn, Party);
}
