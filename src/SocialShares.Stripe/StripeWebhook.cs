using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SocialShares.Stripe;

/// <summary>Why a delivery was not taken for Stripe's.</summary>
public enum StripeSignatureFault
{
    /// <summary>The header is missing or not of the form <c>t=...,v1=...</c>.</summary>
    MalformedHeader,

    /// <summary>Signed too long ago, or in the future.</summary>
    OutsideTolerance,

    /// <summary>No signature was made with one of our secrets over these bytes.</summary>
    NoMatch,

    /// <summary>Signed by Stripe, but no event that this client can read.</summary>
    NotAnEvent,
}

/// <summary>A delivery that must be answered with 400. Its text holds nothing of the delivery.</summary>
public sealed class StripeSignatureException(StripeSignatureFault fault)
    : Exception($"A webhook delivery was not accepted: {fault}.")
{
    public StripeSignatureFault Fault { get; } = fault;
}

/// <summary>Tells deliveries of Stripe from forgeries. Pure: bytes, secrets and the time in, the event out.</summary>
public static class StripeWebhook
{
    /// <summary>How far the time of signing may lie from ours, either way.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);

    private const string SignatureScheme = "v1";
    private static readonly long LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <param name="payload">The body as it came in, byte for byte.</param>
    /// <param name="signatureHeader">The header <c>Stripe-Signature</c>; null or anything else when it was missing or wrong.</param>
    /// <param name="secrets">The endpoint's secrets, <c>whsec_</c> included; two while one replaces the other.</param>
    /// <param name="now">Our time.</param>
    /// <exception cref="StripeSignatureException">Not Stripe's, or not now. Nothing else is thrown for what a stranger can send.</exception>
    /// <exception cref="ArgumentException">No secret is set.</exception>
    public static StripeEvent Verify(
        ReadOnlySpan<byte> payload,
        string? signatureHeader,
        IReadOnlyList<string> secrets,
        DateTimeOffset now
    )
    {
        if (secrets.Count == 0 || secrets.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException("A webhook endpoint needs its secret.", nameof(secrets));
        var (signedAt, signatures) = Parse(signatureHeader);
        if (!AnyMatches(payload, signedAt, signatures, secrets))
            throw new StripeSignatureException(StripeSignatureFault.NoMatch);
        var age = now.ToUnixTimeSeconds() - long.Parse(signedAt, NumberStyles.None, CultureInfo.InvariantCulture);
        if (Math.Abs(age) > Tolerance.TotalSeconds)
            throw new StripeSignatureException(StripeSignatureFault.OutsideTolerance);
        return Read(payload);
    }

    private static (string SignedAt, List<byte[]> Signatures) Parse(string? header)
    {
        string? signedAt = null;
        var signatures = new List<byte[]>();
        foreach (var part in (header ?? "").Split(',', StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0)
                continue;
            var (name, value) = (part[..equals], part[(equals + 1)..]);
            if (name == "t" && signedAt is null && IsInstant(value))
                signedAt = value;
            else if (name == "t")
                throw new StripeSignatureException(StripeSignatureFault.MalformedHeader); // which one would count?
            else if (name == SignatureScheme && Bytes(value) is { } signature)
                signatures.Add(signature);
        }
        return signedAt is not null && signatures.Count > 0
            ? (signedAt, signatures)
            : throw new StripeSignatureException(StripeSignatureFault.MalformedHeader);
    }

    private static bool IsInstant(string value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LastSecond;

    private static byte[]? Bytes(string hex)
    {
        var bytes = new byte[HMACSHA256.HashSizeInBytes];
        return
            hex.Length == bytes.Length * 2
            && Convert.FromHexString(hex, bytes, out _, out _) == System.Buffers.OperationStatus.Done
            ? bytes
            : null;
    }

    private static bool AnyMatches(
        ReadOnlySpan<byte> payload,
        string signedAt,
        List<byte[]> signatures,
        IReadOnlyList<string> secrets
    )
    {
        var matches = false;
        foreach (var secret in secrets)
        {
            using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
            hmac.AppendData(Encoding.ASCII.GetBytes($"{signedAt}."));
            hmac.AppendData(payload);
            var expected = hmac.GetHashAndReset();
            foreach (var signature in signatures)
                matches |= CryptographicOperations.FixedTimeEquals(expected, signature);
        }
        return matches;
    }

    private static StripeEvent Read(ReadOnlySpan<byte> payload)
    {
        try
        {
            var text = payload.StartsWith(Encoding.UTF8.Preamble) ? payload[Encoding.UTF8.Preamble.Length..] : payload;
            if (JsonSerializer.Deserialize<StripeEvent>(text, StripeJson.Options) is { } read)
                return read;
        }
        catch (JsonException)
        {
            // Its text may quote the delivery, so it is not passed on.
        }
        throw new StripeSignatureException(StripeSignatureFault.NotAnEvent);
    }
}
