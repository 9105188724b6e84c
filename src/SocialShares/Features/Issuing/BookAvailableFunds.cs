using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

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
