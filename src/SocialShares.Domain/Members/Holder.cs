namespace SocialShares.Domain;

/// <summary>What kind of holder someone is; limits differ by kind.</summary>
public enum HolderKind
{
    /// <summary>A natural person of full age.</summary>
    Person,

    /// <summary>A legal person, represented by the one who applies.</summary>
    Organisation,

    /// <summary>A child under full age, for whom a guardian applies, signs in and votes.</summary>
    Minor,

    /// <summary>Two to four people together; the first-named votes and receives payouts.</summary>
    Joint,
}

/// <summary>Who will stand in the register: name and postal address (UK 2014 Act s30), and date of birth of a person.</summary>
/// <param name="Kind">What kind of holder it is.</param>
/// <param name="Name">Full name (of joint holders: of the first), or the organisation's registered name; 2 to 140 characters.</param>
/// <param name="Street">Street and number.</param>
/// <param name="Postcode">Postal code.</param>
/// <param name="City">Town or village.</param>
/// <param name="Country">ISO 3166 code, two letters.</param>
/// <param name="BornOn">Date of birth; null for an organisation.</param>
/// <param name="Party">The guardian, the other joint holders, or the representative; null for a person alone.</param>
public sealed record HolderDetails(
    HolderKind Kind,
    string Name,
    string Street,
    string Postcode,
    string City,
    string Country,
    DateOnly? BornOn,
    HolderParty? Party = null
)
{
    /// <summary>Full age. Who is younger holds through a guardian.</summary>
    public const int FullAge = 18;

    /// <summary>The most people in one joint holding; register and certificate name them all.</summary>
    public const int MostJoint = 4;

    /// <summary>Refuses whoever has not the age, or the people beside them, that the kind of holder asks for.</summary>
    /// <param name="today">The day it is where the enterprise is.</param>
    /// <param name="minimumAge">Whole years of who holds without a guardian; full age where nothing else is agreed.</param>
    /// <exception cref="Refused"><c>application.born-missing</c>, <c>application.under-age</c>,
    /// <c>application.of-age</c>, <c>application.guardian-missing</c>, <c>application.joint-count</c>,
    /// <c>application.joint-under-age</c>, <c>application.joint-same-name</c>,
    /// <c>application.representative-missing</c>.</exception>
    public void CheckAge(DateOnly today, int minimumAge = FullAge)
    {
        switch (Kind)
        {
            case HolderKind.Organisation:
                if (string.IsNullOrWhiteSpace(Party?.Representative) || string.IsNullOrWhiteSpace(Party.Office))
                    throw new Refused("application.representative-missing") { Field = "representative" };
                return;
            case HolderKind.Minor:
                if (Has(FullAge, today))
                    throw new Refused("application.of-age", FullAge) { Field = "bornOn" };
                if (string.IsNullOrWhiteSpace(Party?.Guardian))
                    throw new Refused("application.guardian-missing") { Field = "guardian" };
                return;
            case HolderKind.Joint:
                CheckJoint(today, minimumAge);
                return;
            default:
                if (!Has(minimumAge, today))
                    throw new Refused("application.under-age", minimumAge) { Field = "bornOn" };
                return;
        }
    }

    /// <summary>The same details without what the kind of holder does not have.</summary>
    public HolderDetails Normal() =>
        this with
        {
            BornOn = Kind == HolderKind.Organisation ? null : BornOn,
            Party = Kind switch
            {
                HolderKind.Organisation => new HolderParty(
                    RegistryNumber: Party?.RegistryNumber?.Trim() is { Length: > 0 } number ? number : null,
                    Representative: Party?.Representative?.Trim(),
                    Office: Party?.Office?.Trim()
                ),
                HolderKind.Minor => new HolderParty(Guardian: Party?.Guardian?.Trim()),
                HolderKind.Joint => new HolderParty(
                    With: [.. (Party?.With ?? []).Select(j => j with { Name = j.Name.Trim() })]
                ),
                _ => null,
            },
        };

    private void CheckJoint(DateOnly today, int minimumAge)
    {
        var others = Party?.With ?? [];
        if (others.Count is 0 or >= MostJoint)
            throw new Refused("application.joint-count", MostJoint) { Field = "with" };
        if (!Has(minimumAge, today))
            throw new Refused("application.under-age", minimumAge) { Field = "bornOn" };
        if (others.Any(o => o.BornOn is not { } born || born.AddYears(minimumAge) > today))
            throw new Refused("application.joint-under-age", minimumAge) { Field = "with" };
        var names = others.Select(o => HolderIdentity.Fold(o.Name)).Append(HolderIdentity.Fold(Name));
        if (names.Distinct().Count() <= others.Count)
            throw new Refused("application.joint-same-name") { Field = "with" };
    }

    private bool Has(int years, DateOnly today) =>
        BornOn is { } born
            ? born.AddYears(years) <= today
            : throw new Refused("application.born-missing") { Field = "bornOn" };
}

/// <summary>Who stands beside a holder's name. What the kind of holder does not have is null.</summary>
/// <param name="Guardian">Of a minor: full name of the guardian, who signs in and votes until full age.</param>
/// <param name="RegistryNumber">Of an organisation: its number in the public register; null where it has none.</param>
/// <param name="Representative">Of an organisation: full name of the person who acts for it.</param>
/// <param name="Office">Of an organisation: that person's office, for example treasurer.</param>
/// <param name="With">Of joint holders: the others, in the order in which the register names them; one to three.</param>
public sealed record HolderParty(
    string? Guardian = null,
    string? RegistryNumber = null,
    string? Representative = null,
    string? Office = null,
    IReadOnlyList<JointHolder>? With = null
)
{
    /// <summary>
    /// The same without dates of birth. Joint holders are asked for theirs when they apply; a register names them, as it
    /// keeps the date of birth of nobody who holds without a guardian.
    /// </summary>
    public HolderParty Undated() =>
        With is null ? this : this with { With = [.. With.Select(j => j with { BornOn = null })] };
}

/// <summary>A joint holder other than the first-named.</summary>
/// <param name="Name">Full name.</param>
/// <param name="BornOn">Date of birth.</param>
public sealed record JointHolder(string Name, DateOnly? BornOn);
