using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;
using SocialShares.Ports;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Finds money that the platform itself put into the balance at the provider, or had paid out of it to its bank, and has it
/// booked. What the bank's statement says of a payout is another entry: until then the money is on its way.
/// </summary>
public sealed record FindOwnMoney : IDelivery, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, IMediator mediator, IPayments payments)
        : IRequestHandler<FindOwnMoney, Unit>
    {
        public async Task<Unit> Handle(FindOwnMoney request, CancellationToken ct)
        {
            foreach (var topUp in await payments.ReadTopUps(await Since(ProviderCause.TopUp, ct), ct))
                await mediator.Send(new BookOwnMoney(ProviderCause.TopUp, topUp.Id, topUp.Amount, topUp.At), ct);
            foreach (var payout in await payments.ReadPayouts(await Since(ProviderCause.Payout, ct), ct))
                await mediator.Send(new BookOwnMoney(ProviderCause.Payout, payout.Id, payout.Amount, payout.At), ct);
            return Unit.Value;
        }

        // From the day of the last one that is known, not of its booking, which may have come later than another one was
        // made. A day back, because the provider's clock is not ours; what is known is not booked again.
        private async Task<DateTime> Since(string kind, CancellationToken ct)
        {
            var last = await db
                .JournalEntries.Where(e => e.CauseKind == kind)
                .MaxAsync(e => (DateOnly?)e.OccurredOn, ct);
            return last?.AddDays(-1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) ?? DateTime.UnixEpoch;
        }
    }
}

/// <summary>Books money that was put into the balance or paid out of it; told twice, it books once.</summary>
/// <param name="Kind">A kind of <see cref="ProviderCause"/>: a top-up or a payout.</param>
/// <param name="Id">The provider's name of the movement.</param>
/// <param name="Amount">What it changed the balance by.</param>
/// <param name="At">When, UTC.</param>
public sealed record BookOwnMoney(string Kind, string Id, Money Amount, DateTime At) : ICommand<bool>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<BookOwnMoney, bool>
    {
        public async Task<bool> Handle(BookOwnMoney r, CancellationToken ct)
        {
            var cause = new Cause(r.Kind, ProviderCause.IdOf(r.Id));
            if (await db.JournalEntries.AnyAsync(e => e.CauseKind == cause.Kind && e.CauseId == cause.Id, ct))
                return false;
            var on = new BookedOn(DateOnly.FromDateTime(r.At), clock.GetUtcNow().UtcDateTime);
            db.JournalEntries.Add(
                r.Kind == ProviderCause.Payout
                    ? Bookings.PaidOutToBank(cause, r.Amount, on)
                    : Bookings.OwnFundsAdded(cause, r.Amount, on)
            );
            return true;
        }
    }
}
