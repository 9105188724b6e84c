using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Holdings;
using SocialShares.Http;

namespace SocialShares.Features.Bonds;

/// <summary>Ask to be paid back bonds of mine before their maturity, at the first payment that the notice allows.</summary>
public sealed record AskRedemption(Guid Key, MemberId MemberId, BondSeriesId SeriesId, long Units)
    : ICommand<EarlyRedemptionDecided>,
        IKeyed,
        IAllow<Owner>,
        IOfMember,
        IOfEarlyRedemption
{
    EarlyRedemptionId IOfEarlyRedemption.EarlyRedemptionId => EarlyRedemptionId.From(Key);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/holdings/{memberId}/bonds/{seriesId}/redemption-requests", Post)
            .WithTags("Portfolio")
            .RequireRateLimiting(Limits.Deciding);

    /// <inheritdoc cref="AskRedemption"/>
    public static Task<EarlyRedemptionDecided> Post(
        MemberId memberId,
        BondSeriesId seriesId,
        Body body,
        IdempotencyKey key,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new AskRedemption(key.Value, memberId, seriesId, body.Units), ct);

    /// <summary>What I ask.</summary>
    /// <param name="Units">How many of my bonds.</param>
    public sealed record Body(long Units);

    public sealed class Rules : AbstractValidator<AskRedemption>
    {
        public Rules() => RuleFor(r => r.Units).Amount();
    }

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock)
        : IRequestHandler<AskRedemption, EarlyRedemptionDecided>
    {
        public async Task<EarlyRedemptionDecided> Handle(AskRedemption r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            await db.HoldSeries(r.SeriesId, ct);
            var held = await db
                .RegisterEntries.Where(e => e.MemberId == r.MemberId && e.BondSeriesId == r.SeriesId)
                .SumAsync(e => e.Units, ct);
            if (held == 0)
                throw new NotThere("holding");
            (await db.Members.AsNoTracking().SingleAsync(m => m.Id == r.MemberId, ct)).RequireAlive();
            var series = await db.BondSeries.AsNoTracking().SingleAsync(s => s.Id == r.SeriesId, ct);
            var periods = await db.BondPeriods.AsNoTracking().Where(p => p.SeriesId == series.Id).ToListAsync(ct);
            var today = await db.TodayOf(series.EnterpriseId, now, ct);
            var period =
                EarlyRedemption.FirstPossible(series, periods, series.HolderAfterMonths, today)
                ?? throw new Refused("bond.not-redeemable");
            var decided = EarlyRedemption.ByHolder(
                EarlyRedemptionId.From(r.Key),
                series,
                period,
                r.MemberId,
                r.Units,
                held
                    - await db.AskedFor(series, r.MemberId, ct)
                    - await db.BondsOnTheirWay(series.Id, r.MemberId, null, ct)
                    - (await db.Held(series.Id, r.MemberId, today, ct)).Units,
                caller.Sign(now),
                today
            );
            await db.RequireNotTooOften(series.Id, r.MemberId, now, ct);
            db.EarlyRedemptions.Add(decided);
            return EarlyRedemptionDecided.Of(decided, period);
        }
    }
}

internal static class AskedRedemptions
{
    /// <summary>Bonds of a holder that were asked to be paid back and are not yet.</summary>
    public static Task<long> AskedFor(this SharesDb db, BondSeries series, MemberId holder, CancellationToken ct) =>
        db
            .EarlyRedemptions.Where(x =>
                x.SeriesId == series.Id
                && x.MemberId == holder
                && x.WithdrawnAt == null
                && x.PeriodNo > series.ServicedPeriods
            )
            .SumAsync(x => x.Units, ct);

    /// <summary>Decisions of the issuer about a series, or requests of one holder, within the last day.</summary>
    /// <exception cref="Refused"><c>bond.redemption-too-often</c></exception>
    public static async Task RequireNotTooOften(
        this SharesDb db,
        BondSeriesId series,
        MemberId? holder,
        DateTime now,
        CancellationToken ct
    )
    {
        var since = now.AddDays(-1);
        var decided = await db.EarlyRedemptions.CountAsync(
            x => x.SeriesId == series && x.MemberId == holder && x.DecidedAt > since,
            ct
        );
        if (decided >= EarlyRedemption.MostADay)
            throw new Refused("bond.redemption-too-often", EarlyRedemption.MostADay);
    }
}
