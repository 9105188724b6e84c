namespace SocialShares.Domain;

/// <summary>
/// A holder in the registers of one enterprise: a member, who has shares, or a bondholder, or both. What they hold
/// follows from the register's entries.
/// </summary>
public sealed partial class Member
{
    private Member() { }

    /// <param name="id">Identity.</param>
    /// <param name="enterpriseId">The enterprise whose register this is.</param>
    /// <param name="number">Counts from 1 within the enterprise; breaks ties in divisions.</param>
    /// <param name="personId">The person who signs in for this holder.</param>
    /// <param name="details">Name and address as they stand in the register.</param>
    /// <param name="choice">Where payouts go.</param>
    /// <param name="admittedOn">First day of membership; null for somebody who holds bonds only and is no member.</param>
    public Member(
        MemberId id,
        EnterpriseId enterpriseId,
        int number,
        PersonId personId,
        HolderDetails details,
        PayoutChoice choice,
        DateOnly? admittedOn
    )
    {
        (Id, EnterpriseId, Number, PersonId, AdmittedOn) = (id, enterpriseId, number, personId, admittedOn);
        (Kind, Name, Street) = (details.Kind, details.Name, details.Street);
        (Postcode, City, Country) = (details.Postcode, details.City, details.Country);
        (Identity, Party) = (HolderIdentity.Of(details), details.Party?.Undated());
        BornOn = details.Kind == HolderKind.Minor ? details.BornOn : null;
        (Destination, Iban, Version) = (choice.Destination, choice.Iban, 1);
    }

    /// <summary>Identity.</summary>
    public MemberId Id { get; private set; }

    /// <summary>The enterprise whose register this is.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>Counts from 1 within the enterprise; breaks ties in divisions.</summary>
    public int Number { get; private set; }

    /// <summary>The person who signs in for this holder.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>What kind of holder it is.</summary>
    public HolderKind Kind { get; private set; }

    /// <summary>Name as it stands in the register.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Street and number.</summary>
    public string Street { get; private set; } = "";

    /// <summary>Postal code.</summary>
    public string Postcode { get; private set; } = "";

    /// <summary>Town or village.</summary>
    public string City { get; private set; } = "";

    /// <summary>ISO 3166 code.</summary>
    public string Country { get; private set; } = "";

    /// <summary>First day of membership; null for somebody who holds bonds only and is no member.</summary>
    public DateOnly? AdmittedOn { get; private set; }

    /// <summary>Day on which membership ended; null while a member.</summary>
    public DateOnly? CeasedOn { get; private set; }

    /// <summary>Where payouts go.</summary>
    public PayoutDestination Destination { get; private set; }

    /// <summary>The account for payouts by bank, without spaces; null when not given yet.</summary>
    public string? Iban { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>The holder chooses where payouts go; holds for runs that are not calculated yet.</summary>
    /// <exception cref="Refused"><c>holder.died</c></exception>
    public void Choose(PayoutChoice choice)
    {
        RequireAlive();
        (Destination, Iban) = (choice.Destination, choice.Iban);
        Version++;
    }
}
