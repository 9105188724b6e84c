namespace SocialShares.Domain;

/// <summary>What the client-money account books. See <c>infra/docs/accounts.md</c>.</summary>
public static class BankBookings
{
    /// <summary>A line of a statement: what the account gained or lost, and where that belongs.</summary>
    /// <param name="line">The line.</param>
    /// <param name="what">One sentence.</param>
    /// <param name="at">When it is written down, UTC.</param>
    /// <param name="others">The other side; sums with the line to nothing.</param>
    public static JournalEntry Line(
        StatementLine line,
        string what,
        DateTime at,
        params IEnumerable<(string Account, Money Amount)> others
    ) =>
        JournalEntry.Write(
            Book.Platform,
            new BookedOn(line.BookedOn, at),
            new Cause("bank-line", line.Id.Value),
            what,
            [(Account.ClientMoney, line.Amount), .. others]
        );

    /// <summary>A person said what an unidentified line is.</summary>
    /// <param name="line">Which.</param>
    /// <param name="amount">As on the line.</param>
    /// <param name="what">One sentence.</param>
    /// <param name="on">Day and moment.</param>
    /// <param name="others">Where it belongs; sums with the line to nothing.</param>
    public static JournalEntry Identified(
        StatementLineId line,
        Money amount,
        string what,
        BookedOn on,
        params IEnumerable<(string Account, Money Amount)> others
    ) =>
        JournalEntry.Write(
            Book.Platform,
            on,
            new Cause("bank-line-identified", line.Value),
            what,
            [(Account.Unidentified, amount), .. others]
        );

    /// <summary>An application ended of which a part had come by transfer: that is owed back.</summary>
    public static JournalEntry TransferGivenUp(BankTransfer transfer, string offerSlug, BookedOn on)
    {
        var back = new Money(transfer.ReceivedMinor, transfer.Currency);
        return JournalEntry.Write(
            Book.Platform,
            on,
            new Cause("transfer-given-up", transfer.ApplicationId.Value),
            $"Part of a transfer to be paid back for {offerSlug}",
            (Account.Escrow(offerSlug), back),
            (Account.Refunds(offerSlug), -back)
        );
    }

    /// <summary>A bank file was released: its orders are on their way.</summary>
    public static JournalEntry FileReleased(ClientFile file, IEnumerable<BankOrder> orders, BookedOn on)
    {
        var sum = new Money(file.ControlSumMinor, file.Currency);
        return JournalEntry.Write(
            Book.Platform,
            on,
            new Cause("client-file", file.Id.Value),
            $"Bank file {file.No} of the client-money account, {file.NumberOfTransactions} payments",
            [
                .. orders
                    .GroupBy(o => o.Owed)
                    .Select(g => (g.Key, new Money(g.Sum(o => o.AmountMinor), file.Currency))),
                (Account.BankInTransit, -sum),
            ]
        );
    }

    /// <summary>In the book of the enterprise: money of an offer went to its bank account, or came back from there.</summary>
    /// <param name="order">The order.</param>
    /// <param name="offerSlug">The offer.</param>
    /// <param name="enterpriseSlug">The enterprise.</param>
    /// <param name="cameBack">The bank returned it.</param>
    /// <param name="on">Day and moment.</param>
    public static JournalEntry DrawnDown(
        BankOrder order,
        string offerSlug,
        string enterpriseSlug,
        bool cameBack,
        BookedOn on
    )
    {
        var amount = cameBack ? -order.Amount : order.Amount;
        return JournalEntry.Write(
            Book.Of(enterpriseSlug),
            on,
            new Cause(cameBack ? "drawdown-came-back" : "drawdown-by-bank", order.Id.Value),
            cameBack ? $"Drawdown of {offerSlug} came back" : $"Drawdown of {offerSlug} by bank",
            (Account.Bank, amount),
            (Account.AtPlatform(offerSlug), -amount)
        );
    }
}
