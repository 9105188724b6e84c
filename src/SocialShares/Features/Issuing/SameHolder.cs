namespace SocialShares.Features.Issuing;

/// <summary>
/// Who counts as one holder where a limit is asked; <c>infra/docs/applicants.md</c> tells it to people. What a person has
/// alone and as the first of joint holders counts together, so that no invented partner raises the limit. Children of one
/// guardian who were born on one day count together, so that no other spelling raises it, and a child counts together under
/// each guardian. An organisation counts together whoever acts for it.
/// </summary>
internal static class SameHolder
{
    /// <summary>The applications of the holder that an application is for, in all offers.</summary>
    public static IQueryable<Application> Of(IQueryable<Application> all, Application a) =>
        a.Kind switch
        {
            HolderKind.Minor => all.Where(o =>
                o.Kind == HolderKind.Minor
                && (o.Identity == a.Identity || o.HolderPersonId == a.HolderPersonId && o.BornOn == a.BornOn)
            ),
            HolderKind.Organisation => all.Where(o =>
                o.Kind == HolderKind.Organisation
                && (o.Identity == a.Identity || o.HolderPersonId == a.HolderPersonId && o.Name == a.Name)
            ),
            _ => all.Where(o =>
                o.HolderPersonId == a.HolderPersonId && (o.Kind == HolderKind.Person || o.Kind == HolderKind.Joint)
            ),
        };

    /// <summary>The holders of that identity, in all enterprises.</summary>
    public static IQueryable<Member> Of(IQueryable<Member> all, Application a) =>
        a.Kind switch
        {
            HolderKind.Minor => all.Where(m =>
                m.Kind == HolderKind.Minor
                && (m.Identity == a.Identity || m.PersonId == a.HolderPersonId && m.BornOn == a.BornOn)
            ),
            HolderKind.Organisation => all.Where(m =>
                m.Kind == HolderKind.Organisation
                && (m.Identity == a.Identity || m.PersonId == a.HolderPersonId && m.Name == a.Name)
            ),
            _ => all.Where(m =>
                m.PersonId == a.HolderPersonId && (m.Kind == HolderKind.Person || m.Kind == HolderKind.Joint)
            ),
        };
}
