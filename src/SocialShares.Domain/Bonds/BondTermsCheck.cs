namespace SocialShares.Domain;

/// <summary>The rules that the terms of a bond obey, each with its code and the field that it is about.</summary>
internal sealed class BondTermsCheck(BondTerms terms)
{
    // Good Friday to Easter Monday at the end of March.
    private const int LongestWayBackDays = 4;

    public void Require(DateOnly issue)
    {
        CheckChoices();
        CheckOneBond();
        CheckYear(issue);
        CheckTerm(issue);
        CheckRepayment();
        CheckSteps(issue);
        CheckEarlyRedemption();
        // What is left can only be seen on the dates themselves.
        var plan = BondPlan.Of(terms, issue);
        CheckInstalments(plan);
        // Else nobody would hold on the day of record of the first period. Months differ by three days, and without a day
        // of issue it is not known yet which months these will be.
        var slack = terms.IssueOn is null ? 3 : 0;
        Terms.Require(
            plan.Periods.All(p => p.RecordOn >= p.Start.AddDays(slack)),
            "bond.record-days-too-many",
            "recordDays"
        );
        Terms.Require(
            plan.Table(terms.NominalMinor).Any(flow => flow.InterestMinor > 0) || HasNoInterest(),
            "bond.nominal-too-small",
            "nominalMinor"
        );
    }

    // A number that stands for nothing would be stored as a number, and no rule below would know it.
    private void CheckChoices()
    {
        Known(terms.Frequency, "frequency");
        Known(terms.Repayment.Kind, "repayment");
        Known(terms.Repayment.Frequency ?? terms.Frequency, "repaymentFrequency");
        Known(terms.Stub, "stub");
        Known(terms.DayCount, "dayCount");
        Known(terms.Calendar, "calendar");
        Known(terms.PaymentRule, "paymentRule");
        Known(terms.Rounding, "rounding");
    }

    private static void Known<T>(T choice, string field)
        where T : struct, Enum => Terms.Require(Enum.IsDefined(choice), "bond.unknown-choice", field);

    private static void CheckYear(DateOnly issue) =>
        Terms.Require(
            issue.Year is >= BondTerms.FirstYear and <= BondTerms.LastYear,
            "bond.issue-year",
            "issueOn",
            BondTerms.FirstYear,
            BondTerms.LastYear
        );

    private void CheckOneBond()
    {
        Terms.Require(terms.NominalMinor > 0, "bond.nominal", "nominalMinor");
        Terms.Require(
            terms.NominalMinor <= BondTerms.HighestNominalMinor,
            "bond.nominal-too-large",
            "nominalMinor",
            new Money(BondTerms.HighestNominalMinor, terms.Currency)
        );
        Terms.Require(
            terms.RatePpm is >= 0 and <= BondTerms.HighestRatePpm,
            "bond.rate",
            "ratePpm",
            new Rate(BondTerms.HighestRatePpm)
        );
        Terms.Require(terms.RecordDays is >= 0 and <= 30, "bond.record-days", "recordDays");
        Terms.Require(terms.PaymentRule != BusinessDayRule.Preceding, "bond.payment-rule", "paymentRule");
        // Modified following may go back over a long weekend at a month's end; a run is calculated before it.
        Terms.Require(
            terms.PaymentRule != BusinessDayRule.ModifiedFollowing || terms.RecordDays >= LongestWayBackDays,
            "bond.record-days-too-few",
            "recordDays",
            LongestWayBackDays
        );
    }

    private void CheckTerm(DateOnly issue)
    {
        Terms.Require(terms.TermMonths is null != terms.MaturesOn is null, "bond.term-or-maturity", "termMonths");
        Terms.Require(
            terms.TermMonths is null or (>= 1 and <= BondTerms.LongestTermMonths),
            "bond.term",
            "termMonths",
            BondTerms.LongestTermMonths
        );
        Terms.Require(
            terms.IssueOn is not null || (terms.MaturesOn is null && terms.FirstPaymentOn is null),
            "bond.issue-date-missing",
            "issueOn"
        );
        var maturity = terms.MaturityOf(issue);
        Terms.Require(maturity > issue, "bond.maturity-before-issue", "maturesOn", issue);
        Terms.Require(
            maturity <= issue.AddMonths(BondTerms.LongestTermMonths),
            "bond.term",
            "maturesOn",
            BondTerms.LongestTermMonths
        );
        var hasFirst = terms.FirstPaymentOn is not null;
        Terms.Require(
            terms.FirstPaymentOn is not { } first || (first > issue && first < maturity),
            "bond.first-payment",
            "firstPaymentOn"
        );
        Terms.Require(!hasFirst || terms.Stub == StubPeriod.None, "bond.first-payment-and-stub", "stub");
        if (terms.Frequency == PaymentFrequency.AtMaturity)
            Terms.Require(!hasFirst && terms.Stub == StubPeriod.None, "bond.stub-at-maturity", "stub");
        else
            Terms.Require(
                terms.Stub != StubPeriod.None || BondDates.Divides(terms, issue),
                "bond.stub-missing",
                "frequency"
            );
    }

