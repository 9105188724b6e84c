namespace SocialShares.Domain;

/// <summary>What each event books: the table of the ledger's events, one method a row. See <c>infra/docs/accounts.md</c>.</summary>
public static class Bookings
{
    /// <summary>An applicant's payment succeeded: the whole amount is owed to the applicant, the fee is ours.</summary>
    public static JournalEntry PaymentSucceeded(Payment payment, string offerSlug, BookedOn on)
    {
        var (amount, fee) = (Amount(payment), new Money(payment.FeeMinor, payment.Currency));
        return JournalEntry.Write(
            Book.Platform,
            on,
            new Cause("payment", payment.ApplicationId.Value),
            $"Payment by {payment.Method} for {offerSlug}",
            (Account.StripePending, amount - fee),
            (Account.StripeFees, fee),
            (Account.Escrow(offerSlug), -amount)
        );
    }

    /// <summary>The provider lets the platform use the money of a payment.</summary>
    public static JournalEntry PaymentAvailable(Payment payment, BookedOn on)
    {
        var net = new Money(payment.AmountMinor - payment.FeeMinor, payment.Currency);
        return JournalEntry.Write(
            Book.Platform,
            on,
            new Cause("payment-available", payment.ApplicationId.Value),
            "Payment available at Stripe",
            (Account.StripeAvailable, net),
            (Account.StripePending, -net)
        );
    }

    /// <summary>The platform put own money into its balance at the provider.</summary>
    public static JournalEntry OwnFundsAdded(Cause topUp, Money amount, BookedOn on) =>
        JournalEntry.Write(
            Book.Platform,
            on,
            topUp,
            "Own money put into the Stripe balance",
            (Account.StripeAvailable, amount),
            (Account.OwnFunds, -amount)
        );

    /// <summary>The provider paid out of the balance to the platform's bank account, or such money came back.</summary>
    /// <param name="payout">The movement.</param>
    /// <param name="change">Of the balance: below zero where it left.</param>
    /// <param name="on">Day and moment.</param>
    public static JournalEntry PaidOutToBank(Cause payout, Money change, BookedOn on) =>
        JournalEntry.Write(
            Book.Platform,
            on,
            payout,
            change.Minor < 0 ? "Stripe pays out to the bank" : "A payout of Stripe came back",
            (Account.FromStripe, -change),
            (Account.StripeAvailable, change)
        );

    /// <summary>An application was cancelled, or its offer failed: the money is owed back.</summary>
    public static JournalEntry RefundDecided(Refund refund, string offerSlug, BookedOn on) =>
        JournalEntry.Write(
            Book.Platform,
            on,
            new Cause("refund-decided", refund.Id.Value),
            $"Refund decided ({refund.Reason}) for {offerSlug}",
            (Account.Escrow(offerSlug), Amount(refund)),
            (Account.Refunds(offerSlug), -Amount(refund))
        );

    /// <summary>An offer was allotted: what was paid for more units than there were is owed back, all of it in one entry.</summary>
    /// <param name="offerId">The offer; the cause of the booking.</param>
    /// <param name="amount">All refunds of the allotment together.</param>
    /// <param name="offerSlug">Its name in account names.</param>
    /// <param name="on">Day and moment.</param>
    public static JournalEntry NotAllotted(OfferId offerId, Money amount, string offerSlug, BookedOn on) =>
        JournalEntry.Write(
            Book.Platform,
            on,
            new Cause("not-allotted", offerId.Value),
            $"Refunds decided (not allotted) for {offerSlug}",
            (Account.Escrow(offerSlug), amount),
            (Account.Refunds(offerSlug), -amount)
        );

    /// <summary>The provider paid a refund out of our balance.</summary>
    public static JournalEntry RefundPaid(Refund refund, string offerSlug, BookedOn on) =>
        JournalEntry.Write(
            Book.Platform,
            on,
            new Cause("refund-paid", refund.CauseOf(refund.Attempt)),
            $"Refund paid for {offerSlug}",
            (Account.Refunds(offerSlug), ToPay(refund)),
            (Account.StripeAvailable, -ToPay(refund))
        );

    /// <summary>A refund that was paid came back: the money is in our balance again and still owed.</summary>
    public static JournalEntry RefundCameBack(Refund refund, string offerSlug, BookedOn on) =>
        JournalEntry.Write(
            Book.Platform,
            on,
            new Cause("refund-came-back", refund.CauseOf(refund.Attempt)),
            $"Refund came back for {offerSlug}",
            (Account.StripeAvailable, ToPay(refund)),
            (Account.Refunds(offerSlug), -ToPay(refund))
        );

    /// <summary>Shares or bonds were issued: the escrow becomes the enterprise's, less the platform's fee.</summary>
    /// <returns>The platform's entry and the enterprise's entry.</returns>
    public static (JournalEntry Platform, JournalEntry Enterprise) Issued(Issue issue, BookedOn on)
    {
        var owed = issue.Capital - issue.Fee;
        var cause = new Cause("issue", issue.Batch ?? issue.OfferId.Value);
        var platform = JournalEntry.Write(
            Book.Platform,
            on,
            cause,
            $"{issue.What} issued for {issue.OfferSlug}",
            (Account.Escrow(issue.OfferSlug), issue.Capital),
            (Account.Enterprise(issue.EnterpriseSlug), -owed),
            (Account.PlatformFeeIncome, -issue.Fee)
        );
        var enterprise = JournalEntry.Write(
            Book.Of(issue.EnterpriseSlug),
            on,
            cause,
            $"{issue.What} issued for {issue.OfferSlug}",
            [
                (Account.AtPlatform(issue.OfferSlug), owed),
                (Account.PlatformFeeExpense, issue.Fee),
                .. issue.Parts.Select(p => (p.Account, -p.Capital)),
            ]
        );
        return (platform, enterprise);
    }

