using System.Text.Json;
using System.Text.Json.Serialization;

namespace SocialShares.StripeEmulator;

/// <summary>What no real Stripe has: the handles that tests, load and the demo turn, under <c>/_emu</c>.</summary>
internal static class AdminDoor
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/_emu/settle", async (Clockwork clockwork) => Json(await clockwork.Settle()));
        routes.MapPost("/_emu/clock", MoveClock);
        routes.MapGet("/_emu/state", State);
        routes.MapPost("/_emu/topups", TopUp);
        routes.MapPost("/_emu/pay/{id}", Pay);
        routes.MapPost("/_emu/faults", OrderFault);
        routes.MapGet("/_emu/faults", (Faults faults) => Json(faults.List()));
        routes.MapDelete(
            "/_emu/faults",
            (Faults faults) =>
            {
                faults.Clear();
                return Results.NoContent();
            }
        );
        AccountDoor.Map(routes);
        DisputeDoor.Map(routes);
        PayoutDoor.Map(routes);
        routes.MapGet("/_emu/page.css", () => Results.Text(PageHtml.Css, "text/css"));
    }

    public static IResult Json(object value, int status = 200) => Results.Json(value, Strict, statusCode: status);

    public static IResult Problem(string message, int status = 400) => Json(new { error = message }, status);

    private static async Task<IResult> OrderFault(HttpRequest request, Faults faults)
    {
        var (fault, problem) = await Read<Fault>(request);
        problem ??= faults.Order(fault!);
        return problem is null ? Json(fault!) : Problem(problem);
    }

    private sealed record ClockOrder(long Seconds);

    private static async Task<IResult> MoveClock(HttpRequest request, World world, Clockwork clockwork)
    {
        var (order, problem) = await Read<ClockOrder>(request);
        if (problem is not null || order is not { Seconds: > 0 and <= 400L * 86_400 })
        {
            return Problem(problem ?? "seconds must be positive and at most 400 days");
        }

        lock (world.Gate)
        {
            world.Advance(TimeSpan.FromSeconds(order.Seconds));
        }

        return Json(await clockwork.Settle());
    }

    private sealed record TopUpOrder(string Currency, long Amount);

    private static async Task<IResult> TopUp(HttpRequest request, World world)
    {
        var (order, problem) = await Read<TopUpOrder>(request);
        if (problem is not null || order is not { Amount: > 0, Currency.Length: 3 })
        {
            return Problem(problem ?? "currency (three letters) and a positive amount are needed");
        }

        lock (world.Gate)
        {
            var entry = Balances.TopUp(world, order.Currency.ToLowerInvariant(), order.Amount);
            return Json(entry.Render(world));
        }
    }

    /// <summary>What the form sends, as JSON; expiry and security code default to good ones.</summary>
    private sealed record PayOrder
    {
        public string Method { get; init; } = "card";
        public string Card { get; init; } = "4242424242424242";
        public string Iban { get; init; } = "DE89370400440532013000";
        public string SortCode { get; init; } = TestBankAccounts.TestSortCode;
        public string AccountNumber { get; init; } = "00012345";

        /// <summary>For the bank's page: complete (default), fail, or abandon (leave it open).</summary>
        public string Outcome { get; init; } = "complete";
        public int? ExpMonth { get; init; }
        public int? ExpYear { get; init; }
        public string Cvc { get; init; } = "123";

        /// <summary>A debit needs a name; the others do without.</summary>
        public string Name { get; init; } = "";
        public string Email { get; init; } = "";
    }

    private static async Task<IResult> Pay(string id, HttpRequest request, World world, Checkout checkout)
    {
        var (order, problem) = await Read<PayOrder>(request);
        if (problem is not null)
        {
            return Problem(problem);
        }

        if (order!.Outcome is not ("complete" or "fail" or "abandon"))
        {
            return Problem("outcome must be complete, fail or abandon");
        }

        var choice = new PaymentChoice
        {
            Method = order.Method,
            CardNumber = order.Card.Replace(" ", "", StringComparison.Ordinal),
            ExpiryMonth = order.ExpMonth ?? 12,
            ExpiryYear = order.ExpYear ?? (world.YearNow + 3),
            Cvc = order.Cvc,
            Iban = PaymentChoice.Compact(order.Iban),
            SortCode = PaymentChoice.Compact(order.SortCode),
            AccountNumber = PaymentChoice.Compact(order.AccountNumber),
            Name =
                order.Name.Length == 0 && MethodKind.Find(order.Method) is { IsDebit: true }
                    ? "Jenny Rosen"
                    : order.Name,
            Email = order.Email,
        };
        if (checkout.Find(id) is not { } session)
        {
            return Problem($"no such session: {id}", 404);
        }

        var result = await checkout.Try(session, choice);
        if (result.Status == "requires_action" && order.Outcome != "abandon")
        {
            result = await checkout.Answer(session, order.Outcome == "complete");
        }

        return Json(
            new
            {
                status = result.Status,
                code = result.Decline?.Code,
                decline_code = result.Decline?.DeclineCode,
                message = result.Decline?.Message,
                redirect = result.Status switch
                {
                    _ when result.LeadsBack => session.ReturnTo,
                    "requires_action" => $"{session.Url}/bank",
                    _ => null,
                },
            }
        );
    }

    private static IResult State(World world)
    {
        lock (world.Gate)
        {
            return Json(
                new
                {
                    now = world.Now,
                    balanced = Balances.Audit(world),
                    sessions = world
                        .Platform.Sessions.All.GroupBy(x => x.Status, StringComparer.Ordinal)
                        .ToDictionary(x => x.Key, x => x.Count(), StringComparer.Ordinal),
                    charges = world.Platform.Charges.All.Count,
                    refunds = world
                        .Platform.Refunds.All.GroupBy(x => x.Status, StringComparer.Ordinal)
                        .ToDictionary(x => x.Key, x => x.Count(), StringComparer.Ordinal),
                    disputes = world
                        .Platform.Disputes.All.GroupBy(x => x.Status, StringComparer.Ordinal)
                        .ToDictionary(x => x.Key, x => x.Count(), StringComparer.Ordinal),
                    transfers = world.Platform.Transfers.All.Count,
                    events = world.Platform.Events.All.Count,
                    webhooks = new
                    {
                        endpoints = world.Platform.WebhookEndpoints.All.Count,
                        delivered = world.Webhooks.Delivered,
                        failed_tries = world.Webhooks.FailedTries,
                        waiting = world.Webhooks.Waiting,
                    },
                    accounts = world
                        .Accounts.Select(x => new
                        {
                            id = x.Id,
                            balances = x.Purses.ToDictionary(
                                p => p.Key,
                                p => new { available = p.Value.Available, pending = p.Value.Pending },
                                StringComparer.Ordinal
                            ),
                        })
                        .ToList(),
                }
            );
        }
    }

    public static async Task<(T? Value, string? Problem)> Read<T>(HttpRequest request)
        where T : class
    {
        try
        {
            var value = await JsonSerializer.DeserializeAsync<T>(request.Body, Strict);
            return value is null ? (null, "a JSON object is needed") : (value, null);
        }
        catch (JsonException e)
        {
            return (null, e.Message);
        }
    }
}
