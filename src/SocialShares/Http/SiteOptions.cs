namespace SocialShares.Http;

/// <summary>Settings of the section <c>Site</c>.</summary>
public sealed class SiteOptions
{
    /// <summary>The address under which people reach the platform, for links in mail and at the payment provider.</summary>
    public string Address { get; set; } = "http://127.0.0.1:5080";

    /// <summary>What the platform keeps of the money raised, parts per million; it bears the payment provider's fees.</summary>
    public int PlatformFeePpm { get; set; } = 30_000;

    /// <summary>Days for which money that came by direct debit, and what was bought with it, is held.</summary>
    public int DebitHeldDays { get; set; } = DebitRules.UsualDays;

    /// <summary>Do people reach the platform by https?</summary>
    public bool IsHttps => Address.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    /// <summary>A page of the platform as an absolute address.</summary>
    public Uri Page(string path) => new(Address.TrimEnd('/') + path);
}
