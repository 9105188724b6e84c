namespace SocialShares.Data;

/// <summary>
/// One writer at a time in this process, for SQLite: writers that fight for its lock starve each other for seconds,
/// writers that queue here are served evenly. On other engines the gate is always open.
/// </summary>
public sealed class WriteGate(bool oneAtATime)
{
    private readonly SemaphoreSlim? turn = oneAtATime ? new SemaphoreSlim(1, 1) : null;

    /// <summary>Waits for the turn; disposing gives it back. Never enter twice on one flow: it waits for itself.</summary>
    public async ValueTask<IDisposable?> Enter(CancellationToken ct)
    {
        if (turn is null)
            return null;
        await turn.WaitAsync(ct);
        return new Turn(turn);
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        private int given;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref given, 1) == 0)
                turn.Release();
        }
    }
}
