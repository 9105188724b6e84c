namespace SocialShares.Domain;

/// <summary>Identifies a result of the entry knowledge test.</summary>
public readonly record struct KnowledgeTestId(Guid Value) : IId<KnowledgeTestId>
{
    /// <inheritdoc/>
    public static KnowledgeTestId From(Guid value) => new(value);

    /// <summary>A new identifier; later ones sort after earlier ones.</summary>
    public static KnowledgeTestId New() => new(Guid.CreateVersion7());

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>
/// What a person answered in the entry knowledge test. Never changed; it counts for every offer until it runs out
/// (Regulation (EU) 2020/1503, Art. 21). A failed test is a result too: it warns and does not forbid.
/// </summary>
public sealed class KnowledgeTest
{
    private KnowledgeTest() { }

    /// <summary>Identity.</summary>
    public KnowledgeTestId Id { get; private set; }

    /// <summary>Who answered.</summary>
    public PersonId PersonId { get; private set; }

    /// <summary>The rule pack whose questions were asked.</summary>
    public string RulePackId { get; private set; } = "";

    /// <summary>SHA-256 of the file in which the questions stood.</summary>
    public string RulesHash { get; private set; } = "";

    /// <summary>Each question with the answer that was chosen.</summary>
    public string Answers { get; private set; } = "";

    /// <summary>How many were right.</summary>
    public int Right { get; private set; }

    /// <summary>How many were asked.</summary>
    public int OutOf { get; private set; }

    /// <summary>Were enough of them right?</summary>
    public bool Passed { get; private set; }

    /// <summary>When the last question was answered, UTC.</summary>
    public DateTime TakenAt { get; private set; }

    /// <summary>The last day on which it counts.</summary>
    public DateOnly ValidUntil { get; private set; }

    /// <summary>Marks a whole test.</summary>
    /// <param name="id">Identity.</param>
    /// <param name="person">Who answered.</param>
    /// <param name="pack">The pack whose questions were asked.</param>
    /// <param name="rules">The questions.</param>
    /// <param name="answers">An answer to each of them.</param>
    /// <param name="now">Instant, UTC.</param>
    /// <param name="today">The day it is where the offer is.</param>
    public static KnowledgeTest Take(
        KnowledgeTestId id,
        PersonId person,
        RulePack pack,
        KnowledgeTestRules rules,
        KnowledgeAnswers answers,
        DateTime now,
        DateOnly today
    )
    {
        Invariant.Holds(answers.AreComplete(rules), "a knowledge test is marked before every question is answered");
        var right = rules.Questions.Count(q => answers.Of(q.Key) == q.RightChoice().Key);
        return new KnowledgeTest
        {
            Id = id,
            PersonId = person,
            RulePackId = pack.Id,
            RulesHash = pack.Hash,
            Answers = answers.Text,
            Right = right,
            OutOf = rules.Questions.Count,
            Passed = right * 100 >= rules.PassPercent * rules.Questions.Count,
            TakenAt = now,
            ValidUntil = today.AddMonths(rules.ValidMonths),
        };
    }

    /// <summary>Does it still count?</summary>
    public bool Counts(DateOnly today) => today <= ValidUntil;
}

/// <summary>Answers given so far, as stored: <c>question=choice</c>, one after the other.</summary>
/// <param name="Text">The stored form; empty when nothing was answered.</param>
public sealed record KnowledgeAnswers(string Text)
{
    /// <summary>Nothing was answered.</summary>
    public static KnowledgeAnswers None { get; } = new("");

    /// <summary>The choice for a question; null when it was not answered.</summary>
    public string? Of(string question) =>
        Pairs().Where(p => p.Question == question).Select(p => p.Choice).FirstOrDefault();

    /// <summary>Was every question answered?</summary>
    public bool AreComplete(KnowledgeTestRules rules) => rules.Questions.All(q => Of(q.Key) is not null);

    /// <summary>The first question without an answer; null when there is none.</summary>
    public KnowledgeQuestion? Open(KnowledgeTestRules rules) => rules.Questions.FirstOrDefault(q => Of(q.Key) is null);

    /// <summary>With one more answer, or another one.</summary>
    /// <exception cref="Refused"><c>suitability.question-unknown</c></exception>
    public KnowledgeAnswers With(KnowledgeTestRules rules, string question, string choice)
    {
        var known = rules.Questions.FirstOrDefault(q => q.Key == question);
        if (known is null || known.Choices.All(c => c.Key != choice))
            throw new Refused("suitability.question-unknown", question) { Field = "answers" };
        // In the order of the questions, so that equal answers are stored equally; those of older questions fall away.
        var kept = rules.Questions.Select(q => (q.Key, Choice: q.Key == question ? choice : Of(q.Key)));
        return new(string.Join(';', kept.Where(p => p.Choice is not null).Select(p => $"{p.Key}={p.Choice}")));
    }

    private IEnumerable<(string Question, string Choice)> Pairs() =>
        Text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).Select(p => (p[0], p[1]));
}
