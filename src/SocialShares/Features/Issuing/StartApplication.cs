using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Holdings;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Start an application with an amount, also to buy more for a holding that I have; nothing is binding until I submit it.
/// </summary>
public sealed record StartApplication(
    Guid Key,
    OfferId OfferId,
    long AmountMinor,
    BondSeriesId? SeriesId = null,
    MemberId? HoldingId = null
) : ICommand<ApplicationStarted>, IKeyed, IAllow<SignedIn>, IOfOffer
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
    ) => mediator.Send(new StartApplication(key.Value, offerId, body.AmountMinor, body.SeriesId, body.HoldingId), ct);

    /// <summary>How much I want to put in.</summary>
    /// <param name="AmountMinor">Minor units of the offer's currency.</param>
    /// <param name="SeriesId">For bonds: the series; may be left out where the offer has one only.</param>
    /// <param name="HoldingId">To buy more shares for a holding of mine in this enterprise: its details are used, and one
    /// share is enough.</param>
    public sealed record Body(long AmountMinor, BondSeriesId? SeriesId = null, MemberId? HoldingId = null);

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
            offer.CheckWithdrawals(await db.SuspendedSince(offer, ct));
            var id = ApplicationId.From(r.Key);
            var now = clock.GetUtcNow().UtcDateTime;
            if (r.HoldingId is { } holding)
            {
                db.Applications.Add(await TopUp(id, offer, holding, r.AmountMinor, now, ct));
                return new ApplicationStarted(id);
            }
            var series = await db.SeriesOf(offer, r.SeriesId, ct);
            db.Applications.Add(Application.Start(id, offer, series, caller.Person, r.AmountMinor, now));
            return new ApplicationStarted(id);
        }

        private async Task<Application> TopUp(
            ApplicationId id,
            Offer offer,
            MemberId holding,
            long amountMinor,
            DateTime now,
            CancellationToken ct
        )
        {
            var me = caller.Person;
            var member =
                await db
                    .Members.AsNoTracking()
                    .SingleOrDefaultAsync(
                        m => m.Id == holding && m.PersonId == me && m.EnterpriseId == offer.EnterpriseId,
                        ct
                    )
                ?? throw new NotThere("holding");
            var held = await db
                .RegisterEntries.Where(e => e.MemberId == holding && e.ShareClassId == offer.ShareClassId)
                .SumAsync(e => e.Units, ct);
            return Application.TopUp(id, offer, member, held, amountMinor, now);
        }
    }
}

/// <summary>The application is started.</summary>
public sealed record ApplicationStarted(ApplicationId Id);

internal static class ChosenSeries
{
    /// <summary>The series that was chosen; the only one where nothing was; null for shares or when a choice is missing.</summary>
    public static async Task<BondSeries?> SeriesOf(
        this SharesDb db,
        Offer offer,
        BondSeriesId? chosen,
        CancellationToken ct
    )
    {
        if (chosen is { } id)
            return await db.BondSeries.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.OfferId == offer.Id, ct)
                ?? throw new Refused("application.series-unknown") { Field = "seriesId" };
        var all = await db
            .BondSeries.AsNoTracking()
            .Where(s => s.OfferId == offer.Id)
            .OrderBy(s => s.No)
            .Take(2)
            .ToListAsync(ct);
        return all.Count == 1 ? all[0] : null;
    }
}
