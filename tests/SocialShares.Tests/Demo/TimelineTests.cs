using SocialShares.Demo.Scenario;

namespace SocialShares.Tests.Demo;

/// <summary>One clock for several stories, whatever happens to one of them.</summary>
public sealed class TimelineTests
{
    [Fact]
    public async Task A_request_that_times_out_fails_one_story_and_the_others_go_on()
    {
        var ct = TestContext.Current.CancellationToken;
        var start = new DateTimeOffset(2030, 1, 1, 10, 0, 0, TimeSpan.Zero);
        var moves = new List<DateTimeOffset>();
        var timeline = new Timeline(Move, stories: 2);

        var slow = Tell(start);
        var quick = Tell(start.AddDays(1));
        var told = Task.WhenAll(slow, quick);
        (await Task.WhenAny(told, Task.Delay(TimeSpan.FromSeconds(20), ct))).ShouldBe(told, "no story hangs");

        (await slow).ShouldBeOfType<TaskCanceledException>("as HttpClient says it");
        (await quick).ShouldBeNull();
        moves.ShouldBe([start, start.AddDays(1)]);

        Task Move(DateTimeOffset instant, CancellationToken _)
        {
            moves.Add(instant);
            return instant == start
                ? Task.FromException(new TaskCanceledException("took too long"))
                : Task.CompletedTask;
        }

        async Task<Exception?> Tell(DateTimeOffset until)
        {
            try
            {
                await timeline.Until(until, ct);
                return null;
            }
            catch (Exception e)
            {
                return e;
            }
            finally
            {
                await timeline.Leave(ct);
            }
        }
    }
}
