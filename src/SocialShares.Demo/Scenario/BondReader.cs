using System.Globalization;

namespace SocialShares.Demo.Scenario;

/// <summary>Reads the terms of bonds from an offer's fields, and notes whatever it has to assume.</summary>
internal sealed class BondReader(Fields fields, Currency currency, long parValueMinor, OfferTerms offer)
{
    private const int HolderAfterMonths = 12;
    private const int NoticeDays = 30;

    private static readonly Dictionary<string, PaymentFrequency> Frequencies = new(StringComparer.Ordinal)
    {
        ["yearly"] = PaymentFrequency.Yearly,
        ["half-yearly"] = PaymentFrequency.HalfYearly,
        ["quarterly"] = PaymentFrequency.Quarterly,
        ["monthly"] = PaymentFrequency.Monthly,
        ["at-maturity"] = PaymentFrequency.AtMaturity,
    };

    private static readonly Dictionary<string, RepaymentKind> Kinds = new(StringComparer.Ordinal)
    {
        ["bullet"] = RepaymentKind.Bullet,
        ["linear"] = RepaymentKind.Linear,
        ["annuity"] = RepaymentKind.Annuity,
    };

    private readonly Fields coupon = fields.Inner(
        "coupon",
        ["ratePercent", "frequency", "dayCount", "firstPayment", "paymentDay"]
    );
    private readonly Fields repayment = fields.Inner(
        "repayment",
        ["kind", "interestOnlyYears", "instalments", "frequency", "capitaliseUntil"]
    );
    private readonly List<string> notes = [];

    /// <exception cref="CannotExpress">A field is missing, wrong or contradicts another.</exception>
    public PublishedBonds Read(IReadOnlyList<string> earlierNotes)
    {
        notes.AddRange(earlierNotes);
        var tranches = fields.Objects("tranches", ["maximumTarget", "termYears", "ratePercent"]);
        var read =
            tranches.Count == 0
                ? [new BondTranche(offer.MaximumTargetMinor, Terms(null))]
                : tranches.Select(t => new BondTranche(Maximum(t), Terms(t))).ToList();
        Note(
            string.Create(
                CultureInfo.InvariantCulture,
                $"the terms say nothing of early redemption: assumed that a holder may ask for it after {HolderAfterMonths} months, with {NoticeDays} days' notice"
            )
        );
        return new PublishedBonds(read, [.. notes]);
    }

    /// <summary>The most that is sold of a tranche.</summary>
    public static long Maximum(Fields tranche) =>
        tranche.Minor("maximumTarget") ?? throw new CannotExpress("tranches.maximumTarget is missing");

    private DateOnly ExpectedIssue => offer.ClosesOn!.Value.AddDays(offer.ReflectionDays + 1);

    private void Note(string note)
    {
        if (!notes.Contains(note))
            notes.Add(note);
    }

    private BondTerms Terms(Fields? tranche)
    {
        var issueOn = IssueOn();
        var months = tranche?.Months("termYears") ?? fields.Months("termYears");
        var maturity = fields.Day("maturity");
        if (months is null == maturity is null)
            throw new CannotExpress("bonds need either termYears or maturity");
        var terms = new BondTerms(
            parValueMinor,
            currency,
            tranche?.Ppm("ratePercent")
                ?? coupon.Ppm("ratePercent")
                ?? throw new CannotExpress("coupon.ratePercent is missing"),
            Frequency(),
            new RepaymentTerms(
                repayment.Word("kind", Kinds) ?? RepaymentKind.Bullet,
                Frequency: repayment.Word("frequency", Frequencies)
            ),
            months,
            maturity,
            issueOn,
            RateSteps: Steps(),
            DayCount: DayCount(),
            Calendar: currency == Currency.Gbp ? HolidayCalendar.England : HolidayCalendar.Target,
            EarlyRedemption: new EarlyRedemptionTerms(HolderAfterMonths: HolderAfterMonths, NoticeDays: NoticeDays),
            Subordinated: fields.Text("instrument") == "subordinated bond"
        );
        terms = WithoutOddEnd(WithFirstPayment(terms));
        terms = terms with { Repayment = WithQuietTime(terms) };
        if (Contradiction(terms) is { } wrong)
            throw new CannotExpress($"the terms contradict each other: {wrong.Code} ({wrong.Field})");
        return terms;
    }

    // Terms that count from a day need to know it before the allotment does.
    private DateOnly? IssueOn()
    {
        if (fields.Day("issueDate") is { } published)
            return published;
        if (
            fields.Day("maturity") is null
            && coupon.Day("firstPayment") is null
            && coupon.Number("paymentDay") is null
            && repayment.Day("capitaliseUntil") is null
            && !fields.Names.Contains("rateSteps")
        )
            return null;
        Note($"no issueDate: assumed {Said(ExpectedIssue)}, the day after the last reflection period");
        return ExpectedIssue;
    }

    private PaymentFrequency Frequency()
    {
        if (coupon.Word("frequency", Frequencies) is { } frequency)
            return frequency;
        Note("the terms name no frequency of the coupon: assumed yearly");
        return PaymentFrequency.Yearly;
    }

