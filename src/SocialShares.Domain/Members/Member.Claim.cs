namespace SocialShares.Domain;

/// <summary>A holder for whom nobody signed in, who now has an account.</summary>
public sealed partial class Member
{
    /// <summary>
    /// Who stands in the register without an account takes the holding over with an own sign-in. Kind, identity, name and
    /// all entries stay as they are.
    /// </summary>
    /// <param name="placeholder">Who stood there for a person without an account.</param>
    /// <param name="by">The person.</param>
    /// <exception cref="Refused"><c>holder.died</c></exception>
    public void Claim(PersonId placeholder, PersonId by)
    {
        Invariant.Holds(PersonId == placeholder, "a stranger's holding is claimed");
        RequireAlive();
        PersonId = by;
        Version++;
    }
}
