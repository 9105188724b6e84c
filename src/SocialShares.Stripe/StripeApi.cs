namespace SocialShares.Stripe;

/// <summary>The one place that says which Stripe we speak to.</summary>
public static class StripeApi
{
    /// <summary>Sent with every request and given to each webhook endpoint we create. The subset the tests check against carries the same name.</summary>
    public const string Version = "2026-07-29.dahlia";

    /// <summary>Stripe's own address; the only one that may see a live key.</summary>
    public static readonly Uri Address = new("https://api.stripe.com/");

    /// <summary>The release train of a version: the word after the date. Within one train nothing is removed.</summary>
    internal static string? Train(string? version) => version?[(version.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
