using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Disputes;
using Account = SocialShares.Domain.Account;

namespace SocialShares.Features.Banking;

/// <summary>Orders of ours as a bank shows them: carried out, or sent back.</summary>
public sealed class OrdersOnStatement(SharesDb db, TakenInstead taken, Outbox outbox)
{
    /// <summary>Books a line that names an order.</summary>
    /// <returns>False: it is not what became of the order, for example of another amount; a person must look.</returns>
    public async Task<bool> Take(StatementLine line, BankOrder order, DateTime now, CancellationToken ct)
    {
        if (line.Amount == -order.Amount && order.IsOnItsWay)
        {
            order.See(now);
            db.LineOutcomes.Add(new LineOutcome(line, LineState.Ordered, order: order.Id));
            db.JournalEntries.Add(
                BankBookings.Line(line, "Order carried out by the bank", now, (Account.BankInTransit, order.Amount))
            );
            return true;
        }
        if (line.Amount != order.Amount || !order.MayReturn)
            return false;
        await Return(line, order, now, ct);
        return true;
    }

    private async Task Return(StatementLine line, BankOrder order, DateTime now, CancellationToken ct)
    {
        var on = new BookedOn(line.BookedOn, now);
        var next = order.Return(line.ReturnReason, now);
        db.BankOrders.Add(next);
        db.LineOutcomes.Add(new LineOutcome(line, LineState.Returned, order: order.Id));
        db.JournalEntries.Add(BankBookings.Line(line, "Order returned by the bank", now, (order.Owed, -order.Amount)));
        if (order.Kind == BankOrderKind.Refund)
            await Reopen(order, next, now, ct);
        if (order.Kind == BankOrderKind.Drawdown)
            db.JournalEntries.Add(await Drawdown(order, cameBack: true, on, ct));
        if (order.ApplicationId is { } application && next.State != BankOrderState.Dropped)
            outbox.Add(new MailTransfer("refund-returned", application));
    }

    private async Task Reopen(BankOrder order, BankOrder next, DateTime now, CancellationToken ct)
    {
        var id = RefundId.From(order.CauseId);
        var refund = await db.Refunds.SingleAsync(r => r.Id == id, ct);
        refund.ReturnedByBank(order.ReturnReason);
        if (refund.IsOfPart)
            return;
        var application = await db.Applications.SingleAsync(a => a.Id == refund.ApplicationId, ct);
        var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == refund.OfferId, ct);
        application.RefundCameBack(now);
        if (await taken.Settle(refund, application, offer, now, ct))
            next.Drop();
    }

    /// <summary>The entry in the enterprise's book for a drawdown that went, or came back.</summary>
    public async Task<JournalEntry> Drawdown(BankOrder order, bool cameBack, BookedOn on, CancellationToken ct)
    {
        var slugs = await (
            from o in db.Offers
            where o.Id == order.OfferId
            join e in db.Enterprises on o.EnterpriseId equals e.Id
            select new { Offer = o.Slug, Enterprise = e.Slug }
        ).SingleAsync(ct);
        return BankBookings.DrawnDown(order, slugs.Offer, slugs.Enterprise, cameBack, on);
    }
}
