using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;
using SocialShares.Ports;

namespace SocialShares.Features.Issuing;

/// <summary>Books payments that the provider lets the platform use by now, at most a batch at a time.</summary>
public sealed record BookAvailableFunds(int Batch = 500) : ICommand<int>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<BookAvailableFunds, int>
    {
        public async Task<int> Handle(BookAvailableFunds r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var due = await db
                .Payments.Where(p => p.AvailableBookedAt == null && p.AvailableAt <= now)
                .Join(db.Offers, p => p.OfferId, o => o.Id, (p, o) => new { Payment = p, o.TimeZone })
                .OrderBy(x => x.Payment.AvailableAt)
                .Take(r.Batch)
                .ToListAsync(ct);
            foreach (var x in due)
            {
                var day = LegalDay.Of(x.Payment.AvailableAt, x.TimeZone);
                db.JournalEntries.Add(Bookings.PaymentAvailable(x.Payment, new BookedOn(day, now)));
                x.Payment.BookedAsAvailable(now);
            }
            return due.Count;
        }
    }
}

/// <summary>Finds own money that was put into the balance at the provider and has it booked.</summary>
public sealed record FindTopUps : IDelivery, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, IMediator mediator, IPayments payments) : IRequestHandler<FindTopUps, Unit>
    {
        public async Task<Unit> Handle(FindTopUps request, CancellationToken ct)
        {
            var last = await db
                .JournalEntries.Where(e => e.CauseKind == ProviderCause.TopUp)
                .MaxAsync(e => (DateOnly?)e.OccurredOn, ct);
            // From the day of the last one that is known, not of its booking, which may have come later than another
            // one was made. A day back, because the provider's clock is not ours; what is known is not booked again.
            var since = last?.AddDays(-1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) ?? DateTime.UnixEpoch;
            foreach (var topUp in await payments.ReadTopUps(since, ct))
                await mediator.Send(new BookTopUp(topUp.Id, topUp.Amount, topUp.At), ct);
            return Unit.Value;
        }
    }
}

/// <summary>Books own money that was put into the balance; told twice, it books once.</summary>
public sealed record BookTopUp(string Id, Money Amount, DateTime At) : ICommand<bool>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<BookTopUp, bool>
    {
        public async Task<bool> Handle(BookTopUp r, CancellationToken ct)
        {
            var cause = ProviderCause.IdOf(r.Id);
            if (await db.JournalEntries.AnyAsync(e => e.CauseKind == ProviderCause.TopUp && e.CauseId == cause, ct))
                return false;
            var on = new BookedOn(DateOnly.FromDateTime(r.At), clock.GetUtcNow().UtcDateTime);
            db.JournalEntries.Add(Bookings.OwnFundsAdded(cause, r.Amount, on));
            return true;
        }
    }
}
