namespace SocialShares.Domain;

/// <summary>An application that is a gift: who applies pays, somebody else will hold.</summary>
public sealed partial class Application
{
    /// <summary>Is it a gift?</summary>
    public bool IsGift { get; private set; }

    /// <summary>A gift whose receiver has not accepted.</summary>
    public bool AwaitsReceiver => IsGift && HolderPersonId is null;

    /// <summary>The applicant says that it is a gift: the receiver will answer who stands in the register.</summary>
    /// <exception cref="Refused"><c>application.already-submitted</c>, <c>gift.top-up</c>, <c>instalments.gift</c>.</exception>
    public void Give(Offer offer)
    {
        RequireStarted();
        if (TopsUp is not null)
            throw new Refused("gift.top-up");
        if (PromisedUnits > 0)
            throw new Refused("instalments.gift");
        Write(new HolderDetails(HolderKind.Person, "", "", "", "", "", null));
        (IsGift, HolderPersonId, MembershipType, IsResident) = (true, null, null, false);
        (Destination, Iban) = (PayoutDestination.Bank, null);
        LimitsOf(offer).UnitsFor(AmountMinor);
        Version++;
    }

    /// <summary>The receiver of a paid gift answers who stands in the register and where payouts go, and becomes its holder.</summary>
    /// <exception cref="Refused"><c>gift.over</c>, or the offer does not take such a holder, or not for this amount.</exception>
    public void AcceptGift(
        Offer offer,
        PersonId receiver,
        HolderDetails details,
        string? membershipType,
        ShareClass? shareClass,
        PayoutChoice choice,
        DateOnly today
    )
    {
        if (!AwaitsReceiver || State is not (ApplicationState.Paid or ApplicationState.Confirmed))
            throw new Refused("gift.over");
        Take(offer, details, membershipType, today);
        CheckPayout(shareClass, choice);
        Write(details.Normal());
        (HolderPersonId, Destination, Iban) = (receiver, choice.Destination, choice.Iban);
        Version++;
    }
}
