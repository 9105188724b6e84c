using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Banking;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Takes in a payment that the provider confirmed: told twice, or in parallel, it books once. Money that comes after
/// the units were given up goes straight back.
/// </summary>
public sealed record ConfirmPayment(ApplicationId ApplicationId, Money Paid, PaymentReceipt Receipt)
    : ICommand<bool>,
        IAllow<Machine>,
        IOfApplication
{
    public sealed class Handler(
        SharesDb db,
        MoneyBack moneyBack,
        MoneyBackByBank byBank,
        Gifts gifts,
        Instalments instalments,
        DebitBook debits,
        Outbox outbox,
        SiteOptions site,
        TimeProvider clock
    ) : IRequestHandler<ConfirmPayment, bool>
    {
        public async Task<bool> Handle(ConfirmPayment r, CancellationToken ct)
        {
            var application = await db.Applications.SingleAsync(a => a.Id == r.ApplicationId, ct);
            var known = await db
                .Payments.AsNoTracking()
                .SingleOrDefaultAsync(p => p.ApplicationId == r.ApplicationId, ct);
            if (known is not null)
            {
                Invariant.Holds(known.ProviderPayment == r.Receipt.Payment, "an application was paid twice");
                return false;
            }
            var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == application.OfferId, ct);
            Invariant.Holds(
                r.Paid == new Money(application.AmountMinor, offer.Currency),
                "the payment is not the amount of the application"
            );
            var now = clock.GetUtcNow().UtcDateTime;
            // A debit was ordered days before the bank paid, and the provider does not say when it did.
            var receipt = DebitRules.IsDebit(r.Receipt.Method) ? r.Receipt with { PaidAt = now } : r.Receipt;
            var on = new BookedOn(LegalDay.Of(receipt.PaidAt, offer.TimeZone), now);
            var heldThrough = DebitRules.HeldThrough(receipt.Method, on.Day, site.DebitHeldDays);
            var payment = new Payment(application.Id, offer.Id, r.Paid, receipt, heldThrough);
            db.Payments.Add(payment);
            db.JournalEntries.Add(
                await debits.IsCollecting(receipt.Charge, ct)
                    ? DebitBookings.Paid(payment, offer.Slug, on)
                    : Bookings.PaymentSucceeded(payment, offer.Slug, on)
            );
            // Paid on a page that was still open when a transfer was chosen: what came by transfer goes back.
            await byBank.GiveUp(application, offer, now, ct);
            if (application.Pay(offer, receipt.PaidAt, now))
                await moneyBack.Order(application, offer, "paid-too-late", now, ct);
            else
            {
                if (application.InstalmentOf is null)
                    outbox.Add(SendMail.About(application.IsGift ? "gift-paid" : "application-paid", application.Id));
                await gifts.Invite(application, offer, now, ct);
                await instalments.Paid(application, now, ct);
            }
            return true;
        }
    }
}
