using SocialShares.Features.Banking;

namespace SocialShares.Features.Issuing;

/// <summary>An application as its owner sees it. Amounts are minor units; instants are UTC.</summary>
public sealed record ApplicationShown(
    ApplicationId Id,
    ApplicationState State,
    OfferOfApplication Offer,
    SeriesShown? Series,
    long AmountMinor,
    long Units,
    long AllottedUnits,
    HolderDetails? Holder,
    PayoutChoice Payout,
    int AcceptedDocumentVersion,
    DateTime StartedAt,
    DateTime? HeldUntil,
    string? CheckoutUrl,
    string? Method,
    DateTime? PaidAt,
    DateOnly? ReflectionEndsOn,
    bool CanCancel,
    string? MembershipType,
    bool IsResident,
    DateOnly? CancelUntil,
    RefundState? Refund,
    long RefundMinor,
    string? RefundReason,
    DateTime? RefundEndedAt,
    int Version,
    MemberId? TopsUp = null,
    RejectionShown? Rejection = null,
    GiftShown? Gift = null
)
{
    /// <summary>Since when the buyer's bank is being asked for the money, UTC; null where nothing is debited.</summary>
    public DateTime? DebitSince { get; init; }

    /// <summary>When the buyer's bank refused, UTC; null where it did not.</summary>
    public DateTime? DebitRefusedAt { get; init; }

    /// <summary>The last day on which a debit can be taken back; what it bought stays with its buyer until then. Null: not a debit.</summary>
    public DateOnly? HeldThrough { get; init; }

    /// <summary>Did the payer's bank take all that was owed back, so that nothing was sent?</summary>
    public bool BankTookAll { get; init; }

    /// <summary>Its place in the queue for the enterprise's resident quota, from 1; null where it does not wait.</summary>
    public int? PlaceInQueue { get; init; }

    /// <summary>How it is paid in parts; null where it is paid at once.</summary>
    public InstalmentsShown? Instalments { get; init; }

    /// <summary>The application of which this is a later part; null for any other.</summary>
    public ApplicationId? InstalmentOf { get; init; }

    /// <summary>How it is paid by bank transfer; null where it is not.</summary>
    public BankTransferShown? Transfer { get; init; }

    /// <summary>Can it be paid by bank transfer instead?</summary>
    public bool MayPayByTransfer { get; init; }

    /// <summary>Money that goes back by bank.</summary>
    public IReadOnlyList<BankRefundShown> BankRefunds { get; init; } = [];
}
