using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using SocialShares.Adapters.RuleFiles;
using SocialShares.Tests.Repository;

namespace SocialShares.Tests.Regulation;

/// <summary>The files of rule packs: those that come with the platform are well, and a malformed one is refused with its line.</summary>
public sealed class RuleFileTests
{
    private const string Folder = "infra/data/rule-packs";
    private static readonly string[] Names = ["eu-ecsp", "gb-exempt-society", "nl-exempt", "non-security"];

    public static TheoryData<string> Shipped => [.. Names];

    private static JsonSchema Schema { get; } =
        JsonSchema.FromJsonAsync(Checkout.Read($"{Folder}/rule-pack.schema.json")).GetAwaiter().GetResult();

    /// <summary>What is changed in a good file, the line that is named, and words of the message.</summary>
    public static TheoryData<string, string, int, string> Malformed =>
        new()
        {
            { "\"days\": 14", "\"days\": 14,,", 9, "not JSON" },
            { "\"days\": 14", "\"days\": 14, \"dayz\": 1", 9, "unknown field \"dayz\"" },
            { "\"days\": 14, ", "", 9, "lacks days" },
            { "\"days\": 14", "\"days\": \"14\"", 9, "must be a whole number, not a text" },
            { "\"days\": 14", "\"days\": 14.5", 9, "must be a whole number, not 14.5" },
            { "\"days\": 14", "\"days\": 0", 9, "from 1 to 60" },
            { "\"days\": 14", "\"days\": 14, \"days\": 15", 9, "stands here twice" },
            { "\"days\": 14", "\"days\": null", 9, "not null" },
            { "\"2017-10-01\"", "\"2017-13-01\"", 8, "must be a date like" },
            { "\"2017-10-01\"", "\"1 October 2017\"", 8, "must be a date like" },
            { ", \"nl\": \"Verlies\"", "", 10, "lacks nl" },
            { "\"nl\": \"Verlies\"", "\"nl\": \"  \"", 10, "must not be empty" },
            { "\"nl\": \"Verlies\"", "\"nl\": \"Verlies\", \"fr\": \"Perte\"", 10, "unknown field \"fr\"" },
            { "[\"NL\"]", "[\"nl\"]", 4, "two capital letters" },
            { "[\"NL\"]", "\"NL\"", 4, "must be a list, not a text" },
            { "[\"bond\"]", "[\"bonds\"]", 5, "one of share, bond" },
            { "\"retention\"", "\"keep\": 1, \"retention\"", 13, "unknown field \"keep\"" },
            { "\"a test\"", "5", 9, "must be a text, not a number" },
        };

    /// <summary>Dates of a second version, the line that is named, and words of the message.</summary>
    public static TheoryData<string, string, string> Disordered =>
        new()
        {
            { "\"validFrom\": \"2017-10-01\"", "\"validFrom\": \"2017-10-01\"", "in the order of their days" },
            { "\"validFrom\": \"2017-10-01\"", "\"validFrom\": \"2016-01-01\"", "in the order of their days" },
            {
                "\"validFrom\": \"2017-10-01\", \"validUntil\": \"2026-06-05\"",
                "\"validFrom\": \"2026-06-05\"",
                "overlaps the one before"
            },
        };

