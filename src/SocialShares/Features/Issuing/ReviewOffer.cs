using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Regulation;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Approve an offer that a board submitted; never one that I submitted myself.</summary>
public sealed record ApproveOffer(OfferId OfferId) : ICommand<Unit>, IAllow<Administrator>, IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/offers/{offerId}/approve", Post).WithTags("Offers");

    /// <inheritdoc cref="ApproveOffer"/>
    public static async Task<IResult> Post(OfferId offerId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ApproveOffer(offerId), ct);
        return Results.NoContent();
    }

    public sealed class Handler(SharesDb db, RulesOfOffer rules, Caller caller, TimeProvider clock)
        : IRequestHandler<ApproveOffer, Unit>
    {
        public async Task<Unit> Handle(ApproveOffer r, CancellationToken ct)
        {
            var offer = await db.Offers.WithSteps(r.OfferId, ct);
            var me = caller.Person;
            // Whoever sits on the board is not the second pair of eyes, even when a colleague submitted.
            if (await db.BoardMembers.AnyAsync(m => m.EnterpriseId == offer.EnterpriseId && m.PersonId == me, ct))
                throw new Refused("offer.own-approval");
            var now = clock.GetUtcNow().UtcDateTime;
            offer.Approve(caller.Sign(now));
            await rules.Settle(offer, now, ct);
            return Unit.Value;
        }
    }
}

/// <summary>Send a submitted offer back to its board, with the reason.</summary>
public sealed record ReturnOffer(OfferId OfferId, string Reason) : ICommand<Unit>, IAllow<Administrator>, IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/offers/{offerId}/return", Post).WithTags("Offers");

    /// <inheritdoc cref="ReturnOffer"/>
    public static async Task<IResult> Post(OfferId offerId, Body body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ReturnOffer(offerId, body.Reason), ct);
        return Results.NoContent();
    }

    /// <summary>What the board should change.</summary>
    public sealed record Body(string Reason);

    public sealed class Rules : AbstractValidator<ReturnOffer>
    {
        public Rules() => RuleFor(r => r.Reason).Text(5, 1000);
    }

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock) : IRequestHandler<ReturnOffer, Unit>
    {
        public async Task<Unit> Handle(ReturnOffer r, CancellationToken ct)
        {
            var offer = await db.Offers.WithSteps(r.OfferId, ct);
            offer.Return(r.Reason, caller.Sign(clock.GetUtcNow().UtcDateTime));
            return Unit.Value;
        }
    }
}

/// <summary>Withdraw my offer before it opens.</summary>
public sealed record CancelOffer(OfferId OfferId) : ICommand<Unit>, IAllow<Board>, IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/offers/{offerId}/cancel", Post).WithTags("Offers");

    /// <inheritdoc cref="CancelOffer"/>
    public static async Task<IResult> Post(OfferId offerId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new CancelOffer(offerId), ct);
        return Results.NoContent();
    }

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock) : IRequestHandler<CancelOffer, Unit>
    {
        public async Task<Unit> Handle(CancelOffer r, CancellationToken ct)
        {
            var offer = await db.Offers.WithSteps(r.OfferId, ct);
            offer.Cancel(caller.Sign(clock.GetUtcNow().UtcDateTime));
            return Unit.Value;
        }
    }
}

internal static class OfferLoading
{
    /// <summary>The offer with its steps, which each change of state adds to.</summary>
    /// <exception cref="NotThere">There is no such offer.</exception>
    public static async Task<Offer> WithSteps(this IQueryable<Offer> offers, OfferId id, CancellationToken ct) =>
        await offers.Include(o => o.Steps).SingleOrDefaultAsync(o => o.Id == id, ct) ?? throw new NotThere("offer");
}
