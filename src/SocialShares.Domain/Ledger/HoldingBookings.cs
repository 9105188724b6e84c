namespace SocialShares.Domain;

/// <summary>What withdrawals and write-downs book in the issuer's book. See <c>infra/docs/accounts.md</c>.</summary>
public static class HoldingBookings
{
    /// <summary>A run of withdrawals begins to pay: the shares have left the register, and their price is owed.</summary>
    public static JournalEntry WithdrawalsDue(PayoutRun run, string classCode, string enterpriseSlug, BookedOn on)
    {
        var total = new Money(run.TotalMinor, run.Currency);
        return JournalEntry.Write(
            Book.Of(enterpriseSlug),
            on,
            new Cause("payout-run", run.Id.Value),
            $"Share capital paid back, run {run.Number}",
            (Account.Shares(classCode), total),
            (Account.PayableWithdrawals, -total)
        );
    }

    /// <summary>A class was written down: what its holders lost covers the enterprise's losses.</summary>
    public static JournalEntry WrittenDown(
        WriteDown writeDown,
        ShareClass shareClass,
        string enterpriseSlug,
        BookedOn on
    )
    {
        var loss = new Money(writeDown.LossMinor, shareClass.Currency);
        return JournalEntry.Write(
            Book.Of(enterpriseSlug),
            on,
            new Cause("write-down", writeDown.Id.Value),
            $"Class {shareClass.Code} written down",
            (Account.Shares(shareClass.Code), loss),
            (Account.Reserve, -loss)
        );
    }
}
