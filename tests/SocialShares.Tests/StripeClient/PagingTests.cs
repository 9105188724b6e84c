using System.Net;
using System.Text;
using SocialShares.Stripe;

namespace SocialShares.Tests.StripeCalls;

public class PagingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(100)]
    public async Task Every_item_comes_once_newest_first_whatever_the_page_size(int limit)
    {
        var server = Refunds(7);

        var all = await All(server, new ListStripeRefunds { Limit = limit, PaymentIntent = "pi_1" });

        all.ShouldBe(["re_7", "re_6", "re_5", "re_4", "re_3", "re_2", "re_1"]);
        server.Asked.ShouldAllBe(a => a.Form.Contains("payment_intent=pi_1", StringComparison.Ordinal));
        server.Asked.Count.ShouldBe((7 + limit - 1) / limit);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(100)]
    public async Task Backwards_from_an_item_it_goes_towards_the_newest(int limit) =>
        (await All(Refunds(7), new ListStripeRefunds { Limit = limit, EndingBefore = "re_3" })).ShouldBe([
            "re_4",
            "re_5",
            "re_6",
            "re_7",
        ]);

    [Fact]
    public async Task From_an_item_on_only_what_is_older_comes() =>
        (await All(Refunds(7), new ListStripeRefunds { Limit = 1, StartingAfter = "re_3" })).ShouldBe(["re_2", "re_1"]);

    [Fact]
    public async Task An_empty_page_that_claims_more_is_the_end()
    {
        var server = AnswersWith.Json("""{"data":[],"has_more":true}""");

        (await All(server, new ListStripeRefunds())).ShouldBeEmpty();

        server.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_stops_reading_asks_for_no_further_page()
    {
        var server = Refunds(7);

        await foreach (
            var _ in server
                .Client()
                .ListAll(new ListStripeRefunds { Limit = 2 }, ct: TestContext.Current.CancellationToken)
        )
            break;

        server.Asked.Count.ShouldBe(1);
    }

    private static async Task<List<string>> All(AnswersWith server, ListStripeRefunds request)
    {
        var all = new List<string>();
        await foreach (var refund in server.Client().ListAll(request, ct: TestContext.Current.CancellationToken))
            all.Add(refund.Id);
        return all;
    }

    /// <summary>re_1 to re_n, listed by Stripe's rules: newest first, at most 10 unless asked otherwise.</summary>
    private static AnswersWith Refunds(int count) =>
        new(request =>
        {
            var query = Field.Decode(request.RequestUri!.Query.TrimStart('?')).ToDictionary(p => p.Key, p => p.Value);
            var limit = int.Parse(
                query.GetValueOrDefault("limit", "10"),
                System.Globalization.CultureInfo.InvariantCulture
            );
            var newestFirst = Enumerable.Range(1, count).Reverse().ToList();
            if (query.TryGetValue("starting_after", out var after))
                newestFirst = [.. newestFirst.SkipWhile(i => $"re_{i}" != after).Skip(1)];
            var backwards = query.TryGetValue("ending_before", out var before);
            if (backwards)
                newestFirst = [.. newestFirst.TakeWhile(i => $"re_{i}" != before)];
            var page = backwards ? newestFirst.TakeLast(limit) : newestFirst.Take(limit);
            var items = page.Select(i => $$"""{"id":"re_{{i}}","amount":{{i}},"currency":"eur","created":{{i}}}""");
            var more = newestFirst.Count > limit ? "true" : "false";
            var json =
                $$"""{"object":"list","data":[{{string.Join(',', items)}}],"has_more":{{more}},"url":"/v1/refunds"}""";
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(json, Encoding.UTF8, "application/json"),
            };
        });
}
