using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Governance;
using SocialShares.Features.Import;
using SocialShares.Http;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;
using Rules = SocialShares.Http.Access;

namespace SocialShares.Tests.Access;

/// <summary>Walks every way into the product as everyone, and compares with what the request declares.</summary>
[Collection(nameof(OneWorld))]
public sealed class EveryDoorTests
{
    /// <summary>What sends no request through the pipeline, and why.</summary>
    private static readonly Dictionary<string, string> WithoutRequest = new(StringComparer.Ordinal)
    {
        ["POST /api/v1/tokens"] = "signing in: ASP.NET Core Identity",
        ["POST /webhooks/stripe"] = "verified by its signature, then sends a request as the machine",
        ["GET /{**path:file}"] = "style sheets, scripts and pictures",
        ["HEAD /{**path:file}"] = "style sheets, scripts and pictures",
        ["GET /health"] = "tells whether the database answers",
        ["GET /language"] = "sets a cookie",
        ["GET /openapi/{documentName}.json"] = "describes the API",
    };

    [Fact]
    public async Task Every_way_in_sends_a_request_or_is_on_the_list()
    {
        var world = await TestWorld.Shared(Engine.Sqlite);

        var doors = Door.Of(world);

        doors.Count(d => d.Request is not null).ShouldBeGreaterThan(30);
        doors
            .Where(d => d.Request is null && d.Page is null)
            .Select(d => d.ToString())
            .Except(WithoutRequest.Keys)
            .ShouldBeEmpty();
        doors.Where(d => d.Request is { } r && Rules.Allowed(r).All(w => w == typeof(Machine))).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task Everyone_gets_what_the_request_declares_and_nothing_else(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var cast = await Cast.Gather(world);
        var wrong = new List<string>();

        foreach (var door in Door.Of(world).Where(d => d.Request is not null))
        foreach (var (role, person) in cast.StrangersFirst)
        {
            var reply = await Knock(door, person, cast.Values);
            var status = (int)reply.Status;
            var expected = Expected(Rules.Allowed(door.Request!), role);
            if (!expected(status))
                wrong.Add($"{status} for {role}: {door}");
        }

        string.Join('\n', wrong).ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_stranger_learns_nothing_from_things_that_do_not_exist(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var stranger = await world.SignUp();
        var nothing = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (var door in Door.Of(world).Where(d => d.Request is not null && d.Route.Contains('{')))
        {
            ((int)(await Knock(door, world.Nobody, nothing)).Status).ShouldBeLessThan(500, door.ToString());
            ((int)(await Knock(door, stranger, nothing)).Status).ShouldBeInRange(400, 499, door.ToString());
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task An_anonymous_post_of_anything_never_breaks_the_product(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        string[] bodies =
        [
            "",
            "{}",
            "null",
            "[]",
            "{",
            "\u0000",
            """{"email":null,"password":null}""",
            """{"email":"\u0000","password":"\u0000"}""",
            """{"email":"\ud800","password":"x"}""",
        ];

        foreach (var door in Door.Of(world).Where(d => d.Method != HttpMethod.Get))
        foreach (var body in bodies)
        foreach (var type in new[] { "application/json", "text/plain", "application/x-www-form-urlencoded" })
        {
            using var content = new StringContent(body);
            content.Headers.ContentType = new(type);
            var reply = await world.Nobody.Send(
                door.Method,
                door.Path(new Dictionary<string, string>(StringComparer.Ordinal)),
                content,
                ("Idempotency-Key", Guid.NewGuid().ToString())
            );
            ((int)reply.Status).ShouldBeInRange(300, 499, $"{door} with {type} {body}: {reply.Text}");
        }
    }

    [Theory]
    [InlineData("offers/%00")]
    [InlineData("offers/%F0%9F%8F%AA")]
    [InlineData("enterprises/by-name/%00")]
    [InlineData("enterprises/by-name/a%2F..%2Fb")]
    [InlineData("offers/00000000-0000-0000-0000-000000000000")]
    [InlineData("offers?search=%00")]
    [InlineData("offers?state=%00")]
    [InlineData("offers?limit=99999999999")]
    public async Task Odd_addresses_are_not_there_and_break_nothing(string path)
    {
        foreach (var engine in EnginesUnderTest.Now.Engines)
        {
            var world = await TestWorld.Shared(engine);
            var status = (int)(await world.Nobody.Get(path)).Status;
            status.ShouldBeInRange(200, 499, $"{path} on {engine}");
        }
    }

    private static Task<Reply> Knock(Door door, Person person, IReadOnlyDictionary<string, string> values) =>
        person.Send(
            door.Method,
            door.Path(values),
            door.Body(),
            ("Idempotency-Key", Guid.NewGuid().ToString()),
            ("If-Match", "\"1\"")
        );

    /// <summary>What the declaration means for a role, where the thing that is asked for exists.</summary>
    private static Func<int, bool> Expected(IReadOnlyList<Type> allowed, Role role)
    {
        if (allowed.Contains(typeof(Anyone)))
            return s => s is not (401 or 403) && s < 500;
        if (role == Role.Nobody)
            return s => s == 401;
        var welcome =
            allowed.Contains(typeof(SignedIn))
            || role == Role.Administrator && allowed.Contains(typeof(Administrator))
            || role == Role.Board && allowed.Contains(typeof(Board))
            || role == Role.Owner && allowed.Contains(typeof(Owner));
        if (welcome)
            return s => s is not (401 or 403) && s < 500;
        // Another person's thing looks as if it were not there; an enterprise's is forbidden.
        return allowed.Contains(typeof(Owner)) && !allowed.Contains(typeof(Board))
            ? s => s == 404
            : s => s is 403 or 404;
    }
}

/// <summary>Who knocks.</summary>
public enum Role
{
    /// <summary>Not signed in.</summary>
    Nobody,

    /// <summary>Signed in, and nothing to do with it.</summary>
    Citizen,

    /// <summary>On the board of another enterprise.</summary>
    OtherBoard,

    /// <summary>Who applied and holds.</summary>
    Owner,

    /// <summary>On the board of the enterprise.</summary>
    Board,

    /// <summary>Of the platform.</summary>
    Administrator,
}

/// <summary>One of everything, and one of everyone.</summary>
internal sealed record Cast(
    IReadOnlyList<(Role Role, Person Person)> StrangersFirst,
    IReadOnlyDictionary<string, string> Values
)
{
    public static async Task<Cast> Gather(TestWorld world)
    {
        var sold = await world.Open();
        var bought = await world.Buy(sold, 12);
        await world.End(sold);
        // Bonds of the same enterprise, held by the same person.
        var lent = await world.OpenBonds(TestWorld.TwoYears(Currency.Gbp), by: sold.By, iban: "GB33BUKB20201555555555");
        await world.Buy(lent, 12, bought.By);
        await world.End(lent);
        var series = (await world.Show(lent)).Series.Single();
        var other = await world.RegisterEnterprise(connected: false);
        var member = await world.InDatabase(db => db.Members.SingleAsync(m => m.PersonId == bought.By.Id));
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["enterpriseId"] = sold.By.Id.ToString(),
            ["offerId"] = sold.Id.ToString(),
            ["idOrSlug"] = sold.Slug,
            ["slug"] = sold.By.Slug,
            ["applicationId"] = bought.Id.ToString(),
            ["memberId"] = member.Id.ToString(),
            ["bondSeriesId"] = series.Id.ToString(),
            ["seriesId"] = series.Id.ToString(),
            ["importId"] = await UploadList(sold.By),
            ["job"] = nameof(MoveOffers),
            ["no"] = "1",
            ["number"] = "1",
            ["version"] = "1",
        };
        return new Cast(
            [
                (Role.Nobody, world.Nobody),
                (Role.Citizen, await world.SignUp()),
                (Role.OtherBoard, other.Chair),
                (Role.Administrator, await world.Administrator()),
                (Role.Board, sold.By.Chair),
                (Role.Owner, bought.By),
            ],
            values
        );
    }

    // A list of members for a class that has none yet.
    private static async Task<string> UploadList(RegisteredEnterprise by)
    {
        var terms = new ShareTerms(TestWorld.Par, by.Currency, 50_000, 0, true);
        var shares = (
            await by.Chair.Post($"enterprises/{by.Id}/share-classes", new DefineShareClass.Body(terms))
        ).As<ShareClassDefined>();
        var path =
            $"enterprises/{by.Id}/imports?shareClassId={shares.Id}&fileName=members.csv&totalUnits=5&foundedOn=2000-01-01";
        var list =
            "Name,Street,Postcode,City,Joined,Shares\nAnn,1 High Street,AB1 2CD,Hallowby,2020-01-31,5\n"u8.ToArray();
        return (await by.Chair.Upload(path, list, "text/csv")).As<ImportShown>().Id.ToString();
    }
}
