namespace SocialShares.Domain;

/// <summary>An application that is paid by bank transfer.</summary>
public sealed partial class Application
{
    /// <summary>Its units are held until the money had time to come; a payment page is of no use any more.</summary>
    /// <param name="heldUntil">Until when the units are held without payment, UTC.</param>
    /// <returns>The session of the payment page that is to be closed; null where none was opened.</returns>
    /// <exception cref="Refused"><c>bank-transfer.nothing-to-pay</c>; <c>bank-transfer.debit-under-way</c>: it would be paid
    /// twice.</exception>
    public string? AwaitTransfer(DateTime heldUntil)
    {
        if (State != ApplicationState.AwaitingPayment)
            throw new Refused("bank-transfer.nothing-to-pay");
        if (IsAtTheBank)
            throw new Refused("bank-transfer.debit-under-way");
        // The session stays known: should it be paid before it is closed, that is found out.
        (HeldUntil, CheckoutUrl) = (heldUntil, null);
        Version++;
        return CheckoutSession;
    }
}
