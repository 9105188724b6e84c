namespace SocialShares.Demo.Scenario;

/// <summary>One row of <c>summary.csv</c>.</summary>
public sealed record SummaryRow(
    string Key,
    int Applications,
    int Paid,
    int Cancelled,
    int Refunded,
    long AllottedUnits,
    long RaisedMinor,
    int Holders,
    int PayoutRuns,
    int PayoutLines,
    long PaidOutMinor,
    bool LedgerBalanced,
    bool RegisterMatchesLedger,
    bool StripeReconciled,
    bool BankReconciled
);

/// <summary>What became of one offer.</summary>
/// <param name="Key">The offer.</param>
/// <param name="Summary">Its figures; null when it failed before there were any.</param>
/// <param name="Failure">Why it failed; null when it did not.</param>
public sealed record OfferResult(string Key, SummaryRow? Summary, string? Failure);
