using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

/// <summary>Operations on checkout sessions.</summary>
internal static class Sessions
{
    private const long Shortest = 30 * 60;
    private const long Longest = 24 * 60 * 60;
    private const long SmallestTotal = 50;
    private const long LargestTotal = 99_999_999;

    public static JsonObject Create(Call call)
    {
        var (world, given) = (call.World, call.Given);
        CheckSupported(given);
        var (items, currency) = LineItems.Read(call);
        var id = World.NewId("cs_test", 58);
        var session = world.Remember(
            new Session
            {
                Id = id,
                Owner = call.Account,
                Created = world.Now,
                Items = items,
                Currency = currency,
                MethodTypes = MethodKind.Checked(given.Texts("payment_method_types"), currency),
                ExpiresAt = CheckedExpiry(world, given),
                Url = $"{call.BaseUrl}/c/pay/{id}",
                SuccessUrl = CheckedUrl(given, "success_url") ?? throw StripeError.Missing("success_url"),
                CancelUrl = CheckedUrl(given, "cancel_url"),
                ClientReferenceId = given.Text("client_reference_id"),
                CustomerEmail = given.Text("customer_email"),
                Locale = given.Text("locale"),
                SubmitType = given.Text("submit_type"),
                IntentData = CheckedIntentData(given),
            }
        );
        CheckedTotal(session.Total, currency, "line_items");
        given.MergeMetadata(session.Metadata);
        call.Account.Sessions.Add(session);
        world.Agenda.At(session.ExpiresAt, () => ExpireIfOpen(world, session));
        return session.Render(world);
    }

    public static JsonObject Retrieve(Call call) => Known(call).Render(call.World);

    public static JsonObject Update(Call call)
    {
        var session = Known(call);
        call.Given.Only("metadata");
        call.Given.MergeMetadata(session.Metadata);
        return session.Render(call.World);
    }

    public static JsonObject List(Call call)
    {
        foreach (
            var name in new[] { "customer", "customer_account", "customer_details", "payment_link", "subscription" }
        )
        {
            if (call.Given.Has(name))
            {
                throw StripeError.NotEmulated($"listing sessions by {name}", name);
            }
        }

        var status = call.Given.Text("status");
        bool Keep(Session x) => status is null || x.Status == status;
        return Listing.Of(call, call.Account.Sessions, "checkout.session", Keep, "payment_intent");
    }

    public static JsonObject ListItems(Call call)
    {
        var session = Known(call);
        var given = call.Given;
        var limit = (int)Math.Clamp(given.Number("limit") ?? Session.ItemsShown, 1, 100);
        var start = given.Text("starting_after") is { } after ? PositionOf(session, after) + 1 : 0;
        if (given.Has("ending_before"))
        {
            throw StripeError.NotEmulated("paging line items backwards", "ending_before");
        }

        var page = session.Items.Skip(start).Take(limit).ToList();
        return Listing.List(
            [.. page.Select(x => session.RenderItem(call.World, x))],
            start + page.Count < session.Items.Count,
            call.Path
        );
    }

    public static JsonObject Expire(Call call)
    {
        var session = Known(call);
        ExpireWhenDue(call.World, session);
        if (session.Status != "open")
        {
            throw StripeError.Invalid(
                $"Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of `{session.Status}`."
            );
        }

        ExpireIfOpen(call.World, session);
        return session.Render(call.World);
    }

    /// <summary>The clock decides, even when the settling loop has not come by yet.</summary>
    public static void ExpireWhenDue(World world, Session session)
    {
        if (world.Now >= session.ExpiresAt)
        {
            ExpireIfOpen(world, session);
        }
    }

    private static void ExpireIfOpen(World world, Session session)
    {
        if (session.Status != "open")
        {
            return;
        }

        session.Status = "expired";
        if (session.Intent is { Status: not "canceled" } intent)
        {
            PaymentIntents.Cancel(world, intent, "expired");
        }

        Events.Emit(world, "checkout.session.expired", session);
    }

    /// <summary>The buyer did what was asked; whether the money came is another question.</summary>
    /// <returns>The news for the shop; null when the payment belongs to no session.</returns>
    public static Event? Complete(World world, Session? session, PaymentMethod method)
    {
        if (session is null)
        {
            return null;
        }

        (session.Status, session.PaidWith) = ("complete", method);
        return Events.Emit(world, "checkout.session.completed", session);
    }

    /// <summary>An amount that Stripe would take.</summary>
    public static long CheckedTotal(long amount, string currency, string param) =>
        amount switch
        {
            < SmallestTotal => throw StripeError.Invalid(
                $"The amount must be at least {SmallestTotal} in the smallest unit of {currency}.",
                param,
                "amount_too_small"
            ),
            > LargestTotal => throw StripeError.Invalid(
                $"The amount must be no more than {LargestTotal} in the smallest unit of {currency}.",
                param,
                "amount_too_large"
            ),
            _ => amount,
        };

    private static Session Known(Call call)
    {
        var session = call.Named<Session>("checkout.session");
        ExpireWhenDue(call.World, session);
        return session;
    }

    private static void CheckSupported(Given given)
    {
        given.Only(
            "mode",
            "line_items",
            "success_url",
            "cancel_url",
            "client_reference_id",
            "customer_email",
            "customer_creation",
            "expires_at",
            "locale",
            "metadata",
            "payment_intent_data",
            "payment_method_types",
            "submit_type",
            "ui_mode",
            "currency"
        );
        var mode = given.Text("mode") ?? throw StripeError.Missing("mode");
        if (mode != "payment")
        {
            throw StripeError.NotEmulated($"the mode {mode}", "mode");
        }

        if ((given.Text("ui_mode") ?? "hosted_page") != "hosted_page")
        {
            throw StripeError.NotEmulated("another ui_mode than hosted_page", "ui_mode");
        }
    }

    private static long CheckedExpiry(World world, Given given)
    {
        if (given.Number("expires_at") is not { } at)
        {
            return world.Now + Longest;
        }

        if (at < world.Now + Shortest)
        {
            throw StripeError.Invalid(
                "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.",
                "expires_at"
            );
        }

        return at <= world.Now + Longest
            ? at
            : throw StripeError.Invalid(
                "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.",
                "expires_at"
            );
    }

    private static string? CheckedUrl(Given given, string name)
    {
        var url = given.Text(name);
        return url is null || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            ? url
            : throw StripeError.Invalid(
                "Not a valid URL. URLs must begin with http:// or https://",
                name,
                "url_invalid"
            );
    }

    private static Given CheckedIntentData(Given given)
    {
        var data = given.Inner("payment_intent_data");
        data.Only(
            "description",
            "metadata",
            "receipt_email",
            "setup_future_usage",
            "shipping",
            "statement_descriptor_suffix",
            "transfer_group"
        );
        return new Given(data.Values.DeepClone().AsObject(), "payment_intent_data");
    }

    private static int PositionOf(Session session, string itemId)
    {
        var position = session.Items.Select(x => x.Id).ToList().IndexOf(itemId);
        return position >= 0 ? position : throw StripeError.NotFound("line item", itemId, "starting_after");
    }
}
