using System.Collections.Concurrent;

namespace SocialShares.Tests.StripeCalls;

/// <summary>A clock on which waiting takes no time: a delay ends at once and is kept; a timeout ends at once only when told.</summary>
internal sealed class InstantClock(bool timesOut = false) : TimeProvider
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);

    public ConcurrentQueue<TimeSpan> Delays { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var isDelay = dueTime <= LongestDelay;
        if (isDelay)
            Delays.Enqueue(dueTime);
        var real = isDelay || timesOut ? TimeSpan.FromMilliseconds(isDelay ? 0 : 200) : Timeout.InfiniteTimeSpan;
        return System.CreateTimer(callback, state, real, Timeout.InfiniteTimeSpan);
    }
}

internal sealed class FixedJitter(double value) : Random
{
    public override double NextDouble() => value;
}
