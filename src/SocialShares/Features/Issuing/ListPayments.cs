using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Search the payments of applicants, newest first: by name, by reference (the application), by any name that the provider
/// has for the page, the payment, its charge or its refund, by amount and by where the application stands.
/// </summary>
public sealed record ListPayments(
    string? Search = null,
    long? AmountMinor = null,
    ApplicationState? State = null,
    string? Before = null,
    int Take = 50
) : IQuery<PaymentPage>, IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/payments", Get).WithTags("Payments");

    /// <inheritdoc cref="ListPayments"/>
    public static Task<PaymentPage> Get(
        string? search,
        long? amountMinor,
        ApplicationState? state,
        string? before,
        int? take,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ListPayments(search, amountMinor, state, before, take ?? 50), ct);

    public sealed class Rules : AbstractValidator<ListPayments>
    {
        public Rules()
        {
            RuleFor(r => r.Take).Between(1, 200);
            RuleFor(r => r.AmountMinor).MayBeAmount();
            RuleFor(r => r.Before).Cursor();
        }
    }

    public sealed class Handler(SharesDb db) : IRequestHandler<ListPayments, PaymentPage>
    {
        public async Task<PaymentPage> Handle(ListPayments r, CancellationToken ct)
        {
            var rows =
                from p in Found(r.Search?.Trim() ?? "")
                join a in db.Applications on p.ApplicationId equals a.Id
                where r.AmountMinor == null || p.AmountMinor == r.AmountMinor
                where r.State == null || a.State == r.State
                select new { p, a };
            var start = MomentCursor.Read(r.Before);
            if (start is not null)
                rows = rows.Where(x => x.p.PaidAt <= start.At);
            var found = await rows.OrderByDescending(x => x.p.PaidAt)
                .ThenByDescending(x => x.p.ApplicationId)
                .Skip(start?.Seen ?? 0)
                .Take(r.Take + 1)
                .Select(x => new PaymentRow(
                    x.p.ApplicationId,
                    x.a.Name,
                    db.Offers.Where(o => o.Id == x.p.OfferId).Select(o => o.Title).First(),
                    x.p.Method,
                    x.p.AmountMinor,
                    x.p.Currency,
                    x.p.PaidAt,
                    x.a.State,
                    db.Refunds.Where(f => f.ApplicationId == x.p.ApplicationId)
                        .Select(f => (RefundState?)f.State)
                        .FirstOrDefault()
                ))
                .ToListAsync(ct);
            var page = found.Take(r.Take).ToList();
            return new PaymentPage(page, found.Count > r.Take ? MomentCursor.After(page, p => p.PaidAt, start) : null);
        }

        private IQueryable<Payment> Found(string search)
        {
            var payments = db.Payments.AsNoTracking();
            if (search.Length == 0)
                return payments;
            if (ApplicationId.TryParse(search, out var id))
                return payments.Where(p => p.ApplicationId == id);
            // Names of the provider are looked up by their indexes; only a person's name is searched through.
            if (search.Contains('_', StringComparison.Ordinal))
                return payments.Where(p =>
                    p.ProviderPayment == search
                    || p.ProviderCharge == search
                    || db.Refunds.Any(f => f.ApplicationId == p.ApplicationId && f.ProviderRefund == search)
                    || db.Applications.Any(a => a.Id == p.ApplicationId && a.CheckoutSession == search)
                );
            var part = search.ToLowerInvariant();
            return payments.Where(p =>
                db.Applications.Any(a => a.Id == p.ApplicationId && a.Name.ToLower().Contains(part))
            );
        }
    }
}

/// <summary>Some payments.</summary>
/// <param name="Payments">Newest first.</param>
/// <param name="Next">Ask for the next page with this as <c>before</c>; null on the last page.</param>
public sealed record PaymentPage(IReadOnlyList<PaymentRow> Payments, string? Next);

/// <summary>One payment of an applicant.</summary>
/// <param name="ApplicationId">What it pays for; the reference.</param>
/// <param name="Name">Whose application.</param>
/// <param name="OfferTitle">The offer.</param>
/// <param name="Method"><c>card</c>, <c>ideal</c> and the like.</param>
/// <param name="AmountMinor">Minor units.</param>
/// <param name="Currency">Currency of the amount.</param>
/// <param name="PaidAt">When, UTC.</param>
/// <param name="State">Where the application stands.</param>
/// <param name="Refund">Where its refund stands; null: there is none.</param>
public sealed record PaymentRow(
    ApplicationId ApplicationId,
    string Name,
    string OfferTitle,
    string Method,
    long AmountMinor,
    Currency Currency,
    DateTime PaidAt,
    ApplicationState State,
    RefundState? Refund
);
