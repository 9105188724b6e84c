using SocialShares.Demo.Api;

namespace SocialShares.Demo.Seed;

/// <summary>What a buyer does.</summary>
public enum BuyerStory
{
    /// <summary>Pays at once.</summary>
    Pays,

    /// <summary>The card is declined, another one is taken.</summary>
    IsDeclinedFirst,

    /// <summary>The bank asks whether it is the holder (3-D Secure).</summary>
    IsAskedByTheBank,

    /// <summary>Leaves the payment page and never comes back.</summary>
    Abandons,

    /// <summary>Cancels before paying.</summary>
    GivesUp,

    /// <summary>Pays and cancels within the reflection period.</summary>
    PaysAndCancels,

    /// <summary>Pays by card, and the bank takes it back.</summary>
    IsDisputed,
}

/// <summary>How a transfer comes.</summary>
public enum TransferWay
{
    /// <summary>At once, with its reference.</summary>
    Whole,

    /// <summary>In two parts.</summary>
    InTwoParts,

    /// <summary>Without its reference: a person has to find out whose it is.</summary>
    WithoutReference,

    /// <summary>More than was asked.</summary>
    TooMuch,
}

/// <summary>A buyer's transfer.</summary>
/// <param name="Iban">From which account.</param>
/// <param name="Way">How it comes.</param>
public sealed record TransferPlan(string Iban, TransferWay Way);

/// <summary>One buyer of one offer.</summary>
/// <param name="Person">Who acts.</param>
/// <param name="Language">en or nl.</param>
/// <param name="Holder">Who will stand in the register.</param>
/// <param name="Payout">Where interest goes.</param>
/// <param name="AmountMinor">What is put in, minor units.</param>
/// <param name="Story">What happens.</param>
/// <param name="Method">How is paid, in the word of the payment page: card, ideal, bancontact, sepa_debit or bacs_debit.
/// Not asked where there is a transfer.</param>
/// <param name="ByForm">Fills in the hosted page instead of using the machine door.</param>
/// <param name="SeriesNo">The tranche of a bond offer, counted from 1; null: the only one, or shares.</param>
/// <param name="MembershipType">The type that fits; null where the offer has none.</param>
/// <param name="Misfit">An answer that is tried first and must be refused; null for most.</param>
/// <param name="Giver">Somebody else who applies and pays, while the buyer accepts the gift; null for most.</param>
/// <param name="Parts">In how many monthly parts it is paid, where the offer has any; 1: at once.</param>
/// <param name="Transfer">Pays by bank transfer; null for most.</param>
public sealed record Buyer(
    Person Person,
    string Language,
    HolderDetails Holder,
    PayoutChoice Payout,
    long AmountMinor,
    BuyerStory Story,
    string Method,
    bool ByForm,
    int? SeriesNo = null,
    string? MembershipType = null,
    Misfit? Misfit = null,
    Person? Giver = null,
    int Parts = 1,
    TransferPlan? Transfer = null
)
{
    /// <summary>Does the bank answer days later?</summary>
    public bool ByDebit => Transfer is null && DebitRules.IsDebit(Method);

    /// <summary>Does this buyer's money stay?</summary>
    public bool Stays => Story is BuyerStory.Pays or BuyerStory.IsDeclinedFirst or BuyerStory.IsAskedByTheBank;
}

/// <summary>An answer that an offer does not take.</summary>
/// <param name="Holder">Who.</param>
/// <param name="MembershipType">As what.</param>
/// <param name="Code">The rule that must refuse it.</param>
public sealed record Misfit(HolderDetails Holder, string? MembershipType, string Code);

/// <summary>An application that a buyer made.</summary>
/// <param name="Buyer">Who.</param>
/// <param name="Id">The application; null when it was refused because nothing was left.</param>
/// <param name="Waits">It was put into the queue for the resident quota.</param>
/// <param name="IsInParts">Later parts are still to be paid.</param>
public sealed record Bought(Buyer Buyer, ApplicationId? Id, bool Waits = false, bool IsInParts = false);
