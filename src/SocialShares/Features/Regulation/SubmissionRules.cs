using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Issuing;

namespace SocialShares.Features.Regulation;

/// <summary>What the rules of the offer say when an application is sent in.</summary>
public sealed class SubmissionRules(SharesDb db, SuitabilityDesk desk, RulesOfOffer rulesOfOffer)
{
    /// <summary>
    /// Called with the units taken, so that the offer's row is locked: refuses what the law caps, settles the reflection period
    /// by what the offer was until now, and remembers the first time that everything is spoken for.
    /// </summary>
    /// <exception cref="Refused"><c>application.above-legal-cap</c>; a step of suitability is missing: <c>suitability.*</c>.</exception>
    public async Task Apply(Application application, DateTime now, CancellationToken ct)
    {
        var standing = await desk.Of(application.Id, ct);
        var offer = standing.Offer;
        RequireDone(standing.Next);
        standing.Progress?.Finish(now);
        // A gift has no holder yet: the same is asked when the receiver accepts.
        if (!application.AwaitsReceiver)
            await CheckCap(application, offer, ct);
        application.PromiseReflection(offer);
        await db
            .Offers.Where(o => o.Id == offer.Id && o.FirstFullAt == null && o.UnitsReserved >= o.UnitsOffered)
            .ExecuteUpdateAsync(s => s.SetProperty(o => o.FirstFullAt, now), ct);
    }

    /// <summary>Refuses what the law caps, for whoever will hold it. Organisations are not counted.</summary>
    /// <param name="application">What is asked; its holder is known.</param>
    /// <param name="offer">Its offer, whose row is locked by now.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="Refused"><c>application.above-legal-cap</c></exception>
    public async Task CheckCap(Application application, Offer offer, CancellationToken ct)
    {
        var coming = new ComingTo(offer.EnterpriseId, offer.SecurityKind, application.AmountInAllMinor, application.Id);
        await db.CheckCap((await rulesOfOffer.Read(offer, ct)).Rules, HolderSought.Of(application), coming, ct);
    }

    private static void RequireDone(SuitabilityStep? next)
    {
        if (next is { } step)
            throw new Refused(
                step switch
                {
                    SuitabilityStep.KnowledgeTest => "suitability.knowledge-test",
                    SuitabilityStep.KnowledgeWarning => "suitability.knowledge-warning",
                    SuitabilityStep.LossSimulation => "suitability.loss-simulation",
                    _ => "suitability.investment-warning",
                }
            );
    }
}