    [Fact]
    public void What_passes_by_nomination_is_what_the_pack_of_the_country_says_on_the_day()
    {
        var packs = RulePacks.Load(new RuleSettings { Folder = Path.Combine(Checkout.Root, Folder) });

        packs.NominationMinor("GB", new DateOnly(2014, 8, 1)).ShouldBe(500_000);
        packs.NominationMinor("GB", new DateOnly(2014, 7, 31)).ShouldBeNull();
        packs.NominationMinor("NL", new DateOnly(2026, 1, 1)).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Each_pack_is_read_as_its_schema_describes_it(string name)
    {
        var text = Checkout.Read($"{Folder}/{name}.json");

        var pack = Read(text);

        pack.Id.ShouldBe(name);
        IsValid(text).ShouldBeTrue();
        pack.Hash.ShouldMatch("^[0-9a-f]{64}$");
    }

    [Fact]
    public void Every_pack_lies_beside_the_product_and_is_loaded()
    {
        var packs = RulePacks.Load(new RuleSettings());

        packs.All.Select(p => p.Id).ShouldBe(Names);
        packs.Choose(null, "GB", SecurityKind.Share).Id.ShouldBe("gb-exempt-society");
        packs.Choose(null, "NL", SecurityKind.Bond).Id.ShouldBe("nl-exempt");
        packs.Choose(null, "NL", SecurityKind.Share).Id.ShouldBe("non-security");
        packs.Choose(null, "BE", SecurityKind.Share).Id.ShouldBe("eu-ecsp");
        Should.Throw<Refused>(() => packs.Choose(null, "US", SecurityKind.Share)).Code.ShouldBe("offer.rules-choose");
        Should.Throw<Refused>(() => packs.Find("gb")).Code.ShouldBe("offer.rules-unknown");
    }

    [Fact]
    public void The_figures_are_those_of_the_design()
    {
        var packs = RulePacks.Load(new RuleSettings());
        var (gb, nl, eu) = (packs.Find("gb-exempt-society"), packs.Find("nl-exempt"), packs.Find("eu-ecsp"));
        var change = new DateOnly(2026, 6, 5);

        nl.On(change.AddDays(-1))!.Size!.MostMinor.ShouldBe(500_000_000);
        nl.On(change)!.Size!.MostMinor.ShouldBe(1_200_000_000);
        nl.On(change)!.Size!.Source.ToCheck.ShouldNotBeNull();
        (nl.On(change)!.Reflection.Days, nl.On(change)!.Reflection.DaysOnceFull).ShouldBe((14, 1));
        gb.On(change)!.CapPerPerson!.MostMinor.ShouldBe(10_000_000);
        gb.On(change)!.Nomination!.Minor.ShouldBe(500_000);
        gb.On(change)!.YearlyReport!.Minor.ShouldBe(25_000);
        eu.On(change)!.Reflection.Days.ShouldBe(4);
        eu.On(change)!
            .RiskWarning.En.ShouldBe(
                "An investment in a crowdfunding project includes the risk of losing the entirety of the money invested."
            );
        nl.Versions.ShouldAllBe(v => v.Retention.Years == 7);
    }

    [Theory]
    [MemberData(nameof(Malformed))]
    public void A_malformed_file_is_refused_with_the_line_and_what_is_wrong(
        string good,
        string bad,
        int line,
        string words
    )
    {
        Good.ShouldContain(good);
        var text = Good.Replace(good, bad, StringComparison.Ordinal);

        var refused = Should.Throw<RulePackMalformed>(() => Read(text));

        (refused.Line, refused.File).ShouldBe((line, "a.json"), refused.Message);
        refused.What.ShouldContain(words);
        // The day that is none looks like one to a schema, which knows a name twice as little.
        if (!bad.Contains("2017-13", StringComparison.Ordinal) && !words.Contains("twice", StringComparison.Ordinal))
            IsValid(text).ShouldBeFalse(words);
    }

    [Theory]
    [MemberData(nameof(Disordered))]
    public void Versions_out_of_order_or_over_each_other_are_refused(string first, string second, string words)
    {
        var version = Good[
            Good.IndexOf("    {", StringComparison.Ordinal)..Good.LastIndexOf("  ]", StringComparison.Ordinal)
        ]
            .TrimEnd();
        var text = Good.Replace(
            version,
            $"{version},\n{version.Replace("\"validFrom\": \"2017-10-01\"", second, StringComparison.Ordinal)}",
            StringComparison.Ordinal
        );
        var at = text.IndexOf("\"validFrom\": \"2017-10-01\"", StringComparison.Ordinal);
        text = text[..at] + first + text[(at + 25)..];

        var refused = Should.Throw<RulePackMalformed>(() => Read(text));

