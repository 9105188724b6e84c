namespace SocialShares.Stripe;

/// <summary>How to reach Stripe. A class, not a record: printing it must never show the key.</summary>
public sealed class StripeOptions
{
    private static readonly string[] LivePrefixes = ["sk_live_", "rk_live_"];

    /// <summary>Secret or restricted key. Never logged, never in an exception.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Where requests go: Stripe itself, or an emulator on this machine.</summary>
    public Uri BaseUrl { get; set; } = StripeApi.Address;

    /// <summary>How often a request is tried again after the first attempt.</summary>
    public int MaxRetries { get; set; } = 2;

    /// <summary>How long one attempt may take, its body included.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(80);

    /// <summary>Whether the key moves real money.</summary>
    public bool IsLive => LivePrefixes.Any(p => ApiKey.StartsWith(p, StringComparison.Ordinal));

    /// <summary>Whether requests go to Stripe itself.</summary>
    public bool IsStripe =>
        Uri.Compare(
            BaseUrl,
            StripeApi.Address,
            UriComponents.SchemeAndServer,
            UriFormat.Unescaped,
            StringComparison.OrdinalIgnoreCase
        ) == 0
        && BaseUrl.UserInfo.Length == 0;

    /// <summary>Without the key.</summary>
    public override string ToString() => $"Stripe at {BaseUrl}";

    /// <exception cref="InvalidOperationException">A setting is missing, or the key must not be sent to that address.</exception>
    internal void Check()
    {
        if (ApiKey.Length == 0 || ApiKey.Any(c => c is <= ' ' or > '~'))
            throw new InvalidOperationException("Stripe's ApiKey is missing or holds a character that no key has.");
        if (!BaseUrl.IsAbsoluteUri || (BaseUrl.Scheme != Uri.UriSchemeHttps && !BaseUrl.IsLoopback))
            throw new InvalidOperationException("Stripe's BaseUrl must be https, or on this machine.");
        if (IsLive && !IsStripe)
            throw new InvalidOperationException(
                "A live Stripe key is only ever sent to Stripe itself; BaseUrl is another address."
            );
        if (MaxRetries is < 0 or > 10 || Timeout <= TimeSpan.Zero)
            throw new InvalidOperationException("Stripe's MaxRetries must be 0 to 10 and Timeout more than zero.");
    }
}
