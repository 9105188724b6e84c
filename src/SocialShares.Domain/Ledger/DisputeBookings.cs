namespace SocialShares.Domain;

/// <summary>What disputes about payments book. See <c>infra/docs/accounts.md</c>.</summary>
public static class DisputeBookings
{
    /// <summary>Cause of the entries of a loss; named by the dispute.</summary>
    public const string Lost = "dispute-lost";

    /// <summary>Cause of the entries that undo it; named by the dispute.</summary>
    public const string WonLate = "dispute-won-late";

    /// <summary>Cause of the entry of a dispute that stands for a refund which did not arrive; named by the dispute.</summary>
    public const string InPlaceOfRefund = "dispute-is-refund";

    /// <summary>The bank took money, or gave it back; the provider's fee is the platform's.</summary>
    /// <param name="dispute">The dispute.</param>
    /// <param name="movement">What moved.</param>
    /// <param name="offerSlug">The offer's name in account names.</param>
    /// <param name="on">Day and moment.</param>
    public static JournalEntry Moved(Dispute dispute, DisputeMovement movement, string offerSlug, BookedOn on)
    {
        var (amount, fee) = (
            new Money(movement.AmountMinor, dispute.Currency),
            new Money(movement.FeeMinor, dispute.Currency)
        );
        var given = movement.AmountMinor > 0 ? "given back" : "taken";
        return JournalEntry.Write(
            Book.Platform,
            on,
            new Cause(ProviderCause.DisputeMovement, ProviderCause.IdOf(movement.Id)),
            $"Disputed payment for {offerSlug} {given} by the bank",
            (Account.StripeAvailable, amount - fee),
            (Account.DisputeExpense, fee),
            (dispute.Money == DisputedMoney.OwedBack ? Account.Refunds(offerSlug) : Account.Disputes, -amount)
        );
    }

    /// <summary>Lost after the money had gone back to the payer by a refund as well: the platform bears it.</summary>
    public static JournalEntry LostByPlatform(Dispute dispute, string offerSlug, BookedOn on) =>
        JournalEntry.Write(
            Book.Platform,
            on,
            new Cause(Lost, dispute.Id.Value),
            $"Disputed payment for {offerSlug} lost after a refund",
            (Account.DisputeExpense, Taken(dispute)),
            (Account.Disputes, -Taken(dispute))
        );

    /// <summary>A dispute that the platform bore was won in the end.</summary>
    /// <param name="dispute">The dispute, with its loss still in it.</param>
    /// <param name="offerSlug">The offer's name in account names.</param>
    /// <param name="on">Day and moment.</param>
    public static JournalEntry PlatformLossUndone(Dispute dispute, string offerSlug, BookedOn on) =>
        JournalEntry.Write(
            Book.Platform,
            on,
            new Cause(WonLate, dispute.Id.Value),
            $"Disputed payment for {offerSlug} won in the end, after a refund",
            (Account.Disputes, Loss(dispute)),
            (Account.DisputeExpense, -Loss(dispute))
        );

    /// <summary>
    /// The refund did not reach the payer, whose bank has taken the same money: what it took is the refund, whoever was to bear it.
    /// </summary>
    /// <param name="dispute">The dispute, before it is one about money owed back.</param>
    /// <param name="offerSlug">The offer's name in account names.</param>
    /// <param name="on">Day and moment.</param>
    public static JournalEntry IsTheRefund(Dispute dispute, string offerSlug, BookedOn on) =>
        JournalEntry.Write(
            Book.Platform,
            on,
            new Cause(InPlaceOfRefund, dispute.Id.Value),
            $"Refund for {offerSlug} failed; the payer's bank took the money",
            (Account.Refunds(offerSlug), Taken(dispute)),
            (dispute.LossMinor > 0 ? Account.DisputeExpense : Account.Disputes, -Taken(dispute))
        );