        refused.What.ShouldContain(words);
        refused.Line.ShouldBe(16, refused.Message);
    }

    [Fact]
    public void Whatever_a_schema_forbids_the_reader_refuses_too()
    {
        // Every field of a real pack left out, and every value put in the place of another kind.
        var text = Checkout.Read($"{Folder}/eu-ecsp.json");
        var differ = new List<string>();
        foreach (var (what, changed) in Changes(JsonNode.Parse(text)!))
            // That one choice is right, and only one, is beyond a schema.
            if (IsValid(changed) != IsRead(changed) && !what.Contains("right", StringComparison.Ordinal))
                differ.Add($"{what}: the schema says {IsValid(changed)}");

        differ.ShouldBeEmpty();
    }

    [Fact]
    public void The_platform_does_not_start_with_a_malformed_file()
    {
        var folder = Directory.CreateTempSubdirectory("shares-rules-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "a.json"), Good.Replace("14", "\"14\"", StringComparison.Ordinal));

            var refused = Should.Throw<RulePackMalformed>(() =>
                SocialSharesHost.Create(["--applicationName=SocialShares", $"--Rules:Folder={folder}"])
            );

            refused.Message.ShouldBe(
                $"{Path.Combine(folder, "a.json")}, line 9: the pack.versions[0].reflection.days must be a whole number, not a text"
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private const string Good = """
        {
          "id": "a",
          "name": { "en": "A", "nl": "A" }, "summary": { "en": "B", "nl": "B" },
          "countries": ["NL"],
          "instruments": ["bond"],
          "versions": [
            {
              "validFrom": "2017-10-01",
              "reflection": { "days": 14, "source": "a test" },
              "riskWarning": { "en": "Loss", "nl": "Verlies" },
              "protection": [
                { "en": "Nothing", "nl": "Niets" }],
              "retention": { "years": 7, "source": "a tax law" }
            }
          ]
        }
        """;

    private static RulePack Read(string text) => RulePackReader.Read("a.json", Encoding.UTF8.GetBytes(text));

    private static bool IsRead(string text)
    {
        try
        {
            Read(text);
            return true;
        }
        catch (RulePackMalformed)
        {
            return false;
        }
    }

    private static bool IsValid(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return Schema.Validate(text).Count == 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static IEnumerable<(string What, string Text)> Changes(JsonNode root)
    {
        JsonNode?[] others =
        [
            null,
            JsonValue.Create(true),
            JsonValue.Create(-1),
            JsonValue.Create(""),
            new JsonArray(),
        ];
        foreach (var path in Paths(root, []).ToList())
        {
            var without = root.DeepClone();
            if (Parent(without, path) is JsonObject members)
            {
                members.Remove((string)path[^1]);
                yield return ($"without {string.Join('.', path)}", without.ToJsonString());
            }
            foreach (var other in others)
            {
                var changed = root.DeepClone();
                var parent = Parent(changed, path);
                if (parent is JsonObject o)
                    o[(string)path[^1]] = other?.DeepClone();
                else
                    parent.AsArray()[(int)path[^1]] = other?.DeepClone();
                yield return ($"{string.Join('.', path)} = {other?.ToJsonString() ?? "null"}", changed.ToJsonString());
            }
        }
    }

    // The first question and the first default stand for all of them.
    private static IEnumerable<object[]> Paths(JsonNode? node, object[] to)
    {
        var inner = node switch
        {
            JsonObject o => o.Select(m => ((object)m.Key, m.Value)),
            JsonArray a => a.Take(1).Select((item, i) => ((object)i, item)),
            _ => [],
        };
        foreach (var (name, value) in inner)
        {
            object[] path = [.. to, name];
            yield return path;
            foreach (var deeper in Paths(value, path))
                yield return deeper;
        }
    }

    private static JsonNode Parent(JsonNode root, object[] path) =>
        path[..^1].Aggregate(root, (node, step) => step is int i ? node[i]! : node[(string)step]!);
}
