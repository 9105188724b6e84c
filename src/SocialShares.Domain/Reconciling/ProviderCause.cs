using System.Security.Cryptography;
using System.Text;

namespace SocialShares.Domain;

/// <summary>
/// Causes of journal entries that only the payment provider has a name for: the entry's cause is made of that name, so
/// that the same movement books once, and reconciliation finds the entry again without being told of each kind.
/// </summary>
public static class ProviderCause
{
    /// <summary>Own money put into the balance; named by its movement.</summary>
    public const string TopUp = "top-up";

    /// <summary>Money taken or given back in a dispute; named by its movement.</summary>
    public const string DisputeMovement = "dispute-movement";

    /// <summary>Money taken back from an enterprise; named by the reversal.</summary>
    public const string TransferReversal = "transfer-reversal";

    /// <summary>A debit that its payer's bank has not answered; named by the charge.</summary>
    public const string Debit = "debit";

    /// <summary>A debit that the payer's bank refused; named by the charge.</summary>
    public const string DebitRefused = "debit-refused";

    /// <summary>Money paid out of the balance to the platform's bank, or back from there; named by its movement.</summary>
    public const string Payout = "provider-payout";

    /// <summary>All of them. An entry of a new kind is found once its kind stands here.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [TopUp, DisputeMovement, TransferReversal, Payout];

    /// <summary>The identity of what the provider calls <paramref name="providerName"/>: the first half of its SHA-256.</summary>
    public static Guid IdOf(string providerName) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(providerName)).AsSpan(0, 16));

    /// <summary>What books a movement if it is one of a debit under way; null where it cannot be.</summary>
    public static Cause? OfDebit(ProviderMovement movement) =>
        (movement.Kind, movement.Source) switch
        {
            (ProviderMovementKind.Payment, { } charge) => new Cause(Debit, IdOf(charge)),
            (ProviderMovementKind.RefundCameBack, { } charge) => new Cause(DebitRefused, IdOf(charge)),
            _ => null,
        };
}
