using System.Globalization;
using System.Text;

namespace SocialShares.StripeEmulator;

/// <summary>
/// The way of every <c>/v1</c> request: who asks, is it well formed, was it asked before, does an ordered fault strike; then
/// the operation itself inside the world's lock, and the answer.
/// </summary>
internal sealed class Api(World world, Idempotency idempotency, Faults faults, ILogger<Api> log)
{
    private const int LongestKey = 255;

    public async Task Answer(HttpContext context, Operation operation)
    {
        var requestId = World.NewId("req", 14);
        context.Response.Headers["Request-Id"] = requestId;
        context.Response.Headers["Stripe-Version"] = Subset.ApiVersion;
        try
        {
            var account = Access.AccountOf(context.Request, world);
            CheckVersion(context.Request);
            var tree = FormTree.Read(await Pairs(context.Request));
            var given = new Given(RequestRules.Check(operation, tree));
            var call = new Call(world, account, given, context.Request.Path, context.Request.RouteValues)
            {
                BaseUrl = BaseUrl(context.Request),
            };
            await Run(context, operation, call, requestId);
        }
        catch (StripeError e)
        {
            await Send(context, ToAnswer(e));
        }
    }

    /// <summary>Anything else under /v1.</summary>
    public static Task Unknown(HttpContext context) =>
        Send(
            context,
            ToAnswer(
                new StripeError(
                    404,
                    "invalid_request_error",
                    $"Unrecognized request URL ({context.Request.Method}: {context.Request.Path})."
                )
            )
        );

    private async Task Run(HttpContext context, Operation operation, Call call, string requestId)
    {
        var key = KeyOf(context.Request, operation);
        if (key is not null && idempotency.Begin(call.Account.Id, key, Fingerprint(operation, call)) is { } stored)
        {
            context.Response.Headers["Idempotent-Replayed"] = "true";
            await Send(context, stored);
            return;
        }

        var fault = faults.TakeForRequest(operation.Id);
        try
        {
            if (await Before(context, fault))
            {
                // First the key, then the line: the client may ask again the moment it notices.
                Abandon(call, key);
                context.Abort();
                return;
            }
        }
        catch
        {
            Abandon(call, key);
            throw;
        }

        var answer = fault is { Kind: "error500", Effect: false }
            ? Spoilt(fault)
            : Execute(operation, call, requestId, key);
        answer = fault is { Kind: "error500", Effect: true } ? Spoilt(fault) : answer;
        if (key is not null)
        {
            idempotency.Finish(call.Account.Id, key, answer);
        }

        await Send(context, answer, fault);
    }

    private void Abandon(Call call, string? key)
    {
        if (key is not null)
        {
            idempotency.Abandon(call.Account.Id, key);
        }
    }

    /// <returns>True when the fault ends the request before it began.</returns>
    private static async Task<bool> Before(HttpContext context, Fault? fault)
    {
        switch (fault?.Kind)
        {
            case "slow":
                await Task.Delay(TimeSpan.FromSeconds(fault.Seconds), context.RequestAborted);
                return false;
            case "lost_before":
                return true;
            case "conflict409":
                throw new StripeError(
                    409,
                    "invalid_request_error",
                    "There is currently another in-progress request using this Idempotent Key.",
                    "idempotency_key_in_use"
                )
                {
                    ShouldRetry = fault.ShouldRetry,
                };
            case "rate429":
                throw new StripeError(
                    429,
                    "invalid_request_error",
                    "Request rate limit exceeded (ordered fault).",
                    fault.Code
                )
                {
                    ShouldRetry = fault.ShouldRetry,
                };
            default:
                return false;
        }
    }

    private Answer Execute(Operation operation, Call call, string requestId, string? key)
    {
        try
        {
            lock (world.Gate)
            {
                world.Cause = (requestId, key);
                try
                {
                    var body = OperationTable.Of(operation)(call);
                    Expansion.Apply(world, body, call.Given.Texts("expand"));
                    return new Answer(200, Encoding.UTF8.GetBytes(body.ToJsonString()));
                }
                finally
                {
                    world.Cause = default;
                }
            }
        }
        catch (StripeError e)
        {
            return ToAnswer(e);
        }
        catch (Exception e)
        {
            // The edge: whatever broke becomes a 500, and the key is not left "in use" for ever.
            Log.Broken(log, operation.Id, e);
            return ToAnswer(new StripeError(500, "api_error", $"The emulator is broken: {e.Message}"));
        }
    }

    private static Answer Spoilt(Fault fault) =>
        ToAnswer(
            new StripeError(500, "api_error", "An unknown error occurred (ordered fault).")
            {
                ShouldRetry = fault.ShouldRetry,
            }
        );

