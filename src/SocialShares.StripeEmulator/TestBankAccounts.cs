using System.Globalization;

namespace SocialShares.StripeEmulator;

/// <summary>How the debit of a test bank account ends.</summary>
internal sealed record DebitStory
{
    /// <summary>Why the bank sends it back; null when the money comes.</summary>
    public Decline? Failure { get; init; }

    /// <summary>Ends after minutes, not after business days.</summary>
    public bool Quick { get; init; }

    /// <summary>Succeeds, and then the payer has it taken back.</summary>
    public bool Disputed { get; init; }

    /// <summary>The bank's answer is that there is no mandate.</summary>
    public bool EndsMandate { get; init; }

    public DebitStory After3Minutes => this with { Quick = true };
}

/// <summary>The bank accounts of Stripe's test mode: IBANs for SEPA, sort code and number for Bacs.</summary>
internal static class TestBankAccounts
{
    public const string TestSortCode = "108800";

    private static readonly DebitStory Good = new();
    private static readonly DebitStory Fails = new()
    {
        Failure = new Decline("payment_intent_payment_attempt_failed", null, "The payment failed."),
    };

    private static readonly DebitStory Empty = new()
    {
        Failure = new Decline("insufficient_funds", null, "The bank account has too little money for this payment."),
    };

    private static readonly DebitStory NoMandate = new()
    {
        Failure = new Decline("debit_not_authorized", null, "The payer's bank does not know the mandate."),
        EndsMandate = true,
    };

    private static readonly DebitStory Disputed = new() { Disputed = true };

    private static readonly Dictionary<string, DebitStory> Ibans = new(StringComparer.Ordinal)
    {
        ["AT611904300234573201"] = Good,
        ["DE89370400440532013000"] = Good,
        ["NL39RABO0300065264"] = Good,
        ["AT321904300235473204"] = Good.After3Minutes,
        ["DE08370400440532013003"] = Good.After3Minutes,
        ["AT861904300235473202"] = Fails,
        ["DE62370400440532013001"] = Fails,
        ["NL91ABNA0417164300"] = Fails,
        ["IT60X0542811101000000123456"] = Fails,
        ["AT051904300235473205"] = Fails.After3Minutes,
        ["DE78370400440532013004"] = Fails.After3Minutes,
        ["AT591904300235473203"] = Disputed,
        ["DE35370400440532013002"] = Disputed,
        ["AT981904300002222227"] = Empty,
        ["DE65370400440002222227"] = Empty,
    };

    private static readonly Dictionary<string, DebitStory> Bacs = new(StringComparer.Ordinal)
    {
        ["00012345"] = Good,
        ["90012345"] = Good.After3Minutes,
        ["33333335"] = NoMandate,
        ["93333335"] = NoMandate.After3Minutes,
        ["22222227"] = Empty,
        ["92222227"] = Empty.After3Minutes,
        ["55555559"] = Disputed,
    };

    private static readonly Decline NoTestAccount = new(
        "payment_method_invalid_parameter_testmode",
        null,
        "In test mode only Stripe's test bank accounts can be used (or this one is not yet emulated)."
    );

    public static DebitStory StoryOf(PaymentMethod method) =>
        method.Type == MethodKind.SepaDebit ? Ibans[method.Iban] : Bacs[method.AccountNumber];

    /// <returns>What the form answers to such bank data; null when they can be tried.</returns>
    public static Decline? Problem(PaymentChoice choice)
    {
        if (choice.Name.Length == 0)
        {
            return new Decline("parameter_missing", null, "The name of the account holder is missing.");
        }

        if (choice.Method == MethodKind.BacsDebit)
        {
            return choice switch
            {
                { SortCode.Length: not 6 } => new Decline(
                    "routing_number_invalid",
                    null,
                    "The sort code is incomplete."
                ),
                { AccountNumber.Length: not 8 } => new Decline(
                    "account_number_invalid",
                    null,
                    "The account number is incomplete."
                ),
                _ => choice.SortCode == TestSortCode && Bacs.ContainsKey(choice.AccountNumber) ? null : NoTestAccount,
            };
        }

        if (!IsIban(choice.Iban))
        {
            return new Decline("account_number_invalid", null, "The IBAN you entered is invalid.");
        }

        return Ibans.ContainsKey(choice.Iban) ? null : NoTestAccount;
    }

    /// <summary>ISO 13616: moved by four, letters as numbers, the remainder by 97 is 1.</summary>
    private static bool IsIban(string text)
    {
        if (text.Length is < 15 or > 34 || !text.All(char.IsAsciiLetterOrDigit))
        {
            return false;
        }

        var remainder = 0;
        foreach (var c in text[4..] + text[..4])
        {
            var value = char.IsAsciiDigit(c) ? c - '0' : char.ToUpper(c, CultureInfo.InvariantCulture) - 'A' + 10;
            remainder = ((remainder * (value > 9 ? 100 : 10)) + value) % 97;
        }

        return remainder == 1;
    }
}
