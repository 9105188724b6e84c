namespace SocialShares.Demo;

/// <summary>
/// The real clock moved by an offset, shared by the product and the local Stripe. It goes on by itself and can be moved
/// forward, never back: what has happened stays in the past. Timers keep running in real time.
/// </summary>
public sealed class AdjustableClock : TimeProvider
{
    private readonly TimeProvider real;
    private readonly Lock gate = new();
    private TimeSpan offset;

    /// <param name="startsAt">What it shows at first; the real time when left out.</param>
    /// <param name="real">The clock beneath.</param>
    public AdjustableClock(DateTimeOffset? startsAt = null, TimeProvider? real = null)
    {
        this.real = real ?? System;
        offset = startsAt is { } start ? start - this.real.GetUtcNow() : TimeSpan.Zero;
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return real.GetUtcNow() + offset;
    }

    /// <summary>Moves to an instant.</summary>
    /// <returns>True when it moved; false when the instant has passed already.</returns>
    public bool MoveTo(DateTimeOffset instant)
    {
        lock (gate)
        {
            var now = real.GetUtcNow();
            if (instant < now + offset)
                return false;
            offset = instant - now;
            return true;
        }
    }

    /// <summary>Moves to the real time, where a story ends.</summary>
    public bool MoveToToday() => MoveTo(real.GetUtcNow());
}
