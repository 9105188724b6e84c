using Microsoft.AspNetCore.Mvc.ModelBinding;
using SocialShares.Features.Issuing;
using SocialShares.Look;

namespace SocialShares.Pages.Board;

/// <summary>One tranche as typed; a row in which nothing stands does not count.</summary>
public sealed class TrancheRow
{
    public string? Maximum { get; set; }
    public string? Rate { get; set; }
    public string? Months { get; set; }
    public string? MaturesOn { get; set; }

    public bool IsEmpty => new[] { Maximum, Rate, Months, MaturesOn }.All(string.IsNullOrWhiteSpace);
}

/// <summary>A change of rate as typed; a row in which nothing stands does not count.</summary>
public sealed class StepRow
{
    public string? From { get; set; }
    public string? Rate { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(From) && string.IsNullOrWhiteSpace(Rate);
}

/// <summary>
/// What bonds promise, as their board types it. All tranches of a form share their terms but for maximum, rate and length.
/// </summary>
public sealed class BondForm
{
    private const int Rows = 5;
    private const int StepRows = 3;

    public string? Nominal { get; set; }
    public List<TrancheRow> Tranches { get; set; } = [];
    public PaymentFrequency Frequency { get; set; }
    public RepaymentKind Repayment { get; set; }
    public string? InterestOnlyMonths { get; set; }
    public bool Transferable { get; set; }
    public bool Subordinated { get; set; }
    public string? IssuerAfterMonths { get; set; }
    public string? HolderAfterMonths { get; set; }
    public string? NoticeDays { get; set; }
    public string? IssueOn { get; set; }
    public string? CapitaliseMonths { get; set; }
    public PaymentFrequency? RepaymentFrequency { get; set; }
    public string? FirstPaymentOn { get; set; }
    public StubPeriod Stub { get; set; }
    public List<StepRow> Steps { get; set; } = [];
    public DayCount DayCount { get; set; }
    public HolidayCalendar Calendar { get; set; }
    public BusinessDayRule PaymentRule { get; set; }
    public Rounding Rounding { get; set; }
    public string? RecordDays { get; set; }
    public bool EndOfMonth { get; set; }

    /// <summary>The draft has tranches that differ in more than this form can show.</summary>
    [BindNever]
    public bool IsMixed { get; private init; }

    /// <summary>What is usual where the enterprise is.</summary>
    public static BondForm Blank(string country) =>
        new BondForm
        {
            Nominal = AmountText.Write(10_000),
            Frequency = PaymentFrequency.Yearly,
            Transferable = true,
            NoticeDays = "30",
            DayCount = DayCount.Thirty360European,
            Calendar = country == "GB" ? HolidayCalendar.England : HolidayCalendar.Target,
            PaymentRule = BusinessDayRule.Following,
            RecordDays = "10",
        }.WithEmptyRows();

    /// <summary>What the series of a draft promise now.</summary>
    public static BondForm From(IReadOnlyList<SeriesShown> series)
    {
        var t = series[0].Terms;
        return new BondForm
        {
            Nominal = AmountText.Write(t.NominalMinor),
            Tranches = [.. series.Select(Row)],
            Frequency = t.Frequency,
            Repayment = t.Repayment.Kind,
            InterestOnlyMonths = Months(t.Repayment.InterestOnlyMonths),
            CapitaliseMonths = Months(t.Repayment.CapitaliseMonths),
            RepaymentFrequency = t.Repayment.Frequency,
            Transferable = t.Transferable,
            Subordinated = t.Subordinated,
            IssuerAfterMonths = $"{t.EarlyRedemption?.IssuerAfterMonths}",
            HolderAfterMonths = $"{t.EarlyRedemption?.HolderAfterMonths}",
            NoticeDays = $"{t.EarlyRedemption?.NoticeDays ?? 30}",
            IssueOn = Written(t.IssueOn),
            FirstPaymentOn = Written(t.FirstPaymentOn),
            Stub = t.Stub,
            Steps =
            [
                .. t.Steps.Select(s => new StepRow
                {
                    From = TypedFields.Write(s.From),
                    Rate = TypedFields.WriteRate(s.RatePpm),
                }),
            ],
            DayCount = t.DayCount,
            Calendar = t.Calendar,
            PaymentRule = t.PaymentRule,
            Rounding = t.Rounding,
            RecordDays = $"{t.RecordDays}",
            EndOfMonth = t.EndOfMonth,
            IsMixed = series.Any(s => !AreAlike(s.Terms, t)),
        }.WithEmptyRows();
    }

    /// <summary>Adds the rows that nobody has filled yet, so that there is something to type into.</summary>
    public BondForm WithEmptyRows()
    {
        while (Tranches.Count < Rows)
            Tranches.Add(new TrancheRow());
        while (Steps.Count < StepRows)
            Steps.Add(new StepRow());
        return this;
    }

    /// <summary>Drops the rows beyond those that anybody could want.</summary>
    public void KeepFirst(int tranches, int steps)
    {
        Tranches = [.. Tranches.Take(tranches)];
        Steps = [.. Steps.Take(steps)];
    }

    private static TrancheRow Row(SeriesShown s) =>
        new()
        {
            Maximum = AmountText.Write(s.MaximumMinor),
            Rate = TypedFields.WriteRate(s.Terms.RatePpm),
            Months = $"{s.Terms.TermMonths}",
            MaturesOn = Written(s.Terms.MaturesOn),
        };

    private static bool AreAlike(BondTerms a, BondTerms b)
    {
        BondTerms Bare(BondTerms t) => t with { RatePpm = 0, TermMonths = null, MaturesOn = null, RateSteps = null };
        return Bare(a) == Bare(b) && a.Steps.SequenceEqual(b.Steps);
    }

    private static string? Months(int months) => months == 0 ? null : $"{months}";

    private static string? Written(DateOnly? day) => day is { } d ? TypedFields.Write(d) : null;
}
