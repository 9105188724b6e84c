using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Ledger;
using SocialShares.Features.Reconciling;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Read one payment with its whole story: the application, the provider's names, the entries, the refund, the differences.</summary>
public sealed record ReadPayment(ApplicationId ApplicationId) : IQuery<PaymentRead>, IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/payments/{applicationId}", Get).WithTags("Payments");

    /// <inheritdoc cref="ReadPayment"/>
    public static Task<PaymentRead> Get(ApplicationId applicationId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadPayment(applicationId), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ReadPayment, PaymentRead>
    {
        public async Task<PaymentRead> Handle(ReadPayment r, CancellationToken ct)
        {
            var payment =
                await db.Payments.AsNoTracking().SingleOrDefaultAsync(p => p.ApplicationId == r.ApplicationId, ct)
                ?? throw new NotThere("payment");
            var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == r.ApplicationId, ct);
            var offer = await db
                .Offers.Where(o => o.Id == payment.OfferId)
                .Select(o => new { o.Title, o.TimeZone })
                .SingleAsync(ct);
            var refunds = await db
                .Refunds.AsNoTracking()
                .Where(f => f.ApplicationId == r.ApplicationId)
                .OrderBy(f => f.RequestedAt)
                .ToListAsync(ct);
            var entries = await PaymentEntries.Of(db, payment, refunds, ct);
            return new PaymentRead(
                new PaymentFacts(
                    payment.ApplicationId,
                    payment.OfferId,
                    offer.Title,
                    payment.Method,
                    payment.AmountMinor,
                    payment.FeeMinor,
                    payment.Currency,
                    payment.PaidAt,
                    payment.AvailableAt,
                    payment.ProviderPayment,
                    payment.ProviderCharge
                ),
                new PayerFacts(application.Name, application.State, application.StartedAt, application.CheckoutSession),
                [.. refunds.Select(Refund)],
                entries,
                await Differences([payment.ProviderCharge, .. refunds.Select(f => f.ProviderRefund)], entries, ct)
            );
        }

        private async Task<IReadOnlyList<DifferenceRow>> Differences(
            IReadOnlyList<string?> names,
            IReadOnlyList<EntryRead> entries,
            CancellationToken ct
        )
        {
            var ids = entries.Select(e => (JournalEntryId?)e.Entry.Id).ToList();
            var movements = db.ProviderMovements.Where(m => names.Contains(m.Source)).Select(m => m.Id);
            var found = await db
                .Differences.AsNoTracking()
                .Where(d => ids.Contains(d.EntryId) || movements.Contains(d.MovementId!))
                .OrderBy(d => d.FoundAt)
                .ToListAsync(ct);
            return [.. found.Select(DifferenceRow.Of)];
        }

        private static RefundFacts Refund(Refund f) =>
            new(f.Id, f.Reason, f.AmountMinor, f.State, f.RequestedAt, f.EndedAt, f.ProviderRefund, f.Failure);
    }
}

/// <summary>One payment with its whole story.</summary>
public sealed record PaymentRead(
    PaymentFacts Payment,
    PayerFacts Payer,
    IReadOnlyList<RefundFacts> Refunds,
    IReadOnlyList<EntryRead> Entries,
    IReadOnlyList<DifferenceRow> Differences
);

/// <summary>What was paid. Instants are UTC, amounts minor units.</summary>
public sealed record PaymentFacts(
    ApplicationId ApplicationId,
    OfferId OfferId,
    string OfferTitle,
    string Method,
    long AmountMinor,
    long FeeMinor,
    Currency Currency,
    DateTime PaidAt,
    DateTime AvailableAt,
    string ProviderPayment,
    string ProviderCharge
);

/// <summary>Who paid, and what became of the application.</summary>
public sealed record PayerFacts(string Name, ApplicationState State, DateTime StartedAt, string? CheckoutSession);

/// <summary>Money on its way back. Instants are UTC, the amount is in minor units.</summary>
public sealed record RefundFacts(
    RefundId Id,
    string Reason,
    long AmountMinor,
    RefundState State,
    DateTime RequestedAt,
    DateTime? EndedAt,
    string? ProviderRefund,
    string? Failure
);
