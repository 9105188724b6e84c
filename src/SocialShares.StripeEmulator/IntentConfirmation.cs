using System.Text.Json.Nodes;

namespace SocialShares.StripeEmulator;

/// <summary>Taking the money of an intent by API: how Stripe's own tools pay, without a page.</summary>
internal static class IntentConfirmation
{
    public static JsonObject Confirm(Call call)
    {
        call.Given.Only(
            "payment_method",
            "return_url",
            "receipt_email",
            "shipping",
            "mandate_data",
            "off_session",
            "setup_future_usage",
            "use_stripe_sdk"
        );
        return Run(call, call.Named<PaymentIntent>("payment_intent"));
    }

    /// <summary>The intent as it came out; a refusal by the card's bank is an error 402, as at Stripe.</summary>
    public static JsonObject Run(Call call, PaymentIntent intent)
    {
        if (intent.Session is not null || intent.Status is not ("requires_payment_method" or "requires_confirmation"))
        {
            throw StripeError.Invalid(
                intent.Session is null
                    ? $"You cannot confirm this PaymentIntent because it has a status of {intent.Status}."
                    : "You cannot confirm this PaymentIntent because it belongs to a Checkout Session.",
                code: "payment_intent_unexpected_state"
            );
        }

        intent.ReturnUrl = call.Given.Text("return_url") ?? intent.ReturnUrl;
        var method = MethodOf(call, intent);
        intent.AuthenticationUrl = $"{call.BaseUrl}/c/intent/{intent.Id}";
        var result = Payments.Pay(call.World, intent, method);
        return result.Decline is { } decline ? throw Declined(call.World, intent, decline) : intent.Render(call.World);
    }

    /// <summary>Given in this request or before, and one that the intent takes.</summary>
    public static PaymentMethod MethodOf(Call call, PaymentIntent intent)
    {
        var method = call.Given.Text("payment_method") is { } id
            ? PaymentMethods.Find(call, id)
            : intent.Method
                ?? throw StripeError.Invalid(
                    "You cannot confirm this PaymentIntent because it's missing a payment method. "
                        + "You can either update the PaymentIntent with a payment method and then confirm it again, "
                        + "or confirm it again directly with a payment method.",
                    code: "payment_intent_unexpected_state"
                );
        return intent.MethodTypes.Contains(method.Type)
            ? method
            : throw StripeError.Invalid(
                $"The PaymentMethod provided ({method.Type}) is not allowed for this PaymentIntent.",
                "payment_method",
                "payment_intent_incompatible_payment_method"
            );
    }

    private static StripeError Declined(World world, PaymentIntent intent, Decline decline)
    {
        var more = new JsonObject { ["payment_intent"] = intent.Render(world) };
        if (decline.DeclineCode is not null)
        {
            more["decline_code"] = decline.DeclineCode;
            more["charge"] = intent.LatestCharge?.Id;
        }

        return new StripeError(402, "card_error", decline.Message, decline.Code) { More = more };
    }
}
