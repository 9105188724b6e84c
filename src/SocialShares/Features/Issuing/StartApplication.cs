using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Start an application with an amount; nothing is binding until I submit it.</summary>
public sealed record StartApplication(Guid Key, OfferId OfferId, long AmountMinor)
    : ICommand<ApplicationStarted>,
        IKeyed,
        IAllow<SignedIn>,
        IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/offers/{offerId}/applications", Post).WithTags("Applications").RequireRateLimiting(Limits.Buying);

    /// <inheritdoc cref="StartApplication"/>
    public static Task<ApplicationStarted> Post(
        OfferId offerId,
        Body body,
        IdempotencyKey key,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new StartApplication(key.Value, offerId, body.AmountMinor), ct);

    /// <summary>How much I want to put in.</summary>
    /// <param name="AmountMinor">Minor units of the offer's currency.</param>
    public sealed record Body(long AmountMinor);

    public sealed class Rules : AbstractValidator<StartApplication>
    {
        public Rules() => RuleFor(r => r.AmountMinor).Amount();
    }

    public sealed class Handler(SharesDb db, Caller caller, OfferSight sight, TimeProvider clock)
        : IRequestHandler<StartApplication, ApplicationStarted>
    {
        public async Task<ApplicationStarted> Handle(StartApplication r, CancellationToken ct)
        {
            await sight.RequireVisible(r.OfferId, ct);
            var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == r.OfferId, ct);
            var id = ApplicationId.From(r.Key);
            var now = clock.GetUtcNow().UtcDateTime;
            db.Applications.Add(Application.Start(id, offer, caller.Person, r.AmountMinor, now));
            return new ApplicationStarted(id);
        }
    }
}

/// <summary>The application is started.</summary>
public sealed record ApplicationStarted(ApplicationId Id);
