using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Access;

/// <summary>Walks every page as everyone, signed in by cookie as a browser is, and compares with whose page it is.</summary>
[Collection(nameof(OneWorld))]
public sealed class EveryPageTests
{
    private static readonly Dictionary<string, string> Nothing = new(StringComparer.Ordinal);

    [Theory]
    [EveryDatabase]
    public async Task Every_page_opens_for_those_whose_it_is_and_for_nobody_else(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var cast = await Cast.Gather(world);
        var values = cast.Values;
        var routes = Door.Of(world).Where(d => d.Page is not null).Select(d => "/" + d.Route.TrimStart('/')).Distinct();
        var pages = routes.Where(r => !r.StartsWith("/error", StringComparison.Ordinal)).ToList();
        var wrong = new List<string>();

        foreach (var (role, person) in cast.StrangersFirst)
        {
            var cookie = role == Role.Nobody ? "none=" : await world.Cookie(person);
            foreach (var route in pages)
            {
                var reply = await world.Nobody.Send(HttpMethod.Get, Path(route, values), null, ("Cookie", cookie));
                if (!IsRight(route, role, (int)reply.Status, reply.Headers.Location?.ToString() ?? ""))
                    wrong.Add($"{(int)reply.Status} {reply.Headers.Location} for {role}: {route}");
            }
        }

        pages.Count.ShouldBeGreaterThan(40);
        string.Join('\n', wrong).ShouldBeEmpty();
    }

    private static string Path(string route, IReadOnlyDictionary<string, string> values) =>
        route switch
        {
            _ when route.StartsWith("/applications/", StringComparison.Ordinal) => route.Replace(
                "{id:guid}",
                values["applicationId"],
                StringComparison.Ordinal
            ),
            "/certificates/{id}" => $"/certificates/{values["memberId"]}-1",
            "/offers/{slug}" or "/apply/{slug}" => route.Replace(
                "{slug}",
                values["idOrSlug"],
                StringComparison.Ordinal
            ),
            _ => new Door(HttpMethod.Get, route, null, null).Path(
                route.Contains("{id", StringComparison.Ordinal) ? Nothing : values
            ),
        };

    private static bool IsRight(string route, Role role, int status, string location)
    {
        if (status >= 500)
            return false;
        var goesToSignIn = status == 302 && location.Contains("/sign-in", StringComparison.Ordinal);
        var opens = status is 200 or 302 && !goesToSignIn;
        var isRefused = status is 403 or 404;
        return Whose(route) switch
        {
            null => status is not (401 or 403),
            _ when role == Role.Nobody => goesToSignIn,
            Role.Citizen => opens,
            // No run is there in this cast: for those who may see runs it is not there, for the others it is refused.
            Role.Administrator when role == Role.Administrator => opens
                || (isRefused && route.Contains("{id", StringComparison.Ordinal)),
            Role.Administrator => isRefused,
            Role.Board when role == Role.Board => opens,
            Role.Board when role == Role.Administrator => status < 500,
            Role.Board => isRefused,
            Role.Owner when role == Role.Owner => opens,
            Role.Owner when role is Role.Board or Role.Administrator => status < 500,
            _ => isRefused,
        };
    }

    /// <summary>Whose page it is; null: everybody's. Citizen: whoever signed in.</summary>
    private static Role? Whose(string route) =>
        route switch
        {
            "/portfolio" or "/board" or "/board/register" => Role.Citizen,
            _ when route.StartsWith("/admin", StringComparison.Ordinal) => Role.Administrator,
            _ when route.StartsWith("/board/", StringComparison.Ordinal) => Role.Board,
            _ when route.StartsWith("/applications/", StringComparison.Ordinal) => Role.Owner,
            _ when route.StartsWith("/holdings/", StringComparison.Ordinal) => Role.Owner,
            _ when route.StartsWith("/certificates/", StringComparison.Ordinal) => Role.Owner,
            _ => null,
        };
}
