namespace SocialShares.Tests.Hosting;

/// <summary>
/// The clock of a world: it stands still until a test moves it, and only forward. Timers and timestamps stay real, so
/// that waiting is waiting.
/// </summary>
public sealed class MovedClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    /// <summary>Now, UTC.</summary>
    public DateTime Now => GetUtcNow().UtcDateTime;

    /// <summary>Moves it on.</summary>
    public void Move(TimeSpan by)
    {
        by.ShouldBeGreaterThanOrEqualTo(TimeSpan.Zero);
        Interlocked.Add(ref ticks, by.Ticks);
    }
}
