using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Bonds;

/// <summary>
/// Record the board's decision to redeem a series early, all of it or a number of bonds drawn by lot; every holder is told
/// by mail a quarter of an hour later, unless it was taken back meanwhile.
/// </summary>
public sealed record RedeemEarly(Guid Key, BondSeriesId BondSeriesId, int PeriodNo, long? Units)
    : ICommand<EarlyRedemptionDecided>,
        IKeyed,
        IAllow<Board>,
        IOfBondSeries,
        IOfEarlyRedemption
{
    EarlyRedemptionId IOfEarlyRedemption.EarlyRedemptionId => EarlyRedemptionId.From(Key);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/bond-series/{bondSeriesId}/early-redemptions", Post)
            .WithTags("Bonds")
            .RequireRateLimiting(Limits.Deciding);

    /// <inheritdoc cref="RedeemEarly"/>
    public static Task<EarlyRedemptionDecided> Post(
        BondSeriesId bondSeriesId,
        Body body,
        IdempotencyKey key,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new RedeemEarly(key.Value, bondSeriesId, body.PeriodNo, body.Units), ct);

    /// <summary>What the board decides.</summary>
    /// <param name="PeriodNo">The interest period at whose end the bonds are paid back.</param>
    /// <param name="Units">Bonds to draw by lot; leave out to redeem all.</param>
    public sealed record Body(int PeriodNo, long? Units = null);

    public sealed class Rules : AbstractValidator<RedeemEarly>
    {
        public Rules() => RuleFor(r => r.PeriodNo).Between(1, BondTerms.LongestTermMonths);
    }

    public sealed class Handler(SharesDb db, Outbox outbox, Caller caller, TimeProvider clock)
        : IRequestHandler<RedeemEarly, EarlyRedemptionDecided>
    {
        public async Task<EarlyRedemptionDecided> Handle(RedeemEarly r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            await db.HoldSeries(r.BondSeriesId, ct);
            var (series, period, today) = await db.SeriesAndPeriod(r.BondSeriesId, r.PeriodNo, now, ct);
            var outstanding = await db
                .RegisterEntries.Where(e => e.BondSeriesId == series.Id)
                .SumAsync(e => e.Units, ct);
            var decided = EarlyRedemption.ByIssuer(
                EarlyRedemptionId.From(r.Key),
                series,
                period,
                r.Units,
                outstanding,
                caller.Sign(now),
                today
            );
            var exists = await db.EarlyRedemptions.AnyAsync(
                x =>
                    x.SeriesId == series.Id
                    && x.PeriodNo == period.No
                    && x.Kind != EarlyRedemptionKind.Holder
                    && x.WithdrawnAt == null,
                ct
            );
            if (exists)
                throw new Refused("bond.redemption-exists") { Field = "periodNo" };
            await db.RequireNotTooOften(series.Id, null, now, ct);
            db.EarlyRedemptions.Add(decided);
            var message = decided.Units == 0 ? "bonds-redeemed" : "bonds-drawn";
            await outbox.TellAll(db, message, decided, period, ct);
            return EarlyRedemptionDecided.Of(decided, period);
        }
    }
}

/// <summary>The decision stands.</summary>
/// <param name="Id">The decision.</param>
/// <param name="PeriodNo">The period at whose end it is paid.</param>
/// <param name="DueOn">The day of payment.</param>
/// <param name="SeedHash">SHA-256 of the seed that a draw will use.</param>
public sealed record EarlyRedemptionDecided(EarlyRedemptionId Id, int PeriodNo, DateOnly DueOn, string SeedHash)
{
    internal static EarlyRedemptionDecided Of(EarlyRedemption decided, BondPeriod period) =>
        new(decided.Id, period.No, period.DueOn, decided.SeedHash);
}

internal static class SeriesLoading
{
    /// <summary>A series, one of its periods, and the day it is where the issuer is.</summary>
    /// <exception cref="NotThere">There is no such series or period.</exception>
    public static async Task<(BondSeries Series, BondPeriod Period, DateOnly Today)> SeriesAndPeriod(
        this SharesDb db,
        BondSeriesId id,
        int periodNo,
        DateTime now,
        CancellationToken ct
    )
    {
        var series =
            await db.BondSeries.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct)
            ?? throw new NotThere("bond-series");
        var period =
            await db.BondPeriods.AsNoTracking().SingleOrDefaultAsync(p => p.SeriesId == id && p.No == periodNo, ct)
            ?? throw new NotThere("bond-period");
        return (series, period, await db.TodayOf(series.EnterpriseId, now, ct));
    }

    /// <summary>The day it is where an enterprise is.</summary>
    public static async Task<DateOnly> TodayOf(this SharesDb db, EnterpriseId id, DateTime now, CancellationToken ct) =>
        LegalDay.Of(now, await db.Enterprises.Where(e => e.Id == id).Select(e => e.TimeZone).SingleAsync(ct));
}
