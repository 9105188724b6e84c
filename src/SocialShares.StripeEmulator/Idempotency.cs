namespace SocialShares.StripeEmulator;

/// <summary>An answer as it went out, kept to be sent again.</summary>
internal sealed record Answer(int Status, byte[] Body)
{
    public bool? ShouldRetry { get; init; }
}

/// <summary>
/// What was answered to each Idempotency-Key of each account. A result is kept once the operation began to run, also a
/// refusal or a 500; a request that failed its checks, or met a lock, leaves nothing behind.
/// </summary>
internal sealed class Idempotency(TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private readonly Lock gate = new();
    private readonly Dictionary<(string Account, string Key), Entry> entries = [];
    private readonly Queue<((string, string) Key, Entry Entry)> oldestFirst = [];

    /// <returns>The stored answer to replay, or null: run the operation and then call <see cref="Finish"/>.</returns>
    public Answer? Begin(string account, string key, string fingerprint)
    {
        lock (gate)
        {
            Prune();
            if (!entries.TryGetValue((account, key), out var entry))
            {
                entry = new Entry(fingerprint, clock.GetUtcNow());
                entries[(account, key)] = entry;
                oldestFirst.Enqueue(((account, key), entry));
                return null;
            }

            if (entry.Fingerprint != fingerprint)
            {
                throw new StripeError(
                    400,
                    "idempotency_error",
                    "Keys for idempotent requests can only be used with the same parameters they were first used with. "
                        + $"Try using a key other than '{key}' if you meant to execute a different request."
                );
            }

            return entry.Answer
                ?? throw new StripeError(
                    409,
                    "invalid_request_error",
                    "There is currently another in-progress request using this Idempotent Key "
                        + $"(that probably means you submitted twice, and the other request is still going through): {key}.",
                    "idempotency_key_in_use"
                );
        }
    }

    public void Finish(string account, string key, Answer answer)
    {
        lock (gate)
        {
            entries[(account, key)].Answer = answer;
        }
    }

    /// <summary>Nothing began: the key may be used afresh.</summary>
    public void Abandon(string account, string key)
    {
        lock (gate)
        {
            entries.Remove((account, key));
        }
    }

    private void Prune()
    {
        var limit = clock.GetUtcNow() - Kept;
        while (oldestFirst.TryPeek(out var oldest) && oldest.Entry.Begun < limit)
        {
            oldestFirst.Dequeue();
            if (entries.TryGetValue(oldest.Key, out var now) && ReferenceEquals(now, oldest.Entry))
            {
                entries.Remove(oldest.Key);
            }
        }
    }

    private sealed record Entry(string Fingerprint, DateTimeOffset Begun)
    {
        public Answer? Answer { get; set; }
    }
}
