using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SocialShares.Stripe;

namespace SocialShares.Tests.StripeCalls;

public class ResponseShapesTests
{
    public static TheoryData<string, Fullness> Answers =>
        new(from name in Operation.Names from fullness in Enum.GetValues<Fullness>() select (name, fullness));

    public static TheoryData<string> Names => new(Operation.Names);

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Any_answer_that_Stripe_may_give_is_read_field_by_field(string name, Fullness fullness)
    {
        var operation = Operation.Named(name);
        var answer = new Instances(fullness).Of(await AnswerOf(operation))!;

        var task = operation.Call(
            AnswersWith.Json(answer.ToJsonString()).Client(),
            type => Operation.Filled(type, null)
        );
        await task;

        dynamic result = ((dynamic)task).Result;
        Compare(name, result.Value, answer);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_field_we_read_exists_at_Stripe(string name)
    {
        var operation = Operation.Named(name);

        Unknown(operation.Answer, await AnswerOf(operation), []).ShouldBeEmpty();
    }

    [Fact]
    public void An_unknown_field_and_an_unknown_word_are_no_error()
    {
        var refund = Read<StripeRefund>(
            """{"id":"re_1","amount":5,"currency":"eur","created":1,"status":"teleported","next_year":{"a":[1]}}"""
        );

        refund.Status.ShouldBe("teleported");
        refund.Amount.ShouldBe(5);
    }

    [Fact]
    public void A_deleted_object_is_known_as_such()
    {
        var deleted = """{"id":"cus_1","object":"customer","deleted":true}""";

        Read<StripeReference>(deleted).ShouldBe(new StripeReference("cus_1", "customer", Deleted: true));
        Read<StripeExpandable<StripeAccount>>("""{"id":"acct_1","object":"account","deleted":true}""")
            .ShouldBe(new StripeExpandable<StripeAccount>("acct_1", null, Deleted: true));
    }

    [Theory]
    [InlineData("""{"id":"re_1","currency":"eur","created":1}""")]
    [InlineData("""{"id":"re_1","amount":null,"currency":"eur","created":1}""")]
    [InlineData("""{"id":"re_1","amount":5.5,"currency":"eur","created":1}""")]
    [InlineData("""{"id":"re_1","amount":5,"currency":null,"created":1}""")]
    [InlineData("""{"id":"re_1","amount":5,"currency":"eur","created":99999999999999}""")]
    [InlineData("""{"id":"re_1","amount":5,"currency":"eur","created":1,"charge":{"object":"charge"}}""")]
    public async Task An_answer_without_its_money_is_an_unknown_outcome_not_a_zero(string refund)
    {
        var client = AnswersWith.Json(refund).Client();

        var thrown = await Should.ThrowAsync<StripeApiException>(() =>
            client.CreateRefund(new CreateStripeRefund(), "key-1", ct: TestContext.Current.CancellationToken)
        );

        thrown.OutcomeUnknown.ShouldBeTrue();
    }

    [Fact]
    public void An_amount_may_be_larger_than_32_bits_and_a_rate_keeps_its_digits()
    {
        var movement = Read<StripeBalanceTransaction>(
            """
            {"id":"txn_1","amount":99999999999,"fee":1,"net":99999999998,"currency":"eur","created":1,"available_on":2,
             "status":"available","type":"charge","reporting_category":"charge","fee_details":[],"exchange_rate":1.120345}
            """
        );

        movement.Net.ShouldBe(99_999_999_998);
        movement.ExchangeRate.ShouldBe(1.120345m);
    }

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, StripeJson.Options)!;

    private static async Task<JsonObject> AnswerOf(Operation operation)
    {
        var handler = AnswersWith.Json("{}");
        await Should.ThrowAsync<StripeApiException>(() =>
            operation.Call(handler.Client(), type => Operation.Filled(type, null))
        );
        var sent = handler.Asked.Single().Request;
        return Subset.Answer(Subset.Operation(sent.Method, sent.RequestUri!.AbsolutePath));
    }

    private static void Compare(string path, object? read, JsonNode? sent)
    {
        switch (read)
        {
            case null:
                sent.ShouldBeNull(path);
                break;
            case string text:
                text.ShouldBe((string?)sent, path);
                break;
            case bool flag:
                flag.ShouldBe(sent!.GetValue<bool>(), path);
                break;
            case long number:
                number.ShouldBe(sent!.GetValue<long>(), path);
                break;
            case decimal rate:
                rate.ShouldBe(sent!.GetValue<decimal>(), path);
                break;
            case DateTimeOffset instant:
                instant.ToUnixTimeSeconds().ShouldBe(sent!.GetValue<long>(), path);
                break;
            case JsonElement element:
                JsonNode.DeepEquals(JsonNode.Parse(element.GetRawText()), sent).ShouldBeTrue(path);
                break;
            case IReadOnlyDictionary<string, string> map:
                map.ToDictionary().ShouldBe(sent!.AsObject().ToDictionary(p => p.Key, p => (string)p.Value!), path);
                break;
            case IList list:
                list.Count.ShouldBe(sent is null ? 0 : sent.AsArray().Count, path);
                for (var i = 0; i < list.Count; i++)
                    Compare($"{path}[{i}]", list[i], sent![i]);
                break;
            default:
                CompareRecord(path, read, sent);
                break;
        }
    }

    private static void CompareRecord(string path, object read, JsonNode? sent)
    {
        var fields = Fields(read.GetType()).ToDictionary(p => p.Name, p => p.GetValue(read));
        if (Points(read.GetType()) && sent is JsonValue)
            fields["Id"].ShouldBe((string)sent!, path);
        else if (read is StripeReference reference)
            (reference.Id, reference.Object).ShouldBe(((string)sent!["id"]!, (string?)sent["object"]), path);
        else if (Points(read.GetType()))
            Compare(path, fields["Value"].ShouldNotBeNull(path), sent);
        else
            foreach (var (name, value) in fields)
                Compare($"{path}.{name}", value, sent![Wire(name)]);
    }

    /// <summary>Names in our records that the shape does not have.</summary>
    private static IEnumerable<string> Unknown(Type type, JsonNode schema, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        schema = Subset.Resolve(schema);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return Unknown(type.GetGenericArguments()[0], schema["items"]!, seen);
        if (type.Assembly != typeof(StripeClient).Assembly || type == typeof(StripeReference) || !seen.Add(type))
            return [];
        var whole = schema["anyOf"]?.AsArray().First(c => c!["$ref"] is not null) ?? schema;
        if (Points(type))
            return Unknown(type.GetGenericArguments()[0], whole, seen);
        var properties = Subset.Resolve(whole)["properties"]!;
        return Fields(type)
            .SelectMany(f =>
                properties[Wire(f.Name)] is { } known ? Unknown(f.PropertyType, known, seen) : [$"{type.Name}.{f.Name}"]
            );
    }

    private static bool Points(Type type) =>
        type == typeof(StripeReference)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(StripeExpandable<>));

    private static IEnumerable<PropertyInfo> Fields(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetCustomAttribute<JsonIgnoreAttribute>() is null && p.Name != "EqualityContract");

    private static string Wire(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