    private static Answer ToAnswer(StripeError error) =>
        new(error.Status, Encoding.UTF8.GetBytes(error.ToJson().ToJsonString())) { ShouldRetry = error.ShouldRetry };

    private static async Task Send(HttpContext context, Answer answer, Fault? fault = null)
    {
        if (fault?.Kind == "lost")
        {
            context.Abort();
            return;
        }

        var response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = "application/json";
        response.ContentLength = answer.Body.Length;
        if (answer.ShouldRetry is { } retry)
        {
            response.Headers["Stripe-Should-Retry"] = retry ? "true" : "false";
        }

        if (fault?.Kind != "half")
        {
            await response.Body.WriteAsync(answer.Body, context.RequestAborted);
            return;
        }

        await response.Body.WriteAsync(answer.Body.AsMemory(0, answer.Body.Length / 2), context.RequestAborted);
        await response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }

    private static async Task<IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>>> Pairs(
        HttpRequest request
    )
    {
        if (request.Method is "GET" or "DELETE")
        {
            return request.Query;
        }

        if (request.ContentLength is 0 or null && request.ContentType is null)
        {
            return [];
        }

        if (!request.HasFormContentType || request.ContentType!.StartsWith("multipart/", StringComparison.Ordinal))
        {
            throw StripeError.Invalid(
                "Invalid request (check that your POST content type is application/x-www-form-urlencoded). "
                    + "If you have any questions, we can help at https://support.stripe.com/."
            );
        }

        return await request.ReadFormAsync();
    }

    private static void CheckVersion(HttpRequest request)
    {
        var version = (string?)request.Headers["Stripe-Version"];
        if (version is not null && version != Subset.ApiVersion)
        {
            throw StripeError.NotEmulated($"the API version {version} (only {Subset.ApiVersion})");
        }
    }

    private static string? KeyOf(HttpRequest request, Operation operation)
    {
        var key = (string?)request.Headers["Idempotency-Key"];
        return key switch
        {
            null => null,
            _ when operation.Method != "POST" => null,
            "" or { Length: > LongestKey } => throw StripeError.Invalid(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Invalid Idempotency-Key: must be 1 to {LongestKey} characters"
                )
            ),
            _ => key,
        };
    }

    /// <summary>Parameters in sorted order, so the same request in another order is the same request.</summary>
    private static string Fingerprint(Operation operation, Call call) =>
        $"{operation.Method} {call.Path} {call.Given.Values.ToJsonString()}";

    private string BaseUrl(HttpRequest request) =>
        world.Settings.PublicUrl.Length > 0
            ? world.Settings.PublicUrl.TrimEnd('/')
            : $"{request.Scheme}://{request.Host}";
}

/// <summary>Who may ask: test keys only, from this machine only.</summary>
internal static class Access
{
    public static Account AccountOf(HttpRequest request, World world)
    {
        CheckKey(KeyOf(request), world.Settings);
        var connected = (string?)request.Headers["Stripe-Account"];
        if (string.IsNullOrEmpty(connected) || connected == world.Platform.Id)
        {
            return world.Platform;
        }

        lock (world.Gate)
        {
            return world.TryFind<Account>(connected, out var account)
                ? account
                : throw new StripeError(
                    403,
                    "invalid_request_error",
                    $"The provided key does not have access to account '{connected}' (or that account does not exist).",
                    "account_invalid"
                );
        }
    }

    private static void CheckKey(string? key, EmulatorSettings settings)
    {
        if (string.IsNullOrEmpty(key))
        {
            throw new StripeError(
                401,
                "invalid_request_error",
                "You did not provide an API key. You need to provide your API key in the Authorization header, "
                    + "using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY')."
            );
        }

        if (key.StartsWith("sk_live", StringComparison.Ordinal) || key.StartsWith("rk_live", StringComparison.Ordinal))
        {
            throw new StripeError(401, "invalid_request_error", "A live key was sent to a local emulator. Refused.");
        }

        var known =
            settings.ApiKey.Length > 0 ? key == settings.ApiKey : key.StartsWith("sk_test_", StringComparison.Ordinal);
        if (!known)
        {
            throw new StripeError(
                401,
                "invalid_request_error",
                $"Invalid API Key provided: {key[..Math.Min(8, key.Length)]}***"
            );
        }
    }

    private static string? KeyOf(HttpRequest request)
    {
        var header = (string?)request.Headers.Authorization ?? "";
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return header["Bearer ".Length..].Trim();
        }

        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var encoded = header["Basic ".Length..].Trim();
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length).Split(':')[0]
            : null;
    }
}

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The operation {Operation} broke the emulator")]
    public static partial void Broken(ILogger logger, string operation, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Settling broke; the loop goes on")]
    public static partial void SettlingBroke(ILogger logger, Exception exception);
}
