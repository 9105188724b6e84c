namespace SocialShares.Domain;

/// <summary>An application that is paid in parts, or a later part of one.</summary>
public sealed partial class Application
{
    /// <summary>The application of which this is a later part; null for any other.</summary>
    public ApplicationId? InstalmentOf { get; private set; }

    /// <summary>
    /// Shares that the offer holds for later parts of this application beside its own <see cref="Units"/>; each later part
    /// takes its own from here. 0 where it is paid at once.
    /// </summary>
    public long PromisedUnits { get; private set; }

    /// <summary>Is it paid in parts that are together less than the least so far? Then nothing of it is issued yet.</summary>
    public bool AwaitsLeast { get; private set; }

    /// <summary>Its own units and what it promises beside.</summary>
    public long UnitsInAll => Units + PromisedUnits;

    /// <summary>The price of <see cref="UnitsInAll"/>, minor units: what rules and limits look at.</summary>
    public long AmountInAllMinor => AmountMinor / Units * UnitsInAll;

    /// <summary>Keeps the first part as its own, and promises the rest.</summary>
    /// <exception cref="Refused"><c>application.already-submitted</c>, <c>instalments.gift</c>.</exception>
    public void KeepFirstPart(Offer offer, long promisedUnits)
    {
        RequireStarted();
        if (IsGift && promisedUnits > 0)
            throw new Refused("instalments.gift") { Field = "parts" };
        var all = UnitsInAll;
        Invariant.Holds(promisedUnits >= 0 && promisedUnits < all, "the first part has no units");
        (Units, PromisedUnits) = (all - promisedUnits, promisedUnits);
        AmountMinor = checked(Units * offer.ParValueMinor);
        Version++;
    }

    /// <summary>Sets whether its units wait until the least is paid.</summary>
    public void AwaitLeast(bool awaits)
    {
        AwaitsLeast = awaits;
        Version++;
    }

    /// <summary>
    /// A later part. It has no reflection period of its own: the promise to pay it had one.
    /// </summary>
    public Application NextPart(ApplicationId id, Offer offer, long units, DateTime heldUntil, DateTime now)
    {
        Invariant.Holds(units > 0 && units <= PromisedUnits, "a part is more than was promised");
        PromisedUnits -= units;
        Version++;
        var part = new Application
        {
            Id = id,
            OfferId = OfferId,
            EnterpriseId = EnterpriseId,
            PersonId = PersonId,
            HolderPersonId = HolderPersonId,
            TopsUp = TopsUp,
            InstalmentOf = Id,
            AwaitsLeast = AwaitsLeast,
            MembershipType = MembershipType,
            IsResident = IsResident,
            State = ApplicationState.AwaitingPayment,
            AmountMinor = checked(units * offer.ParValueMinor),
            Units = units,
            Destination = Destination,
            Iban = Iban,
            AcceptedDocumentVersion = AcceptedDocumentVersion,
            RiskAcceptedAt = RiskAcceptedAt,
            HeldUntil = heldUntil,
            StartedAt = now,
            ChangedAt = now,
            Version = 1,
        };
        part.Write(Holder());
        part.Identity = Identity;
        return part;
    }

    /// <summary>A later part was not paid in time: its units are promised as before.</summary>
    public void PromiseAgain(Application part)
    {
        Invariant.Holds(part.InstalmentOf == Id, "a part of another application is promised");
        PromisedUnits += part.Units;
        Version++;
    }

    /// <summary>Promises no more.</summary>
    /// <returns>The units that are not promised any more.</returns>
    public long LetGo()
    {
        var units = PromisedUnits;
        if (units == 0)
            return 0;
        PromisedUnits = 0;
        Version++;
        return units;
    }
}
