namespace SocialShares.Domain;

/// <summary>One version of a rule pack: what holds from a day on.</summary>
/// <param name="ValidFrom">First day on which it holds.</param>
/// <param name="ValidUntil">Last day on which it holds; null: until a later version begins.</param>
/// <param name="Size">The most that one enterprise may offer; null: no limit.</param>
/// <param name="CapPerPerson">The most that one person may hold; null: no limit.</param>
/// <param name="Reflection">How long an applicant may cancel without a reason.</param>
/// <param name="RiskWarning">The sentence that stays in sight until it is acknowledged.</param>
/// <param name="Protection">What protects an applicant and what does not, one sentence each.</param>
/// <param name="Suitability">The questions an applicant answers first; null: none.</param>
/// <param name="Withholding">Tax held back from payouts, by legal form and kind of income.</param>
/// <param name="Retention">For how many years the books are kept.</param>
/// <param name="Nomination">The most that passes to a nominee on death; null: nominations are unknown here.</param>
/// <param name="YearlyReport">From this income a year a holder is reported; null: nobody is.</param>
public sealed record RuleSet(
    DateOnly ValidFrom,
    DateOnly? ValidUntil,
    SizeRule? Size,
    CapRule? CapPerPerson,
    ReflectionRule Reflection,
    LocalText RiskWarning,
    IReadOnlyList<LocalText> Protection,
    SuitabilityRules? Suitability,
    IReadOnlyList<WithholdingRule> Withholding,
    RetentionRule Retention,
    AmountRule? Nomination,
    AmountRule? YearlyReport
)
{
    /// <summary>The rules as everyone may see them: without the answers to the knowledge test.</summary>
    public RuleSet ForEveryone() =>
        Suitability is null
            ? this
            : this with
            {
                Suitability = Suitability with { KnowledgeTest = Suitability.KnowledgeTest.WithoutAnswers() },
            };

    /// <summary>Does it hold on a day?</summary>
    public bool Holds(DateOnly day) => ValidFrom <= day && (ValidUntil is not { } last || day <= last);

    /// <summary>Refuses terms that go beyond what these rules allow.</summary>
    /// <param name="terms">The offer's terms.</param>
    /// <param name="currency">The offer's currency.</param>
    /// <param name="kind">What is sold.</param>
    /// <param name="others">Other offers of the enterprise that count towards the size.</param>
    /// <exception cref="Refused">Codes <c>offer.rules-*</c> and <c>offer.terms.reflection*</c>, with the figures.</exception>
    public void Check(OfferTerms terms, Currency currency, SecurityKind kind, IReadOnlyList<OfferedBefore> others)
    {
        Reflection.Check(terms.ReflectionDays, terms.ReflectionDaysOnceFull);
        Size?.Check(new OfferedBefore(terms.OpensOn, terms.MaximumTargetMinor), currency, others);
        if (CapPerPerson is { } cap && cap.Kinds.Contains(kind))
            cap.Check(terms.MaximumPerHolderMinor, currency);
    }
}

/// <summary>A size of offers: what an enterprise opens on a day, by its maximum target.</summary>
/// <param name="OpensOn">First day of the offer.</param>
/// <param name="MaximumMinor">Its maximum target, minor units.</param>
public sealed record OfferedBefore(DateOnly OpensOn, long MaximumMinor);

/// <summary>The most that one enterprise may offer within a number of months.</summary>
/// <param name="MostMinor">Minor units.</param>
/// <param name="Currency">The only currency in which offers are compared with it.</param>
/// <param name="WithinMonths">Offers that open within so many months count together.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record SizeRule(long MostMinor, Currency Currency, int WithinMonths, RuleSource Source)
{
    /// <summary>Refuses an offer that, with the others of the same stretch of months, is too large.</summary>
    /// <exception cref="Refused"><c>offer.rules-size</c>, <c>offer.rules-currency</c>.</exception>
    public void Check(OfferedBefore offer, Currency currency, IReadOnlyList<OfferedBefore> others)
    {
        if (currency != Currency)
            throw new Refused("offer.rules-currency", Currency.Code) { Field = "rulePack" };
        var together = Together(offer, others);
        if (together > MostMinor)
            throw new Refused(
                "offer.rules-size",
                new Money(MostMinor, Currency),
                new Money(together, Currency),
                WithinMonths
            )
            {
                Field = "maximumTargetMinor",
            };
    }

    // Of all stretches of these months that hold the offer's first day, the one in which most is offered. It is enough to
    // look at stretches that begin with an offer.
    private long Together(OfferedBefore offer, IReadOnlyList<OfferedBefore> others)
    {
        IReadOnlyList<OfferedBefore> all = [.. others, offer];
        return all.Where(first => Within(first.OpensOn, offer.OpensOn))
            .Max(first => all.Where(o => Within(first.OpensOn, o.OpensOn)).Sum(o => o.MaximumMinor));
    }

    private bool Within(DateOnly first, DateOnly day) => first <= day && day < first.AddMonths(WithinMonths);
}

