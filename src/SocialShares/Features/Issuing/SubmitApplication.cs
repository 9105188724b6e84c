using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Regulation;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Submit my application after the check page: the units are held for me and the payment page opens, or I wait for the resident quota.</summary>
public sealed record SubmitApplication(ApplicationId ApplicationId, int DocumentVersion, bool RiskAccepted)
    : ICommand<ApplicationSubmitted>,
        IAllow<Owner>,
        IOfApplication
{
    /// <summary>How long units are held: the provider's shortest payment page (30 minutes), with room for its clock and ours.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromMinutes(40);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/applications/{applicationId}/submit", Post)
            .WithTags("Applications")
            .RequireRateLimiting(Limits.Buying);

    /// <inheritdoc cref="SubmitApplication"/>
    public static async Task<ApplicationShown> Post(
        ApplicationId applicationId,
        Body body,
        IMediator mediator,
        OutboxDelivery delivery,
        CancellationToken ct
    )
    {
        var submitted = await mediator.Send(
            new SubmitApplication(applicationId, body.DocumentVersion, body.RiskAccepted),
            ct
        );
        // The buyer waits for the payment page: no need to let the job find the row.
        if (submitted.OutboxRow is { } row)
            await delivery.Deliver(row, ct);
        return await mediator.Send(new ReadApplication(applicationId), ct);
    }

    /// <summary>What I agree to.</summary>
    /// <param name="DocumentVersion">The version of the offer document that I read.</param>
    /// <param name="RiskAccepted">I understand that I can lose this money.</param>
    public sealed record Body(int DocumentVersion, bool RiskAccepted);

    public sealed class Rules : AbstractValidator<SubmitApplication>
    {
        public Rules() =>
            RuleFor(r => r.RiskAccepted)
                .Equal(true)
                .WithErrorCode("application.risk-not-accepted")
                .WithMessage(_ => RefusalText.Of("application.risk-not-accepted"));
    }

    public sealed class Handler(
        SharesDb db,
        ResidentQueue queue,
        SubmissionRules rules,
        Outbox outbox,
        TimeProvider clock
    )
        : IRequestHandler<SubmitApplication, ApplicationSubmitted>
    {
        public async Task<ApplicationSubmitted> Handle(SubmitApplication r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var application = await db.Applications.SingleAsync(a => a.Id == r.ApplicationId, ct);
            // Before any units are taken: whoever admits somebody holds the enterprise first. A gift waits for its receiver.
            var waits =
                !application.AwaitsReceiver
                && await queue.MustWait(application, await Read(application.OfferId, ct), ct);
            await TakeUnits(application, waits, ct);
            // The offer's row is locked by now, so that no changed document is published between these lines.
            var current = await db.OfferDocuments.InForce(application.OfferId).MaxAsync(d => d.Version, ct);
            if (waits)
                application.Wait(r.DocumentVersion, current, now);
            else
                application.Submit(r.DocumentVersion, current, now + Hold, now);
            // A gift has no holder yet: the same is asked when the receiver accepts.
            if (!application.AwaitsReceiver)
                await CheckHolder(application, now, ct);
            await rules.Apply(application, now, ct);
            if (waits)
            {
                outbox.Add(SendMail.About("queue-entered", application.Id));
                return new ApplicationSubmitted(null);
            }
            if (application.IsResident)
                outbox.Add(new LookAtQueue(application.EnterpriseId));
            return new ApplicationSubmitted(outbox.AddAwaited(new StartPayment(application.Id)));
        }

        // Who waits takes none, but an offer that is over or sold out is refused to them too.
        private async Task TakeUnits(Application application, bool waits, CancellationToken ct)
        {
            if (!(waits ? await db.HoldOffer(application, ct) : await db.TakeUnits(application, ct)))
                throw (await Read(application.OfferId, ct)).WhyNoRoomFor(application.Units);
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

        /// <summary>The offer's row is locked by now, so that two applications of one person are counted one after the other.</summary>
        private async Task CheckHolder(Application application, DateTime now, CancellationToken ct)
        {
            var offer = await Read(application.OfferId, ct);
            // Whoever came here by another way than the questions is asked the same.
            application.CheckAdmission(offer, LegalDay.Of(now, offer.TimeZone));
            offer.CheckPioneer(await db.IsMember(offer.EnterpriseId, application.PersonId, ct));
            var (held, applied) = await db.HeldAndApplied(offer, application, ct);
            var asked = new HolderHas(application.AmountMinor, application.Units);
            application.LimitsOf(offer).CheckTogether(held, applied, asked);
        }

        private Task<Offer> Read(OfferId id, CancellationToken ct) =>
            db.Offers.AsNoTracking().SingleAsync(o => o.Id == id, ct);
    }
}

/// <summary>The application is submitted; the outbox row opens the payment page. Null: it waits in the queue, and nothing is to be paid.</summary>
public sealed record ApplicationSubmitted(Guid? OutboxRow);
