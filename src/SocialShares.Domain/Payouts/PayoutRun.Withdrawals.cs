namespace SocialShares.Domain;

/// <content>Runs that pay back shares.</content>
public sealed partial class PayoutRun
{
    /// <summary>Does it pay back shares? Then they leave the register when the job begins to pay.</summary>
    public bool IsOfWithdrawals => Kind == PayoutKind.Withdrawal;

    /// <summary>Is it booked as owed when its approval makes it so? All else is, on its day, when the job begins to pay.</summary>
    public bool IsOwedOnApproval => Kind == PayoutKind.ShareInterest;

    /// <summary>One administrator calculates the payment of withdrawals that a board approved.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="number">Shown to people; unique.</param>
    /// <param name="shareClass">The class.</param>
    /// <param name="payOn">The day of payment.</param>
    /// <param name="lines">How many lines there are, and what they add up to, minor units.</param>
    /// <param name="by">Who calculated.</param>
    /// <exception cref="Refused"><c>payout.nothing-to-pay</c></exception>
    public static PayoutRun Calculate(
        PayoutRunId id,
        string number,
        ShareClass shareClass,
        DateOnly payOn,
        (int Count, long TotalMinor) lines,
        Signature by
    )
    {
        if (lines.TotalMinor == 0)
            throw new Refused("payout.nothing-to-pay");
        return new PayoutRun
        {
            Id = id,
            Number = number,
            Kind = PayoutKind.Withdrawal,
            EnterpriseId = shareClass.EnterpriseId,
            ShareClassId = shareClass.Id,
            PayOn = payOn,
            Currency = shareClass.Currency,
            LineCount = lines.Count,
            TotalMinor = lines.TotalMinor,
            PrincipalMinor = lines.TotalMinor,
            State = PayoutRunState.Calculated,
            CalculatedBy = by.PersonId ?? throw new InvariantBroken("a run was calculated by nobody"),
            CalculatedByName = by.Name,
            CalculatedAt = by.At,
            Version = 1,
        };
    }
}
