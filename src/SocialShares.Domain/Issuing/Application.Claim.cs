namespace SocialShares.Domain;

/// <summary>An application of somebody without an account, who now has one.</summary>
public sealed partial class Application
{
    /// <summary>Who applied on paper takes the application over with an own sign-in.</summary>
    /// <param name="placeholder">Who stood there for a person without an account.</param>
    /// <param name="by">The person.</param>
    public void Claim(PersonId placeholder, PersonId by)
    {
        Invariant.Holds(
            PersonId == placeholder || HolderPersonId == placeholder,
            "a stranger's application is claimed"
        );
        if (PersonId == placeholder)
            PersonId = by;
        if (HolderPersonId == placeholder)
            HolderPersonId = by;
        Version++;
    }
}
