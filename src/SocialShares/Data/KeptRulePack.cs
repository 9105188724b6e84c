namespace SocialShares.Data;

/// <summary>The file of a rule pack under which an offer was approved, kept so that its rules can be shown for ever.</summary>
public sealed class KeptRulePack
{
    /// <summary>SHA-256 of the text's bytes, lower case hex.</summary>
    public string Hash { get; init; } = "";

    /// <summary>Short name of the pack.</summary>
    public string PackId { get; init; } = "";

    /// <summary>The file, as it was.</summary>
    public string Text { get; init; } = "";

    /// <summary>When an offer was first approved under it, UTC.</summary>
    public DateTime KeptAt { get; init; }
}
