using System.Globalization;
using System.Threading.RateLimiting;

namespace SocialShares.Http;

/// <summary>Settings of the section <c>Limits</c>: requests per minute and caller.</summary>
public sealed class LimitSettings
{
    public int SigningInPerMinute { get; set; } = 20;
    public int BuyingPerMinute { get; set; } = 30;
    public int WritingPerMinute { get; set; } = 6;
    public int DecidingPerMinute { get; set; } = 10;
    public int ReckoningPerMinute { get; set; } = 120;
}

/// <summary>How often one caller may try what is worth attacking.</summary>
internal static class Limits
{
    /// <summary>Signing in and signing up, per address.</summary>
    public const string SigningIn = "signing-in";

    /// <summary>Starting and submitting applications, per person.</summary>
    public const string Buying = "buying";

    /// <summary>Asking questions, per person; pledging, per address.</summary>
    public const string Writing = "writing";

    /// <summary>Decisions about bonds and registers that write to many people or work long, per person.</summary>
    public const string Deciding = "deciding";

    /// <summary>Reading what is computed for everyone who asks, per address.</summary>
    public const string Reckoning = "reckoning";

    private const int Segments = 6;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddLimits(this IServiceCollection services, LimitSettings settings) =>
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) =>
            {
                // A sliding window does not tell: after one of its segments some of it is free again.
                if (!context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                    wait = Window / Segments;
                context.HttpContext.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(
                    CultureInfo.InvariantCulture
                );
                return ValueTask.CompletedTask;
            };
            options.AddPolicy(SigningIn, http => PerMinute(Address(http), settings.SigningInPerMinute, Changes(http)));
            options.AddPolicy(Writing, http => PerMinute(Person(http), settings.WritingPerMinute, Changes(http)));
            options.AddPolicy(Buying, http => PerMinute(Person(http), settings.BuyingPerMinute, Changes(http)));
            options.AddPolicy(Deciding, http => PerMinute(Person(http), settings.DecidingPerMinute, Changes(http)));
            options.AddPolicy(Reckoning, http => PerMinute(Address(http), settings.ReckoningPerMinute, counts: true));
        });

    private static RateLimitPartition<string> PerMinute(string who, int permits, bool counts) =>
        counts
            ? RateLimitPartition.GetSlidingWindowLimiter(
                who,
                _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = permits,
                    Window = Window,
                    SegmentsPerWindow = Segments,
                }
            )
            : RateLimitPartition.GetNoLimiter("reading");

    private static bool Changes(HttpContext http) =>
        !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);

    private static string Person(HttpContext http) => http.User.Identity?.Name ?? Address(http);

    private static string Address(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "unknown";
}
