using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SocialShares.StripeEmulator;

/// <summary>One event on its way to one endpoint.</summary>
internal sealed class Delivery(Event what, WebhookEndpoint to, byte[] body)
{
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Event Event => what;
    public WebhookEndpoint Endpoint => to;
    public byte[] Body => body;
    public int Tries { get; set; }

    /// <summary>Which came first, among all deliveries.</summary>
    public long Order { get; set; }

    /// <summary>Not before this real time (milliseconds); an ordered delay is also respected by a settle.</summary>
    public long DueAt { get; set; }
    public bool DelayedOnPurpose { get; init; }

    /// <summary>The settle that tried it last, so that one settle tries each delivery once.</summary>
    public int TriedInSettle { get; set; }

    /// <summary>Ends with the first 2xx, or when nobody should wait for it.</summary>
    public Task Done => done.Task;

    public void Finish() => done.TrySetResult();
}

/// <summary>The header that proves who sent an event: HMAC over time and body with the whole secret.</summary>
internal static class WebhookSignature
{
    public static string Of(string secret, long unixSeconds, byte[] body)
    {
        var time = unixSeconds.ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes(time + "."), .. body];
        var v1 = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));

        // Test mode adds a v0 that receivers must ignore.
        var v0 = Convert.ToHexStringLower(SHA256.HashData(signed));
        return $"t={time},v1={v1},v0={v0}";
    }
}
