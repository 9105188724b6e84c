using System.Net;
using System.Text.Json;

namespace SocialShares.Demo.Api;

/// <summary>How buyers pay at the local Stripe: on the hosted page, as a browser would, or through its machine door.</summary>
public sealed class StripeDoor(Uri address) : IDisposable
{
    public const string GoodCard = "4242424242424242";
    public const string DeclinedCard = "4000000000000002";
    public const string CardThatAsks = "4000002500003155";
    public const string DisputedCard = "4000000000000259";

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        BaseAddress = address,
        Timeout = TimeSpan.FromMinutes(2),
    };

    public void Dispose() => http.Dispose();

    /// <summary>Lets Stripe do what is due by the clock and deliver what waits.</summary>
    public async Task Settle(CancellationToken ct)
    {
        using var answer = await http.PostAsync(new Uri("/_emu/settle", UriKind.Relative), null, ct);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The platform puts own money into its balance: fees and early refunds are paid from it.</summary>
    public async Task TopUp(Currency currency, long minor, CancellationToken ct)
    {
        var order = new { currency = currency.Code.ToLowerInvariant(), amount = minor };
        using var answer = await http.PostAsJsonAsync("/_emu/topups", order, ct);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Pays through the machine door.</summary>
    /// <returns>Was it paid, or is the bank being asked?</returns>
    public async Task<bool> PayByMachine(Uri page, string method, string card, CancellationToken ct)
    {
        using var answer = await http.PostAsJsonAsync($"/_emu/pay/{page.Segments[^1]}", new { method, card }, ct);
        answer.EnsureSuccessStatusCode();
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(ct));
        return json.RootElement.GetProperty("status").GetString() is "paid" or "complete" or "processing";
    }

    /// <summary>Pays on the hosted page: reads it, fills its form in, and answers the bank where it asks.</summary>
    /// <returns>Was the buyer sent back to the shop?</returns>
    public async Task<bool> PayByForm(Uri page, string method, string card, string name, CancellationToken ct)
    {
        var shown = await http.GetStringAsync(page, ct);
        if (!shown.Contains($"id=\"{method}-form\"", StringComparison.Ordinal))
            throw new InvalidOperationException($"The payment page offers no {method}.");
        Dictionary<string, string> fields = new()
        {
            ["method"] = method,
            ["card_number"] = card,
            ["expiry"] = "12 / 34",
            ["cvc"] = "123",
            ["name"] = name,
            ["email"] = "payer@example.org",
            ["iban"] = "DE89370400440532013000",
            ["sort_code"] = "108800",
            ["account_number"] = "00012345",
        };
        var next = await Submit(page, fields, ct);
        if (next is { } bank && bank.AbsolutePath.EndsWith("/bank", StringComparison.Ordinal))
            next = await Submit(bank, new Dictionary<string, string> { ["outcome"] = "complete" }, ct);
        return next is not null && next.Authority != page.Authority;
    }

    private async Task<Uri?> Submit(Uri page, Dictionary<string, string> fields, CancellationToken ct)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync(page, form, ct);
        if (answer.StatusCode == HttpStatusCode.OK)
            return null; // the page again, with what went wrong
        return answer.StatusCode == HttpStatusCode.SeeOther
            ? new Uri(page, answer.Headers.Location!)
            : throw new InvalidOperationException($"The payment page answered {(int)answer.StatusCode}.");
    }
}
