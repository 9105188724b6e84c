namespace SocialShares.Domain;

/// <summary>
/// Bonds of equal terms that one offer issues: the offer itself, or one tranche of it. Every bond of a series pays the
/// same. Interest periods are serviced in their order; what is booked for the last one says what is outstanding.
/// </summary>
public sealed class BondSeries
{
    /// <summary>The longest time between the end of the offer and the issue: buyers' money waits for it.</summary>
    public const int LongestWaitMonths = 3;

    /// <summary>The most bonds of a series: a lot among them is drawn within seconds, and anybody can repeat it.</summary>
    public const long MostUnits = 1_000_000;

    private readonly List<BondRateStep> steps = [];

    private BondSeries() { }

    /// <summary>Identity.</summary>
    public BondSeriesId Id { get; private set; }

    /// <summary>The issuer.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>The offer that sells it.</summary>
    public OfferId OfferId { get; private set; }

    /// <summary>Counts from 1 within the offer.</summary>
    public int No { get; private set; }

    /// <summary>Short name within the enterprise, for example <c>B1</c>; part of ledger account names.</summary>
    public string Code { get; private set; } = "";

    /// <inheritdoc cref="BondTerms.NominalMinor"/>
    public long NominalMinor { get; private set; }

    /// <inheritdoc cref="BondTerms.Currency"/>
    public Currency Currency { get; private set; }

    /// <inheritdoc cref="BondTerms.RatePpm"/>
    public int RatePpm { get; private set; }

    /// <inheritdoc cref="BondTerms.Frequency"/>
    public PaymentFrequency Frequency { get; private set; }

    /// <inheritdoc cref="RepaymentTerms.Kind"/>
    public RepaymentKind RepaymentKind { get; private set; }

    /// <inheritdoc cref="RepaymentTerms.InterestOnlyMonths"/>
    public int InterestOnlyMonths { get; private set; }

    /// <inheritdoc cref="RepaymentTerms.CapitaliseMonths"/>
    public int CapitaliseMonths { get; private set; }

    /// <inheritdoc cref="RepaymentTerms.Frequency"/>
    public PaymentFrequency? RepaymentFrequency { get; private set; }

    /// <inheritdoc cref="BondTerms.TermMonths"/>
    public int? TermMonths { get; private set; }

    /// <inheritdoc cref="BondTerms.MaturesOn"/>
    public DateOnly? MaturesOn { get; private set; }

    /// <inheritdoc cref="BondTerms.IssueOn"/>
    public DateOnly? IssueOn { get; private set; }

    /// <inheritdoc cref="BondTerms.FirstPaymentOn"/>
    public DateOnly? FirstPaymentOn { get; private set; }

    /// <inheritdoc cref="BondTerms.Stub"/>
    public StubPeriod Stub { get; private set; }

    /// <inheritdoc cref="BondTerms.EndOfMonth"/>
    public bool EndOfMonth { get; private set; }

    /// <inheritdoc cref="BondTerms.DayCount"/>
    public DayCount DayCount { get; private set; }

    /// <inheritdoc cref="BondTerms.Calendar"/>
    public HolidayCalendar Calendar { get; private set; }

    /// <inheritdoc cref="BondTerms.PaymentRule"/>
    public BusinessDayRule PaymentRule { get; private set; }

    /// <inheritdoc cref="BondTerms.Rounding"/>
    public Rounding Rounding { get; private set; }

    /// <inheritdoc cref="BondTerms.RecordDays"/>
    public int RecordDays { get; private set; }

    /// <summary>May it be redeemed early at all?</summary>
    public bool IsRedeemableEarly { get; private set; }

    /// <inheritdoc cref="EarlyRedemptionTerms.IssuerAfterMonths"/>
    public int? IssuerAfterMonths { get; private set; }

    /// <inheritdoc cref="EarlyRedemptionTerms.HolderAfterMonths"/>
    public int? HolderAfterMonths { get; private set; }

    /// <inheritdoc cref="EarlyRedemptionTerms.NoticeDays"/>
    public int NoticeDays { get; private set; }

    /// <inheritdoc cref="BondTerms.Transferable"/>
    public bool Transferable { get; private set; }

