using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Faults;

/// <summary>Events that Stripe made, delivered by the test in Stripe's place.</summary>
internal sealed class EventsAtHand : IDisposable
{
    private readonly TestWorld world;
    private readonly HttpClient stripe;
    private readonly HttpClient product = new();
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public EventsAtHand(TestWorld world)
    {
        this.world = world;
        stripe = new HttpClient { BaseAddress = world.Stripe.Address };
        stripe.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TestWorld.StripeKey);
    }

    /// <summary>Delivers the events that were made last: one after the other, or all at once.</summary>
    /// <param name="counts">How often each of them comes; over again where there are more events than counts.</param>
    /// <param name="chance">Decides the order, and whether all come at once.</param>
    public async Task Deliver(int[] counts, Random chance)
    {
        var made = await New();
        var deliveries = made.SelectMany((e, i) => Enumerable.Repeat(e, counts[i % counts.Length]))
            .OrderBy(_ => chance.Next())
            .ToList();
        if (chance.Next(3) == 0)
            await Task.WhenAll(deliveries.Select(e => Post(e, world.Address)));
        else
            foreach (var one in deliveries)
                await Post(one, world.Address);
    }

    /// <summary>Delivers each of the events that were made last to every node, all at the same time.</summary>
    /// <returns>How many events there were.</returns>
    public async Task<int> DeliverTo(params Uri[] nodes)
    {
        var made = await New();
        await Task.WhenAll(made.SelectMany(_ => nodes, Post));
        return made.Count;
    }

    public void Dispose()
    {
        stripe.Dispose();
        product.Dispose();
    }

    // The page's own event first, because that is the one that counts most.
    private async Task<List<string>> New()
    {
        var list = JsonNode.Parse(await stripe.GetStringAsync("/v1/events?limit=100"))!["data"]!.AsArray();
        return
        [
            .. list.Where(e => known.Add((string)e!["id"]!))
                .OrderBy(e => ((string)e!["type"]!).StartsWith("checkout", StringComparison.Ordinal) ? 0 : 1)
                .ThenBy(e => (string)e!["type"]!, StringComparer.Ordinal)
                .Select(e => e!.ToJsonString()),
        ];
    }

    private async Task Post(string body, Uri node)
    {
        var at = world.Clock.GetUtcNow().ToUnixTimeSeconds();
        var signature = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(TestWorld.WebhookSecret),
            Encoding.UTF8.GetBytes($"{at}.{body}")
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(node, "/webhooks/stripe"))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Stripe-Signature", $"t={at},v1={Convert.ToHexStringLower(signature)}");
        using var answer = await product.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
