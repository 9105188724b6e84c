using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Sell my offer longer: once, where its terms allow it, before it closes; every applicant is told.</summary>
public sealed record ExtendOffer(OfferId OfferId, DateOnly ClosesOn) : ICommand<Unit>, IAllow<Board>, IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/offers/{offerId}/extend", Post).WithTags("Offers");

    /// <inheritdoc cref="ExtendOffer"/>
    public static async Task<IResult> Post(OfferId offerId, Body body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ExtendOffer(offerId, body.ClosesOn), ct);
        return Results.NoContent();
    }

    /// <summary>The new last day.</summary>
    public sealed record Body(DateOnly ClosesOn);

    public sealed class Rules : AbstractValidator<ExtendOffer>
    {
        public Rules() => RuleFor(r => r.ClosesOn).Day();
    }

    public sealed class Handler(SharesDb db, WindowMoved moved, Caller caller, TimeProvider clock)
        : IRequestHandler<ExtendOffer, Unit>
    {
        public async Task<Unit> Handle(ExtendOffer r, CancellationToken ct)
        {
            var offer = await db.Offers.WithSteps(r.OfferId, ct);
            offer.Extend(r.ClosesOn, caller.Sign(clock.GetUtcNow().UtcDateTime));
            await moved.Tell(offer, "offer-extended", ct);
            return Unit.Value;
        }
    }
}

/// <summary>
/// Open my closed offer again for the rest of its maximum: only when the minimum was met, before the allotment; every
/// applicant is told.
/// </summary>
public sealed record ReopenOffer(OfferId OfferId, DateOnly ClosesOn) : ICommand<Unit>, IAllow<Board>, IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/offers/{offerId}/reopen", Post).WithTags("Offers");

    /// <inheritdoc cref="ReopenOffer"/>
    public static async Task<IResult> Post(OfferId offerId, Body body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ReopenOffer(offerId, body.ClosesOn), ct);
        return Results.NoContent();
    }

    /// <summary>The new last day.</summary>
    public sealed record Body(DateOnly ClosesOn);

    public sealed class Rules : AbstractValidator<ReopenOffer>
    {
        public Rules() => RuleFor(r => r.ClosesOn).Day();
    }

    public sealed class Handler(SharesDb db, WindowMoved moved, Caller caller, TimeProvider clock)
        : IRequestHandler<ReopenOffer, Unit>
    {
        public async Task<Unit> Handle(ReopenOffer r, CancellationToken ct)
        {
            var offer = await db.Offers.WithSteps(r.OfferId, ct);
            var paid = await db
                .Applications.Where(a => a.OfferId == offer.Id)
                .Where(a => a.State == ApplicationState.Paid || a.State == ApplicationState.Confirmed)
                // Less than the least of an offer becomes no shares.
                .Where(a => !a.AwaitsLeast)
                .SumAsync(a => a.Units, ct);
            offer.Reopen(r.ClosesOn, paid, caller.Sign(clock.GetUtcNow().UtcDateTime));
            await moved.Tell(offer, "offer-reopened", ct);
            return Unit.Value;
        }
    }
}

/// <summary>Name the last day of my open offer; every applicant who waits is told.</summary>
public sealed record EndOffer(OfferId OfferId, DateOnly ClosesOn) : ICommand<Unit>, IAllow<Board>, IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/offers/{offerId}/end", Post).WithTags("Offers");

    /// <inheritdoc cref="EndOffer"/>
    public static async Task<IResult> Post(OfferId offerId, Body body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new EndOffer(offerId, body.ClosesOn), ct);
        return Results.NoContent();
    }

    /// <summary>The last day.</summary>
    public sealed record Body(DateOnly ClosesOn);

    public sealed class Rules : AbstractValidator<EndOffer>
    {
        public Rules() => RuleFor(r => r.ClosesOn).Day();
    }

    public sealed class Handler(SharesDb db, WindowMoved moved, Caller caller, TimeProvider clock)
        : IRequestHandler<EndOffer, Unit>
    {
        public async Task<Unit> Handle(EndOffer r, CancellationToken ct)
        {
            var offer = await db.Offers.WithSteps(r.OfferId, ct);
            offer.End(r.ClosesOn, caller.Sign(clock.GetUtcNow().UtcDateTime));
            await moved.Tell(offer, "offer-ends", ct);
            return Unit.Value;
        }
    }
}

/// <summary>What follows from another last day: bonds must not be due before it, and applicants are told.</summary>
public sealed class WindowMoved(SharesDb db, Outbox outbox)
{
    /// <exception cref="Refused"><c>bond.issue-too-early</c>: a series is to be issued before the reflection periods end.</exception>
    public async Task Tell(Offer offer, string message, CancellationToken ct)
    {
        var series = await db.BondSeries.AsNoTracking().Where(s => s.OfferId == offer.Id).ToListAsync(ct);
        foreach (var s in series)
            s.CheckIssue(offer);
        foreach (var id in await db.Waiting(offer.Id).Select(a => a.Id).ToListAsync(ct))
            outbox.Add(SendMail.About(message, id));
    }
}

internal static class WaitingApplications
{
    /// <summary>Applications that were sent in and are neither issued nor over.</summary>
    public static IQueryable<Application> Waiting(this SharesDb db, OfferId offer) =>
        db.Applications.Where(a =>
            a.OfferId == offer
            && (
                a.State == ApplicationState.Waiting
                || a.State == ApplicationState.AwaitingPayment
                || a.State == ApplicationState.Paid
                || a.State == ApplicationState.Confirmed
            )
        );
}
