namespace SocialShares.StripeEmulator;

/// <summary>What the clock will bring: one entry for each thing that becomes due at a second.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Action, (long At, long Order)> entries = new();
    private long order;

    public int Count => entries.Count;

    public void At(long unixSeconds, Action action) => entries.Enqueue(action, (unixSeconds, ++order));

    /// <summary>Does all that is due, in order of time.</summary>
    public int Run(long now)
    {
        var done = 0;
        while (entries.TryPeek(out var action, out var priority) && priority.At <= now)
        {
            entries.Dequeue();
            action();
            done++;
        }

        return done;
    }
}
