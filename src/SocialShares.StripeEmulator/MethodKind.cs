namespace SocialShares.StripeEmulator;

/// <summary>One way to pay: in which money, what it costs, and when the answer comes.</summary>
internal sealed record MethodKind(string Type, string Title)
{
    public const string Card = "card";
    public const string Ideal = "ideal";
    public const string Bancontact = "bancontact";
    public const string SepaDebit = "sepa_debit";
    public const string BacsDebit = "bacs_debit";

    /// <summary>The only currency it takes; any when null.</summary>
    public string? Currency { get; private init; }

    /// <summary>The buyer is sent to a bank and says yes or no there.</summary>
    public bool AsksBank { get; private init; }

    /// <summary>A direct debit: whether the money comes is known days later.</summary>
    public bool IsDebit { get; private init; }

    /// <summary>Offered when a session names no methods (Stripe would look into the dashboard).</summary>
    private bool IsDefault { get; init; }

    public static IReadOnlyList<MethodKind> All { get; } =
    [
        new(Card, "Card") { IsDefault = true },
        new(Ideal, "iDEAL | Wero")
        {
            Currency = "eur",
            AsksBank = true,
            IsDefault = true,
        },
        new(Bancontact, "Bancontact") { Currency = "eur", AsksBank = true },
        new(SepaDebit, "SEPA Direct Debit") { Currency = "eur", IsDebit = true },
        new(BacsDebit, "Bacs Direct Debit") { Currency = "gbp", IsDebit = true },
    ];

    public static MethodKind? Find(string type) => All.FirstOrDefault(x => x.Type == type);

    public static MethodKind Of(string type) =>
        Find(type) ?? throw new InvalidOperationException($"No such payment method: {type}");

    /// <summary>The methods of a session or an intent: those named and fitting the currency, or the usual ones.</summary>
    public static IReadOnlyList<string> Checked(IReadOnlyList<string> wanted, string currency)
    {
        if (wanted.Count == 0)
        {
            return [.. All.Where(x => x.IsDefault && x.Takes(currency)).Select(x => x.Type)];
        }

        foreach (var type in wanted)
        {
            var kind =
                Find(type) ?? throw StripeError.NotEmulated($"the payment method {type}", "payment_method_types");
            if (!kind.Takes(currency))
            {
                throw StripeError.Invalid(
                    $"The currency provided ({currency}) is invalid for one or more payment method types: {type} supports {kind.Currency}.",
                    "payment_method_types"
                );
            }
        }

        return wanted;
    }

    public long FeeOf(long amount, FeeSettings fees) =>
        Type switch
        {
            Card => (((amount * fees.CardPpm) + 500_000) / 1_000_000) + fees.CardFixedMinor,
            Ideal => fees.IdealFixedMinor,
            Bancontact => fees.BancontactFixedMinor,
            SepaDebit => fees.SepaDebitFixedMinor,
            _ => fees.BacsDebitFixedMinor,
        };

    /// <summary>When the money of a payment that succeeds now can be used.</summary>
    public long AvailableOn(long now, FundSettings funds) =>
        now
        + (
            86_400L
            * Type switch
            {
                Card => funds.CardPendingDays,
                Ideal => funds.IdealPendingDays,
                Bancontact => funds.BancontactPendingDays,
                _ => funds.DebitPendingDays,
            }
        );

    private bool Takes(string currency) => Currency is null || Currency == currency;
}
