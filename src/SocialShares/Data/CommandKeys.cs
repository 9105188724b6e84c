using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SocialShares.Http;

namespace SocialShares.Data;

/// <summary>Remembers what was answered to a client's key, so that a repeat does nothing and answers the same.</summary>
internal static class CommandKeys
{
    /// <summary>The stored answer; null when the key is new.</summary>
    /// <exception cref="Refused"><c>idempotency.key-reused</c>: the key was used with other content.</exception>
    public static async Task<Known<TAnswer>?> Find<TAnswer>(
        SharesDb db,
        Caller caller,
        IKeyed request,
        CancellationToken ct
    )
    {
        var who = WhoIs(caller);
        var row = await db
            .CommandKeys.AsNoTracking()
            .SingleOrDefaultAsync(k => k.Caller == who && k.Key == request.Key, ct);
        if (row is null)
            return null;
        if (row.Command != request.GetType().Name || row.ContentHash != Hash(request))
            throw new Refused("idempotency.key-reused");
        return new Known<TAnswer>(JsonSerializer.Deserialize<TAnswer>(row.Answer, Json.Options)!);
    }

    /// <summary>Did somebody else use this key?</summary>
    public static Task<bool> IsAnothers(SharesDb db, Caller caller, IKeyed request, CancellationToken ct)
    {
        var who = WhoIs(caller);
        return db.CommandKeys.AnyAsync(k => k.Key == request.Key && k.Caller != who, ct);
    }

    public static void Remember<TAnswer>(SharesDb db, Caller caller, IKeyed request, TAnswer answer, DateTime now) =>
        db.CommandKeys.Add(
            new CommandKey
            {
                Key = request.Key,
                Caller = WhoIs(caller),
                Command = request.GetType().Name,
                ContentHash = Hash(request),
                Answer = JsonSerializer.Serialize(answer, Json.Options),
                At = now,
            }
        );

    private static Guid WhoIs(Caller caller) => caller.PersonId?.Value ?? Guid.Empty;

    private static string Hash(IKeyed request) =>
        Convert.ToHexStringLower(
            SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, request.GetType(), Json.Options))
        );
}

/// <summary>An answer that was given before.</summary>
internal sealed record Known<TAnswer>(TAnswer Value);