    private DayCount DayCount() =>
        coupon.Text("dayCount") is not { } name ? Domain.DayCount.Thirty360European
        : DayCounts.TryParse(name, out var dayCount) ? dayCount
        : throw CannotExpress.NotYet($"coupon.dayCount {name}");

    private List<RateStep> Steps() =>
        [
            .. fields
                .Objects("rateSteps", ["from", "ratePercent"])
                .Select(s => new RateStep(
                    s.Day("from") ?? throw new CannotExpress("rateSteps.from is missing"),
                    s.Ppm("ratePercent") ?? throw new CannotExpress("rateSteps.ratePercent is missing")
                )),
        ];

    private BondTerms WithFirstPayment(BondTerms terms)
    {
        var first = coupon.Day("firstPayment");
        if (coupon.Number("paymentDay") is { } day)
        {
            if (day is not ((>= 1 and <= 28) or 31))
                throw new CannotExpress("coupon.paymentDay must be from 1 to 28, or 31 for the last day of the month");
            terms = terms with { EndOfMonth = day == 31 };
            first ??= FirstOn((int)day, terms);
        }
        if (first is not { } on)
            return terms;
        if (terms.Frequency == PaymentFrequency.AtMaturity)
            throw new CannotExpress("coupon.firstPayment and coupon.paymentDay make no sense at-maturity");
        var (issue, period) = (terms.IssueOn!.Value, terms.Frequency.Months());
        if (on != issue.AddMonths(period))
            terms = terms with { FirstPaymentOn = on };
        if (terms.TermMonths is not { } months)
            return terms;
        // The payments go on from the first: the term ends with one of them, and is never shorter than published.
        var (published, count) = (issue.AddMonths(months), 0);
        while (On(on, count * period) < published)
            count++;
        if (On(on, count * period) is var ends && ends != published)
        {
            Note($"the term ends between two payments: assumed maturity {Said(ends)}");
            terms = terms with { TermMonths = null, MaturesOn = ends };
        }
        return terms;

        DateOnly On(DateOnly start, int after) =>
            terms.EndOfMonth ? EndOfMonth(start.AddMonths(after)) : start.AddMonths(after);
    }

    private static DateOnly FirstOn(int day, BondTerms terms)
    {
        var earliest = terms.IssueOn!.Value.AddMonths(terms.Frequency.Months());
        if (day == 31)
            return EndOfMonth(earliest);
        var ofMonth = new DateOnly(earliest.Year, earliest.Month, day);
        return ofMonth >= earliest ? ofMonth : ofMonth.AddMonths(1);
    }

    // A published maturity has its payments counted back from it, a term has them counted from the issue.
    private BondTerms WithoutOddEnd(BondTerms terms)
    {
        if (Contradiction(terms)?.Code != "bond.stub-missing" || terms.FirstPaymentOn is not null)
            return terms;
        var stub = terms.MaturesOn is null ? StubPeriod.ShortLast : StubPeriod.ShortFirst;
        var which = stub == StubPeriod.ShortLast ? "last" : "first";
        Note($"the frequency does not divide the term: assumed a short {which} period");
        return terms with { Stub = stub };
    }

    private RepaymentTerms WithQuietTime(BondTerms terms)
    {
        var interestOnly = repayment.Months("interestOnlyYears") ?? 0;
        var instalments = (int?)repayment.Number("instalments");
        var until = repayment.Day("capitaliseUntil");
        var repaid = terms.Repayment with { Instalments = instalments };
        if ((interestOnly == 0 && until is null) || terms.Frequency == PaymentFrequency.AtMaturity)
            return repaid with { InterestOnlyMonths = interestOnly, CapitaliseMonths = until is null ? 0 : 1 };
        if (Contradiction(terms) is not null)
            return repaid; // said by the last check
        var (issue, often) = (terms.IssueOn ?? ExpectedIssue, terms.Frequency.Months());
        var ends = BondPlan.Of(terms, issue).Periods.Select(p => p.End).ToList();
        if (interestOnly % often != 0)
            throw new CannotExpress("repayment.interestOnlyYears must be whole periods of the coupon");
        return repaid with
        {
            InterestOnlyMonths = Covering(ends, interestOnly / often, issue, often),
            CapitaliseMonths = until is { } day ? Covering(ends, Capitalised(ends, day), issue, often) : 0,
        };
    }

    private int Capitalised(List<DateOnly> ends, DateOnly until)
    {
        var count = ends.Count(e => e <= until);
        if (count == 0)
            throw new CannotExpress("repayment.capitaliseUntil is before the first payment");
        if (ends[count - 1] != until)
            Note(
                $"repayment.capitaliseUntil is no payment date: assumed {Said(ends[count - 1])}, the last one before it"
            );
        return count;
    }

    // The domain counts months from the issue; a first period of a length of its own moves the payments against them.
    private static int Covering(List<DateOnly> ends, int periods, DateOnly issue, int often)
    {
        var months = 0;
        while (periods > 0 && issue.AddMonths(months) < ends[Math.Min(periods, ends.Count) - 1])
            months += often;
        return months;
    }

    private Refused? Contradiction(BondTerms terms)
    {
        try
        {
            terms.Check(ExpectedIssue);
            return null;
        }
        catch (Refused refused)
        {
            return refused;
        }
    }

    private static DateOnly EndOfMonth(DateOnly day) =>
        new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    private static string Said(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
