namespace SocialShares.Domain;

/// <summary>What an applicant still has to do before an application can be sent in.</summary>
public enum SuitabilityStep
{
    /// <summary>Answer the questions of the knowledge test.</summary>
    KnowledgeTest,

    /// <summary>Say to have read that the test showed too little knowledge.</summary>
    KnowledgeWarning,

    /// <summary>See what loss can be borne, or decline to give figures.</summary>
    LossSimulation,

    /// <summary>Say to have read that the amount is large.</summary>
    InvestmentWarning,
}

/// <summary>
/// How far an applicant is with the steps that the rules ask. One for each application; it survives leaving the page. Who
/// takes part as a sophisticated investor is not asked: everybody goes through the steps.
/// </summary>
public sealed class Suitability
{
    private Suitability() { }

    /// <summary>The application.</summary>
    public ApplicationId ApplicationId { get; private set; }

    /// <summary>Answers of a test that is not finished.</summary>
    public string Answers { get; private set; } = "";

    /// <summary>The failed test whose warning was acknowledged; null when none was.</summary>
    public KnowledgeTestId? WarnedOfTest { get; private set; }

    /// <summary>When that was, UTC.</summary>
    public DateTime? WarnedOfTestAt { get; private set; }

    /// <summary>When the loss was simulated, or figures were declined, UTC.</summary>
    public DateTime? SimulatedAt { get; private set; }

    /// <summary>Did the person prefer to give no figures?</summary>
    public bool FiguresDeclined { get; private set; }

    /// <summary>
    /// The net worth that the simulation found, sealed so that nobody reads it in the database; null when it was declined, and
    /// once the application was sent in.
    /// </summary>
    public string? SealedNetWorth { get; private set; }

    /// <summary>The amount whose warning was acknowledged, minor units; 0 when none was.</summary>
    public long WarnedMinor { get; private set; }

    /// <summary>When that was, UTC.</summary>
    public DateTime? WarnedAt { get; private set; }

    /// <summary>When the application was sent in with all steps done, UTC.</summary>
    public DateTime? DoneAt { get; private set; }

    /// <summary>Raised with each change.</summary>
    public int Version { get; private set; }

    /// <summary>Begins with nothing done.</summary>
    public static Suitability Begin(ApplicationId application) => new() { ApplicationId = application, Version = 1 };

    /// <summary>An answer to a question of the test.</summary>
    /// <returns>All answers when this was the last one; null while some are missing.</returns>
    /// <exception cref="Refused"><c>suitability.question-unknown</c></exception>
    public KnowledgeAnswers? Answer(KnowledgeTestRules rules, string question, string choice)
    {
        RequireOpen();
        var answers = new KnowledgeAnswers(Answers).With(rules, question, choice);
        var isWhole = answers.AreComplete(rules);
        // A test that was marked is over: the next answer begins a new one.
        Answers = isWhole ? "" : answers.Text;
        Version++;
        return isWhole ? answers : null;
    }

    /// <summary>The person read that the test showed too little knowledge, and goes on.</summary>
    public void AcknowledgeTest(KnowledgeTest test, DateTime now)
    {
        RequireOpen();
        (WarnedOfTest, WarnedOfTestAt) = (test.Id, now);
        Version++;
    }

    /// <summary>The loss was simulated; or figures were declined, and then the net worth is null.</summary>
    public void Simulate(string? sealedNetWorth, DateTime now)
    {
        RequireOpen();
        (SealedNetWorth, FiguresDeclined, SimulatedAt) = (sealedNetWorth, sealedNetWorth is null, now);
        Version++;
    }

    /// <summary>The person read that an amount is large, and goes on.</summary>
    public void AcknowledgeAmount(long amountMinor, DateTime now)
    {
        RequireOpen();
        (WarnedMinor, WarnedAt) = (amountMinor, now);
        Version++;
    }

    /// <summary>The application is sent in: the figures have done their work.</summary>
    public void Finish(DateTime now)
    {
        RequireOpen();
        (SealedNetWorth, DoneAt) = (null, now);
        Version++;
    }

    /// <summary>The first step that is not done; null when all are.</summary>
    /// <param name="rules">What is asked.</param>
    /// <param name="test">The newest result that still counts; null: none.</param>
    /// <param name="amountMinor">What is applied for, minor units.</param>
    /// <param name="netWorthMinor">What the simulation found; null when figures were declined.</param>
    public SuitabilityStep? Next(SuitabilityRules rules, KnowledgeTest? test, long amountMinor, long? netWorthMinor)
    {
        if (test is null)
            return SuitabilityStep.KnowledgeTest;
        if (!test.Passed && WarnedOfTest != test.Id)
            return SuitabilityStep.KnowledgeWarning;
        if (SimulatedAt is null)
            return SuitabilityStep.LossSimulation;
        return amountMinor > rules.Warning.Above(netWorthMinor) && WarnedMinor < amountMinor
            ? SuitabilityStep.InvestmentWarning
            : null;
    }

    private void RequireOpen()
    {
        if (DoneAt is not null)
            throw new Refused("application.already-submitted");
    }
}

/// <summary>What a person gives for the simulation; only the net worth that follows is kept, sealed.</summary>
/// <param name="YearlyNetIncomeMinor">Income of a year after tax, minor units.</param>
/// <param name="LiquidAssetsMinor">Savings and what can be sold at once, without the own house and pensions.</param>
/// <param name="YearlyCommitmentsMinor">What must be paid in a year: rent, loans, maintenance.</param>
public sealed record OwnFigures(long YearlyNetIncomeMinor, long LiquidAssetsMinor, long YearlyCommitmentsMinor)
{
    /// <summary>Net worth as Art. 21(5) reckons it: income of a year and liquid assets, less commitments of a year.</summary>
    public long NetWorthMinor => YearlyNetIncomeMinor + LiquidAssetsMinor - YearlyCommitmentsMinor;
}
