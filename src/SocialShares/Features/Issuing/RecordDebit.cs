using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Takes in that an application's money is being collected from the buyer's bank, or still is: told twice, it is booked once.
/// The units stay held until the bank has answered.
/// </summary>
public sealed record RecordDebit(ApplicationId ApplicationId, Money Amount, PaymentReceipt Receipt)
    : ICommand<Unit>,
        IAllow<Machine>,
        IOfApplication
{
    public sealed class Handler(SharesDb db, DebitBook book, Outbox outbox, TimeProvider clock)
        : IRequestHandler<RecordDebit, Unit>
    {
        public async Task<Unit> Handle(RecordDebit r, CancellationToken ct)
        {
            var application = await db.Applications.SingleAsync(a => a.Id == r.ApplicationId, ct);
            if (application.PaidAt is not null)
                return Unit.Value;
            var now = clock.GetUtcNow().UtcDateTime;
            var isFirst = application.DebitIsUnderWay(now);
            await book.Collecting(application, r.Amount, r.Receipt, now, ct);
            if (isFirst && application.State == ApplicationState.AwaitingPayment)
                outbox.Add(SendMail.About("debit-under-way", application.Id));
            return Unit.Value;
        }
    }
}

/// <summary>Takes in that the buyer's bank paid nothing: the units are free again. Told twice, it does nothing.</summary>
public sealed record RefuseDebit(ApplicationId ApplicationId, Money Amount, PaymentReceipt Receipt)
    : ICommand<Unit>,
        IAllow<Machine>,
        IOfApplication
{
    public sealed class Handler(SharesDb db, DebitBook book, Expiry expiry, TimeProvider clock)
        : IRequestHandler<RefuseDebit, Unit>
    {
        public async Task<Unit> Handle(RefuseDebit r, CancellationToken ct)
        {
            var application = await db.Applications.SingleAsync(a => a.Id == r.ApplicationId, ct);
            if (application.DebitRefusedAt is not null)
                return Unit.Value;
            var now = clock.GetUtcNow().UtcDateTime;
            application.RefuseDebit(now);
            // Also where nobody told us that it had begun: both movements are the provider's.
            await book.Collecting(application, r.Amount, r.Receipt, now, ct);
            await book.Refused(application, r.Amount, r.Receipt, now, ct);
            // Whoever chose a transfer as well still has its time.
            var awaitsTransfer = await db.BankTransfers.AnyAsync(
                t => t.ApplicationId == application.Id && t.State == BankTransferState.Open,
                ct
            );
            if (application.State == ApplicationState.AwaitingPayment && !awaitsTransfer)
                await expiry.End(application, "debit-refused", now, ct);
            return Unit.Value;
        }
    }
}

/// <summary>
/// Money that the provider shows in its balance although the payer's bank has not answered: it is nobody's yet, and booked as that.
/// </summary>
public sealed class DebitBook(SharesDb db)
{
    /// <summary>The bank is being asked; booked once.</summary>
    public async Task Collecting(
        Application application,
        Money amount,
        PaymentReceipt receipt,
        DateTime now,
        CancellationToken ct
    )
    {
        if (await IsCollecting(receipt.Charge, ct))
            return;
        var (offer, on) = await Where(application, now, ct);
        db.JournalEntries.Add(DebitBookings.Collected(amount, receipt, offer, on));
    }

    /// <summary>The bank refused: what was booked is not.</summary>
    public async Task Refused(
        Application application,
        Money amount,
        PaymentReceipt receipt,
        DateTime now,
        CancellationToken ct
    )
    {
        var (offer, on) = await Where(application, now, ct);
        db.JournalEntries.Add(DebitBookings.Refused(amount, receipt, offer, on));
    }

    /// <summary>Is it booked that a charge is under way?</summary>
    public Task<bool> IsCollecting(string charge, CancellationToken ct)
    {
        var cause = ProviderCause.IdOf(charge);
        return db.JournalEntries.AnyAsync(
            e => e.Book == Book.Platform && e.CauseKind == ProviderCause.Debit && e.CauseId == cause,
            ct
        );
    }

    private async Task<(string Offer, BookedOn On)> Where(Application application, DateTime now, CancellationToken ct)
    {
        var offer = await db
            .Offers.Where(o => o.Id == application.OfferId)
            .Select(o => new { o.Slug, o.TimeZone })
            .SingleAsync(ct);
        return (offer.Slug, BookedOn.Moment(now, offer.TimeZone));
    }
}

internal static class Debits
{
    /// <summary>Applications whose bank is being asked and has not answered, whatever became of them meanwhile.</summary>
    public static IQueryable<Application> AwaitingBank(this IQueryable<Application> applications) =>
        applications.Where(a => a.DebitSince != null && a.DebitRefusedAt == null && a.PaidAt == null);
}
