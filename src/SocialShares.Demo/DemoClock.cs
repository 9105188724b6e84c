namespace SocialShares.Demo;

/// <summary>Lets whoever tries the demo move its clock. Mapped by the demo only; the product has no such door.</summary>
internal static class DemoClock
{
    public const string Path = "/demo/clock";

    public static void Map(IEndpointRouteBuilder app, AdjustableClock clock)
    {
        app.MapGet(Path, () => new ClockShown(clock.GetUtcNow())).AllowAnonymous().ExcludeFromDescription();
        app.MapPost(Path, (ClockMove move) => Move(clock, move)).AllowAnonymous().ExcludeFromDescription();
    }

    private static IResult Move(AdjustableClock clock, ClockMove move)
    {
        if (move.To is null == move.Days is null || move.Days is < 0 or > 3660)
            return Results.BadRequest(new { error = "give either to (an instant) or days (0 to 3660)" });
        var to = move.To ?? clock.GetUtcNow().AddDays(move.Days!.Value);
        return clock.MoveTo(to)
            ? Results.Ok(new ClockShown(clock.GetUtcNow()))
            : Results.Conflict(new { error = "the clock only moves forward", now = clock.GetUtcNow() });
    }

    private sealed record ClockMove(DateTimeOffset? To, int? Days);

    private sealed record ClockShown(DateTimeOffset Now);
}
