using SocialShares.Demo.Api;
using SocialShares.Features.Regulation;

namespace SocialShares.Demo.Seed;

/// <summary>What the rules of an offer ask of a buyer before applying: answered as people do, mostly right.</summary>
/// <param name="person">Who applies.</param>
/// <param name="application">Path of the application.</param>
/// <param name="amountMinor">What is put in, minor units.</param>
internal sealed class FirstSteps(Person person, string application, long amountMinor)
{
    // A pensioner's means; so the largest amounts are warned of.
    private static readonly OwnFigures Means = new(2_400_000, 3_000_000, 1_100_000);

    /// <summary>Takes every step that is asked, until none is left.</summary>
    public async Task Take(CancellationToken ct)
    {
        for (var steps = 0; steps < 8; steps++)
        {
            var standing = await person.Get<SuitabilityShown>($"{application}/suitability", ct);
            if (standing.Next is not { } next)
                return;
            await Take(next, standing, ct);
        }
        throw new InvalidOperationException($"{application} asks for one step after the other.");
    }

    private Task Take(SuitabilityStep next, SuitabilityShown standing, CancellationToken ct)
    {
        var path = $"{application}/suitability";
        return next switch
        {
            SuitabilityStep.KnowledgeTest => person.Patch($"{path}/answers", Answers(standing), ct),
            SuitabilityStep.KnowledgeWarning => person.Put(
                $"{path}/knowledge-warning",
                new AcknowledgeKnowledge.Body(Acknowledged: true),
                ct
            ),
            SuitabilityStep.LossSimulation => person.Put($"{path}/simulation", new SimulateLoss.Body(Means), ct),
            _ => person.Put(
                $"{path}/investment-warning",
                new AcknowledgeAmount.Body(Acknowledged: true, amountMinor),
                ct
            ),
        };
    }

    // The first choice of each question: some are right, as with people who guess.
    private static AnswerKnowledgeTest.Body Answers(SuitabilityShown standing) =>
        new([.. standing.Questions.Select(q => new KnowledgeAnswer(q.Key, q.Choices[0].Key))]);
}
