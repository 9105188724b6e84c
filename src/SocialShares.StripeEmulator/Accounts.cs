using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

/// <summary>The platform, or a connected account that it pays to, with its own books.</summary>
internal sealed class Account : StripeObject
{
    public override string Schema => "account";
    public required string Type { get; init; }
    public string Country { get; init; } = "NL";
    public string DefaultCurrency { get; init; } = "eur";
    public string? Email { get; set; }
    public string? BusinessType { get; set; }
    public string? CompanyName { get; set; }
    public string PayoutInterval { get; set; } = "daily";
    public Dictionary<string, string> Profile { get; } = new(StringComparer.Ordinal);
    public SortedSet<string> Requested { get; } = new(StringComparer.Ordinal);
    public bool IsEnabled { get; private set; }
    public bool DetailsSubmitted { get; private set; }

    /// <summary>What Stripe still wants to know, and does not wait for any more.</summary>
    public IReadOnlyList<string> Due { get; private set; } =
    ["business_profile.url", "external_account", "tos_acceptance.date"];

    public Shelf<Account> Accounts { get; } = new();
    public Shelf<Session> Sessions { get; } = new();
    public Shelf<PaymentIntent> PaymentIntents { get; } = new();
    public Shelf<Charge> Charges { get; } = new();
    public Shelf<Refund> Refunds { get; } = new();
    public Shelf<Dispute> Disputes { get; } = new();
    public Shelf<Payout> Payouts { get; } = new();
    public Shelf<Transfer> Transfers { get; } = new();
    public Shelf<BalanceTransaction> BalanceTransactions { get; } = new();
    public Shelf<Event> Events { get; } = new();
    public Shelf<WebhookEndpoint> WebhookEndpoints { get; } = new();
    public SortedDictionary<string, Purse> Purses { get; } = new(StringComparer.Ordinal);

    /// <summary>Refunds that wait for money, first come first served, by currency.</summary>
    public Dictionary<string, Queue<Refund>> WaitingRefunds { get; } = new(StringComparer.Ordinal);

    /// <summary>Funds became available since the last balance.available event.</summary>
    public bool FundsArrived { get; set; }

    public bool CanReceiveTransfers => IsEnabled && Requested.Contains("transfers");

    public Purse PurseOf(string currency) =>
        Purses.TryGetValue(currency, out var purse) ? purse : Purses[currency] = new Purse();

    public void Enable() => (IsEnabled, DetailsSubmitted, Due) = (true, true, []);

    /// <summary>Stripe looked again and wants more; until then no money moves.</summary>
    public void Restrict(IReadOnlyList<string> due) => (IsEnabled, Due) = (false, due);

    public override JsonObject Render(World world)
    {
        var state = IsEnabled ? "active" : "inactive";
        return world.Subset.Fill(
            Schema,
            new JsonObject
            {
                ["id"] = Id,
                ["business_profile"] = new JsonObject(
                    Profile.Select(x => new KeyValuePair<string, JsonNode?>(x.Key, x.Value))
                ),
                ["business_type"] = BusinessType,
                ["capabilities"] = new JsonObject(Requested.Select(x => new KeyValuePair<string, JsonNode?>(x, state))),
                ["charges_enabled"] = IsEnabled,
                ["company"] = new JsonObject { ["name"] = CompanyName },
                ["controller"] = new JsonObject { ["type"] = "application", ["is_controller"] = true },
                ["country"] = Country,
                ["created"] = Created,
                ["default_currency"] = DefaultCurrency,
                ["details_submitted"] = DetailsSubmitted,
                ["email"] = Email,
                ["external_accounts"] = Listing.List([], false, $"/v1/accounts/{Id}/external_accounts"),
                ["future_requirements"] = RenderRequirements([], null),
                ["metadata"] = Metadata.ToJson(),
                ["payouts_enabled"] = IsEnabled,
                ["requirements"] = RenderRequirements(Due, IsEnabled ? null : "requirements.past_due"),
                ["settings"] = RenderSettings(),
                ["type"] = Type,
            }
        );
    }

    private static JsonObject RenderRequirements(IReadOnlyList<string> due, string? disabled)
    {
        JsonArray List(IReadOnlyList<string> names) => new([.. names.Select(x => JsonValue.Create(x))]);
        return new JsonObject
        {
            ["alternatives"] = new JsonArray(),
            ["currently_due"] = List(due),
            ["disabled_reason"] = disabled,
            ["errors"] = new JsonArray(),
            ["eventually_due"] = List(due),
            ["past_due"] = List(due),
            ["pending_verification"] = new JsonArray(),
        };
    }

