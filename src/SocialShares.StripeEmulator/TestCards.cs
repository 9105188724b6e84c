namespace SocialShares.StripeEmulator;

/// <summary>Why a payment was not taken, in Stripe's words.</summary>
internal sealed record Decline(string Code, string? DeclineCode, string Message)
{
    /// <summary>Refused by the page before anything was tried: no charge is made of it.</summary>
    public bool OnThePage { get; init; }

    /// <summary>The card's bank said no, which Stripe calls a card_error.</summary>
    public bool IsOfCard { get; init; }
}

/// <summary>What a test card does when it is used.</summary>
internal sealed record CardStory
{
    public Decline? Decline { get; init; }
    public bool AsksAuthentication { get; init; }
    public bool AvailableAtOnce { get; init; }
    public RefundStory Refund { get; init; }

    /// <summary>What follows the payment; null for a payer who is content.</summary>
    public DisputeOrder? Dispute { get; init; }
}

internal enum RefundStory
{
    Succeeds,
    PendingThenSucceeds,
    SucceedsThenFails,
}

/// <summary>Stripe's test cards, as its documentation lists them.</summary>
internal static class TestCards
{
    private static readonly CardStory Good = new();
    private static readonly CardStory Authenticates = new() { AsksAuthentication = true };
    private static readonly Dictionary<string, CardStory> Known = new(StringComparer.Ordinal)
    {
        ["4242424242424242"] = Good,
        ["4000056655665556"] = Good,
        ["4000002760000016"] = Good,
        ["4000005280000002"] = Good,
        ["4000008260000000"] = Good,
        ["5555555555554444"] = Good,
        ["5200828282828210"] = Good,
        ["378282246310005"] = Good,
        ["4000000000000077"] = new() { AvailableAtOnce = true },
        ["4000000000007726"] = new() { Refund = RefundStory.PendingThenSucceeds },
        ["4000000000005126"] = new() { Refund = RefundStory.SucceedsThenFails },
        ["4000000000000259"] = new() { Dispute = new DisputeOrder() },
        ["4000000000002685"] = new() { Dispute = new DisputeOrder { Reason = "product_not_received" } },
        ["4000000000001976"] = new() { Dispute = new DisputeOrder { Status = "warning_needs_response" } },
        ["4000000000000002"] = Declined("generic_decline"),
        ["4000000000009995"] = Declined("insufficient_funds", "Your card has insufficient funds."),
        ["4000000000009987"] = Declined("lost_card"),
        ["4000000000009979"] = Declined("stolen_card"),
        ["4000000000006975"] = Declined("card_velocity_exceeded"),
        ["4000000000000341"] = Declined("generic_decline"),
        ["4000000000000069"] = Special("expired_card", "Your card has expired."),
        ["4000000000000127"] = Special("incorrect_cvc", "Your card's security code is incorrect."),
        ["4000000000000119"] = Special(
            "processing_error",
            "An error occurred while processing your card. Try again in a little bit."
        ),
        ["4000002500003155"] = Authenticates,
        ["4000002760003184"] = Authenticates,
        ["4000000000003220"] = Authenticates,
        ["4000008400001629"] = Declined("generic_decline") with { AsksAuthentication = true },
    };

    public static Decline AuthenticationFailed { get; } =
        new(
            "payment_intent_authentication_failure",
            null,
            "We are unable to authenticate your payment method. Please choose a different payment method and try again."
        );

    /// <summary>A card that no list knows is declined, as a real card is in test mode.</summary>
    private static readonly CardStory NoTestCard = new()
    {
        Decline = new Decline(
            "card_declined",
            "test_mode_live_card",
            "Your card was declined. Your request was in test mode, but used a non test (or not yet emulated) card."
        )
        {
            IsOfCard = true,
        },
    };

    public static CardStory StoryOf(string number) => Known.GetValueOrDefault(number) ?? NoTestCard;

    public static RefundStory RefundStoryOf(PaymentMethod method) =>
        Known.TryGetValue(method.CardNumber, out var story) ? story.Refund : RefundStory.Succeeds;

    /// <returns>What the form answers to data that cannot be right; null when they can be tried.</returns>
    public static Decline? Problem(PaymentChoice choice, World world)
    {
        if (
            choice.CardNumber.Length is < 13 or > 19
            || !choice.CardNumber.All(char.IsAsciiDigit)
            || !Luhn(choice.CardNumber)
        )
        {
            return new Decline("incorrect_number", null, "Your card number is incorrect.");
        }

        if (choice.ExpiryMonth is < 1 or > 12)
        {
            return new Decline("invalid_expiry_month", null, "Your card's expiration month is invalid.");
        }

        if (choice.ExpiryYear * 12 + choice.ExpiryMonth < world.YearNow * 12 + world.MonthNow)
        {
            return new Decline("invalid_expiry_year", null, "Your card's expiration year is in the past.");
        }

        return choice.Cvc.Length is 3 or 4 && choice.Cvc.All(char.IsAsciiDigit)
            ? null
            : new Decline("invalid_cvc", null, "Your card's security code is invalid.");
    }

    private static bool Luhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            var doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }

        return sum % 10 == 0;
    }

    private static CardStory Declined(string declineCode, string message = "Your card was declined.") =>
        new() { Decline = new Decline("card_declined", declineCode, message) { IsOfCard = true } };

    private static CardStory Special(string code, string message) =>
        new() { Decline = new Decline(code, code, message) { IsOfCard = true } };
}
