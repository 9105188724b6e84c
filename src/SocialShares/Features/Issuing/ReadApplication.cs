using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Banking;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Read my application: my answers, where it stands, what I can do now.</summary>
public sealed record ReadApplication(ApplicationId ApplicationId)
    : IQuery<ApplicationShown>,
        IAllow<Owner>,
        IAllow<Administrator>,
        IOfApplication
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/applications/{applicationId}", Get).WithTags("Applications");

    /// <inheritdoc cref="ReadApplication"/>
    public static Task<ApplicationShown> Get(ApplicationId applicationId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadApplication(applicationId), ct);

    public sealed class Handler(SharesDb db, ResidentQueue queue, TransferReading transfers, TimeProvider clock)
        : IRequestHandler<ReadApplication, ApplicationShown>
    {
        public async Task<ApplicationShown> Handle(ReadApplication r, CancellationToken ct)
        {
            var x =
                await db
                    .Applications.AsNoTracking()
                    .Where(a => a.Id == r.ApplicationId)
                    .Join(db.Offers, a => a.OfferId, o => o.Id, (Application, Offer) => new { Application, Offer })
                    .Join(
                        db.Enterprises,
                        a => a.Offer.EnterpriseId,
                        e => e.Id,
                        (a, Enterprise) =>
                            new
                            {
                                a.Application,
                                a.Offer,
                                Enterprise,
                            }
                    )
                    .SingleOrDefaultAsync(ct)
                ?? throw new NotThere("application");
            var series = await db
                .BondSeries.AsNoTracking()
                .SingleOrDefaultAsync(s => s.Id == x.Application.BondSeriesId, ct);
            var refund = await db
                .Refunds.AsNoTracking()
                .SingleOrDefaultAsync(f => f.ApplicationId == r.ApplicationId, ct);
            var payment = await db
                .Payments.AsNoTracking()
                .SingleOrDefaultAsync(p => p.ApplicationId == r.ApplicationId, ct);
            var gift = x.Application.IsGift
                ? await db.Gifts.AsNoTracking().SingleAsync(g => g.ApplicationId == r.ApplicationId, ct)
                : null;
            var today = LegalDay.Of(clock.GetUtcNow().UtcDateTime, x.Offer.TimeZone);
            var offer = OfferOfApplication.Of(x.Offer, x.Enterprise);
            var transfer = await transfers.Of(r.ApplicationId, ct);
            var shown = Shown(
                x.Application,
                offer,
                series,
                payment?.Method,
                refund,
                gift,
                CanCancel(x.Application, today)
            );
            return shown with
            {
                PlaceInQueue = await queue.PlaceOf(x.Application, ct),
                Instalments = await db.InstalmentsOf(x.Application, x.Offer, ct),
                InstalmentOf = x.Application.InstalmentOf,
                Transfer = transfer,
                MayPayByTransfer = transfer is null && transfers.Takes(x.Application, x.Offer, today),
                BankRefunds = await transfers.BackOf(r.ApplicationId, ct),
                DebitSince = x.Application.DebitSince,
                DebitRefusedAt = x.Application.DebitRefusedAt,
                HeldThrough = payment?.HeldThrough,
                BankTookAll = refund is { TakenMinor: > 0, ToPayMinor: 0 },
            };
        }

        private static ApplicationShown Shown(
            Application a,
            OfferOfApplication offer,
            BondSeries? series,
            string? method,
            Refund? refund,
            Gift? gift,
            bool canCancel
        ) =>
            new(
                a.Id,
                a.State,
                offer,
                series is null ? null : SeriesShown.Of(series),
                a.AmountMinor,
                a.Units,
                a.AllottedUnits,
                // What the receiver of a gift answers is not for the eyes of the giver.
                a.Name.Length == 0
                || a.IsGift
                    ? null
                    : a.Holder(),
                a.IsGift ? new PayoutChoice(PayoutDestination.Bank, null) : new PayoutChoice(a.Destination, a.Iban),
                a.AcceptedDocumentVersion,
                a.StartedAt,
                a.HeldUntil,
                a.CheckoutUrl,
                method,
                a.PaidAt,
                a.ReflectionEndsOn,
                canCancel,
                a.MembershipType,
                a.IsResident,
                a.CancelUntil,
                refund?.State,
                refund?.AmountMinor ?? 0,
                refund?.Reason,
                refund?.EndedAt,
                a.Version,
                a.TopsUp,
                a.RejectedAt is { } at ? new RejectionShown(at, a.RejectionReason!) : null,
                gift is null ? null : GiftShown.Of(gift)
            );

        private static bool CanCancel(Application a, DateOnly today) =>
            a.State is ApplicationState.Started or ApplicationState.Waiting or ApplicationState.AwaitingPayment
            || a.MayCancelPaid(today);
    }
}
