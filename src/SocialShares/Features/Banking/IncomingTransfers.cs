using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Issuing;
using Account = SocialShares.Domain.Account;

namespace SocialShares.Features.Banking;

/// <summary>Takes in money that came by bank for an application, in the save of whatever found out that it is for it.</summary>
public sealed class IncomingTransfers(
    SharesDb db,
    MoneyBackByBank moneyBack,
    Gifts gifts,
    Instalments instalments,
    Outbox outbox
)
{
    /// <summary>
    /// Parts gather until the amount is reached; then the application is paid. What is more, or comes when nothing is awaited any
    /// more, is ordered back at once.
    /// </summary>
    /// <returns>Where the money belongs in the platform's book: the other side of the line.</returns>
    public async Task<IReadOnlyList<(string Account, Money Amount)>> Take(
        StatementLine line,
        LineOutcome outcome,
        ApplicationId id,
        DateTime now,
        CancellationToken ct
    )
    {
        var transfer = await db.BankTransfers.SingleAsync(t => t.ApplicationId == id, ct);
        Invariant.Holds(transfer.Currency == line.Currency, "a transfer came in another currency");
        var application = await db.Applications.SingleAsync(a => a.Id == id, ct);
        var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == application.OfferId, ct);
        var (kept, back) = transfer.Receive(line.AmountMinor);
        outcome.Keep(kept);
        if (kept > 0 && transfer.State == BankTransferState.Paid)
            await Paid(application, transfer, offer, now, ct);
        else if (kept > 0)
            outbox.Add(new MailTransfer("transfer-part", id));
        if (back > 0)
            moneyBack.GiveBack(line, back, isAll: kept == 0, application, offer, now);
        return
        [
            (Account.Escrow(offer.Slug), new Money(-kept, line.Currency)),
            (Account.Refunds(offer.Slug), new Money(-back, line.Currency)),
        ];
    }

    private async Task Paid(
        Application application,
        BankTransfer transfer,
        Offer offer,
        DateTime now,
        CancellationToken ct
    )
    {
        Invariant.Holds(transfer.AmountMinor == application.AmountMinor, "another amount was asked by transfer");
        var name = $"bank-{application.Id.Value:N}";
        // The days to think it over run from when we know, not from when the bank knew.
        var receipt = new PaymentReceipt(name, name, RefundWay.BankTransfer, 0, now, now);
        var payment = new Payment(
            application.Id,
            offer.Id,
            new Money(transfer.AmountMinor, transfer.Currency),
            receipt
        );
        payment.BookedAsAvailable(now);
        db.Payments.Add(payment);
        Invariant.Holds(!application.Pay(offer, now, now), "a transfer was awaited for an application that had ended");
        if (application.InstalmentOf is null)
            outbox.Add(SendMail.About(application.IsGift ? "gift-paid" : "application-paid", application.Id));
        await gifts.Invite(application, offer, now, ct);
        await instalments.Paid(application, now, ct);
    }
}
