namespace SocialShares.Domain;

/// <summary>By which way a payment can go back.</summary>
public static class RefundWay
{
    /// <summary>The method of a payment that came by bank transfer.</summary>
    public const string BankTransfer = "bank-transfer";

    /// <summary>Days after an iDEAL payment in which the payment provider pays it back. Source: Stripe, iDEAL, "Refunds".</summary>
    public const int DaysOfIdeal = 180;

    /// <summary>Can the payment provider not pay this back, so that a bank file must?</summary>
    public static bool IsByBank(Payment payment, DateTime now) =>
        payment.Method == BankTransfer || (payment.Method == "ideal" && now >= payment.PaidAt.AddDays(DaysOfIdeal));
}
