namespace SocialShares.Features.Issuing;

/// <summary>Whose holdings and applications are looked for.</summary>
/// <param name="Person">Who signs in for the holder; null: not known yet.</param>
/// <param name="Kind">Kind of holder.</param>
/// <param name="Identity">Tells holders of one person and kind apart; see <see cref="HolderIdentity"/>.</param>
/// <param name="BornOn">Of a minor: date of birth.</param>
/// <param name="Name">As the register has it, or as it was answered.</param>
internal sealed record HolderSought(PersonId? Person, HolderKind Kind, string Identity, DateOnly? BornOn, string Name)
{
    public static HolderSought Of(Application a) => new(a.HolderPersonId, a.Kind, a.Identity, a.BornOn, a.Name);

    public static HolderSought Of(PersonId person, HolderDetails details)
    {
        var normal = details.Normal();
        return new(person, normal.Kind, HolderIdentity.Of(normal), normal.BornOn, normal.Name);
    }
}

/// <summary>
/// Who counts as one holder where a limit is asked; <c>infra/docs/applicants.md</c> tells it to people. What a person has
/// alone and as the first of joint holders counts together, so that no invented partner raises the limit. Children of one
/// guardian who were born on one day count together, so that no other spelling raises it, and a child counts together under
/// each guardian. An organisation counts together whoever acts for it.
/// </summary>
internal static class SameHolder
{
    /// <summary>The applications of a holder, in all offers.</summary>
    public static IQueryable<Application> Of(IQueryable<Application> all, HolderSought who) =>
        who.Kind switch
        {
            HolderKind.Minor => all.Where(o =>
                o.Kind == HolderKind.Minor
                && (o.Identity == who.Identity || o.HolderPersonId == who.Person && o.BornOn == who.BornOn)
            ),
            HolderKind.Organisation => all.Where(o =>
                o.Kind == HolderKind.Organisation
                && (o.Identity == who.Identity || o.HolderPersonId == who.Person && o.Name == who.Name)
            ),
            _ => all.Where(o =>
                o.HolderPersonId == who.Person && (o.Kind == HolderKind.Person || o.Kind == HolderKind.Joint)
            ),
        };

    /// <summary>The holders of that identity, in all enterprises.</summary>
    public static IQueryable<Member> Of(IQueryable<Member> all, HolderSought who) =>
        who.Kind switch
        {
            HolderKind.Minor => all.Where(m =>
                m.Kind == HolderKind.Minor
                && (m.Identity == who.Identity || m.PersonId == who.Person && m.BornOn == who.BornOn)
            ),
            HolderKind.Organisation => all.Where(m =>
                m.Kind == HolderKind.Organisation
                && (m.Identity == who.Identity || m.PersonId == who.Person && m.Name == who.Name)
            ),
            _ => all.Where(m =>
                m.PersonId == who.Person && (m.Kind == HolderKind.Person || m.Kind == HolderKind.Joint)
            ),
        };
}
