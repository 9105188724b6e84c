using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Holdings;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Pay the next part of an application that I pay in parts, or all that is left: opens its payment page. A part that is not
/// paid there is due as before.
/// </summary>
public sealed record PayInstalment(Guid Key, ApplicationId ApplicationId, bool All)
    : ICommand<InstalmentStarted>,
        IKeyed,
        IAllow<Owner>,
        IOfApplication
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/applications/{applicationId}/instalments", Post)
            .WithTags("Applications")
            .RequireRateLimiting(Limits.Buying);

    /// <inheritdoc cref="PayInstalment"/>
    public static async Task<ApplicationShown> Post(
        ApplicationId applicationId,
        Body body,
        IdempotencyKey key,
        IMediator mediator,
        OutboxDelivery delivery,
        CancellationToken ct
    )
    {
        var started = await mediator.Send(new PayInstalment(key.Value, applicationId, body.All), ct);
        // The buyer waits for the payment page: no need to let the job find the row.
        await delivery.Deliver(started.OutboxRow, ct);
        return await mediator.Send(new ReadApplication(started.PartId), ct);
    }

    /// <summary>How much.</summary>
    /// <param name="All">All that is left, instead of the next part.</param>
    public sealed record Body(bool All = false);

    public sealed class Handler(SharesDb db, Outbox outbox, TimeProvider clock)
        : IRequestHandler<PayInstalment, InstalmentStarted>
    {
        public async Task<InstalmentStarted> Handle(PayInstalment r, CancellationToken ct)
        {
            var first = await db.Applications.SingleAsync(a => a.Id == r.ApplicationId, ct);
            var plan =
                await db.InstalmentPlans.SingleOrDefaultAsync(p => p.Id == first.Id, ct)
                ?? throw new NotThere("instalments");
            // One at a time, so that nobody pays the same part on two pages.
            if (await db.BeingPaid(plan.Id).AnyAsync(ct))
                throw new Refused("instalments.being-paid");
            var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == first.OfferId, ct);
            offer.CheckWithdrawals(await db.SuspendedSince(offer, ct));
            var now = clock.GetUtcNow().UtcDateTime;
            var id = ApplicationId.From(r.Key);
            db.Applications.Add(plan.Next(first, offer, id, r.All, now + SubmitApplication.Hold, now));
            return new InstalmentStarted(id, outbox.AddAwaited(new StartPayment(id)));
        }
    }
}

/// <summary>The part, and the outbox row that opens its payment page.</summary>
public sealed record InstalmentStarted(ApplicationId PartId, Guid OutboxRow);
