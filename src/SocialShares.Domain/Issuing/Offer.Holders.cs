namespace SocialShares.Domain;

/// <summary>Who may apply for an offer, and for how much.</summary>
public sealed partial class Offer
{
    /// <inheritdoc cref="OfferTerms.Kind"/>
    public OfferKind Kind { get; private set; }

    /// <inheritdoc cref="OfferTerms.Eligibility"/>
    public Eligibility Eligibility { get; private set; } = Eligibility.Everyone;

    /// <inheritdoc cref="OfferTerms.MaximumUnitsPerHolder"/>
    public long? MaximumUnitsPerHolder { get; private set; }

    /// <inheritdoc cref="OfferTerms.MaximumShareOfTotalPpm"/>
    public int? MaximumShareOfTotalPpm { get; private set; }

    /// <summary>The most parts in which it may be paid; 0: at once only.</summary>
    public int InstalmentParts { get; private set; }

    /// <summary>Days of grace for each part; 0 where it is paid at once.</summary>
    public int InstalmentGraceDays { get; private set; }

    /// <summary>How it may be paid in parts; null: at once only.</summary>
    public InstalmentTerms? Instalments =>
        InstalmentParts == 0 ? null : new InstalmentTerms(InstalmentParts, InstalmentGraceDays);

    /// <summary>The last day of an offer that has one.</summary>
    public DateOnly LastDay =>
        ClosesOn ?? throw new InvariantBroken("an offer without a closing day was asked for its last one");

    /// <summary>What one holder of this kind and type may have.</summary>
    /// <param name="kind">Kind of holder.</param>
    /// <param name="membershipType">Code of the type; null where the offer has none.</param>
    /// <exception cref="Refused"><c>application.type-unknown</c></exception>
    public HolderLimits LimitsFor(HolderKind kind, string? membershipType) =>
        Limits(LeastOf(Eligibility.Find(membershipType)), MostOf(kind, Eligibility.Find(membershipType)));

    /// <summary>The widest limits of all kinds and types: what holds while an applicant has not said who applies.</summary>
    public HolderLimits WidestLimits()
    {
        var kinds = new[] { HolderKind.Person, HolderKind.Organisation };
        var types = Eligibility.Types;
        if (types.Count == 0)
            return Limits(MinimumPerHolderMinor, kinds.Max(k => MostOf(k, null)));
        return Limits(types.Min(LeastOf), types.SelectMany(t => kinds.Where(t.Fits).Select(k => MostOf(k, t))).Max());
    }

    /// <summary>Decides whether somebody may apply, and as what; see <see cref="Domain.Eligibility.Admit"/>.</summary>
    /// <exception cref="Refused"/>
    public Admission Admit(HolderDetails who, string? membershipType, DateOnly today, bool ofKnownAge = false) =>
        Eligibility.Admit(who, membershipType, today, ofKnownAge);

    /// <summary>A pioneer offer is for those who are members already.</summary>
    /// <exception cref="Refused"><c>offer.pioneers-only</c></exception>
    public void CheckPioneer(bool isMember)
    {
        if (Kind == OfferKind.Pioneer && !isMember)
            throw new Refused("offer.pioneers-only");
    }

    /// <summary>
    /// An open offer sells nothing while withdrawals of its class are suspended: whoever buys could not get out either.
    /// Source: uk.coop Community Shares Handbook ch. 4.
    /// </summary>
    /// <param name="suspendedFrom">First day of the suspension; null when there is none.</param>
    /// <exception cref="Refused"><c>offer.withdrawals-suspended</c></exception>
    public void CheckWithdrawals(DateOnly? suspendedFrom)
    {
        if (Kind == OfferKind.Open && suspendedFrom is { } day)
            throw new Refused("offer.withdrawals-suspended", day);
    }

    /// <summary>Does an application of this type and amount go before others, where the allotment asks?</summary>
    public bool HasPriority(string? membershipType, long amountMinor) =>
        Eligibility.Find(membershipType)?.HasPriority(amountMinor) == true;

    private long LeastOf(MembershipType? type) => type?.MinimumMinor ?? MinimumPerHolderMinor;

    private long MostOf(HolderKind kind, MembershipType? type) =>
        type?.MaximumMinor ?? (kind == HolderKind.Organisation ? MaximumPerOrganisationMinor : MaximumPerHolderMinor);

    private HolderLimits Limits(long least, long most) =>
        new(
            least,
            most,
            MaximumUnitsPerHolder,
            MaximumShareOfTotalPpm,
            OfferTerms.ShareOfTotalMinor(MaximumShareOfTotalPpm, MaximumTargetMinor, ParValueMinor),
            ParValueMinor,
            Currency,
            IsOfBonds
        );

    private void WriteHolders(OfferTerms terms)
    {
        (Kind, Eligibility) = (terms.Kind, terms.Eligibility ?? Eligibility.Everyone);
        (MaximumUnitsPerHolder, MaximumShareOfTotalPpm) = (terms.MaximumUnitsPerHolder, terms.MaximumShareOfTotalPpm);
        InstalmentParts = terms.Instalments?.MostParts ?? 0;
        InstalmentGraceDays = terms.Instalments?.GraceDays ?? 0;
    }
}
