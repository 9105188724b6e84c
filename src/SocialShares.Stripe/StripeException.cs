using System.Net;

namespace SocialShares.Stripe;

/// <summary>
/// A request to Stripe that did not succeed. Its text holds neither key nor body, nor what Stripe wrote for people
/// (that may quote the request): read <see cref="StripeMessage"/> for it, and show it only to whoever may see it.
/// </summary>
public abstract class StripeException : Exception
{
    private protected StripeException(string message, StripeProblem problem, Exception? inner = null)
        : base(message, inner)
    {
        OutcomeUnknown = problem.OutcomeUnknown;
        Status = problem.Status;
        RequestId = problem.RequestId;
        Type = problem.Error.Type;
        Code = problem.Error.Code;
        DeclineCode = problem.Error.DeclineCode;
        Param = problem.Error.Param;
        StripeMessage = problem.Error.Message;
        AdviceCode = problem.Error.AdviceCode;
        ChargeId = problem.Error.ChargeId;
        PaymentIntentId = problem.Error.PaymentIntentId;
    }

    /// <summary>
    /// True: Stripe may have carried the request out. Try again with the same key within 24 hours, later look the object up
    /// first. False: it was not carried out.
    /// </summary>
    public bool OutcomeUnknown { get; }

    /// <summary>HTTP status of the last answer; null when none came.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>Stripe's name for the request, to quote to its support.</summary>
    public string? RequestId { get; }

    /// <summary>Stripe's kind of error, <c>card_error</c> and the like.</summary>
    public string? Type { get; }

    /// <summary>Stripe's stable code, see <see cref="StripeErrorCode"/>.</summary>
    public string? Code { get; }

    /// <summary>Why the card's bank said no.</summary>
    public string? DeclineCode { get; }

    /// <summary>The parameter that Stripe objects to.</summary>
    public string? Param { get; }

    /// <summary>Stripe's sentence for people. May quote the request: keep it out of logs.</summary>
    public string? StripeMessage { get; }

    /// <summary>What Stripe advises to do with a declined payment.</summary>
    public string? AdviceCode { get; }

    /// <summary>The failed charge.</summary>
    public string? ChargeId { get; }

    /// <summary>The payment intent of the failed charge.</summary>
    public string? PaymentIntentId { get; }
}

/// <summary>A card or bank said no (402).</summary>
public sealed class StripeCardException : StripeException
{
    internal StripeCardException(string message, StripeProblem problem)
        : base(message, problem) { }
}

/// <summary>The request itself was wrong, or what it names is not there (400, 404).</summary>
public sealed class StripeInvalidRequestException : StripeException
{
    internal StripeInvalidRequestException(string message, StripeProblem problem)
        : base(message, problem) { }
}

/// <summary>The idempotency key was used with other parameters, or its first request is still running.</summary>
public sealed class StripeIdempotencyException : StripeException
{
    internal StripeIdempotencyException(string message, StripeProblem problem)
        : base(message, problem) { }
}

/// <summary>The key is not accepted (401).</summary>
public sealed class StripeAuthenticationException : StripeException
{
    internal StripeAuthenticationException(string message, StripeProblem problem)
        : base(message, problem) { }
}

/// <summary>The key may not do this (403).</summary>
public sealed class StripePermissionException : StripeException
{
    internal StripePermissionException(string message, StripeProblem problem)
        : base(message, problem) { }
}

/// <summary>Too many requests at once (429); the same key may succeed later.</summary>
public sealed class StripeRateLimitException : StripeException
{
    internal StripeRateLimitException(string message, StripeProblem problem)
        : base(message, problem) { }
}

/// <summary>Stripe failed, or answered something that its API does not know (5xx, a redirect, an unreadable object).</summary>
public sealed class StripeApiException : StripeException
{
    internal StripeApiException(string message, StripeProblem problem)
        : base(message, problem) { }
}

/// <summary>No whole answer came: refused, dropped, or too late. Whether Stripe carried the request out is unknown.</summary>
public sealed class StripeConnectionException : StripeException
{
    internal StripeConnectionException(string message, StripeProblem problem, Exception? inner)
        : base(message, problem, inner) { }
}
