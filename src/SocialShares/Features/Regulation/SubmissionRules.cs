using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Regulation;

/// <summary>What the rules of the offer say when an application is sent in.</summary>
public sealed class SubmissionRules(SharesDb db, SuitabilityDesk desk)
{
    /// <summary>
    /// Called with the units taken, so that the offer's row is locked: refuses what the law caps, settles the reflection period
    /// by what the offer was until now, and remembers the first time that everything is spoken for.
    /// </summary>
    /// <exception cref="Refused"><c>application.above-legal-cap</c>; a step of suitability is missing: <c>suitability.*</c>.</exception>
    public async Task Apply(Application application, DateTime now, CancellationToken ct)
    {
        var standing = await desk.Of(application.Id, ct);
        var (offer, rules) = (standing.Offer, standing.Rules.Rules);
        RequireDone(standing.Next);
        standing.Progress?.Finish(now);
        if (
            rules.CapPerPerson is { } cap
            && application.Kind == HolderKind.Person
            && cap.Kinds.Contains(offer.SecurityKind)
        )
            cap.CheckTogether(application.AmountMinor + await Others(application, offer, ct));
        application.PromiseReflection(offer);
        await db
            .Offers.Where(o => o.Id == offer.Id && o.FirstFullAt == null && o.UnitsReserved >= o.UnitsOffered)
            .ExecuteUpdateAsync(s => s.SetProperty(o => o.FirstFullAt, now), ct);
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

    // All of this kind in the whole enterprise, whatever the class: what is held and what is applied for.
    private async Task<long> Others(Application application, Offer offer, CancellationToken ct)
    {
        var (person, enterprise, isOfBonds) = (application.PersonId, offer.EnterpriseId, offer.IsOfBonds);
        var applied = await db
            .Applications.Where(a => a.EnterpriseId == enterprise && a.Id != application.Id)
            .Where(a => a.PersonId == person && a.Kind == HolderKind.Person && a.BondSeriesId != null == isOfBonds)
            .Where(a =>
                a.State == ApplicationState.AwaitingPayment
                || a.State == ApplicationState.Paid
                || a.State == ApplicationState.Confirmed
            )
            .SumAsync(a => a.AmountMinor, ct);
        var held = await db
            .RegisterEntries.Where(e => e.ShareClassId == null == isOfBonds)
            .Join(db.Members, e => e.MemberId, m => m.Id, (e, m) => new { e, m })
            .Where(x => x.m.EnterpriseId == enterprise && x.m.PersonId == person && x.m.Kind == HolderKind.Person)
            .SumAsync(x => x.e.Units * x.e.PriceMinor, ct);
        return applied + held;
    }
}
