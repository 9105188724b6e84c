namespace SocialShares.Domain;

/// <summary>What direct debits book before the payer's bank has answered. See <c>infra/docs/accounts.md</c>.</summary>
public static class DebitBookings
{
    /// <summary>The provider shows the money in its balance; it is owed to nobody until the bank has paid.</summary>
    public static JournalEntry Collected(Money amount, PaymentReceipt receipt, string offerSlug, BookedOn on) =>
        Entry(
            ProviderCause.Debit,
            receipt,
            $"Debit for {offerSlug} under way",
            amount,
            Fee(amount, receipt),
            offerSlug,
            on
        );

    /// <summary>The bank refused: the provider takes the money out again, and gives its fee back.</summary>
    public static JournalEntry Refused(Money amount, PaymentReceipt receipt, string offerSlug, BookedOn on) =>
        Entry(
            ProviderCause.DebitRefused,
            receipt,
            $"Debit for {offerSlug} refused",
            -amount,
            -Fee(amount, receipt),
            offerSlug,
            on
        );

    /// <summary>The bank paid: from now on it is the applicant's money.</summary>
    public static JournalEntry Paid(Payment payment, string offerSlug, BookedOn on)
    {
        var amount = new Money(payment.AmountMinor, payment.Currency);
        return JournalEntry.Write(
            Book.Platform,
            on,
            new Cause("payment", payment.ApplicationId.Value),
            $"Payment by {payment.Method} for {offerSlug}",
            (Account.Debits(offerSlug), amount),
            (Account.Escrow(offerSlug), -amount)
        );
    }

    private static Money Fee(Money amount, PaymentReceipt receipt) => new(receipt.FeeMinor, amount.Currency);

    private static JournalEntry Entry(
        string cause,
        PaymentReceipt receipt,
        string what,
        Money amount,
        Money fee,
        string offerSlug,
        BookedOn on
    ) =>
        JournalEntry.Write(
            Book.Platform,
            on,
            new Cause(cause, ProviderCause.IdOf(receipt.Charge)),
            what,
            (Account.StripePending, amount - fee),
            (Account.StripeFees, fee),
            (Account.Debits(offerSlug), -amount)
        );
}
