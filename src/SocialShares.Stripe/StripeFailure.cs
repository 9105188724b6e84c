using System.Globalization;
using System.Net;

namespace SocialShares.Stripe;

/// <summary>Chooses the exception for a last answer: authentication, permission and rate by status, the rest by Stripe's type.</summary>
internal static class StripeFailure
{
    public static StripeException Of(StripeCall call, StripeAnswer answer, int attempts, bool unknownBefore)
    {
        var what = $"{call.Method} {call.Path}";
        if (answer.Failure is not null)
        {
            var lost = new StripeProblem(OutcomeUnknown: true, answer.Status, answer.RequestId, StripeError.None);
            return new StripeConnectionException(
                $"No whole answer from Stripe to {what} in {Number(attempts)} attempt(s); whether it was carried out is not known.",
                lost,
                answer.Failure
            );
        }

        // These refusals are given before Stripe looks at the idempotency key: they say nothing about an earlier attempt.
        var silentOnEarlier =
            answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests;
        var unknown = answer.OutcomeUnknown || (unknownBefore && silentOnEarlier);
        var error = StripeError.Read(answer.Body);
        return Choose(
            Describe(what, answer, error),
            new StripeProblem(unknown, answer.Status, answer.RequestId, error)
        );
    }

    public static StripeException Unreadable(StripeCall call, StripeAnswer answer, string kind) =>
        new StripeApiException(
            $"Stripe answered {call.Method} {call.Path} with something that is no {kind} (request {answer.RequestId ?? "without id"}).",
            new StripeProblem(OutcomeUnknown: true, answer.Status, answer.RequestId, StripeError.None)
        );

    private static StripeException Choose(string message, StripeProblem problem) =>
        (problem.Status, problem.Error.Type) switch
        {
            (HttpStatusCode.Unauthorized, _) => new StripeAuthenticationException(message, problem),
            (HttpStatusCode.Forbidden, _) => new StripePermissionException(message, problem),
            (HttpStatusCode.TooManyRequests, _) => new StripeRateLimitException(message, problem),
            (_, "card_error") => new StripeCardException(message, problem),
            (_, "idempotency_error") => new StripeIdempotencyException(message, problem),
            (HttpStatusCode.Conflict, _) when problem.Error.Code == StripeErrorCode.IdempotencyKeyInUse =>
                new StripeIdempotencyException(message, problem),
            (_, "invalid_request_error") => new StripeInvalidRequestException(message, problem),
            (HttpStatusCode.BadRequest or HttpStatusCode.NotFound, null) => new StripeInvalidRequestException(
                message,
                problem
            ),
            _ => new StripeApiException(message, problem),
        };

    private static string Describe(string what, StripeAnswer answer, StripeError error)
    {
        string?[] known =
        [
            $"HTTP {Number((int)answer.Status!.Value)}",
            error.Type,
            error.Code,
            error.DeclineCode,
            error.Param is null ? null : $"param {error.Param}",
            answer.RequestId is null ? null : $"request {answer.RequestId}",
        ];
        return $"Stripe refused {what}: {string.Join(", ", known.Where(k => k is not null))}.";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
