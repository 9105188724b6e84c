namespace SocialShares.Domain;

/// <summary>What a holder wants an electronic address to be used for (UK 2014 Act s30 keeps it with its purposes).</summary>
public enum NoticePurpose
{
    /// <summary>Notices of members' meetings.</summary>
    Meetings,

    /// <summary>Everything that the enterprise has to send to its members.</summary>
    Everything,
}

/// <summary>Under which name and address a holder stands in the register.</summary>
/// <param name="Name">Full name, or the organisation's registered name; 2 to 140 characters.</param>
/// <param name="Street">Street and number.</param>
/// <param name="Postcode">Postal code.</param>
/// <param name="City">Town or village.</param>
/// <param name="Country">ISO 3166 code, two letters.</param>
/// <param name="Email">Electronic address, where the holder has notified one.</param>
/// <param name="Purpose">What that is for; null exactly when there is none.</param>
public sealed record HolderAddress(
    string Name,
    string Street,
    string Postcode,
    string City,
    string Country,
    string? Email = null,
    NoticePurpose? Purpose = null
)
{
    /// <exception cref="Refused"><c>holder.email-purpose</c>: one was given without the other.</exception>
    public void Check()
    {
        if (Email is null != Purpose is null)
            throw new Refused("holder.email-purpose") { Field = Email is null ? "email" : "purpose" };
    }
}
