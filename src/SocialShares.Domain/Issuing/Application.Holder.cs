namespace SocialShares.Domain;

/// <summary>Who will hold what an application buys.</summary>
public sealed partial class Application
{
    /// <summary>
    /// The person who will sign in for the holding: the one who applies, or the receiver of a gift. Null while a gift is
    /// not accepted.
    /// </summary>
    public PersonId? HolderPersonId { get; private set; }

    /// <summary>Tells holders of the same person and kind apart; see <see cref="HolderIdentity"/>.</summary>
    public string Identity { get; private set; } = "";

    /// <summary>Guardian, other joint holders or representative; null for a person alone, or not answered.</summary>
    public HolderParty? Party { get; private set; }

    /// <summary>The holder who buys more; null for a new holder, or one who is found by identity.</summary>
    public MemberId? TopsUp { get; private set; }

    /// <summary>
    /// A holder of the class buys more: details and payout choice are those of the register, and one unit is enough,
    /// because the minimum of the offer is for becoming a holder.
    /// </summary>
    /// <param name="id">Identity.</param>
    /// <param name="offer">An offer of the class.</param>
    /// <param name="member">The holder.</param>
    /// <param name="heldUnits">Units of the class that the holder has.</param>
    /// <param name="amountMinor">Minor units.</param>
    /// <param name="now">Instant, UTC.</param>
    /// <exception cref="Refused"><c>application.top-up-nothing-held</c>, <c>application.top-up-bonds</c>, or what
    /// <see cref="Start"/> refuses.</exception>
    public static Application TopUp(
        ApplicationId id,
        Offer offer,
        Member member,
        long heldUnits,
        long amountMinor,
        DateTime now
    )
    {
        Invariant.Holds(member.EnterpriseId == offer.EnterpriseId, "a holder of another enterprise buys more");
        if (offer.IsOfBonds)
            throw new Refused("application.top-up-bonds");
        if (heldUnits <= 0)
            throw new Refused("application.top-up-nothing-held");
        if (offer.State != OfferState.Open)
            throw offer.WhyNoRoomFor(0);
        // The type of before, where this offer knows it; else it is asked.
        var type = offer.Eligibility.MembershipTypes?.FirstOrDefault(t => t.Code == member.MembershipType)?.Code;
        var limits = offer.LimitsFor(member.Kind, type) with { MinimumMinor = offer.ParValueMinor };
        var application = new Application
        {
            Id = id,
            OfferId = offer.Id,
            EnterpriseId = offer.EnterpriseId,
            PersonId = member.PersonId,
            HolderPersonId = member.PersonId,
            TopsUp = member.Id,
            MembershipType = type,
            IsResident = member.IsResident,
            State = ApplicationState.Started,
            AmountMinor = amountMinor,
            Units = limits.UnitsFor(amountMinor),
            Destination = member.Destination,
            Iban = member.Iban,
            StartedAt = now,
            ChangedAt = now,
            Version = 1,
        };
        application.Write(member.Details());
        application.Identity = member.Identity;
        return application;
    }

    /// <summary>Answers who will stand in the register, and as what kind of member.</summary>
    /// <exception cref="Refused"><c>application.top-up-details</c>, or the offer does not take such a holder, or not for
    /// this amount.</exception>
    public void AnswerWho(Offer offer, HolderDetails details, string? membershipType, DateOnly today)
    {
        RequireStarted();
        if (TopsUp is not null)
            throw new Refused("application.top-up-details") { Field = "holder" };
        Take(offer, details, membershipType, today);
        Write(details.Normal());
        // What was to be a gift is for the applicant after all.
        (IsGift, HolderPersonId) = (false, PersonId);
        Version++;
    }

    /// <summary>What will stand in the register.</summary>
    public HolderDetails Holder() => new(Kind, Name, Street, Postcode, City, Country, BornOn, Party);

    private void Write(HolderDetails details)
    {
        (Kind, Name, Street) = (details.Kind, details.Name, details.Street);
        (Postcode, City, Country) = (details.Postcode, details.City, details.Country);
        (BornOn, Party, Identity) = (details.BornOn, details.Party, HolderIdentity.Of(details));
    }
}
