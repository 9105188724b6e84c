namespace SocialShares.StripeEmulator;

/// <summary>An order for trouble, taken by the next requests or deliveries that match it.</summary>
internal sealed record Fault
{
    /// <summary><c>request</c> or <c>delivery</c>.</summary>
    public required string On { get; init; }

    /// <summary>
    /// request: lost (answer lost after the effect), lost_before, half (half a body after the effect), error500 (stored under
    /// the key), conflict409, rate429, slow. delivery: delay, duplicate, drop, twin, reorder.
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>How often; counts down.</summary>
    public int Times { get; set; } = 1;

    /// <summary>Only requests of this operation id (<c>Refunds_create</c>); all when empty.</summary>
    public string Operation { get; init; } = "";

    /// <summary>Only events of this type; all when empty.</summary>
    public string Type { get; init; } = "";

    /// <summary>Real seconds for slow and delay.</summary>
    public double Seconds { get; init; } = 1;

    /// <summary>error500: does the operation take effect before the answer is spoilt?</summary>
    public bool Effect { get; init; }

    /// <summary>rate429: <c>rate_limit</c> or <c>lock_timeout</c>.</summary>
    public string Code { get; init; } = "rate_limit";

    /// <summary>Value of the header Stripe-Should-Retry, if one is wanted.</summary>
    public bool? ShouldRetry { get; init; }
}

/// <summary>The orders not yet used up.</summary>
internal sealed class Faults
{
    private static readonly string[] OnRequest =
    [
        "lost",
        "lost_before",
        "half",
        "error500",
        "conflict409",
        "rate429",
        "slow",
    ];
    private static readonly string[] OnDelivery = ["delay", "duplicate", "drop", "twin", "reorder"];
    private readonly Lock gate = new();
    private readonly List<Fault> orders = [];

    /// <returns>What is wrong with the order, or null when it was taken.</returns>
    public string? Order(Fault fault)
    {
        var kinds = fault.On switch
        {
            "request" => OnRequest,
            "delivery" => OnDelivery,
            _ => null,
        };
        if (kinds is null)
        {
            return "on must be request or delivery";
        }

        if (!kinds.Contains(fault.Kind))
        {
            return $"kind must be one of {string.Join(", ", kinds)}";
        }

        if (fault.Times < 1 || fault.Seconds is < 0 or > 600)
        {
            return "times must be 1 or more, seconds 0 to 600";
        }

        lock (gate)
        {
            orders.Add(fault);
        }

        return null;
    }

    public IReadOnlyList<Fault> List()
    {
        lock (gate)
        {
            return [.. orders.Select(x => x with { })];
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            orders.Clear();
        }
    }

    public Fault? TakeForRequest(string operation) =>
        Take(x => x.On == "request" && (x.Operation.Length == 0 || x.Operation == operation));

    public Fault? TakeForDelivery(string type) =>
        Take(x => x.On == "delivery" && (x.Type.Length == 0 || x.Type == type));

    private Fault? Take(Func<Fault, bool> matches)
    {
        lock (gate)
        {
            var order = orders.Find(x => matches(x));
            if (order is not null && --order.Times == 0)
            {
                orders.Remove(order);
            }

            return order;
        }
    }
}
