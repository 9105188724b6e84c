namespace SocialShares.Demo.Scenario;

/// <summary>
/// One clock for several stories: each waits for its next instant, and when all of them wait, time goes on to the
/// earliest of these. So offers of different years run on one platform, and none of them sees time go back.
/// </summary>
/// <param name="moveTo">Moves the clock and lets everything happen that is due by then.</param>
/// <param name="stories">How many there are.</param>
public sealed class Timeline(Func<DateTimeOffset, CancellationToken, Task> moveTo, int stories)
{
    private readonly PriorityQueue<Turn, DateTimeOffset> waiting = new();
    private readonly Lock gate = new();
    private int running = stories;

    /// <summary>Waits until the clock shows the instant and everything due by then has happened.</summary>
    public async Task Until(DateTimeOffset instant, CancellationToken ct)
    {
        var turn = new Turn();
        lock (gate)
        {
            waiting.Enqueue(turn, instant);
            running--;
        }
        await GoOn(ct);
        await turn.Come.Task.WaitAsync(ct);
    }

    /// <summary>A story has ended, well or not: nobody waits for it any more.</summary>
    public Task Leave(CancellationToken ct)
    {
        lock (gate)
            running--;
        return GoOn(ct);
    }

    private async Task GoOn(CancellationToken ct)
    {
        Turn? next;
        DateTimeOffset instant;
        lock (gate)
        {
            if (running > 0 || !waiting.TryDequeue(out next, out instant))
                return;
            running++;
        }
        try
        {
            // What was due by then happened already, when another story came to the same instant.
            if (!next.IsReached)
                await moveTo(instant, ct);
            lock (gate)
                foreach (var (other, _) in waiting.UnorderedItems.Where(w => w.Priority <= instant))
                    other.IsReached = true;
            next.Come.SetResult();
        }
        // A request that took too long is cancelled by its client, not by us: it must not pass for the end of the run.
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            next.Come.SetException(e); // that story fails; it leaves, and the others go on
        }
    }

    private sealed class Turn
    {
        public TaskCompletionSource Come { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>The clock came to its instant while it waited, and what was due has happened.</summary>
        public bool IsReached { get; set; }
    }
}
