using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Banking;
using SocialShares.Features.Regulation;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Cancel my application: before paying at any time, after paying within the reflection period, without a reason.</summary>
public sealed record CancelApplication(ApplicationId ApplicationId) : ICommand<Unit>, IAllow<Owner>, IOfApplication
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/applications/{applicationId}/cancel", Post).WithTags("Applications");

    /// <inheritdoc cref="CancelApplication"/>
    public static async Task<IResult> Post(ApplicationId applicationId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new CancelApplication(applicationId), ct);
        return Results.NoContent();
    }

    public sealed class Handler(SharesDb db, Cancellation cancellation, TimeProvider clock)
        : IRequestHandler<CancelApplication, Unit>
    {
        public async Task<Unit> Handle(CancelApplication r, CancellationToken ct)
        {
            var application = await db.Applications.SingleAsync(a => a.Id == r.ApplicationId, ct);
            await cancellation.Cancel(application, clock.GetUtcNow().UtcDateTime, ct);
            return Unit.Value;
        }
    }
}

/// <summary>Ends an application as its applicant wishes: units are free again, paid money goes back.</summary>
public sealed class Cancellation(
    SharesDb db,
    Outbox outbox,
    MoneyBack moneyBack,
    MoneyBackByBank byBank,
    Gifts gifts,
    Instalments instalments,
    InstalmentEnd instalmentEnd
)
{
    /// <exception cref="Refused"><c>application.reflection-over</c>, or the state allows no cancelling.</exception>
    public async Task Cancel(Application application, DateTime now, CancellationToken ct)
    {
        var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == application.OfferId, ct);
        var heldUnits = application.State.HoldsUnits();
        if (application.Cancel(offer, now))
            await moneyBack.Order(application, offer, "cancelled", now, ct);
        else if (application.CheckoutSession is { } session)
            outbox.Add(new CloseCheckout(application.Id, session));
        await byBank.GiveUp(application, offer, now, ct);
        await gifts.End(application, GiftState.TakenBack, now, ct);
        await instalmentEnd.EndWith(application, offer, now, ct);
        if (heldUnits && !await instalments.PromiseAgain(application, ct))
            await db.FreeUnits(application, ct);
        await db.ForgetMeans(application.Id, ct);
    }

    /// <summary>
    /// The payer's bank takes the payment back before the issue: the application ends, and what is owed back waits for the bank.
    /// </summary>
    public async Task EndDisputed(Application application, Offer offer, DateTime now, CancellationToken ct)
    {
        application.Refund(now);
        await moneyBack.Owe(application, offer, "disputed", now, ct);
        await gifts.End(application, GiftState.Over, now, ct);
        await instalmentEnd.EndWith(application, offer, now, ct);
        if (!await instalments.PromiseAgain(application, ct))
            await db.FreeUnits(application, ct);
        await db.ForgetMeans(application.Id, ct);
    }
}

/// <summary>Orders an application's payment back: the refund, its booking, and the order to the provider, in one save.</summary>
public sealed class MoneyBack(SharesDb db, Outbox outbox)
{
    /// <param name="application">Whose payment; in state Refunding already.</param>
    /// <param name="offer">Its offer.</param>
    /// <param name="reason"><c>cancelled</c>, <c>offer-failed</c>, <c>paid-too-late</c>, <c>rejected</c>, <c>gift-declined</c> or
    /// <c>gift-lapsed</c>.</param>
    /// <param name="now">Instant, UTC.</param>
    /// <param name="ct">Cancels.</param>
    public async Task Order(Application application, Offer offer, string reason, DateTime now, CancellationToken ct)
    {
        var refund = await Owe(application, offer, reason, now, ct);
        outbox.Add(new SendRefund(refund.Id));
        outbox.Add(SendMail.About("refund-ordered", application.Id));
    }

    /// <summary>Books that a payment is owed back, without ordering it.</summary>
    public async Task<Refund> Owe(
        Application application,
        Offer offer,
        string reason,
        DateTime now,
        CancellationToken ct
    )
    {
        var payment =
            db.Payments.Local.SingleOrDefault(p => p.ApplicationId == application.Id)
            ?? await db.Payments.SingleAsync(p => p.ApplicationId == application.Id, ct);
        var refund = new Refund(RefundId.New(), payment, reason, now);
        db.Refunds.Add(refund);
        db.JournalEntries.Add(Bookings.RefundDecided(refund, offer.Slug, BookedOn.Moment(now, offer.TimeZone)));
        return refund;
    }
}

internal static class Units
{
    /// <summary>Gives the units of an application back to its offer, and to its series.</summary>
    public static async Task FreeUnits(this SharesDb db, Application application, CancellationToken ct)
    {
        await db
            .Offers.Where(o => o.Id == application.OfferId)
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(o => o.UnitsReserved, o => o.UnitsReserved - application.Units)
                        .SetProperty(o => o.Version, o => o.Version + 1),
                ct
            );
        await db
            .BondSeries.Where(b => b.Id == application.BondSeriesId)
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(b => b.UnitsReserved, b => b.UnitsReserved - application.Units)
                        .SetProperty(b => b.Version, b => b.Version + 1),
                ct
            );
    }
}
