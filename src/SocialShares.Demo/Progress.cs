using System.Globalization;

namespace SocialShares.Demo;

/// <summary>Tells whoever waits how far the work is.</summary>
public sealed class Progress(TextWriter to, TimeProvider clock)
{
    private readonly long begun = TimeProvider.System.GetTimestamp();
    private int buyers;

    /// <summary>One line: seconds since the start, the day of the story, what happens.</summary>
    public void Say(string what)
    {
        var seconds = TimeProvider.System.GetElapsedTime(begun).TotalSeconds;
        lock (to)
            to.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{seconds, 6:0.0} s  {clock.GetUtcNow():yyyy-MM-dd}  {what}"
                )
            );
    }

    /// <summary>One more buyer is through; every fiftieth is told.</summary>
    public void OneBuyer()
    {
        var count = Interlocked.Increment(ref buyers);
        if (count % 50 == 0)
            Say(string.Create(CultureInfo.InvariantCulture, $"{count} buyers"));
    }
}
