namespace SocialShares.StripeEmulator;

/// <summary>What can be set from outside: command line (<c>--AutoEnable=false</c>), environment or configuration.</summary>
public sealed record EmulatorSettings
{
    /// <summary>Only this key is accepted when set; otherwise every <c>sk_test_...</c> is the platform's.</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>Scheme and host of the hosted pages, when it differs from where the API was called.</summary>
    public string PublicUrl { get; init; } = "";

    /// <summary>New connected accounts can receive transfers at once, without the onboarding page.</summary>
    public bool AutoEnable { get; init; } = true;

    /// <summary>Life of an account link in seconds.</summary>
    public int AccountLinkSeconds { get; init; } = 300;

    public FeeSettings Fees { get; init; } = new();
    public FundSettings Funds { get; init; } = new();
    public DebitSettings Debits { get; init; } = new();
    public DisputeSettings Disputes { get; init; } = new();
    public PayoutSettings Payouts { get; init; } = new();
    public WebhookSettings Webhook { get; init; } = new();
}

/// <summary>What Stripe takes of a payment.</summary>
public sealed record FeeSettings
{
    /// <summary>Share of a card payment, in parts per million.</summary>
    public long CardPpm { get; init; } = 15_000;

    public long CardFixedMinor { get; init; } = 20;
    public long IdealFixedMinor { get; init; } = 29;
    public long BancontactFixedMinor { get; init; } = 39;
    public long SepaDebitFixedMinor { get; init; } = 35;
    public long BacsDebitFixedMinor { get; init; } = 20;
}

/// <summary>How long money is on its way.</summary>
public sealed record FundSettings
{
    public int CardPendingDays { get; init; } = 2;
    public int IdealPendingDays { get; init; } = 2;
    public int BancontactPendingDays { get; init; } = 2;

    /// <summary>Of a direct debit, counted from the bank's answer.</summary>
    public int DebitPendingDays { get; init; }

    /// <summary>When the refund test cards change their mind, in seconds after the refund.</summary>
    public int RefundProcessingSeconds { get; init; } = 60;
}

/// <summary>When the banks answer to direct debits (SEPA, Bacs).</summary>
public sealed record DebitSettings
{
    /// <summary>Monday to Friday; 0: with the next settling.</summary>
    public int SettleBusinessDays { get; init; } = 5;

    /// <summary>For the test accounts that answer "after three minutes".</summary>
    public int QuickSeconds { get; init; } = 180;
}

/// <summary>What a dispute costs and how long it may be answered.</summary>
public sealed record DisputeSettings
{
    /// <summary>Taken with the disputed amount.</summary>
    public long FeeMinor { get; init; } = 2_000;

    /// <summary>Comes back when the dispute is won.</summary>
    public bool FeeReturned { get; init; }

    /// <summary>Then an unanswered dispute is lost, an unanswered inquiry closed.</summary>
    public int DueDays { get; init; } = 7;

    /// <summary>From the payment to the dispute, for test cards and accounts that are disputed; 0: at once.</summary>
    public int AfterSeconds { get; init; }
}

/// <summary>How money goes to the bank.</summary>
public sealed record PayoutSettings
{
    /// <summary>From pending to in_transit.</summary>
    public int TransitDays { get; init; } = 1;

    /// <summary>From the beginning to paid.</summary>
    public int ArrivalDays { get; init; } = 2;

    /// <summary>When set (<c>account_closed</c>), every payout fails at its arrival with this code.</summary>
    public string FailCode { get; init; } = "";

    /// <summary>Every midnight (UTC) accounts with a daily schedule, the platform too, pay out all that is available.</summary>
    public bool Automatic { get; init; }
}

/// <summary>One endpoint known from the start, and how deliveries are made.</summary>
public sealed record WebhookSettings
{
    public string Url { get; init; } = "";
    public string Secret { get; init; } = "";

    /// <summary>Where events of connected accounts go; nowhere when empty.</summary>
    public string ConnectUrl { get; init; } = "";

    public string ConnectSecret { get; init; } = "";

    /// <summary>How long the hosted page waits for the shop's 2xx before it sends the buyer back.</summary>
    public double RedirectWaitSeconds { get; init; } = 10;

    public double TimeoutSeconds { get; init; } = 20;

    /// <summary>Real-time gaps between tries, comma separated; the last one repeats until a 2xx comes.</summary>
    public string RetryGapsMilliseconds { get; init; } = "200,500,1000,2000,5000,10000,30000";

    /// <summary>Deliveries under way at the same time.</summary>
    public int Parallel { get; init; } = 16;
}
