namespace SocialShares.Domain;

/// <summary>Who is named to receive a holding on the holder's death: a person, with an address to find them.</summary>
/// <param name="Name">Full name, 2 to 140 characters.</param>
/// <param name="Street">Street and number.</param>
/// <param name="Postcode">Postal code.</param>
/// <param name="City">Town or village.</param>
/// <param name="Country">ISO 3166 code, two letters.</param>
/// <param name="Email">Mail address, where the holder knows it.</param>
public sealed record NomineeDetails(
    string Name,
    string Street,
    string Postcode,
    string City,
    string Country,
    string? Email
);

/// <summary>A holder's word on who receives on death. A new one takes the place of the one before; none is changed.</summary>
public sealed class Nomination
{
    private Nomination() { }

    /// <summary>Identity.</summary>
    public NominationId Id { get; private set; }

    /// <summary>The enterprise.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>The holder.</summary>
    public MemberId MemberId { get; private set; }

    /// <summary>Who receives.</summary>
    public NomineeDetails Nominee { get; private set; } = null!;

    /// <summary>When it was made, UTC.</summary>
    public DateTime MadeAt { get; private set; }

    /// <summary>When it was replaced or withdrawn, UTC; null while it holds.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>A holder names somebody.</summary>
    /// <exception cref="Refused"><c>holder.died</c>, <c>nomination.organisation</c>, <c>nomination.not-in-country</c>.</exception>
    public static Nomination Make(
        NominationId id,
        Member member,
        string enterpriseCountry,
        NomineeDetails nominee,
        DateOnly today,
        DateTime now
    )
    {
        member.RequireAlive();
        if (member.Kind == HolderKind.Organisation)
            throw new Refused("nomination.organisation");
        if (NominationLimits.On(enterpriseCountry, today) is null)
            throw new Refused("nomination.not-in-country");
        return new Nomination
        {
            Id = id,
            EnterpriseId = member.EnterpriseId,
            MemberId = member.Id,
            Nominee = nominee,
            MadeAt = now,
            Version = 1,
        };
    }

    /// <summary>It is replaced or withdrawn.</summary>
    /// <exception cref="Refused"><c>nomination.over</c></exception>
    public void End(DateTime now)
    {
        if (EndedAt is not null)
            throw new Refused("nomination.over");
        EndedAt = now;
        Version++;
    }
}

/// <summary>
/// How much of a member's property passes by nomination, by the law of the enterprise's country. Dated data: moves into
/// the rule packs. United Kingdom: GBP 5,000, Co-operative and Community Benefit Societies Act 2014 s37 and s38.
/// </summary>
public static class NominationLimits
{
    private static readonly (string Country, DateOnly From, long Minor)[] Dated =
    [
        ("GB", new DateOnly(2014, 8, 1), 500_000),
    ];

    /// <summary>The most that passes by nomination on a day, minor units; null where the law knows no nomination.</summary>
    public static long? On(string country, DateOnly day) =>
        Dated
            .Where(d => d.Country == country && d.From <= day)
            .OrderByDescending(d => d.From)
            .Select(d => (long?)d.Minor)
            .FirstOrDefault();

    /// <summary>Refuses when what has passed and passes now by nomination together is more than the law allows.</summary>
    /// <exception cref="Refused"><c>nomination.none</c>, <c>nomination.above-limit</c>.</exception>
    public static void Check(long? limitMinor, bool hasNominee, long togetherMinor, Currency currency)
    {
        if (limitMinor is not { } limit || !hasNominee)
            throw new Refused("nomination.none") { Field = "cause" };
        if (togetherMinor > limit)
            throw new Refused("nomination.above-limit", new Money(limit, currency), new Money(togetherMinor, currency))
            {
                Field = "units",
            };
    }
}