    /// <inheritdoc cref="BondTerms.Subordinated"/>
    public bool Subordinated { get; private set; }

    /// <summary>Changes of rate, oldest first.</summary>
    public IReadOnlyList<BondRateStep> RateSteps => steps;

    /// <summary>Bonds on sale: maximum of the tranche / nominal value.</summary>
    public long UnitsOffered { get; private set; }

    /// <summary>Bonds that applications hold at the moment. Never above <see cref="UnitsOffered"/>.</summary>
    public long UnitsReserved { get; private set; }

    /// <summary>First day of interest, once issued; null before.</summary>
    public DateOnly? IssuedOn { get; private set; }

    /// <summary>Bonds issued; 0 before.</summary>
    public long UnitsIssued { get; private set; }

    /// <summary>Interest periods whose end is booked.</summary>
    public int ServicedPeriods { get; private set; }

    /// <summary>Principal of one bond that is outstanding after these periods, minor units; 0 before the issue.</summary>
    public long OutstandingPerUnitMinor { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>The terms as the board stated them.</summary>
    public BondTerms Terms =>
        new(
            NominalMinor,
            Currency,
            RatePpm,
            Frequency,
            new RepaymentTerms(RepaymentKind, InterestOnlyMonths, CapitaliseMonths, RepaymentFrequency),
            TermMonths,
            MaturesOn,
            IssueOn,
            FirstPaymentOn,
            Stub,
            EndOfMonth,
            [.. steps.OrderBy(s => s.From).Select(s => new RateStep(s.From, s.RatePpm))],
            DayCount,
            Calendar,
            PaymentRule,
            Rounding,
            RecordDays,
            IsRedeemableEarly ? new EarlyRedemptionTerms(IssuerAfterMonths, HolderAfterMonths, NoticeDays) : null,
            Transferable,
            Subordinated
        );

    /// <summary>May <paramref name="units"/> more be reserved? Beside the same question about the offer.</summary>
    public static System.Linq.Expressions.Expression<Func<BondSeries, bool>> HasRoomFor(long units) =>
        series => series.UnitsReserved + units <= series.UnitsOffered;

    /// <summary>A board drafts a series of an offer.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="offer">The offer that sells it, with its window.</param>
    /// <param name="no">Counts from 1 within the offer.</param>
    /// <param name="code">Short name, unique within the enterprise.</param>
    /// <param name="tranche">The most that is sold, and the terms.</param>
    /// <exception cref="Refused">Codes <c>bond.*</c>, <c>offer.terms.whole-bonds</c>.</exception>
    public static BondSeries Draft(BondSeriesId id, Offer offer, int no, string code, BondTranche tranche)
    {
        var series = new BondSeries
        {
            Id = id,
            EnterpriseId = offer.EnterpriseId,
            OfferId = offer.Id,
        };
        (series.No, series.Code) = (no, code);
        series.Write(offer, tranche);
        return series;
    }

    /// <summary>The board rewrites a draft.</summary>
    public void Revise(Offer offer, BondTranche tranche)
    {
        Write(offer, tranche);
    }

    /// <summary>The offer was allotted: interest begins, and the periods are written down for good.</summary>
    /// <param name="today">The day of allotment.</param>
    /// <param name="units">Bonds issued, one or more.</param>
    public IReadOnlyList<BondPeriod> Issue(DateOnly today, long units)
    {
        Invariant.Holds(IssuedOn is null, "a series is issued twice");
        Invariant.Holds(units > 0 && units <= UnitsOffered, "more bonds are issued than were offered");
        IssuedOn = IssueOn ?? today;
        (UnitsIssued, OutstandingPerUnitMinor) = (units, NominalMinor);
        Version++;
        return [.. BondPlan.Of(Terms, IssuedOn.Value).Table(NominalMinor).Select(f => new BondPeriod(Id, f))];
    }

    /// <summary>The end of a period is booked: what it repays is no longer outstanding, what it capitalises is.</summary>
    /// <exception cref="Refused"><c>bond.earlier-period-open</c>: an earlier period is not booked yet.</exception>
    public void Service(BondPeriod period)
    {
        Invariant.Holds(period.SeriesId == Id && period.No > ServicedPeriods, "a period is booked twice");
        if (period.No != ServicedPeriods + 1)
            throw new Refused("bond.earlier-period-open", ServicedPeriods + 1);
        (ServicedPeriods, OutstandingPerUnitMinor) = (period.No, period.ClosingMinor);
        Version++;
    }

    private void Write(Offer offer, BondTranche tranche)
    {
        var terms = tranche.Terms;
        // Money may still be in the reflection period on the last day; allotment waits for it.
        var earliest = offer.LastDay.AddDays(offer.ReflectionDays + 1);
        var latest = earliest.AddMonths(LongestWaitMonths);
        Domain.Terms.Require(!(terms.IssueOn < earliest), "bond.issue-too-early", "issueOn", earliest);
        Domain.Terms.Require(!(terms.IssueOn > latest), "bond.issue-too-late", "issueOn", latest);
        terms.Check(earliest);
        Domain.Terms.Require(
            tranche.MaximumMinor > 0 && tranche.MaximumMinor % terms.NominalMinor == 0,
            "offer.terms.whole-bonds",
            "maximumMinor",
            new Money(terms.NominalMinor, terms.Currency)
        );
        var units = tranche.MaximumMinor / terms.NominalMinor;
        Domain.Terms.Require(units <= MostUnits, "bond.too-many", "maximumMinor", units, MostUnits);
        UnitsOffered = units;
        (NominalMinor, Currency, RatePpm) = (terms.NominalMinor, terms.Currency, terms.RatePpm);
        (Frequency, DayCount, Calendar) = (terms.Frequency, terms.DayCount, terms.Calendar);
        (PaymentRule, Rounding, RecordDays) = (terms.PaymentRule, terms.Rounding, terms.RecordDays);
        (RepaymentKind, RepaymentFrequency) = (terms.Repayment.Kind, terms.Repayment.Frequency);
        InterestOnlyMonths = terms.Repayment.InterestOnlyMonths;
        CapitaliseMonths = terms.Repayment.CapitaliseMonths;
        (TermMonths, MaturesOn, IssueOn) = (terms.TermMonths, terms.MaturesOn, terms.IssueOn);
        (FirstPaymentOn, Stub, EndOfMonth) = (terms.FirstPaymentOn, terms.Stub, terms.EndOfMonth);
        IsRedeemableEarly = terms.EarlyRedemption is not null;
        IssuerAfterMonths = terms.EarlyRedemption?.IssuerAfterMonths;
        HolderAfterMonths = terms.EarlyRedemption?.HolderAfterMonths;
        NoticeDays = terms.EarlyRedemption?.NoticeDays ?? 0;
        (Transferable, Subordinated) = (terms.Transferable, terms.Subordinated);
        WriteSteps(terms.Steps);
        Version++;
    }

    // Steps of the same day are kept, because they are the same rows.
    private void WriteSteps(IReadOnlyList<RateStep> wanted)
    {
        steps.RemoveAll(s => wanted.All(w => w.From != s.From));
        foreach (var step in wanted)
            if (steps.Find(s => s.From == step.From) is { } known)
                known.Change(step.RatePpm);
            else
                steps.Add(new BondRateStep(Id, step));
    }
}

/// <summary>One tranche of a bond offer: the most of it that is sold, and what its bonds promise.</summary>
/// <param name="MaximumMinor">The most that is taken, minor units; whole bonds.</param>
/// <param name="Terms">What every bond promises.</param>
public sealed record BondTranche(long MaximumMinor, BondTerms Terms);

/// <summary>A change of rate of a series.</summary>
public sealed class BondRateStep
{
    private BondRateStep() { }

    internal BondRateStep(BondSeriesId seriesId, RateStep step) =>
        (SeriesId, From, RatePpm) = (seriesId, step.From, step.RatePpm);

    /// <summary>The series.</summary>
    public BondSeriesId SeriesId { get; private set; }

    /// <inheritdoc cref="RateStep.From"/>
    public DateOnly From { get; private set; }

    /// <inheritdoc cref="RateStep.RatePpm"/>
    public int RatePpm { get; private set; }

    internal void Change(int ratePpm) => RatePpm = ratePpm;
}
