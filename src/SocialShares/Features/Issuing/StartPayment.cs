using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;
using SocialShares.Ports;

namespace SocialShares.Features.Issuing;

/// <summary>Opens the payment page of a submitted application at the provider.</summary>
public sealed record StartPayment(ApplicationId ApplicationId) : IDelivery, IAllow<Machine>, IOfApplication
{
    public sealed class Handler(SharesDb db, IMediator mediator, IPayments payments, SiteOptions site)
        : IRequestHandler<StartPayment, Unit>
    {
        public async Task<Unit> Handle(StartPayment r, CancellationToken ct)
        {
            var a = await db
                .Applications.AsNoTracking()
                .Where(x => x.Id == r.ApplicationId)
                .Join(db.Offers, x => x.OfferId, o => o.Id, (x, o) => new { Application = x, Offer = o })
                .SingleAsync(ct);
            if (a.Application.State != ApplicationState.AwaitingPayment || a.Application.CheckoutSession is not null)
                return Unit.Value;
            if (await db.BankTransfers.AnyAsync(t => t.ApplicationId == r.ApplicationId, ct))
                return Unit.Value;
            var payer = await Payer(a.Application, ct);
            // Built from stored values only: the same key must always carry the same order.
            var page = await payments.OpenCheckout(
                new CheckoutOrder(
                    a.Application.Id,
                    new Money(a.Application.AmountMinor, a.Offer.Currency),
                    a.Offer.Title,
                    payer.Email,
                    payer.Language,
                    a.Application.HeldUntil!.Value,
                    site.Page(payer.Page + "?paid=1"),
                    site.Page(payer.Page)
                ),
                ct
            );
            await mediator.Send(new RecordCheckout(a.Application.Id, page.Session, page.Url.ToString()), ct);
            return Unit.Value;
        }

        // Whoever applied on paper has no page of their own to come back to; that stays so after they have taken it over.
        private async Task<(string? Email, string Language, string Page)> Payer(Application a, CancellationToken ct)
        {
            var paper = await db
                .PaperApplications.Where(p => p.ApplicationId == a.Id && p.State == PaperState.Confirmed)
                .Select(p => new { p.Email, p.Language })
                .SingleOrDefaultAsync(ct);
            if (paper is not null)
                return (paper.Email, paper.Language, "/paper-payment");
            var id = a.PersonId.Value;
            var person = await db.Users.Where(u => u.Id == id).Select(u => new { u.Email, u.Language }).SingleAsync(ct);
            return (person.Email, person.Language, $"/applications/{a.Id}");
        }
    }
}

/// <summary>Remembers the payment page that the provider opened.</summary>
public sealed record RecordCheckout(ApplicationId ApplicationId, string Session, string Url)
    : ICommand<Unit>,
        IAllow<Machine>,
        IOfApplication
{
    public sealed class Handler(SharesDb db, Outbox outbox) : IRequestHandler<RecordCheckout, Unit>
    {
        public async Task<Unit> Handle(RecordCheckout r, CancellationToken ct)
        {
            var application = await db.Applications.SingleAsync(a => a.Id == r.ApplicationId, ct);
            var isFirst = application.CheckoutSession is null;
            var byTransfer = await db.BankTransfers.AnyAsync(t => t.ApplicationId == r.ApplicationId, ct);
            if (!byTransfer)
                application.CheckoutOpened(r.Session, r.Url);
            // Given up, or to be paid by transfer, while the provider was opening the page: close it again.
            if (byTransfer || application.State != ApplicationState.AwaitingPayment)
                outbox.Add(new CloseCheckout(r.ApplicationId, r.Session));
            else if (isFirst && await WasConfirmedOnPaper(r.ApplicationId, ct))
                outbox.Add(SendMail.About("paper-to-pay", r.ApplicationId));
            return Unit.Value;
        }

        private Task<bool> WasConfirmedOnPaper(ApplicationId id, CancellationToken ct) =>
            db.PaperApplications.AnyAsync(p => p.ApplicationId == id && p.State == PaperState.Confirmed, ct);
    }
}

/// <summary>Closes the payment page of an application that was given up; a payment that slipped in comes back by its event.</summary>
public sealed record CloseCheckout(ApplicationId ApplicationId, string Session)
    : IDelivery,
        IAllow<Machine>,
        IOfApplication
{
    public sealed class Handler(IPayments payments, IMediator mediator) : IRequestHandler<CloseCheckout, Unit>
    {
        public async Task<Unit> Handle(CloseCheckout r, CancellationToken ct)
        {
            await payments.CloseCheckout(r.Session, $"close-{r.ApplicationId}", ct);
            // A page that was paid meanwhile cannot be closed: the money is taken in, and goes back.
            var status = await payments.ReadCheckout(r.Session, ct);
            if (status.Progress == CheckoutProgress.Paid)
                await mediator.Send(new ConfirmPayment(r.ApplicationId, status.Amount!.Value, status.Receipt!), ct);
            else if (status.Progress == CheckoutProgress.AtTheBank)
                await mediator.Send(new RecordDebit(r.ApplicationId, status.Amount!.Value, status.Receipt!), ct);
            else if (status.Progress == CheckoutProgress.Refused)
                await mediator.Send(new RefuseDebit(r.ApplicationId, status.Amount!.Value, status.Receipt!), ct);
            return Unit.Value;
        }
    }
}
