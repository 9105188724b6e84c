namespace SocialShares.Domain;

/// <summary>
/// How long a payment by direct debit can be taken back by the payer's bank without giving a reason: eight weeks in the SEPA
/// core scheme (rulebook, refunds of authorised collections). Bacs knows no last day; the same weeks are kept there.
/// </summary>
public static class DebitRules
{
    /// <summary>Days that a debit is held unless the operator chose another number.</summary>
    public const int UsualDays = 56;

    private static readonly HashSet<string> Debits = ["sepa_debit", "bacs_debit"];

    /// <summary>Is it collected from the payer's account, so that the payer's bank answers days later?</summary>
    public static bool IsDebit(string method) => Debits.Contains(method);

    /// <summary>The last day on which a payment can be taken back; null for a method where that is final.</summary>
    /// <param name="method">The provider's word.</param>
    /// <param name="paidOn">The legal day on which the bank paid.</param>
    /// <param name="days">Days that a debit is held.</param>
    public static DateOnly? HeldThrough(string method, DateOnly paidOn, int days) =>
        IsDebit(method) ? paidOn.AddDays(days) : null;
}
