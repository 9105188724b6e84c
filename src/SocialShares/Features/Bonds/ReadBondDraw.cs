using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Bonds;

/// <summary>
/// Read what a draw among bonds of mine was made from, so that I can repeat it: how many bonds stood at each place, without
/// names, and which place is mine.
/// </summary>
public sealed record ReadBondDraw(MemberId MemberId, EarlyRedemptionId EarlyRedemptionId)
    : IQuery<BondDrawRead>,
        IAllow<Owner>,
        IOfMember
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/holdings/{memberId}/draws/{earlyRedemptionId}", Get)
            .WithTags("Portfolio")
            .RequireRateLimiting(Limits.Reckoning);

    /// <inheritdoc cref="ReadBondDraw"/>
    public static Task<BondDrawRead> Get(
        MemberId memberId,
        EarlyRedemptionId earlyRedemptionId,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ReadBondDraw(memberId, earlyRedemptionId), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ReadBondDraw, BondDrawRead>
    {
        public async Task<BondDrawRead> Handle(ReadBondDraw r, CancellationToken ct)
        {
            var lot = await Lot(r, ct) ?? throw new NotThere("early-redemption");
            if (!(await db.DrawnPeriods(lot.SeriesId, ct)).Contains(lot.PeriodNo))
                throw new Refused("bond.not-drawn-yet", lot.SeedHash);
            var period = await db
                .BondPeriods.AsNoTracking()
                .SingleAsync(p => p.SeriesId == lot.SeriesId && p.No == lot.PeriodNo, ct);
            var draw = await BondsToPay.Draw(db, period, lot, ct);
            return new BondDrawRead(
                lot.Id,
                lot.PeriodNo,
                lot.Units,
                lot.SeedHash,
                lot.Seed,
                draw.Held,
                draw.Drawn,
                draw.Holders.IndexOf(r.MemberId) is var place and >= 0 ? place : null
            );
        }

        // Only a draw among bonds that the holder had on the day of record, or has had.
        private Task<EarlyRedemption?> Lot(ReadBondDraw r, CancellationToken ct) =>
            db
                .EarlyRedemptions.AsNoTracking()
                .Where(x => x.Id == r.EarlyRedemptionId && x.Kind == EarlyRedemptionKind.ByLot && x.WithdrawnAt == null)
                .Where(x => db.RegisterEntries.Any(e => e.MemberId == r.MemberId && e.BondSeriesId == x.SeriesId))
                .SingleOrDefaultAsync(ct);
    }
}

/// <summary>A draw by lot with all that it was made from. How to repeat it: <c>infra/docs/bonds.md</c>.</summary>
/// <param name="Id">The decision.</param>
/// <param name="PeriodNo">The period at whose end the drawn bonds are paid back.</param>
/// <param name="Units">Bonds that were to be drawn.</param>
/// <param name="SeedHash">SHA-256 of the seed, known since the decision.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Held">Bonds that took part at each place: holders in the order of their numbers, on the day of record, less
/// what they had asked to be paid back themselves.</param>
/// <param name="Drawn">Bonds drawn at each place.</param>
/// <param name="MyPlace">The holder's place, from 0; null when they held none on that day.</param>
public sealed record BondDrawRead(
    EarlyRedemptionId Id,
    int PeriodNo,
    long Units,
    string SeedHash,
    string Seed,
    IReadOnlyList<long> Held,
    IReadOnlyList<long> Drawn,
    int? MyPlace
);