    private void CheckRepayment()
    {
        var repayment = terms.Repayment;
        var months = terms.Frequency.Months();
        var atMaturity = terms.Frequency == PaymentFrequency.AtMaturity;
        Terms.Require(
            !atMaturity || repayment is { Kind: RepaymentKind.Bullet, QuietMonths: 0 },
            "bond.repayment-at-maturity",
            "repayment"
        );
        foreach (
            var (quiet, field) in new[]
            {
                (repayment.InterestOnlyMonths, "interestOnlyMonths"),
                (repayment.CapitaliseMonths, "capitaliseMonths"),
            }
        )
            Terms.Require(
                quiet is >= 0 and <= BondTerms.LongestTermMonths && (atMaturity || quiet % months == 0),
                "bond.quiet-months",
                field
            );
        // A capitalised first stretch may be followed by an interest-only one, so the longer of the two counts.
        Terms.Require(
            repayment.InterestOnlyMonths == 0 || repayment.InterestOnlyMonths >= repayment.CapitaliseMonths,
            "bond.interest-only-before-capitalised",
            "interestOnlyMonths"
        );
        if (repayment.Frequency is not { } often || often == terms.Frequency)
            return;
        Terms.Require(
            repayment.Kind == RepaymentKind.Linear && often != PaymentFrequency.AtMaturity,
            "bond.repayment-frequency",
            "repaymentFrequency"
        );
        Terms.Require(!atMaturity && often.Months() % months == 0, "bond.repayment-frequency", "repaymentFrequency");
    }

    private void CheckSteps(DateOnly issue)
    {
        var steps = terms.Steps;
        Terms.Require(steps.Count <= BondTerms.MostRateSteps, "bond.rate-steps", "rateSteps", BondTerms.MostRateSteps);
        Terms.Require(steps.Count == 0 || terms.IssueOn is not null, "bond.issue-date-missing", "issueOn");
        var last = issue;
        foreach (var step in steps)
        {
            Terms.Require(step.From > last && step.From < terms.MaturityOf(issue), "bond.rate-step-date", "rateSteps");
            Terms.Require(
                step.RatePpm is >= 0 and <= BondTerms.HighestRatePpm,
                "bond.rate",
                "rateSteps",
                new Rate(BondTerms.HighestRatePpm)
            );
            last = step.From;
        }
    }

    private void CheckEarlyRedemption()
    {
        if (terms.EarlyRedemption is not { } early)
            return;
        Terms.Require(
            early.IssuerAfterMonths is null or (>= 0 and <= BondTerms.LongestTermMonths),
            "bond.early-redemption",
            "issuerAfterMonths"
        );
        Terms.Require(
            early.HolderAfterMonths is null or (>= 0 and <= BondTerms.LongestTermMonths),
            "bond.early-redemption",
            "holderAfterMonths"
        );
        Terms.Require(early.NoticeDays is >= 0 and <= 366, "bond.notice-days", "noticeDays");
    }

    private void CheckInstalments(BondPlan plan)
    {
        var repayments = plan.Periods.Count(p => p.Repays);
        Terms.Require(
            repayments > 0,
            "bond.nothing-repaid",
            terms.Repayment.InterestOnlyMonths > 0 ? "interestOnlyMonths" : "capitaliseMonths"
        );
        Terms.Require(
            terms.Repayment.Instalments is not { } stated || stated == repayments,
            "bond.instalments",
            "instalments",
            repayments
        );
    }

    private bool HasNoInterest() => terms.RatePpm == 0 && terms.Steps.All(s => s.RatePpm == 0);
}
