using MediatR;
using SocialShares.Http;

namespace SocialShares.Features.Regulation;

/// <summary>Read what I still have to do before I can send my application in: the questions, my results, the warnings.</summary>
public sealed record ReadSuitability(ApplicationId ApplicationId)
    : IQuery<SuitabilityShown>,
        IAllow<Owner>,
        IOfApplication
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/applications/{applicationId}/suitability", Get).WithTags("Applications");

    /// <inheritdoc cref="ReadSuitability"/>
    public static Task<SuitabilityShown> Get(ApplicationId applicationId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadSuitability(applicationId), ct);

    public sealed class Handler(SuitabilityDesk desk) : IRequestHandler<ReadSuitability, SuitabilityShown>
    {
        public async Task<SuitabilityShown> Handle(ReadSuitability r, CancellationToken ct) =>
            SuitabilityShown.Of(await desk.Of(r.ApplicationId, ct));
    }
}

/// <summary>How far I am. Amounts are minor units; instants are UTC.</summary>
/// <param name="IsAsked">Do the rules of the offer ask for these steps?</param>
/// <param name="Next">The step that comes now; null when all are done, or none is asked.</param>
/// <param name="RiskWarning">The sentence that stays in sight.</param>
/// <param name="Questions">The knowledge test with what I answered so far.</param>
/// <param name="Test">My result that counts; null when there is none.</param>
/// <param name="Simulation">What I can bear to lose; null before I said so.</param>
/// <param name="Warning">From which amount I am warned; null when nothing is asked.</param>
public sealed record SuitabilityShown(
    bool IsAsked,
    SuitabilityStep? Next,
    LocalText RiskWarning,
    IReadOnlyList<QuestionShown> Questions,
    TestShown? Test,
    SimulationShown? Simulation,
    WarningShown? Warning
)
{
    public static SuitabilityShown Of(SuitabilityStanding s)
    {
        var warning = s.Rules.Rules.RiskWarning;
        if (s.Asked is not { } rules)
            return new(IsAsked: false, null, warning, [], null, null, null);
        var answers = new KnowledgeAnswers(s.Progress?.Answers ?? "");
        return new(
            IsAsked: true,
            s.Next,
            warning,
            [.. rules.KnowledgeTest.Questions.Select(q => QuestionShown.Of(q, answers.Of(q.Key)))],
            s.Test is { } test ? TestShown.Of(test, rules.KnowledgeTest, s.Progress) : null,
            s.Progress is { SimulatedAt: { } at } done
                ? new SimulationShown(
                    at,
                    done.FiguresDeclined,
                    s.NetWorthMinor is { } worth ? rules.LossSimulation.Bearable(worth) : null
                )
                : null,
            new WarningShown(
                rules.Warning.Above(s.NetWorthMinor),
                s.Application.AmountInAllMinor > rules.Warning.Above(s.NetWorthMinor),
                s.Progress?.WarnedMinor ?? 0,
                s.Progress?.WarnedAt
            )
        );
    }
}

/// <summary>A question of the knowledge test.</summary>
/// <param name="Key">Its short name, for the answer.</param>
/// <param name="Text">The question.</param>
/// <param name="Choices">The answers to choose from.</param>
/// <param name="Chosen">The short name of my answer in a test that is not finished; null when I gave none.</param>
public sealed record QuestionShown(string Key, LocalText Text, IReadOnlyList<ChoiceShown> Choices, string? Chosen)
{
    public static QuestionShown Of(KnowledgeQuestion q, string? chosen) =>
        new(q.Key, q.Text, [.. q.Choices.Select(c => new ChoiceShown(c.Key, c.Text))], chosen);
}

/// <summary>An answer to choose.</summary>
public sealed record ChoiceShown(string Key, LocalText Text);

/// <summary>My result.</summary>
/// <param name="Right">Right answers.</param>
/// <param name="OutOf">Questions.</param>
/// <param name="Passed">Were enough of them right?</param>
/// <param name="TakenAt">When.</param>
/// <param name="ValidUntil">The last day on which it counts, for every offer.</param>
/// <param name="IsAcknowledged">Did I say to have read that too few were right?</param>
/// <param name="Wrong">What was not right, with the right answer.</param>
public sealed record TestShown(
    int Right,
    int OutOf,
    bool Passed,
    DateTime TakenAt,
    DateOnly ValidUntil,
    bool IsAcknowledged,
    IReadOnlyList<WrongAnswer> Wrong
)
{
    public static TestShown Of(KnowledgeTest test, KnowledgeTestRules rules, Suitability? progress)
    {
        var answers = new KnowledgeAnswers(test.Answers);
        return new(
            test.Right,
            test.OutOf,
            test.Passed,
            test.TakenAt,
            test.ValidUntil,
            progress?.WarnedOfTest == test.Id,
            [
                .. rules
                    .Questions.Where(q => answers.Of(q.Key) is { } chosen && chosen != q.RightChoice().Key)
                    .Select(q => new WrongAnswer(q.Text, q.RightChoice().Text, q.Explanation)),
            ]
        );
    }
}

/// <summary>A question that was not answered right.</summary>
public sealed record WrongAnswer(LocalText Question, LocalText Right, LocalText Explanation);

/// <summary>What I can bear to lose.</summary>
/// <param name="At">When I gave or declined the figures.</param>
/// <param name="IsDeclined">I gave no figures.</param>
/// <param name="BearableMinor">The loss that can be borne; null when I gave no figures, and once the application was sent in.</param>
public sealed record SimulationShown(DateTime At, bool IsDeclined, long? BearableMinor);

/// <summary>The warning of a large amount.</summary>
/// <param name="AboveMinor">Above this amount it is given.</param>
/// <param name="IsNeeded">Is my amount above it?</param>
/// <param name="AcknowledgedMinor">The amount for which I said to have read it; 0 when I did not.</param>
/// <param name="AcknowledgedAt">When.</param>
public sealed record WarningShown(long AboveMinor, bool IsNeeded, long AcknowledgedMinor, DateTime? AcknowledgedAt);
