using SocialShares.Features.Payouts;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Admin;

/// <summary>How a payout run is spoken of, by what it pays.</summary>
public static class RunKindWords
{
    /// <summary>"Class A", or "bond B1, payment 3".</summary>
    public static string Security(PayoutKind kind, string code, int? periodNo) =>
        kind is PayoutKind.ShareInterest or PayoutKind.Withdrawal
            ? string.Format(BoardTexts.draft_class_name, code)
            : string.Format(BoardTexts.period_name, code, periodNo);

    /// <summary>The heading of its page.</summary>
    public static string Heading(PayoutRunRead run) =>
        string.Format(
            run.Kind switch
            {
                PayoutKind.ShareInterest => AdminTexts.run_heading,
                PayoutKind.Coupon => AdminTexts.run_heading_coupon,
                PayoutKind.Withdrawal => AdminTexts.run_heading_withdrawals,
                _ => AdminTexts.run_heading_redemption,
            },
            Shown.Date(run.PayOn)
        );

    /// <summary>What the approver decides on, in a sentence.</summary>
    public static string Decision(PayoutRunRead run)
    {
        string Money(long minor) => Shown.Money(minor, run.Currency);
        var (lines, from, until) = (Shown.Count(run.LineCount), Shown.Date(run.From), Shown.Date(run.Until));
        if (run.Kind == PayoutKind.ShareInterest)
            return string.Format(
                AdminTexts.run_decide_text,
                Money(run.TotalMinor),
                lines,
                Shown.Percent(run.RatePpm),
                from,
                until
            );
        if (run.Kind == PayoutKind.Withdrawal)
            return string.Format(AdminTexts.run_decide_withdrawals, Money(run.TotalMinor), lines);
        var interest = Money(run.TotalMinor - run.PrincipalMinor);
        return run.PrincipalMinor == 0
            ? string.Format(AdminTexts.run_decide_coupon, Money(run.TotalMinor), lines, from, until)
            : string.Format(
                AdminTexts.run_decide_bonds,
                Money(run.TotalMinor),
                lines,
                interest,
                Money(run.PrincipalMinor),
                from,
                until
            );
    }

    /// <summary>How a line of bonds came about: bonds times what one of them pays.</summary>
    public static string Arithmetic(PayoutRunRead run, PayoutLineRow line)
    {
        if (run.Kind == PayoutKind.Withdrawal)
            return string.Format(AdminTexts.run_withdrawals_of, Shown.Count(line.Units));
        string Money(long minor) => Shown.Money(minor, run.Currency);
        var interest = line.GrossMinor - line.PrincipalMinor;
        var units = Shown.Count(line.Units);
        var parts = new List<string>();
        if (interest > 0)
            parts.Add(string.Format(AdminTexts.sample_bond_interest, units, Money(interest / line.Units)));
        var early = line.RedeemedUnits == 0 ? 0 : EachEarly(run, line, interest);
        Add(AdminTexts.sample_bond_principal, units, (line.PrincipalMinor - (early * line.RedeemedUnits)) / line.Units);
        Add(AdminTexts.sample_bond_early, Shown.Count(line.RedeemedUnits), early);
        return string.Join(" + ", parts);

        void Add(string text, string bonds, long minor)
        {
            if (minor > 0)
                parts.Add(string.Format(text, bonds, Money(minor)));
        }
    }

    // What one bond redeemed early brings beside its scheduled repayment: what is outstanding of it afterwards. A line
    // of n bonds, r of them redeemed early, has n times p and r times (outstanding - p); hence p.
    private static long EachEarly(PayoutRunRead run, PayoutLineRow line, long interest)
    {
        var interestIsAdded = interest == 0 && run.RatePpm > 0;
        if (line.Units == line.RedeemedUnits || interestIsAdded)
            return line.PrincipalMinor / line.RedeemedUnits;
        var scheduled =
            (line.PrincipalMinor - (line.RedeemedUnits * run.UnitMinor)) / (line.Units - line.RedeemedUnits);
        return run.UnitMinor - scheduled;
    }
}
