using SocialShares.Resources;

namespace SocialShares.Look;

/// <summary>One term of a bond: its name, what it says, and what that means in a sentence.</summary>
public sealed record BondFact(string Label, string Value, string? Explained = null);

/// <summary>The terms of bonds in plain words, in the language of the page.</summary>
public static class BondWords
{
    /// <summary>All terms of a series, in the order in which people ask.</summary>
    public static IReadOnlyList<BondFact> All(BondTerms t, DateOnly? issuedOn)
    {
        var (days, daysMean) = Days(t.DayCount);
        return
        [
            new(PublicTexts.terms_rate, Rate(t)),
            new(PublicTexts.terms_interest, Often(t.Frequency), Capitalises(t)),
            new(PublicTexts.terms_repay, Repayment(t), Quiet(t)),
            new(PublicTexts.terms_term, Term(t), Start(t, issuedOn)),
            new(PublicTexts.terms_rank, t.Subordinated ? PublicTexts.terms_rank_last : PublicTexts.terms_rank_same),
            new(PublicTexts.terms_pass, t.Transferable ? PublicTexts.terms_pass_yes : PublicTexts.terms_pass_no),
            new(PublicTexts.terms_issuer, Issuer(t.EarlyRedemption)),
            new(PublicTexts.terms_holder, Holder(t.EarlyRedemption)),
            new(PublicTexts.terms_payday, PayDay(t)),
            new(PublicTexts.terms_record, Record(t)),
            new(PublicTexts.terms_daycount, days, daysMean),
            new(PublicTexts.terms_rounding, Rounded(t.Rounding)),
        ];
    }

    /// <summary>"3.5 % a year, from 1 March 2030: 4 %", or that there is none.</summary>
    public static string Rate(BondTerms t)
    {
        if (t.RatePpm == 0 && t.Steps.Count == 0)
            return PublicTexts.terms_rate_none;
        var steps = t.Steps.Select(s => PublicTexts.terms_rate_step.With(Shown.Date(s.From), Shown.Percent(s.RatePpm)));
        return string.Join(", ", steps.Prepend(PublicTexts.terms_rate_year.With(Shown.Percent(t.RatePpm))));
    }

    /// <summary>"10 years", or "until 1 March 2030".</summary>
    public static string Term(BondTerms t) =>
        t.MaturesOn is { } on ? PublicTexts.terms_until.With(Shown.Date(on)) : Length(t.TermMonths ?? 0);

    /// <summary>Months in words: "10 years", "30 months".</summary>
    public static string Length(int months) =>
        months switch
        {
            1 => PublicTexts.terms_month_one,
            12 => PublicTexts.terms_year_one,
            _ when months % 12 == 0 => PublicTexts.terms_years.With(months / 12),
            _ => PublicTexts.terms_months.With(months),
        };

    /// <summary>"every year".</summary>
    public static string Often(PaymentFrequency frequency) =>
        frequency switch
        {
            PaymentFrequency.AtMaturity => PublicTexts.terms_atmaturity,
            PaymentFrequency.Yearly => PublicTexts.terms_yearly,
            PaymentFrequency.HalfYearly => PublicTexts.terms_halfyearly,
            PaymentFrequency.Quarterly => PublicTexts.terms_quarterly,
            PaymentFrequency.Monthly => PublicTexts.terms_monthly,
            _ => throw new InvariantBroken($"frequency {frequency} has no word"),
        };

    private static string Repayment(BondTerms t) =>
        t.Repayment.Kind switch
        {
            RepaymentKind.Bullet => PublicTexts.terms_bullet,
            RepaymentKind.Linear => PublicTexts.terms_linear.With(Often(t.Repayment.Frequency ?? t.Frequency)),
            RepaymentKind.Annuity => PublicTexts.terms_annuity.With(Often(t.Frequency)),
            _ => throw new InvariantBroken($"repayment {t.Repayment.Kind} has no word"),
        };

    private static string? Capitalises(BondTerms t) =>
        t.Repayment.CapitaliseMonths == 0
            ? null
            : PublicTexts.terms_capitalise.With(Length(t.Repayment.CapitaliseMonths));

    private static string? Quiet(BondTerms t) =>
        t.Repayment.QuietMonths == 0 || t.Repayment.Kind == RepaymentKind.Bullet
            ? null
            : PublicTexts.terms_quiet.With(Length(t.Repayment.QuietMonths));

    private static string Start(BondTerms t, DateOnly? issuedOn) =>
        (issuedOn ?? t.IssueOn) is { } on
            ? PublicTexts.terms_from.With(Shown.Date(on))
            : PublicTexts.terms_from_allotment;

    private static string Issuer(EarlyRedemptionTerms? early) =>
        early?.IssuerAfterMonths switch
        {
            null => PublicTexts.terms_issuer_never,
            0 => PublicTexts.terms_issuer_start.With(early.NoticeDays),
            { } months => PublicTexts.terms_issuer_after.With(Length(months), early.NoticeDays),
        };

    private static string Holder(EarlyRedemptionTerms? early) =>
        early?.HolderAfterMonths switch
        {
            null => PublicTexts.terms_holder_never,
            0 => PublicTexts.terms_holder_start.With(early.NoticeDays),
            { } months => PublicTexts.terms_holder_after.With(Length(months), early.NoticeDays),
        };

    private static string PayDay(BondTerms t) =>
        (t.Calendar, t.PaymentRule) switch
        {
            (HolidayCalendar.None, _) or (_, BusinessDayRule.Unadjusted) => PublicTexts.terms_pay_stays,
            (_, BusinessDayRule.Following) => PublicTexts.terms_pay_following,
            (_, BusinessDayRule.ModifiedFollowing) => PublicTexts.terms_pay_modified,
            (_, BusinessDayRule.Preceding) => PublicTexts.terms_pay_preceding,
            _ => throw new InvariantBroken($"payment rule {t.PaymentRule} has no words"),
        };

    private static string Record(BondTerms t) =>
        t.RecordDays == 0 ? PublicTexts.terms_record_last : PublicTexts.terms_record_days.With(t.RecordDays);

    private static string Rounded(Rounding rounding) =>
        rounding switch
        {
            Rounding.HalfToEven => PublicTexts.terms_round_even,
            Rounding.HalfUp => PublicTexts.terms_round_up,
            Rounding.Down => PublicTexts.terms_round_down,
            _ => throw new InvariantBroken($"rounding {rounding} has no words"),
        };

    /// <summary>The name that the market has for a way to count days.</summary>
    public static string Name(DayCount count) => Days(count).Name;

    // Names of the market, the same in every language.
    private static (string Name, string Means) Days(DayCount count) =>
        count switch
        {
            DayCount.Thirty360European => ("30E/360", PublicTexts.terms_day_thirty_e),
            DayCount.Thirty360Isda => ("30E/360 ISDA", PublicTexts.terms_day_thirty_isda),
            DayCount.Thirty360Us => ("30/360 US", PublicTexts.terms_day_thirty_us),
            DayCount.Thirty360BondBasis => ("30/360", PublicTexts.terms_day_thirty_bond),
            DayCount.Actual365Fixed => ("ACT/365 Fixed", PublicTexts.terms_day_365),
            DayCount.Actual360 => ("ACT/360", PublicTexts.terms_day_360),
            DayCount.ActualActualIsda => ("ACT/ACT ISDA", PublicTexts.terms_day_isda),
            DayCount.ActualActualIcma => ("ACT/ACT ICMA", PublicTexts.terms_day_icma),
            _ => throw new InvariantBroken($"day count {count} has no words"),
        };
}
