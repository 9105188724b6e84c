using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Banking;
using SocialShares.Features.Regulation;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Refuse an application for an offer of my enterprise with a reason; money that was paid goes back in full.</summary>
public sealed record RejectApplication(ApplicationId ApplicationId, string Reason)
    : ICommand<Unit>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfApplication
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/applications/{applicationId}/rejection", Post).WithTags("Applications");

    /// <inheritdoc cref="RejectApplication"/>
    public static async Task<IResult> Post(
        ApplicationId applicationId,
        Body body,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new RejectApplication(applicationId, body.Reason), ct);
        return Results.NoContent();
    }

    /// <summary>Why.</summary>
    /// <param name="Reason">The applicant reads it, in the mail and with the application.</param>
    public sealed record Body(string Reason);

    public sealed class Rules : AbstractValidator<RejectApplication>
    {
        public Rules() => RuleFor(r => r.Reason).Text(5, 1000);
    }

    public sealed class Handler(
        SharesDb db,
        Outbox outbox,
        MoneyBack moneyBack,
        MoneyBackByBank byBank,
        Gifts gifts,
        Instalments instalments,
        InstalmentEnd instalmentEnd,
        Caller caller,
        TimeProvider clock
    ) : IRequestHandler<RejectApplication, Unit>
    {
        public async Task<Unit> Handle(RejectApplication r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var application =
                await db.Applications.SingleOrDefaultAsync(a => a.Id == r.ApplicationId, ct)
                ?? throw new NotThere("application");
            var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == application.OfferId, ct);
            var heldUnits = application.State.HoldsUnits();
            if (application.Reject(r.Reason.Trim(), caller.Sign(now)))
                await moneyBack.Order(application, offer, "rejected", now, ct);
            else if (application.CheckoutSession is { } session)
                outbox.Add(new CloseCheckout(application.Id, session));
            await byBank.GiveUp(application, offer, now, ct);
            await gifts.End(application, GiftState.Over, now, ct);
            await instalmentEnd.EndWith(application, offer, now, ct);
            if (heldUnits && !await instalments.PromiseAgain(application, ct))
                await db.FreeUnits(application, ct);
            await db.ForgetMeans(application.Id, ct);
            outbox.Add(SendMail.About("application-rejected", application.Id));
            return Unit.Value;
        }
    }
}

/// <summary>Why an application was refused, and when (UTC).</summary>
public sealed record RejectionShown(DateTime At, string Reason);
