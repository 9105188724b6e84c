namespace SocialShares.Domain;

/// <summary>The rules that an offer stands under.</summary>
public sealed partial class Offer
{
    /// <summary>Short name of the rule pack that the board chose.</summary>
    public string RulePackId { get; private set; } = "";

    /// <summary>First day of the version that was in force when the offer was approved; null before that.</summary>
    public DateOnly? RulesFrom { get; private set; }

    /// <summary>SHA-256 of the file that the rules stood in when the offer was approved; null before that.</summary>
    public string? RulesHash { get; private set; }

    /// <summary>
    /// Calendar days after payment for who applies after the offer was fully subscribed once; null: no shorter period.
    /// </summary>
    public int? ReflectionDaysOnceFull { get; private set; }

    /// <summary>When every unit was spoken for for the first time, UTC; null while that never was. Never taken back.</summary>
    public DateTime? FirstFullAt { get; private set; }

    /// <summary>What it sells, as rule packs tell it apart.</summary>
    public SecurityKind SecurityKind => IsOfBonds ? SecurityKind.Bond : SecurityKind.Share;

    /// <summary>Days in which who applies now may cancel after paying.</summary>
    public int ReflectionDaysNow => FirstFullAt is not null ? ReflectionDaysOnceFull ?? ReflectionDays : ReflectionDays;

    /// <summary>
    /// The day whose rules hold for it: the day on which it opens to the public, or today when it is approved later.
    /// </summary>
    public DateOnly RulesDay(DateOnly today) => OpensOn > today ? OpensOn : today;

    /// <summary>The board chooses the rules of its draft.</summary>
    /// <exception cref="Refused">Codes <c>offer.rules-*</c>, <c>offer.terms.reflection*</c>.</exception>
    public void ChooseRules(RulePack pack, string country, IReadOnlyList<OfferedBefore> others, DateOnly today)
    {
        if (State != OfferState.Draft)
            throw new Refused("offer.not-draft");
        Judge(pack, country, others, today);
        RulePackId = pack.Id;
    }

    /// <summary>
    /// The rules are settled with the approval: whatever a pack says later, this offer keeps them. Called after
    /// <see cref="Approve"/> in the same transaction.
    /// </summary>
    /// <exception cref="Refused">The terms break a rule that has come into force since the draft.</exception>
    public void SettleRules(RulePack pack, string country, IReadOnlyList<OfferedBefore> others, DateOnly today)
    {
        Invariant.Holds(pack.Id == RulePackId, "an offer is approved under rules that its board did not choose");
        Invariant.Holds(State == OfferState.Approved && RulesHash is null, "rules are settled twice");
        (RulesFrom, RulesHash) = (Judge(pack, country, others, today).ValidFrom, pack.Hash);
    }

    private RuleSet Judge(RulePack pack, string country, IReadOnlyList<OfferedBefore> others, DateOnly today)
    {
        pack.CheckUse(country, SecurityKind);
        var rules = pack.Require(RulesDay(today));
        rules.Check(OfferTerms.Of(this), Currency, SecurityKind, others);
        return rules;
    }
}