    /// <summary>
    /// Lost after the issue: the issuer has the money and owes it, less the platform's fee, which it need not bear; its holder owes it
    /// to the issuer, until the units are taken back.
    /// </summary>
    /// <param name="dispute">The dispute, with its loss in it.</param>
    /// <param name="offerSlug">The offer's name in account names.</param>
    /// <param name="enterpriseSlug">The issuer's.</param>
    /// <param name="on">Day and moment.</param>
    /// <returns>The platform's entry and the enterprise's entry.</returns>
    public static (JournalEntry Platform, JournalEntry Enterprise) LostByIssuer(
        Dispute dispute,
        string offerSlug,
        string enterpriseSlug,
        BookedOn on
    ) =>
        Both(
            new Cause(Lost, dispute.Id.Value),
            $"Disputed payment for {offerSlug} lost",
            (Loss(dispute), Fee(dispute)),
            offerSlug,
            enterpriseSlug,
            on
        );

    /// <summary>A lost dispute was won in the end: the issuer owes nothing.</summary>
    /// <param name="dispute">The dispute, with its loss still in it.</param>
    /// <param name="offerSlug">The offer's name in account names.</param>
    /// <param name="enterpriseSlug">The issuer's.</param>
    /// <param name="on">Day and moment.</param>
    /// <returns>The platform's entry and the enterprise's entry.</returns>
    public static (JournalEntry Platform, JournalEntry Enterprise) LossUndone(
        Dispute dispute,
        string offerSlug,
        string enterpriseSlug,
        BookedOn on
    ) =>
        Both(
            new Cause(WonLate, dispute.Id.Value),
            $"Lost dispute for {offerSlug} won in the end",
            (-Loss(dispute), -Fee(dispute)),
            offerSlug,
            enterpriseSlug,
            on
        );

    /// <summary>What an issuer owed for a lost dispute came back from its account at the provider.</summary>
    /// <param name="reversal">The provider's name of the movement.</param>
    /// <param name="amount">How much.</param>
    /// <param name="offerSlug">The offer's name in account names.</param>
    /// <param name="enterpriseSlug">The issuer's.</param>
    /// <param name="on">Day and moment.</param>
    /// <returns>The platform's entry and the enterprise's entry.</returns>
    public static (JournalEntry Platform, JournalEntry Enterprise) Recovered(
        string reversal,
        Money amount,
        string offerSlug,
        string enterpriseSlug,
        BookedOn on
    )
    {
        var cause = new Cause(ProviderCause.TransferReversal, ProviderCause.IdOf(reversal));
        var what = $"Lost dispute for {offerSlug} recovered";
        return (
            JournalEntry.Write(
                Book.Platform,
                on,
                cause,
                what,
                (Account.StripeAvailable, amount),
                (Account.Enterprise(enterpriseSlug), -amount)
            ),
            JournalEntry.Write(
                Book.Of(enterpriseSlug),
                on,
                cause,
                what,
                (Account.AtPlatform(offerSlug), amount),
                (Account.Bank, -amount)
            )
        );
    }

    private static (JournalEntry Platform, JournalEntry Enterprise) Both(
        Cause cause,
        string what,
        (Money Loss, Money Fee) amounts,
        string offerSlug,
        string enterpriseSlug,
        BookedOn on
    ) =>
        (
            JournalEntry.Write(
                Book.Platform,
                on,
                cause,
                what,
                (Account.Enterprise(enterpriseSlug), amounts.Loss - amounts.Fee),
                (Account.PlatformFeeIncome, amounts.Fee),
                (Account.Disputes, -amounts.Loss)
            ),
            JournalEntry.Write(
                Book.Of(enterpriseSlug),
                on,
                cause,
                what,
                (Account.PayableCorrections, amounts.Loss),
                (Account.PlatformFeeExpense, -amounts.Fee),
                (Account.AtPlatform(offerSlug), amounts.Fee - amounts.Loss)
            )
        );

    private static Money Loss(Dispute dispute) => new(dispute.LossMinor, dispute.Currency);

    private static Money Fee(Dispute dispute) => new(dispute.FeeReturnedMinor, dispute.Currency);

    private static Money Taken(Dispute dispute) => new(dispute.TakenMinor, dispute.Currency);
}
