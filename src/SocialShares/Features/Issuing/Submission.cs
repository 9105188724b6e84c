using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Holdings;
using SocialShares.Features.Regulation;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Submits an application whose questions are answered: by its applicant after the check page, or by the second person for
/// one on paper. The order of the steps is the order of the locks: enterprise, offer, series.
/// </summary>
public sealed class Submission(
    SharesDb db,
    ResidentQueue queue,
    SubmissionRules rules,
    Instalments instalments,
    Outbox outbox
)
{
    /// <summary>Takes the units, or a place in the resident queue, and asks every rule once more.</summary>
    /// <param name="application">Tracked; in state Started.</param>
    /// <param name="documentVersion">The version of the offer document that the applicant read.</param>
    /// <param name="hold">How long the units are held for the payment.</param>
    /// <param name="now">Instant, UTC.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ApplicationSubmitted> Submit(
        Application application,
        int documentVersion,
        TimeSpan hold,
        DateTime now,
        CancellationToken ct
    )
    {
        // Before any units are taken: whoever admits somebody holds the enterprise first. A gift waits for its receiver.
        var waits =
            !application.AwaitsReceiver && await queue.MustWait(application, await Read(application.OfferId, ct), ct);
        await TakeUnits(application, waits, ct);
        // The offer's row is locked by now, so that no changed document is published between these lines.
        var current = await db.OfferDocuments.InForce(application.OfferId).MaxAsync(d => d.Version, ct);
        if (waits)
            application.Wait(documentVersion, current, now);
        else
            application.Submit(documentVersion, current, now + hold, now);
        // A gift has no holder yet: the same is asked when the receiver accepts.
        if (!application.AwaitsReceiver)
            await CheckHolder(application, now, ct);
        await rules.Apply(application, now, ct);
        await instalments.Agree(application, ct);
        if (waits)
        {
            outbox.Add(SendMail.About("queue-entered", application.Id));
            return new ApplicationSubmitted(null);
        }
        if (application.IsResident)
            outbox.Add(new LookAtQueue(application.EnterpriseId));
        return new ApplicationSubmitted(outbox.AddAwaited(new StartPayment(application.Id)));
    }

    /// <summary>
    /// May this holder have what is asked? When it is submitted the offer's row is locked, so that two applications of one
    /// person are counted one after the other; before that the answer may change.
    /// </summary>
    /// <exception cref="Refused">The offer does not take such a holder, or not for so much.</exception>
    public async Task CheckHolder(Application application, DateTime now, CancellationToken ct)
    {
        var offer = await Read(application.OfferId, ct);
        // Whoever came here by another way than the questions is asked the same.
        application.CheckAdmission(offer, LegalDay.Of(now, offer.TimeZone));
        offer.CheckWithdrawals(await db.SuspendedSince(offer, ct));
        offer.CheckPioneer(await db.IsMember(offer.EnterpriseId, application.PersonId, ct));
        var (held, applied) = await db.HeldAndApplied(offer, application, ct);
        var asked = new HolderHas(application.AmountInAllMinor, application.UnitsInAll);
        application.LimitsOf(offer).CheckTogether(held, applied, asked);
    }

    // Who waits takes none, but an offer that is over or sold out is refused to them too.
    private async Task TakeUnits(Application application, bool waits, CancellationToken ct)
    {
        if (!(waits ? await db.HoldOffer(application, ct) : await db.TakeUnits(application, ct)))
            throw (await Read(application.OfferId, ct)).WhyNoRoomFor(application.UnitsInAll);
        if (application.BondSeriesId is { } series)
            await TakeFromSeries(series, application.Units, ct);
    }

    // The same, of the tranche; always after the offer, so that two buyers never wait for each other.
    private async Task TakeFromSeries(BondSeriesId id, long units, CancellationToken ct)
    {
        var taken = await db
            .BondSeries.Where(s => s.Id == id)
            .Where(BondSeries.HasRoomFor(units))
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(x => x.UnitsReserved, x => x.UnitsReserved + units)
                        .SetProperty(x => x.Version, x => x.Version + 1),
                ct
            );
        if (taken > 0)
            return;
        var left = await db
            .BondSeries.Where(s => s.Id == id)
            .Select(s => s.UnitsOffered + s.UnitsBeyond - s.UnitsReserved)
            .SingleAsync(ct);
        throw new Refused("offer.series-full", units, left) { Field = "amountMinor" };
    }

    private Task<Offer> Read(OfferId id, CancellationToken ct) =>
        db.Offers.AsNoTracking().SingleAsync(o => o.Id == id, ct);
}

/// <summary>The application is submitted; the outbox row opens the payment page. Null: it waits in the queue, and nothing is to be paid.</summary>
public sealed record ApplicationSubmitted(Guid? OutboxRow);
