namespace SocialShares.Domain;

/// <summary>What our journal has of a movement.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="CauseKind">What kind of thing caused it.</param>
/// <param name="NetMinor">What it changes the accounts at the provider by, in the movement's currency.</param>
/// <param name="FeeMinor">What it books as the provider's fee, in the movement's currency.</param>
public sealed record BookedMovement(JournalEntryId EntryId, string CauseKind, long NetMinor, long FeeMinor);

/// <summary>What does not agree, and both figures in minor units.</summary>
public sealed record Finding(DifferenceKind Kind, long OursMinor, long TheirsMinor);

/// <summary>Compares a movement at the provider with the entry that booked it.</summary>
public static class Agreement
{
    /// <summary>So long after it was made a movement may still be on its way into the ledger: events come late.</summary>
    public static readonly TimeSpan OnItsWay = TimeSpan.FromHours(1);

    /// <summary>So long after it was booked an entry may be missing in the provider's list.</summary>
    public static readonly TimeSpan Listed = TimeSpan.FromDays(1);

    /// <summary>How far back the list is read again, so that what the provider lists late is found.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromDays(7);

    /// <summary>What does not agree; null: they agree. The amount is looked at first, then the fee, then the whole.</summary>
    public static Finding? Compare(ProviderMovement movement, BookedMovement? booked)
    {
        if (booked is null)
            return new Finding(
                movement.Kind == ProviderMovementKind.Payout ? DifferenceKind.Payout : DifferenceKind.NotBooked,
                0,
                movement.NetMinor
            );
        if (movement.Kind != ProviderMovementKind.Payment)
            return booked.NetMinor == movement.NetMinor
                ? null
                : new Finding(DifferenceKind.Amount, booked.NetMinor, movement.NetMinor);
        var amount = booked.NetMinor + booked.FeeMinor;
        if (amount != movement.AmountMinor)
            return new Finding(DifferenceKind.Amount, amount, movement.AmountMinor);
        return booked.FeeMinor == movement.FeeMinor
            ? null
            : new Finding(DifferenceKind.Fee, booked.FeeMinor, movement.FeeMinor);
    }

    /// <summary>Is a movement that nobody booked so young that its booking may still come?</summary>
    public static bool MayStillBeBooked(ProviderMovement movement, DateTime now) => movement.CreatedAt > now - OnItsWay;
}
