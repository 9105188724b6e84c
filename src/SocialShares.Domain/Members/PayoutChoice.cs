namespace SocialShares.Domain;

/// <summary>Where a holder's payouts go.</summary>
public enum PayoutDestination
{
    /// <summary>By credit transfer to the holder's bank account.</summary>
    Bank,

    /// <summary>Into new shares of the class at par; what buys no whole share is carried to the next run.</summary>
    Reinvest,
}

/// <summary>A holder's choice for one enterprise. A bank choice without an account is possible: the line then waits for it.</summary>
/// <param name="Destination">Where payouts go.</param>
/// <param name="Iban">The account in electronic form (no spaces). With <see cref="PayoutDestination.Reinvest"/> it is for
/// what cannot be left in: payments on bonds.</param>
public sealed record PayoutChoice(PayoutDestination Destination, string? Iban);
