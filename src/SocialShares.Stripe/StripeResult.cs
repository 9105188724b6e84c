namespace SocialShares.Stripe;

/// <summary>What Stripe answered.</summary>
/// <param name="Value">The object asked for.</param>
/// <param name="RequestId">Stripe's name for this request, to keep beside our own record of it.</param>
/// <param name="Replayed">The idempotency key was used before: this is the answer of that first time.</param>
public sealed record StripeResult<T>(T Value, string? RequestId, bool Replayed);

/// <summary>One page, newest first.</summary>
public sealed record StripeList<T>
{
    public required IReadOnlyList<T> Data { get; init; }

    /// <summary>More lie beyond this page.</summary>
    public required bool HasMore { get; init; }
}

/// <summary>Anything at Stripe that has an id of its own.</summary>
public abstract record StripeObject
{
    public required string Id { get; init; }
}
