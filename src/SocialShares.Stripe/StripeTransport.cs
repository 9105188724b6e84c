using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace SocialShares.Stripe;

/// <summary>One request as it goes out; every attempt sends exactly this. A class, so that printing it shows nothing.</summary>
internal sealed class StripeCall(
    HttpMethod method,
    string path,
    string form,
    string? idempotencyKey,
    string? stripeAccount
)
{
    public HttpMethod Method => method;
    public string Path => path;
    public string Form => form;
    public string? IdempotencyKey => idempotencyKey;
    public string? StripeAccount => stripeAccount;
}

/// <summary>
/// Sends a request until an answer is final: up to MaxRetries more attempts, all with the same idempotency key, after a lost
/// connection, our own timeout, 409 or 5xx, unless Stripe says otherwise in <c>Stripe-Should-Retry</c>.
/// </summary>
internal sealed class StripeTransport(HttpClient http, StripeOptions options, TimeProvider clock, Random jitter)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);

    public async Task<StripeResult<T>> Send<T>(StripeCall call, CancellationToken ct)
    {
        var unknownBefore = false;
        for (var attempt = 1; ; attempt++)
        {
            var answer = await Try(call, ct);
            if (answer.Succeeded)
                return Read<T>(call, answer);
            if (attempt > options.MaxRetries || !answer.MayTryAgain)
                throw StripeFailure.Of(call, answer, attempt, unknownBefore);
            unknownBefore |= answer.OutcomeUnknown;
            await Task.Delay(DelayAfter(attempt), clock, ct);
        }
    }

    private TimeSpan DelayAfter(int attempt)
    {
        var delay = FirstDelay * Math.Pow(2, attempt - 1);
        return (delay < LongestDelay ? delay : LongestDelay) * (0.75 + (0.25 * jitter.NextDouble()));
    }

    private async Task<StripeAnswer> Try(StripeCall call, CancellationToken ct)
    {
        using var timeout = new CancellationTokenSource(options.Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        try
        {
            using var request = Build(call);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            // Read here, inside the attempt: an answer that breaks off half way is a lost connection.
            var body = await response.Content.ReadAsByteArrayAsync(either.Token);
            return StripeAnswer.From(response, body);
        }
        // A socket reset while connecting comes out of the handler bare, seen.
        catch (Exception e)
            when (e is HttpRequestException or IOException or SocketException or OperationCanceledException)
        {
            ct.ThrowIfCancellationRequested(); // the caller gave up: nothing to try again
            return StripeAnswer.Lost(e);
        }
    }

    private HttpRequestMessage Build(StripeCall call)
    {
        var isGet = call.Method == HttpMethod.Get;
        var target = isGet && call.Form.Length > 0 ? $"{call.Path}?{call.Form}" : call.Path;
        var request = new HttpRequestMessage(call.Method, new Uri(options.BaseUrl, target));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.ApiKey);
        request.Headers.Add("Stripe-Version", StripeApi.Version);
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("SocialShares", "1.0"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (call.IdempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", call.IdempotencyKey);
        if (call.StripeAccount is not null)
            request.Headers.Add("Stripe-Account", call.StripeAccount);
        if (!isGet)
            request.Content = new StringContent(call.Form, Encoding.ASCII, "application/x-www-form-urlencoded");
        return request;
    }

    private static StripeResult<T> Read<T>(StripeCall call, StripeAnswer answer)
    {
        try
        {
            var value = JsonSerializer.Deserialize<T>(answer.Body, StripeJson.Options);
            if (value is not null)
                return new StripeResult<T>(value, answer.RequestId, answer.Replayed);
        }
        catch (JsonException)
        {
            // Its text may quote the answer, so it is not passed on.
        }
        throw StripeFailure.Unreadable(call, answer, typeof(T).Name);
    }
}

/// <summary>How one attempt ended.</summary>
internal sealed class StripeAnswer
{
    public HttpStatusCode? Status { get; private init; }
    public byte[] Body { get; private init; } = [];
    public string? RequestId { get; private init; }
    public bool Replayed { get; private init; }
    public Exception? Failure { get; private init; }
    private bool? ShouldRetry { get; init; }

    public bool Succeeded => Status == HttpStatusCode.OK && Failure is null;

    public bool MayTryAgain =>
        Failure is not null || (ShouldRetry ?? (Status == HttpStatusCode.Conflict || (int?)Status >= 500));

    /// <summary>Everything but a plain refusal: lost, failed at Stripe, a parallel twin of ours, or an answer outside the API.</summary>
    public bool OutcomeUnknown =>
        Failure is not null || Status == HttpStatusCode.Conflict || (int?)Status is < 400 or >= 500;

    public static StripeAnswer Lost(Exception failure) => new() { Failure = failure };

    public static StripeAnswer From(HttpResponseMessage response, byte[] body) =>
        new()
        {
            Status = response.StatusCode,
            Body = body,
            RequestId = Header(response, "Request-Id"),
            Replayed = string.Equals(
                Header(response, "Idempotent-Replayed"),
                "true",
                StringComparison.OrdinalIgnoreCase
            ),
            ShouldRetry = bool.TryParse(Header(response, "Stripe-Should-Retry"), out var told) ? told : null,
            Failure = response.StatusCode == HttpStatusCode.OK ? BrokenOff(body) : null,
        };

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    /// <summary>A 200 whose body is no JSON at all came through something that cut or replaced it.</summary>
    private static IOException? BrokenOff(byte[] body)
    {
        try
        {
            using var whole = JsonDocument.Parse(body);
            return null;
        }
        catch (JsonException)
        {
            return new IOException(
                $"The answer is not whole ({body.Length.ToString(CultureInfo.InvariantCulture)} bytes)."
            );
        }
    }
}
