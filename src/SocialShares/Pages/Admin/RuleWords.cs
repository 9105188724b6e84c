using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Admin;

/// <summary>One figure of a rule pack in words, with where it comes from.</summary>
public sealed record RuleLine(string What, string Figure, RuleSource? Source)
{
    /// <summary>Every figure of a version, in a fixed order.</summary>
    public static IEnumerable<RuleLine> Of(RuleSet rules)
    {
        if (rules.Size is { } size)
            yield return new(
                AdminTexts.rules_size,
                AdminTexts.rules_size_of.With(Shown.WholeMoney(size.MostMinor, size.Currency), size.WithinMonths),
                size.Source
            );
        if (rules.CapPerPerson is { } cap)
            yield return new(AdminTexts.rules_cap, Shown.WholeMoney(cap.MostMinor, cap.Currency), cap.Source);
        yield return Reflection(rules.Reflection);
        foreach (var line in rules.Suitability is { } suitability ? Suitability(suitability) : [])
            yield return line;
        foreach (var tax in rules.Withholding)
            yield return Tax(tax);
        yield return new(
            AdminTexts.rules_retention,
            AdminTexts.rules_years.With(rules.Retention.Years),
            rules.Retention.Source
        );
        if (rules.Nomination is { } nomination)
            yield return Amount(AdminTexts.rules_nomination, nomination);
        if (rules.YearlyReport is { } report)
            yield return Amount(AdminTexts.rules_report, report);
    }

    /// <summary>A version by its first day: is it in force, over or still to come?</summary>
    public static string Heading(RulePack pack, RuleSet rules, DateOnly today)
    {
        var when =
            pack.On(today) == rules ? AdminTexts.rules_now
            : rules.ValidFrom > today ? AdminTexts.rules_later
            : AdminTexts.rules_past;
        return $"{AdminTexts.rules_version.With(Shown.Date(rules.ValidFrom))}, {when}";
    }

    private static RuleLine Reflection(ReflectionRule rule) =>
        new(
            AdminTexts.rules_reflection,
            rule.DaysOnceFull is { } onceFull
                ? AdminTexts.rules_reflection_full.With(rule.Days, onceFull)
                : AdminTexts.rules_reflection_of.With(rule.Days),
            rule.Source
        );

    private static RuleLine[] Suitability(SuitabilityRules rules)
    {
        var (test, warning) = (rules.KnowledgeTest, rules.Warning);
        return
        [
            new(
                AdminTexts.rules_test,
                AdminTexts.rules_test_of.With(test.Questions.Count, test.ValidMonths, test.PassPercent),
                test.Source
            ),
            new(
                AdminTexts.rules_loss,
                AdminTexts.rules_loss_of.With(Shown.Percent(rules.LossSimulation.ShareOfNetWorthPpm)),
                rules.LossSimulation.Source
            ),
            new(
                AdminTexts.rules_warning,
                AdminTexts.rules_warning_of.With(
                    Shown.WholeMoney(warning.AboveMinor, warning.Currency),
                    Shown.Percent(warning.OrShareOfNetWorthPpm)
                ),
                warning.Source
            ),
        ];
    }

    private static RuleLine Tax(WithholdingRule tax) =>
        new(
            tax.Income == "coupon" ? AdminTexts.rules_tax_coupon : AdminTexts.rules_tax_interest,
            AdminTexts.rules_tax_of.With(
                Shown.Percent(tax.RatePpm),
                tax.LegalForm.Length > 0 ? tax.LegalForm : AdminTexts.rules_any_form
            ),
            tax.Source
        );

    private static RuleLine Amount(string what, AmountRule rule) =>
        new(what, Shown.WholeMoney(rule.Minor, rule.Currency), rule.Source);
}
