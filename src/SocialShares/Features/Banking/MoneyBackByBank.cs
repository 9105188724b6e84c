using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using Account = SocialShares.Domain.Account;

namespace SocialShares.Features.Banking;

/// <summary>Orders money back by bank, in the save of whatever makes that necessary.</summary>
public sealed class MoneyBackByBank(SharesDb db, Outbox outbox)
{
    /// <summary>
    /// An application ended before all of its transfer had come, or was paid another way: nothing more is awaited, and each part that
    /// came goes back to the account from which it came. Does nothing for applications without a transfer.
    /// </summary>
    public async Task GiveUp(Application application, Offer offer, DateTime now, CancellationToken ct)
    {
        var transfer = await db.BankTransfers.SingleOrDefaultAsync(t => t.ApplicationId == application.Id, ct);
        if (transfer is null || transfer.GiveUp() == 0)
            return;
        db.JournalEntries.Add(BankBookings.TransferGivenUp(transfer, offer.Slug, BookedOn.Moment(now, offer.TimeZone)));
        foreach (var (line, kept) in await Lines(application.Id, ct))
            db.BankOrders.Add(Order(BankOrderKind.GivenUp, line, kept, application, offer, now));
        outbox.Add(new MailTransfer("transfer-back", application.Id));
    }

    /// <summary>Orders back what of a line is not kept.</summary>
    public void GiveBack(StatementLine line, long minor, bool isAll, Application application, Offer offer, DateTime now)
    {
        var kind = isAll ? BankOrderKind.Late : BankOrderKind.Excess;
        db.BankOrders.Add(Order(kind, line, minor, application, offer, now));
        outbox.Add(new MailTransfer("transfer-back", application.Id));
    }

    /// <summary>
    /// A refund goes by bank file: to the account from which all of it came, else to one that the applicant is asked for. Told twice,
    /// it is ordered once.
    /// </summary>
    public async Task Refund(Refund refund, DateTime now, CancellationToken ct)
    {
        if (!refund.GoByBank())
            return;
        var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == refund.ApplicationId, ct);
        var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == refund.OfferId, ct);
        var from = (await Lines(application.Id, ct)).ConvertAll(l => (l.Line.Name, l.Line.Iban)).Distinct().ToList();
        var payee =
            from.Select(f => f.Iban).Distinct().Count() == 1
                ? Payee(from[0].Name, from[0].Iban, application, offer)
                : Payee(null, null, application, offer);
        var order = new BankOrder(
            BankOrderKind.Refund,
            refund.Id.Value,
            Account.Refunds(offer.Slug),
            new Money(refund.ToPayMinor, refund.Currency),
            payee,
            offer.Title,
            now,
            await OrdersOf(refund).CountAsync(ct)
        );
        db.BankOrders.Add(order);
        if (order.State == BankOrderState.NeedsAccount)
            outbox.Add(new MailTransfer("refund-account", application.Id));
    }

    /// <summary>The payer's bank takes the money of a refund itself: what waits to be sent is not sent.</summary>
    public async Task Drop(Refund refund, CancellationToken ct)
    {
        BankOrderState[] waits = [BankOrderState.NeedsAccount, BankOrderState.Ready, BankOrderState.InFile];
        foreach (var order in await OrdersOf(refund).Where(o => waits.Contains(o.State)).ToListAsync(ct))
            order.Drop();
    }

    private IQueryable<BankOrder> OrdersOf(Refund refund)
    {
        var cause = refund.Id.Value;
        return db.BankOrders.Where(o => o.Kind == BankOrderKind.Refund && o.CauseId == cause);
    }

    private static BankOrder Order(
        BankOrderKind kind,
        StatementLine line,
        long minor,
        Application application,
        Offer offer,
        DateTime now
    ) =>
        new(
            kind,
            line.Id.Value,
            Account.Refunds(offer.Slug),
            new Money(minor, line.Currency),
            Payee(line.Name, line.Iban, application, offer),
            offer.Title,
            now
        );

    private static Payee Payee(string? name, string? iban, Application application, Offer offer) =>
        new(
            string.IsNullOrWhiteSpace(name) ? application.Name : name,
            Iban.TryParse(iban, out var account) ? account.Value : null,
            application.Id,
            offer.Id
        );

    private async Task<List<(StatementLine Line, long KeptMinor)>> Lines(ApplicationId id, CancellationToken ct)
    {
        var lines = await db
            .LineOutcomes.Where(o => o.ApplicationId == id && o.KeptMinor > 0)
            .Join(db.StatementLines, o => o.LineId, l => l.Id, (o, Line) => new { Line, o.KeptMinor })
            .AsNoTracking()
            .ToListAsync(ct);
        return lines.ConvertAll(l => (l.Line, l.KeptMinor));
    }
}
