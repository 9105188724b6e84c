namespace SocialShares.Domain;

/// <content>A direct debit: days pass between the applicant's word and the bank's.</content>
public sealed partial class Application
{
    // A lost event costs a day, not the units.
    private static readonly TimeSpan AskAgain = TimeSpan.FromDays(1);

    /// <summary>Since when the applicant's bank is being asked for the money, UTC; null where nothing is debited.</summary>
    public DateTime? DebitSince { get; private set; }

    /// <summary>When the bank said no, UTC; null while it has not.</summary>
    public DateTime? DebitRefusedAt { get; private set; }

    /// <summary>The applicant's bank is being asked and has not answered.</summary>
    public bool IsAtTheBank => DebitSince is not null && DebitRefusedAt is null && PaidAt is null;

    /// <summary>
    /// The bank is being asked for the money. The units stay held until it answers, however long that takes; the provider
    /// is asked each day how it stands.
    /// </summary>
    /// <returns>True the first time.</returns>
    public bool DebitIsUnderWay(DateTime now)
    {
        var isFirst = DebitSince is null;
        DebitSince ??= now;
        // Where a transfer is awaited as well, its time is the longer one.
        HeldUntil = HeldUntil > now + AskAgain ? HeldUntil : now + AskAgain;
        Version++;
        return isFirst;
    }

    /// <summary>The bank paid nothing. Told twice changes nothing.</summary>
    public void RefuseDebit(DateTime now)
    {
        DebitSince ??= now;
        if (DebitRefusedAt is not null)
            return;
        DebitRefusedAt = now;
        Version++;
    }
}