/// <summary>The most that one person may hold in one enterprise. Organisations are not counted.</summary>
/// <param name="MostMinor">Minor units.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="Kinds">What it counts: UK law caps withdrawable shares and not loans.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record CapRule(long MostMinor, Currency Currency, IReadOnlyList<SecurityKind> Kinds, RuleSource Source)
{
    /// <summary>Refuses an offer of which one person could take more.</summary>
    /// <exception cref="Refused"><c>offer.rules-cap</c>, <c>offer.rules-currency</c>.</exception>
    public void Check(long perHolderMinor, Currency currency)
    {
        if (currency != Currency)
            throw new Refused("offer.rules-currency", Currency.Code) { Field = "rulePack" };
        if (perHolderMinor > MostMinor)
            throw new Refused("offer.rules-cap", new Money(MostMinor, Currency)) { Field = "maximumPerHolderMinor" };
    }

    /// <summary>Refuses an application with which a person would hold more in the enterprise.</summary>
    /// <param name="togetherMinor">Held, applied for elsewhere and applied for now, minor units.</param>
    /// <exception cref="Refused"><c>application.above-legal-cap</c></exception>
    public void CheckTogether(long togetherMinor)
    {
        if (togetherMinor > MostMinor)
            throw new Refused(
                "application.above-legal-cap",
                new Money(MostMinor, Currency),
                new Money(togetherMinor, Currency)
            )
            {
                Field = "amountMinor",
            };
    }
}

/// <summary>How long an applicant may cancel without a reason, in calendar days after paying.</summary>
/// <param name="Days">The least; an offer may give more.</param>
/// <param name="DaysOnceFull">The least for who applies after the offer was fully subscribed once; null: no shorter period.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record ReflectionRule(int Days, int? DaysOnceFull, RuleSource Source)
{
    /// <summary>Refuses an offer that gives less time.</summary>
    /// <exception cref="Refused"><c>offer.terms.reflection</c>, <c>offer.terms.reflection-once-full</c>,
    /// <c>offer.rules-no-shorter-reflection</c>.</exception>
    public void Check(int days, int? onceFull)
    {
        Terms.Require(days >= Days, "offer.terms.reflection", "reflectionDays", Days, OfferTerms.LongestReflectionDays);
        if (onceFull is not { } shorter)
            return;
        if (DaysOnceFull is not { } least)
            throw new Refused("offer.rules-no-shorter-reflection") { Field = "reflectionDaysOnceFull" };
        Terms.Require(
            shorter >= least && shorter <= days,
            "offer.terms.reflection-once-full",
            "reflectionDaysOnceFull",
            least,
            days
        );
    }
}

/// <summary>Tax held back from a payout. Structure only: payout runs do not read it yet.</summary>
/// <param name="LegalForm">The legal form in the words of its country; empty: any other form.</param>
/// <param name="Income"><c>shareInterest</c> or <c>coupon</c>.</param>
/// <param name="RatePpm">Parts per million of the gross amount.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record WithholdingRule(string LegalForm, string Income, int RatePpm, RuleSource Source);

/// <summary>For how long books and registers are kept.</summary>
/// <param name="Years">Whole years after the year they concern.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record RetentionRule(int Years, RuleSource Source);

/// <summary>An amount that a rule names.</summary>
/// <param name="Minor">Minor units.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record AmountRule(long Minor, Currency Currency, RuleSource Source);
