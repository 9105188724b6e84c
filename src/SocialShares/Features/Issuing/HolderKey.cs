namespace SocialShares.Features.Issuing;

/// <summary>Under what a holder of an enterprise is found again: person, kind and registered identity, or its own id.</summary>
public readonly record struct HolderKey
{
    private readonly MemberId? member;
    private readonly PersonId? person;
    private readonly ApplicationId? gift;
    private readonly HolderKind kind;
    private readonly string identity;

    private HolderKey(MemberId? member, PersonId? person, ApplicationId? gift, HolderKind kind, string identity) =>
        (this.member, this.person, this.gift, this.kind, this.identity) = (member, person, gift, kind, identity);

    /// <summary>The holder that an application is for. A top-up names it; all others are found by identity.</summary>
    public static HolderKey Of(Application a) =>
        a.TopsUp is { } member
            ? Of(member)
            : Of(a.HolderPersonId ?? throw new InvariantBroken("units are issued to nobody"), a.Kind, a.Identity);

    public static HolderKey Of(Member m) => Of(m.PersonId, m.Kind, m.Identity);

    public static HolderKey Of(MemberId id) => new(id, null, null, default, "");

    /// <summary>Whoever accepts a gift that nobody has accepted.</summary>
    public static HolderKey OfGift(ApplicationId id) => new(null, null, id, default, "");

    // A person is one holder, also where a holding was taken over at full age and still has the child's identity.
    public static HolderKey Of(PersonId person, HolderKind kind, string identity) =>
        new(null, person, null, kind, kind == HolderKind.Person ? "" : identity);
}
