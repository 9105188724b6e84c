namespace SocialShares.Demo.Scenario;

/// <summary>What else happens in one story on given days, between the instants for which the story waits.</summary>
internal sealed class Diary(Timeline timeline)
{
    private readonly PriorityQueue<Func<CancellationToken, Task>, DateOnly> entries = new();

    /// <summary>Writes down what happens on a day.</summary>
    public void On(DateOnly day, Func<CancellationToken, Task> what) => entries.Enqueue(what, day);

    /// <summary>Lives until the morning of a day, and through everything that was written down before it.</summary>
    public async Task Until(DateOnly day, CancellationToken ct)
    {
        while (entries.TryPeek(out _, out var next) && next < day)
        {
            var what = entries.Dequeue();
            await timeline.Until(OfferLife.Morning(next), ct);
            await what(ct);
        }
        await timeline.Until(OfferLife.Morning(day), ct);
    }
}
