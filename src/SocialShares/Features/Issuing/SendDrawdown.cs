using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;
using SocialShares.Ports;

namespace SocialShares.Features.Issuing;

/// <summary>Moves an allotted offer's money to the enterprise's account at the provider.</summary>
public sealed record SendDrawdown(DrawdownId DrawdownId) : IDelivery, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, IMediator mediator, IPayments payments)
        : IRequestHandler<SendDrawdown, Unit>
    {
        public async Task<Unit> Handle(SendDrawdown r, CancellationToken ct)
        {
            var drawdown = await db.Drawdowns.AsNoTracking().SingleAsync(d => d.Id == r.DrawdownId, ct);
            if (drawdown.SentAt is not null)
                return Unit.Value;
            if (drawdown.AmountMinor == 0)
            {
                await mediator.Send(new RecordDrawdown(drawdown.Id, Transfer: null), ct);
                return Unit.Value;
            }
            if (drawdown.IsMovedByProvider)
                return Unit.Value;
            var account = await db
                .Enterprises.Where(e => e.Id == drawdown.EnterpriseId)
                .Select(e => e.PaymentAccount)
                .SingleAsync(ct);
            Invariant.Holds(account is not null, "an offer was allotted without an account to pay to");
            var order = new TransferOrder(
                drawdown.Id,
                drawdown.RefusedAttempts,
                account!,
                new Money(drawdown.ProviderMinor, drawdown.Currency),
                $"offer-{drawdown.OfferId}"
            );
            try
            {
                var transfer = await payments.Transfer(order, ct);
                await mediator.Send(new RecordDrawdown(drawdown.Id, transfer), ct);
            }
            catch (OrderRefused)
            {
                // Under the same key the provider would repeat its answer for a day; the outbox tries again later.
                await mediator.Send(new RecordDrawdownRefused(drawdown.Id, drawdown.RefusedAttempts), ct);
                throw;
            }
            return Unit.Value;
        }
    }
}

/// <summary>Takes in that the money went; told twice, it books once.</summary>
/// <param name="DrawdownId">The drawdown.</param>
/// <param name="Transfer">The provider's name of the movement; null: all of it was kept back, and nothing went.</param>
public sealed record RecordDrawdown(DrawdownId DrawdownId, string? Transfer) : ICommand<Unit>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock) : IRequestHandler<RecordDrawdown, Unit>
    {
        public async Task<Unit> Handle(RecordDrawdown r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var drawdown = await db.Drawdowns.SingleAsync(d => d.Id == r.DrawdownId, ct);
            if (!(r.Transfer is null ? drawdown.Lapse(now) : drawdown.Sent(r.Transfer, now)))
                return Unit.Value;
            var offer = await db.Offers.WithSteps(drawdown.OfferId, ct);
            var enterprise = await db
                .Enterprises.Where(e => e.Id == offer.EnterpriseId)
                .Select(e => e.Slug)
                .SingleAsync(ct);
            if (r.Transfer is not null)
            {
                var on = BookedOn.Moment(now, offer.TimeZone);
                var (platform, own) = Bookings.DrawnDown(drawdown, offer.Slug, enterprise, on);
                db.JournalEntries.AddRange(platform, own);
            }
            // An open offer goes on, and is completed when it has ended; parts paid later come after the completion.
            if (drawdown.SentAt is not null && offer.State == OfferState.Allotted)
                offer.Complete(caller.Sign(now));
            return Unit.Value;
        }
    }
}

/// <summary>Takes in that the provider refused a transfer for certain.</summary>
public sealed record RecordDrawdownRefused(DrawdownId DrawdownId, int Attempt) : ICommand<Unit>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db) : IRequestHandler<RecordDrawdownRefused, Unit>
    {
        public async Task<Unit> Handle(RecordDrawdownRefused r, CancellationToken ct)
        {
            var drawdown = await db.Drawdowns.SingleAsync(d => d.Id == r.DrawdownId, ct);
            drawdown.Refused(r.Attempt);
            return Unit.Value;
        }
    }
}
