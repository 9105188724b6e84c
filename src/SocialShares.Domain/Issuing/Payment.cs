namespace SocialShares.Domain;

/// <summary>Money that came in for one application through the payment provider. At most one per application.</summary>
public sealed class Payment
{
    private Payment() { }

    /// <param name="applicationId">What it pays for; also its identity.</param>
    /// <param name="offerId">The offer.</param>
    /// <param name="money">What the applicant paid.</param>
    /// <param name="receipt">What the provider told of it.</param>
    /// <param name="heldThrough">The last day on which the payer's bank may take it back without appeal; null: it may not.</param>
    public Payment(
        ApplicationId applicationId,
        OfferId offerId,
        Money money,
        PaymentReceipt receipt,
        DateOnly? heldThrough = null
    )
    {
        HeldThrough = heldThrough;
        (ApplicationId, OfferId) = (applicationId, offerId);
        (AmountMinor, Currency) = (money.Minor, money.Currency);
        (FeeMinor, Method, PaidAt) = (receipt.FeeMinor, receipt.Method, receipt.PaidAt);
        (ProviderPayment, ProviderCharge) = (receipt.Payment, receipt.Charge);
        AvailableAt = receipt.AvailableAt;
    }

    /// <summary>What it pays for; also its identity.</summary>
    public ApplicationId ApplicationId { get; private set; }

    /// <summary>The offer.</summary>
    public OfferId OfferId { get; private set; }

    /// <summary>What the applicant paid, minor units.</summary>
    public long AmountMinor { get; private set; }

    /// <summary>Currency of both amounts.</summary>
    public Currency Currency { get; private set; }

    /// <summary>What the provider kept, minor units; borne by the platform.</summary>
    public long FeeMinor { get; private set; }

    /// <summary><c>card</c>, <c>ideal</c>, <c>bancontact</c>, <c>sepa_debit</c> or <c>bacs_debit</c>.</summary>
    public string Method { get; private set; } = "";

    /// <summary>The provider's payment, for refunds.</summary>
    public string ProviderPayment { get; private set; } = "";

    /// <summary>The provider's charge.</summary>
    public string ProviderCharge { get; private set; } = "";

    /// <summary>When it succeeded, UTC.</summary>
    public DateTime PaidAt { get; private set; }

    /// <summary>When the provider lets the platform use the money, UTC.</summary>
    public DateTime AvailableAt { get; private set; }

    /// <summary>
    /// The last day on which the payer's bank may take a debit back without giving a reason. Until then what was bought stays
    /// with its buyer, and the money with the platform. Null: not a debit.
    /// </summary>
    public DateOnly? HeldThrough { get; private set; }

    /// <summary>When the ledger recorded that; null before.</summary>
    public DateTime? AvailableBookedAt { get; private set; }

    /// <summary>The ledger recorded that the money can be used.</summary>
    public void BookedAsAvailable(DateTime now) => AvailableBookedAt = now;
}

/// <summary>What the provider tells of a payment that succeeded. Instants are UTC.</summary>
public sealed record PaymentReceipt(
    string Payment,
    string Charge,
    string Method,
    long FeeMinor,
    DateTime PaidAt,
    DateTime AvailableAt
);
