using SocialShares.Demo;

namespace SocialShares.Tests.Demo;

/// <summary>The clock of the demo goes on by itself and can be moved forward only.</summary>
public sealed class AdjustableClockTests
{
    private static readonly DateTimeOffset Start = new(2018, 7, 27, 10, 0, 0, TimeSpan.Zero);
    private readonly HandClock real = new();

    [Fact]
    public void It_starts_where_it_is_told_and_goes_on_with_real_time()
    {
        var clock = new AdjustableClock(Start, real);

        real.Now += TimeSpan.FromSeconds(90);

        clock.GetUtcNow().ShouldBe(Start.AddSeconds(90));
    }

    [Fact]
    public void Without_a_start_it_shows_real_time() =>
        new AdjustableClock(startsAt: null, real).GetUtcNow().ShouldBe(real.Now);

    [Fact]
    public void It_moves_forward()
    {
        var clock = new AdjustableClock(Start, real);

        var moved = clock.MoveTo(Start.AddYears(3));

        moved.ShouldBeTrue();
        clock.GetUtcNow().ShouldBe(Start.AddYears(3));
    }

    [Fact]
    public void It_never_moves_back()
    {
        var clock = new AdjustableClock(Start, real);

        var moved = clock.MoveTo(Start.AddSeconds(-1));

        moved.ShouldBeFalse();
        clock.GetUtcNow().ShouldBe(Start);
    }

    [Fact]
    public void A_story_ends_at_real_time()
    {
        var clock = new AdjustableClock(Start, real);

        clock.MoveToToday();

        clock.GetUtcNow().ShouldBe(real.Now);
    }

    private sealed class HandClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
