namespace SocialShares.Look;

/// <summary>Who runs this installation, as its settings say (<c>Platform:Operator</c>, <c>:Mail</c>, <c>:Address</c>); empty until they are set.</summary>
public sealed record Operator(string? Name, string? Mail, string? Address)
{
    /// <summary>Is there anything to write to?</summary>
    public bool CanBeReached => !string.IsNullOrWhiteSpace(Mail) || !string.IsNullOrWhiteSpace(Address);

    /// <summary>As the settings of the host have it.</summary>
    public static Operator From(IConfiguration settings) =>
        new(settings["Platform:Operator"], settings["Platform:Mail"], settings["Platform:Address"]);
}
