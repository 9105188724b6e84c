using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Community;

/// <summary>Ask people, before our offer opens, whether they would take part: opens its pledge page to everyone.</summary>
public sealed record OpenPledgeRound(OfferId OfferId) : ICommand<Unit>, IAllow<Board>, IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/offers/{offerId}/pledge-round", Post).WithTags("Pledges");

    /// <inheritdoc cref="OpenPledgeRound"/>
    public static async Task<IResult> Post(OfferId offerId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new OpenPledgeRound(offerId), ct);
        return Results.NoContent();
    }

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock) : IRequestHandler<OpenPledgeRound, Unit>
    {
        public async Task<Unit> Handle(OpenPledgeRound r, CancellationToken ct)
        {
            if (await db.PledgeRounds.AnyAsync(x => x.OfferId == r.OfferId, ct))
                throw new Refused("pledge.round-opened");
            var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == r.OfferId, ct);
            db.PledgeRounds.Add(PledgeRound.Open(offer, caller.Sign(clock.GetUtcNow().UtcDateTime)));
            return Unit.Value;
        }
    }
}

/// <summary>Take no more pledges for our offer; those who pledged are still invited when it opens.</summary>
public sealed record ClosePledgeRound(OfferId OfferId) : ICommand<Unit>, IAllow<Board>, IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/offers/{offerId}/pledge-round/close", Post).WithTags("Pledges");

    /// <inheritdoc cref="ClosePledgeRound"/>
    public static async Task<IResult> Post(OfferId offerId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ClosePledgeRound(offerId), ct);
        return Results.NoContent();
    }

    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<ClosePledgeRound, Unit>
    {
        public async Task<Unit> Handle(ClosePledgeRound r, CancellationToken ct)
        {
            var round = await db.PledgeRounds.OfOffer(r.OfferId, ct);
            var (count, sum) = await db.PledgedFor(r.OfferId, ct);
            round.Close(count, sum, clock.GetUtcNow().UtcDateTime);
            return Unit.Value;
        }
    }
}

internal static class PledgeSums
{
    /// <summary>The round of an offer.</summary>
    /// <exception cref="NotThere">The offer has none.</exception>
    public static async Task<PledgeRound> OfOffer(
        this IQueryable<PledgeRound> rounds,
        OfferId offer,
        CancellationToken ct
    ) => await rounds.SingleOrDefaultAsync(x => x.OfferId == offer, ct) ?? throw new NotThere("pledge-round");

    /// <summary>Confirmed pledges and their sum, minor units.</summary>
    public static async Task<(int Count, long SumMinor)> PledgedFor(
        this SharesDb db,
        OfferId offer,
        CancellationToken ct
    )
    {
        var sums = await db
            .Pledges.Where(p => p.OfferId == offer && p.ConfirmedAt != null)
            .GroupBy(p => p.OfferId)
            .Select(g => new { Count = g.Count(), Sum = g.Sum(p => p.AmountMinor) })
            .SingleOrDefaultAsync(ct);
        return sums is null ? (0, 0) : (sums.Count, sums.Sum);
    }
}
