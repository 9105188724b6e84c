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
    /// <param name="id">Identity.</param>
    /// <param name="member">The holder.</param>
    /// <param name="limitMinor">The most that passes so by law, minor units; null where the law knows no nomination.</param>
    /// <param name="nominee">Who receives.</param>
    /// <param name="now">Instant, UTC.</param>
    /// <exception cref="Refused"><c>holder.died</c>, <c>nomination.organisation</c>, <c>nomination.not-in-country</c>.</exception>
    public static Nomination Make(
        NominationId id,
        Member member,
        long? limitMinor,
        NomineeDetails nominee,
        DateTime now
    )
    {
        member.RequireAlive();
        if (member.Kind == HolderKind.Organisation)
            throw new Refused("nomination.organisation");
        if (limitMinor is null)
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

/// <summary>How much of a member's property passes by nomination. The amount is in the rule packs.</summary>
public static class NominationLimit
{
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
