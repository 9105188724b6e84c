using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

/// <summary>Making and showing payment methods.</summary>
internal static class PaymentMethods
{
    private static readonly Dictionary<string, string> TokenCards = new(StringComparer.Ordinal)
    {
        ["visa"] = "4242424242424242",
        ["mastercard"] = "5555555555554444",
        ["amex"] = "378282246310005",
        ["bypassPending"] = "4000000000000077",
        ["chargeDeclined"] = "4000000000000002",
        ["visa_chargeDeclined"] = "4000000000000002",
        ["chargeDeclinedInsufficientFunds"] = "4000000000009995",
        ["visa_chargeDeclinedInsufficientFunds"] = "4000000000009995",
        ["authenticationRequired"] = "4000002760003184",
        ["threeDSecure2Required"] = "4000000000003220",
        ["createDispute"] = "4000000000000259",
        ["createDisputeProductNotReceived"] = "4000000000002685",
        ["createDisputeInquiry"] = "4000000000001976",
        ["pendingRefund"] = "4000000000007726",
        ["refundFail"] = "4000000000005126",
    };

    public static JsonObject Create(Call call)
    {
        var given = call.Given;
        var type = given.Text("type") ?? throw StripeError.Missing("type");
        if (MethodKind.Find(type) is null)
        {
            throw StripeError.NotEmulated($"the payment method {type}", "type");
        }

        given.Only("type", type, "billing_details", "metadata");
        var billing = given.Inner("billing_details");
        var choice = new PaymentChoice
        {
            Method = type,
            Name = billing.Text("name") ?? "",
            Email = billing.Text("email") ?? "",
            Cvc = "123",
        };
        var method = Add(call.World, call.Account, Read(call, given.Inner(type), choice), knownEmail: null);
        method.Phone = billing.Text("phone");
        method.Address = billing.Has("address") ? billing.Inner("address").Values.DeepClone().AsObject() : null;
        given.MergeMetadata(method.Metadata);
        return method.Render(call.World);
    }

    public static JsonObject Retrieve(Call call) => call.Named<PaymentMethod>("payment_method").Render(call.World);

    /// <summary>One that was made, or one of Stripe's test names such as <c>pm_card_visa</c>, of which each use makes a new one.</summary>
    public static PaymentMethod Find(Call call, string id)
    {
        if (!id.StartsWith("pm_card_", StringComparison.Ordinal))
        {
            return call.Find<PaymentMethod>(id, "PaymentMethod", "payment_method");
        }

        var choice = OfToken(call.World, new PaymentChoice(), id["pm_card_".Length..]);
        return choice is null
            ? throw StripeError.NotFound("PaymentMethod", id, "payment_method")
            : Add(call.World, call.Account, choice, knownEmail: null);
    }

    /// <summary>What was typed on the page, or named by API.</summary>
    public static PaymentMethod Add(World world, Account owner, PaymentChoice choice, string? knownEmail)
    {
        var type = choice.Method;
        return world.Remember(
            new PaymentMethod
            {
                Id = World.NewId("pm"),
                Owner = owner,
                Created = world.Now,
                Type = type,
                Name = choice.Name,
                Email = choice.Email.Length > 0 ? choice.Email : knownEmail,
                CardNumber = type == MethodKind.Card ? choice.CardNumber : "",
                ExpiryMonth = choice.ExpiryMonth,
                ExpiryYear = choice.ExpiryYear,
                Iban = type == MethodKind.SepaDebit ? choice.Iban : "",
                SortCode = type == MethodKind.BacsDebit ? choice.SortCode : "",
                AccountNumber = type == MethodKind.BacsDebit ? choice.AccountNumber : "",
            }
        );
    }

    private static PaymentChoice Read(Call call, Given of, PaymentChoice choice)
    {
        switch (choice.Method)
        {
            case MethodKind.Card:
                return ReadCard(call, of, choice);
            case MethodKind.SepaDebit:
                return Checked(choice with { Iban = PaymentChoice.Compact(of.Text("iban")) }, "sepa_debit[iban]");
            case MethodKind.BacsDebit:
                var account = choice with
                {
                    SortCode = PaymentChoice.Compact(of.Text("sort_code")),
                    AccountNumber = PaymentChoice.Compact(of.Text("account_number")),
                };
                return Checked(account, "bacs_debit[account_number]");
            default:
                return choice;
        }
    }

    private static PaymentChoice ReadCard(Call call, Given card, PaymentChoice choice)
    {
        card.Only("token", "number", "exp_month", "exp_year", "cvc");
        if (card.Text("token") is { } token)
        {
            return OfToken(call.World, choice, token.StartsWith("tok_", StringComparison.Ordinal) ? token[4..] : token)
                ?? throw StripeError.NotFound("token", token, "card[token]");
        }

        var typed = choice with
        {
            CardNumber = card.Required("number"),
            ExpiryMonth = (int)Math.Clamp(card.RequiredNumber("exp_month"), 0, 99),
            ExpiryYear = (int)Math.Clamp(card.RequiredNumber("exp_year"), 0, 9_999),
            Cvc = card.Text("cvc") ?? choice.Cvc,
        };
        return TestCards.Problem(typed, call.World) is { } problem
            ? throw new StripeError(402, "card_error", problem.Message, problem.Code)
            : typed;
    }

    private static PaymentChoice? OfToken(World world, PaymentChoice choice, string name) =>
        TokenCards.TryGetValue(name, out var number)
            ? choice with
            {
                CardNumber = number,
                ExpiryMonth = world.MonthNow,
                ExpiryYear = world.YearNow + 1,
            }
            : null;

    private static PaymentChoice Checked(PaymentChoice choice, string param) =>
        TestBankAccounts.Problem(choice) is { } problem
            ? throw StripeError.Invalid(problem.Message, param, problem.Code)
            : choice;
}
