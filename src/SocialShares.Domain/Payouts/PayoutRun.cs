namespace SocialShares.Domain;

/// <summary>The life of a payout run. Stored by name.</summary>
public enum PayoutRunState
{
    /// <summary>Lines are computed and may still be computed anew or voided.</summary>
    Calculated,

    /// <summary>Another person approved; locked.</summary>
    Approved,

    /// <summary>The job is paying.</summary>
    Executing,

    /// <summary>Every line went where its holder wanted.</summary>
    Completed,

    /// <summary>Done but for lines that need a person.</summary>
    CompletedWithFailures,

    /// <summary>Given up before execution.</summary>
    Voided,
}

/// <summary>What a run pays. Stored by name.</summary>
public enum PayoutKind
{
    /// <summary>Interest on shares that a board declared.</summary>
    ShareInterest,

    /// <summary>Interest on bonds.</summary>
    Coupon,

    /// <summary>Principal of bonds, with the interest that is due on the same day.</summary>
    Redemption,

    /// <summary>Shares that are paid back to holders who asked.</summary>
    Withdrawal,
}

/// <summary>
/// One payment event for many holders. One person calculates, another approves (four eyes), a job executes. After
/// approval nothing in it can be recalculated; a correction is a new run.
/// </summary>
public sealed partial class PayoutRun
{
    private static readonly HashSet<(PayoutRunState From, PayoutRunState To)> Moves =
    [
        (PayoutRunState.Calculated, PayoutRunState.Approved),
        (PayoutRunState.Calculated, PayoutRunState.Voided),
        (PayoutRunState.Approved, PayoutRunState.Voided),
        (PayoutRunState.Approved, PayoutRunState.Executing),
        (PayoutRunState.Executing, PayoutRunState.Completed),
        (PayoutRunState.Executing, PayoutRunState.CompletedWithFailures),
        (PayoutRunState.CompletedWithFailures, PayoutRunState.Executing),
    ];

    private PayoutRun() { }

    /// <summary>One administrator calculates a run for a declaration; the lines are stored beside it.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="number">Shown to people, for example <c>2026-0031</c>; unique.</param>
    /// <param name="declaration">The board's decision.</param>
    /// <param name="currency">Currency of all lines.</param>
    /// <param name="lines">How many lines there are and what they add up to, minor units.</param>
    /// <param name="by">Who calculated.</param>
    public static PayoutRun Calculate(
        PayoutRunId id,
        string number,
        InterestDeclaration declaration,
        Currency currency,
        (int Count, long TotalMinor) lines,
        Signature by
    )
    {
        if (lines.TotalMinor == 0)
            throw new Refused("payout.nothing-to-pay");
        return new PayoutRun
        {
            Id = id,
            Number = number,
            Kind = PayoutKind.ShareInterest,
            EnterpriseId = declaration.EnterpriseId,
            ShareClassId = declaration.ShareClassId,
            DeclarationId = declaration.Id,
            PayOn = declaration.PayOn,
            Currency = currency,
            LineCount = lines.Count,
            TotalMinor = lines.TotalMinor,
            State = PayoutRunState.Calculated,
            CalculatedBy = by.PersonId ?? throw new InvariantBroken("a run was calculated by nobody"),
            CalculatedByName = by.Name,
            CalculatedAt = by.At,
            Version = 1,
        };
    }

    /// <summary>One administrator calculates the payment of a period of a series of bonds.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="number">Shown to people; unique.</param>
    /// <param name="series">The series.</param>
    /// <param name="period">The period that is paid; its earlier ones are calculated already.</param>
    /// <param name="lines">How many lines there are, and what they add up to, minor units.</param>
    /// <param name="by">Who calculated.</param>
    /// <exception cref="Refused"><c>payout.nothing-to-pay</c></exception>
    public static PayoutRun Calculate(
        PayoutRunId id,
        string number,
        BondSeries series,
        BondPeriod period,
        (int Count, long InterestMinor, long PrincipalMinor) lines,
        Signature by
    )
    {
        if (lines.InterestMinor + lines.PrincipalMinor == 0)
            throw new Refused("payout.nothing-to-pay");
        return new PayoutRun
        {
            Id = id,
            Number = number,
            Kind = lines.PrincipalMinor > 0 ? PayoutKind.Redemption : PayoutKind.Coupon,
            EnterpriseId = series.EnterpriseId,
            BondSeriesId = series.Id,
            PeriodNo = period.No,
            PayOn = period.DueOn,
            Currency = series.Currency,
            LineCount = lines.Count,
            TotalMinor = lines.InterestMinor + lines.PrincipalMinor,
            PrincipalMinor = lines.PrincipalMinor,
            State = PayoutRunState.Calculated,
            CalculatedBy = by.PersonId ?? throw new InvariantBroken("a run was calculated by nobody"),
            CalculatedByName = by.Name,
            CalculatedAt = by.At,
            Version = 1,
        };
    }

