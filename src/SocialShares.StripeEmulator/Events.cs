using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

/// <summary>A fact as it was when it happened; later changes of the object do not show in it.</summary>
internal sealed class Event : StripeObject
{
    public override string Schema => "event";
    public required string Type { get; init; }

    /// <summary>The object at that moment, as JSON text.</summary>
    public required string Snapshot { get; init; }
    public string? RequestId { get; init; }
    public string? IdempotencyKey { get; init; }

    /// <summary>Deliveries that have not met a 2xx yet.</summary>
    public int PendingWebhooks { get; set; }

    public override JsonObject Render(World world)
    {
        var body = new JsonObject
        {
            ["id"] = Id,
            ["api_version"] = Subset.ApiVersion,
            ["created"] = Created,
            ["data"] = new JsonObject { ["object"] = JsonNode.Parse(Snapshot) },
            ["livemode"] = false,
            ["pending_webhooks"] = PendingWebhooks,
            ["request"] = new JsonObject { ["id"] = RequestId, ["idempotency_key"] = IdempotencyKey },
            ["type"] = Type,
        };
        if (!ReferenceEquals(Owner, world.Platform))
        {
            body["account"] = Owner.Id;
        }

        return world.Subset.Fill(Schema, body);
    }
}

/// <summary>Making and showing events.</summary>
internal static class Events
{
    public static Event Emit(World world, string type, StripeObject item) => EmitFor(world, item.Owner, type, item);

    public static Event EmitFor(World world, Account account, string type, StripeObject item) =>
        Emit(world, account, type, item.Render(world));

    public static Event Emit(World world, Account account, string type, JsonObject snapshot)
    {
        var made = Store(world, account, type, snapshot.ToJsonString());
        world.Webhooks.Announce(made);
        return made;
    }

    /// <summary>Stripe sometimes makes two events of one fact.</summary>
    public static Event Twin(World world, Event first) => Store(world, first.Owner, first.Type, first.Snapshot);

    public static JsonObject Retrieve(Call call) => call.Named<Event>("event").Render(call.World);

    public static JsonObject List(Call call)
    {
        var given = call.Given;
        var types = given.Texts("types");
        var delivered = given.Flag("delivery_success");
        if (given.Has("type") && types.Count > 0)
        {
            throw StripeError.Invalid(
                "You may only specify one of these parameters: type, types.",
                code: "parameters_exclusive"
            );
        }

        var pattern = given.Text("type");
        bool Keep(Event x) =>
            (types.Count == 0 || types.Contains(x.Type))
            && (delivered is null || delivered == (x.PendingWebhooks == 0))
            && (pattern is null || Matches(pattern, x.Type));
        return pattern?.EndsWith('*') ?? false
            ? Listing.Of(call, call.Account.Events, "event", Keep)
            : Listing.Of(call, call.Account.Events, "event", Keep, "type");
    }

    private static bool Matches(string pattern, string type) =>
        pattern.EndsWith('*') ? type.StartsWith(pattern[..^1], StringComparison.Ordinal) : pattern == type;

    private static Event Store(World world, Account account, string type, string snapshot)
    {
        var made = world.Remember(
            new Event
            {
                Id = World.NewId("evt"),
                Owner = account,
                Created = world.Now,
                Type = type,
                Snapshot = snapshot,
                RequestId = world.Cause.RequestId,
                IdempotencyKey = world.Cause.IdempotencyKey,
            }
        );
        account.Events.Add(made);
        account.Events.Index(made, "type", type);
        return made;
    }
}