    /// <summary>The money of an offer that lay at the provider went to the enterprise.</summary>
    /// <returns>The platform's entry and the enterprise's entry.</returns>
    public static (JournalEntry Platform, JournalEntry Enterprise) DrawnDown(
        Drawdown drawdown,
        string offerSlug,
        string enterpriseSlug,
        BookedOn on
    )
    {
        var (amount, cause) = (
            new Money(drawdown.ProviderMinor, drawdown.Currency),
            new Cause("drawdown", drawdown.Id.Value)
        );
        var platform = JournalEntry.Write(
            Book.Platform,
            on,
            cause,
            $"Drawdown of {offerSlug}",
            (Account.Enterprise(enterpriseSlug), amount),
            (Account.StripeAvailable, -amount)
        );
        var enterprise = JournalEntry.Write(
            Book.Of(enterpriseSlug),
            on,
            cause,
            $"Drawdown of {offerSlug}",
            (Account.Bank, amount),
            (Account.AtPlatform(offerSlug), -amount)
        );
        return (platform, enterprise);
    }

    /// <summary>A run of share interest was approved: from now on holders are owed its lines.</summary>
    public static JournalEntry InterestDeclared(PayoutRun run, string enterpriseSlug, BookedOn on) =>
        JournalEntry.Write(
            Book.Of(enterpriseSlug),
            on,
            new Cause("payout-run", run.Id.Value),
            $"Share interest declared, run {run.Number}",
            (Account.ShareInterest, Total(run)),
            (Account.PayableInterest, -Total(run))
        );

    /// <summary>An approved run was given up before it paid: what was booked as owed is not.</summary>
    public static JournalEntry InterestVoided(PayoutRun run, string enterpriseSlug, BookedOn on) =>
        JournalEntry.Write(
            Book.Of(enterpriseSlug),
            on,
            new Cause("payout-run-voided", run.Id.Value),
            $"Share interest given up, run {run.Number}",
            (Account.PayableInterest, Total(run)),
            (Account.ShareInterest, -Total(run))
        );

    /// <summary>A bank file was written for lines of a run.</summary>
    /// <param name="file">The file.</param>
    /// <param name="principal">How much of it repays bonds or shares, and where that was owed; the rest is interest.</param>
    /// <param name="enterpriseSlug">The enterprise.</param>
    /// <param name="on">Day and moment.</param>
    public static JournalEntry PaidByBankFile(
        BankFile file,
        (Money Amount, string Account) principal,
        string enterpriseSlug,
        BookedOn on
    )
    {
        var amount = new Money(file.ControlSumMinor, file.Currency);
        return JournalEntry.Write(
            Book.Of(enterpriseSlug),
            on,
            new Cause("bank-file", file.Id.Value),
            $"Bank file {file.MessageId}, {file.NumberOfTransactions} payments",
            (Account.PayableInterest, amount - principal.Amount),
            (principal.Account, principal.Amount),
            (Account.BankInTransit, -amount)
        );
    }

    /// <summary>Interest of one batch of lines became new shares at par.</summary>
    /// <param name="batch">Identity of the batch.</param>
    /// <param name="capital">Units bought x par.</param>
    /// <param name="classCode">The class.</param>
    /// <param name="enterpriseSlug">The enterprise.</param>
    /// <param name="on">Day and moment.</param>
    public static JournalEntry Reinvested(
        Guid batch,
        Money capital,
        string classCode,
        string enterpriseSlug,
        BookedOn on
    ) =>
        JournalEntry.Write(
            Book.Of(enterpriseSlug),
            on,
            new Cause("reinvestment", batch),
            "Interest left in as new shares",
            (Account.PayableInterest, capital),
            (Account.Shares(classCode), -capital)
        );

    private static Money Amount(Payment payment) => new(payment.AmountMinor, payment.Currency);

    private static Money Amount(Refund refund) => new(refund.AmountMinor, refund.Currency);

    private static Money ToPay(Refund refund) => new(refund.ToPayMinor, refund.Currency);

    private static Money Total(PayoutRun run) => new(run.TotalMinor, run.Currency);
}

/// <summary>The issue of an offer's shares or bonds in total.</summary>
/// <param name="OfferId">The offer; the cause of the booking.</param>
/// <param name="OfferSlug">Its name in account names.</param>
/// <param name="EnterpriseSlug">The issuer's.</param>
/// <param name="What">Shares or Bonds, for people who read the journal.</param>
/// <param name="Parts">What was issued, by account of the class or series; at least one.</param>
/// <param name="Fee">What the platform keeps.</param>
/// <param name="Batch">One issue of an open offer, which is then the cause of the booking; null: the whole offer is.</param>
public sealed record Issue(
    OfferId OfferId,
    string OfferSlug,
    string EnterpriseSlug,
    string What,
    IReadOnlyList<(string Account, Money Capital)> Parts,
    Money Fee,
    Guid? Batch = null
)
{
    /// <summary>All of it.</summary>
    public Money Capital => Parts.Select(p => p.Capital).Aggregate((a, b) => a + b);
}
