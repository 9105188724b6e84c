using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SocialShares.Tests.Access;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Api;

/// <summary>The description of the API and the running host say the same.</summary>
[Collection(nameof(OneWorld))]
public sealed partial class DescriptionTests
{
    [Fact]
    public async Task Every_operation_of_the_host_is_described_and_the_reverse()
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var document = await Document(world);

        var described = Operations(document).Select(o => $"{o.Method} {o.Path}");
        var real = Door.Of(world)
            .Where(d => d.Route.StartsWith("/api/v1/", StringComparison.Ordinal))
            .Select(d => $"{d.Method} {Constraint().Replace(d.Route, "{$1}")}");

        described.Order(StringComparer.Ordinal).ShouldBe(real.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_operation_says_what_it_does()
    {
        var document = await Document(await TestWorld.Shared(Engine.Sqlite));

        var silent = Operations(document).Where(o => ((string?)o.Node["summary"] ?? "").Length < 10);

        silent.Select(o => o.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Real_answers_have_the_described_shape()
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var document = await Document(world);
        var cast = await Cast.Gather(world);
        var wrong = new List<string>();
        var seen = 0;

        foreach (var door in Door.Of(world).Where(d => d.Request is not null && d.Method == HttpMethod.Get))
        foreach (var (_, person) in cast.StrangersFirst.Reverse())
        {
            var reply = await person.Get(door.Path(cast.Values));
            if ((int)reply.Status != 200 || reply.ContentHeaders.ContentType?.MediaType != "application/json")
                continue;
            var operation = document["paths"]![Constraint().Replace(door.Route, "{$1}")]!["get"]!;
            var schema = operation["responses"]!["200"]?["content"]?["application/json"]?["schema"];
            if (schema is null)
                wrong.Add($"{door}: no schema for its answer");
            else
                wrong.AddRange(Shape.Differences(document, schema, reply.Json, door.ToString()));
            seen++;
            break;
        }

        seen.ShouldBeGreaterThan(15);
        string.Join('\n', wrong).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"id": "a"}""", 0)]
    [InlineData("""{"id": 1}""", 1)]
    [InlineData("""{"id": null}""", 1)]
    [InlineData("{}", 1)]
    [InlineData("""{"id": "a", "colour": "red"}""", 1)]
    public void An_answer_of_another_shape_is_noticed(string answer, int differences)
    {
        var schema = JsonNode.Parse(
            """{"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}"""
        )!;

        Shape.Differences(schema, schema, JsonNode.Parse(answer), "answer").Count().ShouldBe(differences);
    }

    private static async Task<JsonNode> Document(TestWorld world) =>
        (await world.Nobody.Get("/openapi/v1.json")).ShouldSucceed().Json;

    private static IEnumerable<(string Method, string Path, JsonNode Node)> Operations(JsonNode document) =>
        document["paths"]!
            .AsObject()
            .SelectMany(p => p.Value!.AsObject().Select(o => (o.Key.ToUpperInvariant(), p.Key, o.Value!)));

    [GeneratedRegex(@"\{([A-Za-z]+)[^}]*\}")]
    private static partial Regex Constraint();
}
