using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;
using SocialShares.Ports;

namespace SocialShares.Features.Disputes;

/// <summary>Takes what an issuer owes for a lost dispute back from its account at the provider.</summary>
public sealed record SendRecovery(DisputeId DisputeId) : IDelivery, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, IMediator mediator, IPayments payments)
        : IRequestHandler<SendRecovery, Unit>
    {
        public async Task<Unit> Handle(SendRecovery r, CancellationToken ct)
        {
            var dispute = await db.Disputes.AsNoTracking().SingleAsync(d => d.Id == r.DisputeId, ct);
            if (dispute.OutstandingMinor <= 0)
                return Unit.Value;
            var transfer =
                await db
                    .Drawdowns.Where(d => d.OfferId == dispute.OfferId && d.ProviderTransfer != null)
                    .OrderByDescending(d => d.AmountMinor - d.BankMinor)
                    .Select(d => new { d.ProviderTransfer, AmountMinor = d.AmountMinor - d.BankMinor })
                    .FirstOrDefaultAsync(ct)
                ?? throw new OrderRefused("no-transfer", "No money of this offer went to the issuer.");
            // A cent of rounding may be left over; the dispute shows it.
            var amount = new Money(Math.Min(dispute.OutstandingMinor, transfer.AmountMinor), dispute.Currency);
            var order = new RecoveryOrder(dispute.Id, transfer.ProviderTransfer!, amount);
            var reversal = await payments.TakeBack(order, ct);
            await mediator.Send(new RecordRecovery(dispute.Id, reversal, amount), ct);
            return Unit.Value;
        }
    }
}

/// <summary>Takes in that the money came back; told twice, it books once.</summary>
public sealed record RecordRecovery(DisputeId DisputeId, string Reversal, Money Amount)
    : ICommand<Unit>,
        IAllow<Machine>
{
    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<RecordRecovery, Unit>
    {
        public async Task<Unit> Handle(RecordRecovery r, CancellationToken ct)
        {
            var cause = ProviderCause.IdOf(r.Reversal);
            var isKnown = await db.JournalEntries.AnyAsync(
                e => e.CauseKind == ProviderCause.TransferReversal && e.CauseId == cause,
                ct
            );
            if (isKnown)
                return Unit.Value;
            var dispute = await db.Disputes.SingleAsync(d => d.Id == r.DisputeId, ct);
            dispute.Recovered(r.Amount.Minor);
            var at = await (
                from o in db.Offers
                where o.Id == dispute.OfferId
                join e in db.Enterprises on o.EnterpriseId equals e.Id
                select new
                {
                    o.Slug,
                    o.TimeZone,
                    Enterprise = e.Slug,
                }
            ).SingleAsync(ct);
            var on = BookedOn.Moment(clock.GetUtcNow().UtcDateTime, at.TimeZone);
            var (platform, own) = DisputeBookings.Recovered(r.Reversal, r.Amount, at.Slug, at.Enterprise, on);
            db.JournalEntries.AddRange(platform, own);
            return Unit.Value;
        }
    }
}