    private JsonObject RenderSettings() =>
        new()
        {
            ["dashboard"] = new JsonObject { ["display_name"] = CompanyName, ["timezone"] = "Etc/UTC" },
            ["payouts"] = new JsonObject
            {
                ["debit_negative_balances"] = true,
                ["schedule"] = new JsonObject { ["delay_days"] = 2, ["interval"] = PayoutInterval },
            },
        };
}

/// <summary>Operations on connected accounts.</summary>
internal static class Accounts
{
    private static readonly string[] ProfileFields =
    [
        "name",
        "url",
        "mcc",
        "product_description",
        "support_email",
        "support_phone",
        "support_url",
    ];

    public static JsonObject Create(Call call)
    {
        var (world, given) = (call.World, call.Given);
        if (!ReferenceEquals(call.Account, world.Platform))
        {
            throw StripeError.Invalid("Only a platform can create connected accounts.");
        }

        given.Only(
            "type",
            "controller",
            "country",
            "email",
            "default_currency",
            "business_type",
            "business_profile",
            "capabilities",
            "company",
            "metadata",
            "settings"
        );
        if (given.Has("type") && given.Has("controller"))
        {
            throw StripeError.Invalid(
                "You may only specify one of these parameters: type, controller.",
                code: "parameters_exclusive"
            );
        }

        var country = given.Text("country")?.ToUpperInvariant() ?? "NL";
        var account = world.Remember(
            new Account
            {
                Id = World.NewId("acct", 16),
                Owner = world.Platform,
                Created = world.Now,
                Type = given.Text("type") ?? (given.Has("controller") ? "none" : "standard"),
                Country = country,
                DefaultCurrency = given.Text("default_currency") ?? (country == "GB" ? "gbp" : "eur"),
            }
        );
        if (account.Type == "standard")
        {
            account.Requested.UnionWith(["card_payments", "transfers"]);
        }

        Take(account, given);
        if (world.Settings.AutoEnable)
        {
            account.Enable();
        }

        world.Platform.Accounts.Add(account);
        return account.Render(world);
    }

    public static JsonObject Retrieve(Call call) => Known(call).Render(call.World);

    public static JsonObject RetrieveCurrent(Call call) => call.Account.Render(call.World);

    public static JsonObject List(Call call) => Listing.Of(call, call.Account.Accounts, "account");

    public static JsonObject Update(Call call)
    {
        var account = Known(call);
        call.Given.Only(
            "email",
            "business_type",
            "business_profile",
            "capabilities",
            "company",
            "metadata",
            "settings"
        );
        Take(account, call.Given);
        Events.EmitFor(call.World, account, "account.updated", account);
        return account.Render(call.World);
    }

    /// <summary>The enterprise filled in all that Stripe asks: it can be paid from now on.</summary>
    public static void CompleteOnboarding(World world, Account account)
    {
        account.Enable();
        Events.EmitFor(world, account, "account.updated", account);
    }

    /// <summary>It looked complete, and is not: everything can be taken back at any time.</summary>
    public static void Restrict(World world, Account account, IReadOnlyList<string> due)
    {
        account.Restrict(due);
        Events.EmitFor(world, account, "account.updated", account);
    }

    private static Account Known(Call call) =>
        call.RouteId == call.Account.Id ? call.Account : call.Named<Account>("account");

    private static void Take(Account account, Given given)
    {
        account.Email = given.Text("email") ?? account.Email;
        account.BusinessType = given.Text("business_type") ?? account.BusinessType;
        given.MergeMetadata(account.Metadata);
        var company = given.Inner("company");
        company.Only("name");
        account.CompanyName = company.Text("name") ?? account.CompanyName;
        var profile = given.Inner("business_profile");
        profile.Only(ProfileFields);
        foreach (var name in ProfileFields.Where(profile.Has))
        {
            account.Profile[name] = profile.Text(name)!;
        }

        foreach (var (name, _) in given.Inner("capabilities").Values)
        {
            if (given.Inner("capabilities").Inner(name).Flag("requested") ?? false)
            {
                account.Requested.Add(name);
            }
            else
            {
                account.Requested.Remove(name);
            }
        }

        TakePayouts(account, given.Inner("settings"));
    }

    private static void TakePayouts(Account account, Given settings)
    {
        settings.Only("payouts");
        settings.Inner("payouts").Only("schedule");
        var schedule = settings.Inner("payouts").Inner("schedule");
        schedule.Only("interval");
        account.PayoutInterval = schedule.Text("interval") ?? account.PayoutInterval;
    }
}
