namespace SocialShares.Domain;

/// <summary>A refund by bank file, where the way that the money came is closed.</summary>
public sealed partial class Refund
{
    /// <summary>Does it go by bank file?</summary>
    public bool IsByBank { get; private set; }

    /// <summary>
    /// It goes by bank file: the money came to the bank, the provider cannot pay it back any more, or could not. Told twice
    /// changes nothing.
    /// </summary>
    /// <returns>True the first time.</returns>
    public bool GoByBank()
    {
        if (IsByBank || State == RefundState.Done)
            return false;
        (IsByBank, State, EndedAt) = (true, RefundState.Waiting, null);
        Version++;
        return true;
    }

    /// <summary>The bank file with it was released.</summary>
    public void SentByBank(DateTime now)
    {
        Invariant.Holds(IsByBank && State == RefundState.Waiting, "a refund that does not wait for the bank was sent");
        (State, EndedAt) = (RefundState.Done, now);
        Version++;
    }

    /// <summary>The bank returned it: it is owed again, and waits for another account.</summary>
    public void ReturnedByBank(string? reason)
    {
        Invariant.Holds(IsByBank && State == RefundState.Done, "a refund that was not sent came back");
        (State, EndedAt, Failure) = (RefundState.Waiting, null, reason);
        Version++;
    }
}
