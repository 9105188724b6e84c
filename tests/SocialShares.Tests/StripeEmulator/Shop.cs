using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SocialShares.Tests.StripeEmulator;

/// <summary>A small shop that writes down what it is told, and answers what the test says.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Lock gate = new();
    private readonly List<(string Signature, byte[] Body)> received = [];

    private Shop(WebApplication app) => this.app = app;

    public string Url => app.Urls.First() + "/webhooks/stripe";

    /// <summary>Status of the next answers, by number of the delivery (from 0).</summary>
    public Func<int, int> AnswerWith { get; set; } = _ => 200;
    public TimeSpan Delay { get; set; }

    public IReadOnlyList<(string Signature, byte[] Body)> Received
    {
        get
        {
            lock (gate)
            {
                return [.. received];
            }
        }
    }

    public IReadOnlyList<JsonNode> Events => [.. Received.Select(x => JsonNode.Parse(x.Body)!)];

    public IReadOnlyList<string> Ids(string type) =>
        [.. Events.Where(x => (string?)x["type"] == type).Select(x => (string)x["id"]!)];

    public static async Task<Shop> Open()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var shop = new Shop(builder.Build());
        shop.app.MapPost("/webhooks/stripe", shop.Take);
        await shop.app.StartAsync();
        return shop;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    /// <summary>The check that Stripe documents, in a few lines of its own.</summary>
    public static bool IsSigned(string header, byte[] body, string secret, long now)
    {
        var parts = header.Split(',').Select(x => x.Split('=', 2)).ToLookup(x => x[0], x => x[1]);
        var time = parts["t"].Single();
        var message = Encoding.UTF8.GetBytes($"{time}.{Encoding.UTF8.GetString(body)}");
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(secret));
        var expected = Convert.ToHexString(hmac.ComputeHash(message)).ToLowerInvariant();
        return parts["v1"].Contains(expected) && Math.Abs(now - long.Parse(time)) <= 300;
    }

    private async Task<IResult> Take(HttpRequest request)
    {
        using var copy = new MemoryStream();
        await request.Body.CopyToAsync(copy);
        await Task.Delay(Delay);
        int number;
        lock (gate)
        {
            number = received.Count;
            received.Add((request.Headers["Stripe-Signature"].ToString(), copy.ToArray()));
        }

        return Results.StatusCode(AnswerWith(number));
    }
}
