namespace SocialShares.Domain;

/// <summary>The chart of accounts, in the plain text accounting form that <c>hledger</c> reads.</summary>
public static class Account
{
    /// <summary>Money at the provider that cannot be used yet.</summary>
    public const string StripePending = "assets:stripe:pending";

    /// <summary>Money at the provider that can be used.</summary>
    public const string StripeAvailable = "assets:stripe:available";

    /// <summary>Is it money at the provider, whether it can be used or not?</summary>
    public static bool IsAtStripe(string account) => account is StripePending or StripeAvailable;

    /// <summary>The provider's fees, borne by the platform.</summary>
    public const string StripeFees = "expenses:stripe-fees";

    /// <summary>The platform's own money at the provider, from which fees and early refunds are paid.</summary>
    public const string OwnFunds = "equity:own-funds";

    /// <summary>Platform: paid out by the provider to the platform's bank, and on no statement yet.</summary>
    public const string FromStripe = "assets:bank:from-stripe";

    /// <summary>Platform: the bank account that holds what payers sent.</summary>
    public const string ClientMoney = "assets:bank:client-money";

    /// <summary>Platform: what came to that account, and nobody knows yet for what.</summary>
    public const string Unidentified = "liabilities:unidentified";

    /// <summary>Payments of issued units that a bank took back and has not decided about.</summary>
    public const string Disputes = "assets:disputes";

    /// <summary>The provider's fees for disputes, and those that were lost after a refund.</summary>
    public const string DisputeExpense = "expenses:disputes";

    /// <summary>What the platform earns from enterprises.</summary>
    public const string PlatformFeeIncome = "income:platform-fees";

    /// <summary>Enterprise: what it pays the platform.</summary>
    public const string PlatformFeeExpense = "expenses:platform-fees";

    /// <summary>Enterprise: its bank account.</summary>
    public const string Bank = "assets:bank";

    /// <summary>Ordered from the bank, not seen on a statement yet.</summary>
    public const string BankInTransit = "assets:bank:in-transit";

    /// <summary>Enterprise: interest that holders are owed.</summary>
    public const string PayableInterest = "liabilities:payable:interest";

    /// <summary>Enterprise: principal of bonds that holders are owed.</summary>
    public const string PayableRedemptions = "liabilities:payable:redemptions";

    /// <summary>Enterprise: share capital that is being paid back.</summary>
    public const string PayableWithdrawals = "liabilities:payable:withdrawals";

    /// <summary>Enterprise: what was kept of surpluses, and what write-downs of shares covered.</summary>
    public const string Reserve = "equity:reserve";

    /// <summary>Enterprise: what corrections of the register say that it owes holders, or below zero holders owe it.</summary>
    public const string PayableCorrections = "liabilities:payable:corrections";

    /// <summary>Enterprise: cost of interest on bonds.</summary>
    public const string BondInterest = "expenses:interest:bonds";

    /// <summary>Enterprise: the other side of what it had before it came here; its accounts say what became of it.</summary>
    public const string OpeningBalances = "equity:opening-balances";

    /// <summary>Enterprise: cost of share interest.</summary>
    public const string ShareInterest = "expenses:interest:shares";

    /// <summary>Applicants' money held until the offer succeeds.</summary>
    public static string Escrow(string offerSlug) => $"liabilities:escrow:{offerSlug}";

    /// <summary>Money of debits that the payers' banks have not confirmed: it is nobody's yet.</summary>
    public static string Debits(string offerSlug) => $"liabilities:debits:{offerSlug}";

    /// <summary>Applicants' money on its way back.</summary>
    public static string Refunds(string offerSlug) => $"liabilities:refunds:{offerSlug}";

    /// <summary>What the platform owes an enterprise.</summary>
    public static string Enterprise(string enterpriseSlug) => $"liabilities:enterprises:{enterpriseSlug}";

    /// <summary>Enterprise: what the platform owes it for an offer.</summary>
    public static string AtPlatform(string offerSlug) => $"assets:platform:{offerSlug}";

    /// <summary>Enterprise: principal outstanding of a series of bonds.</summary>
    public static string Bonds(string seriesCode) => $"liabilities:bonds:{seriesCode}";

    /// <summary>Enterprise: interest of a series that has accrued and is not due yet.</summary>
    public static string AccruedInterest(string seriesCode) => $"liabilities:accrued-interest:{seriesCode}";

    /// <summary>Enterprise: share capital of a class.</summary>
    public static string Shares(string classCode) => $"equity:shares:{classCode}";
}
