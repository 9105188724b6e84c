using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Bonds;

/// <summary>
/// Take back a decision of the board to redeem a series early, until the day of record. Every holder is told by mail,
/// unless it is so soon that nobody has been told of the decision.
/// </summary>
public sealed record WithdrawEarlyRedemption(BondSeriesId BondSeriesId, EarlyRedemptionId EarlyRedemptionId)
    : ICommand<Unit>,
        IAllow<Board>,
        IOfBondSeries,
        IOfEarlyRedemption
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/bond-series/{bondSeriesId}/early-redemptions/{earlyRedemptionId}/withdraw", Post)
            .WithTags("Bonds")
            .RequireRateLimiting(Limits.Deciding);

    /// <inheritdoc cref="WithdrawEarlyRedemption"/>
    public static async Task<IResult> Post(
        BondSeriesId bondSeriesId,
        EarlyRedemptionId earlyRedemptionId,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new WithdrawEarlyRedemption(bondSeriesId, earlyRedemptionId), ct);
        return Results.NoContent();
    }

    public sealed class Handler(SharesDb db, Outbox outbox, Caller caller, TimeProvider clock)
        : IRequestHandler<WithdrawEarlyRedemption, Unit>
    {
        public async Task<Unit> Handle(WithdrawEarlyRedemption r, CancellationToken ct)
        {
            await db.HoldSeries(r.BondSeriesId, ct);
            // What a holder asked for is the holder's to take back, not the board's.
            var decided =
                await db.EarlyRedemptions.SingleOrDefaultAsync(
                    x =>
                        x.Id == r.EarlyRedemptionId
                        && x.SeriesId == r.BondSeriesId
                        && x.Kind != EarlyRedemptionKind.Holder,
                    ct
                ) ?? throw new NotThere("early-redemption");
            var now = clock.GetUtcNow().UtcDateTime;
            var period = await db.Withdraw(decided, caller.Sign(now), ct);
            if (decided.IsTold(now))
                await outbox.TellAll(db, TellBondholder.Withdrawn, decided, period, ct);
            return Unit.Value;
        }
    }
}

/// <summary>Take back my request to be paid back bonds early, until the day of record.</summary>
public sealed record WithdrawRedemptionRequest(MemberId MemberId, EarlyRedemptionId EarlyRedemptionId)
    : ICommand<Unit>,
        IAllow<Owner>,
        IOfMember,
        IOfEarlyRedemption
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/holdings/{memberId}/redemption-requests/{earlyRedemptionId}/withdraw", Post)
            .WithTags("Portfolio")
            .RequireRateLimiting(Limits.Deciding);

    /// <inheritdoc cref="WithdrawRedemptionRequest"/>
    public static async Task<IResult> Post(
        MemberId memberId,
        EarlyRedemptionId earlyRedemptionId,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new WithdrawRedemptionRequest(memberId, earlyRedemptionId), ct);
        return Results.NoContent();
    }

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock)
        : IRequestHandler<WithdrawRedemptionRequest, Unit>
    {
        public async Task<Unit> Handle(WithdrawRedemptionRequest r, CancellationToken ct)
        {
            var decided =
                await db.EarlyRedemptions.SingleOrDefaultAsync(
                    x => x.Id == r.EarlyRedemptionId && x.MemberId == r.MemberId,
                    ct
                ) ?? throw new NotThere("early-redemption");
            await db.HoldSeries(decided.SeriesId, ct);
            await db.Withdraw(decided, caller.Sign(clock.GetUtcNow().UtcDateTime), ct);
            return Unit.Value;
        }
    }
}

internal static class WithdrawnRedemptions
{
    /// <summary>Takes a decision back where that is still possible.</summary>
    /// <returns>The period at whose end it would have been paid.</returns>
    public static async Task<BondPeriod> Withdraw(
        this SharesDb db,
        EarlyRedemption decided,
        Signature by,
        CancellationToken ct
    )
    {
        var (_, period, today) = await db.SeriesAndPeriod(decided.SeriesId, decided.PeriodNo, by.At, ct);
        decided.Withdraw(period, by, today);
        return period;
    }
}