    /// <summary>Identity.</summary>
    public PayoutRunId Id { get; private set; }

    /// <summary>What it pays.</summary>
    public PayoutKind Kind { get; private set; }

    /// <summary>Is it a payment on bonds? Then it is booked as owed on its day, when the job begins to pay.</summary>
    public bool IsOfBonds => BondSeriesId is not null;

    /// <summary>Number shown to people; unique.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Who pays.</summary>
    public EnterpriseId EnterpriseId { get; private set; }

    /// <summary>The class of shares that is paid on; null for bonds.</summary>
    public ShareClassId? ShareClassId { get; private set; }

    /// <summary>The board's decision; one run that is not voided per declaration. Null for bonds.</summary>
    public DeclarationId? DeclarationId { get; private set; }

    /// <summary>The series of bonds that is paid on; null for shares.</summary>
    public BondSeriesId? BondSeriesId { get; private set; }

    /// <summary>The period of the series; one run that is not voided per period. Null for shares.</summary>
    public int? PeriodNo { get; private set; }

    /// <summary>The day on which holders are to be paid.</summary>
    public DateOnly PayOn { get; private set; }

    /// <summary>Currency of all lines.</summary>
    public Currency Currency { get; private set; }

    /// <summary>Number of lines.</summary>
    public int LineCount { get; private set; }

    /// <summary>Sum of all lines, gross, minor units.</summary>
    public long TotalMinor { get; private set; }

    /// <summary>How much of it repays principal of bonds, minor units.</summary>
    public long PrincipalMinor { get; private set; }

    /// <summary>Where it is in its life.</summary>
    public PayoutRunState State { get; private set; }

    /// <summary>Who calculated it.</summary>
    public PersonId CalculatedBy { get; private set; }

    /// <summary>Name as shown.</summary>
    public string CalculatedByName { get; private set; } = "";

    /// <summary>Instant, UTC.</summary>
    public DateTime CalculatedAt { get; private set; }

    /// <summary>Who approved it; null before.</summary>
    public PersonId? ApprovedBy { get; private set; }

    /// <summary>Name as shown.</summary>
    public string? ApprovedByName { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime? ApprovedAt { get; private set; }

    /// <summary>When the job began to pay, UTC.</summary>
    public DateTime? ExecutionStartedAt { get; private set; }

    /// <summary>When it ended or was voided, UTC.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>Another person than the calculator approves and locks the run.</summary>
    /// <exception cref="Refused"><c>payout.own-approval</c>, <c>payout.state</c>.</exception>
    public void Approve(Signature by)
    {
        if (State == PayoutRunState.Calculated && by.PersonId == CalculatedBy)
            throw new Refused("payout.own-approval");
        Move(PayoutRunState.Approved);
        (ApprovedBy, ApprovedByName, ApprovedAt) = (by.PersonId, by.Name, by.At);
    }

    /// <summary>Given up before execution.</summary>
    /// <returns>True when the run was approved, so that its booking must be reversed.</returns>
    public bool Void(DateTime now)
    {
        var wasApproved = State == PayoutRunState.Approved;
        Move(PayoutRunState.Voided);
        EndedAt = now;
        return wasApproved;
    }

    /// <summary>The job begins to pay, or goes on after a stop.</summary>
    /// <returns>True the first time.</returns>
    public bool Execute(DateTime now)
    {
        if (State == PayoutRunState.Executing)
            return false;
        Move(PayoutRunState.Executing);
        if (ExecutionStartedAt is not null)
            return false;
        ExecutionStartedAt = now;
        return true;
    }

    /// <summary>The job has no line left that it can pay.</summary>
    public void End(bool someNeedAPerson, DateTime now)
    {
        Move(someNeedAPerson ? PayoutRunState.CompletedWithFailures : PayoutRunState.Completed);
        EndedAt = now;
    }

    private void Move(PayoutRunState to)
    {
        if (!Moves.Contains((State, to)))
            throw new Refused("payout.state", State, to);
        State = to;
        Version++;
    }
}
