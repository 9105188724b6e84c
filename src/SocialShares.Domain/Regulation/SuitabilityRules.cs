namespace SocialShares.Domain;

/// <summary>
/// What an applicant goes through before applying (Regulation (EU) 2020/1503, Art. 21, for non-sophisticated investors).
/// None of it forbids to apply: it makes sure that people know what they do.
/// </summary>
/// <param name="KnowledgeTest">Questions on what the applicant knows.</param>
/// <param name="LossSimulation">What the applicant can bear to lose.</param>
/// <param name="Warning">From which amount an explicit warning is acknowledged.</param>
public sealed record SuitabilityRules(
    KnowledgeTestRules KnowledgeTest,
    LossSimulationRules LossSimulation,
    InvestmentWarningRule Warning
)
{
    /// <summary>A part of an amount, rounded down: who stands at the edge is warned rather than not.</summary>
    internal static long Share(long minor, int ppm) => (long)((Int128)Math.Max(0, minor) * ppm / Rate.Whole);
}

/// <summary>The entry knowledge test.</summary>
/// <param name="ValidMonths">For how long a result counts, for every offer of the platform.</param>
/// <param name="PassPercent">So many of a hundred answers must be right to pass.</param>
/// <param name="Questions">In the order in which they are asked.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record KnowledgeTestRules(
    int ValidMonths,
    int PassPercent,
    IReadOnlyList<KnowledgeQuestion> Questions,
    RuleSource Source
)
{
    /// <summary>The questions as everyone may see them: no choice is marked as right, and nothing is explained.</summary>
    public KnowledgeTestRules WithoutAnswers() =>
        this with
        {
            Questions =
            [
                .. Questions.Select(q =>
                    q with
                    {
                        Explanation = new LocalText("", ""),
                        Choices = [.. q.Choices.Select(c => c with { IsRight = false })],
                    }
                ),
            ],
        };
}

/// <summary>One question of the test.</summary>
/// <param name="Key">Its short name, unique in the test; what is stored.</param>
/// <param name="Text">The question.</param>
/// <param name="Explanation">Why the right answer is right; shown after answering.</param>
/// <param name="Choices">Of which exactly one is right.</param>
public sealed record KnowledgeQuestion(
    string Key,
    LocalText Text,
    LocalText Explanation,
    IReadOnlyList<KnowledgeChoice> Choices
)
{
    /// <summary>The right one; there is none where the answers were taken out.</summary>
    public KnowledgeChoice RightChoice() => Choices.Single(c => c.IsRight);
}

/// <summary>One answer that can be chosen.</summary>
/// <param name="Key">Its short name, unique in the question.</param>
/// <param name="Text">The answer.</param>
/// <param name="IsRight">Is it the right one?</param>
public sealed record KnowledgeChoice(string Key, LocalText Text, bool IsRight);

/// <summary>The simulation of the ability to bear loss.</summary>
/// <param name="ShareOfNetWorthPpm">So much of the net worth is shown as what can be borne, parts per million.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record LossSimulationRules(int ShareOfNetWorthPpm, RuleSource Source)
{
    /// <summary>What can be borne of a net worth, minor units, rounded down; nothing where the net worth is below zero.</summary>
    public long Bearable(long netWorthMinor) => SuitabilityRules.Share(netWorthMinor, ShareOfNetWorthPpm);
}

/// <summary>From which amount an applicant acknowledges an explicit warning: the higher of the two.</summary>
/// <param name="AboveMinor">Minor units.</param>
/// <param name="Currency">The currency of that amount.</param>
/// <param name="OrShareOfNetWorthPpm">Parts per million of the net worth.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record InvestmentWarningRule(
    long AboveMinor,
    Currency Currency,
    int OrShareOfNetWorthPpm,
    RuleSource Source
)
{
    /// <summary>Above this amount the warning is acknowledged, minor units; without a net worth, the fixed amount.</summary>
    public long Above(long? netWorthMinor) =>
        Math.Max(AboveMinor, SuitabilityRules.Share(netWorthMinor ?? 0, OrShareOfNetWorthPpm));
}
