using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Banking;
using SocialShares.Features.Disputes;
using SocialShares.Http;
using SocialShares.Ports;

namespace SocialShares.Features.Issuing;

/// <summary>Gives the order of a refund to the provider.</summary>
public sealed record SendRefund(RefundId RefundId) : IDelivery, IAllow<Machine>
{
    public sealed class Handler(
        SharesDb db,
        IMediator mediator,
        IPayments payments,
        BankSettings bank,
        TimeProvider clock
    ) : IRequestHandler<SendRefund, Unit>
    {
        public async Task<Unit> Handle(SendRefund r, CancellationToken ct)
        {
            var refund = await db.Refunds.AsNoTracking().SingleAsync(x => x.Id == r.RefundId, ct);
            if (refund.State is RefundState.Done or RefundState.Failed or RefundState.Contested || refund.IsByBank)
                return Unit.Value;
            var payment = await db
                .Payments.AsNoTracking()
                .SingleAsync(p => p.ApplicationId == refund.ApplicationId, ct);
            // What the provider has begun it ends; it was asked before its time was over.
            if (refund.ProviderRefund is null && bank.IsWayOf(payment, clock.GetUtcNow().UtcDateTime))
            {
                await mediator.Send(new SendRefundByBank(refund.Id), ct);
                return Unit.Value;
            }
            var news = await payments.Refund(
                new RefundOrder(
                    refund.Id,
                    refund.Attempt,
                    payment.ProviderPayment,
                    new Money(refund.ToPayMinor, refund.Currency)
                ),
                ct
            );
            await mediator.Send(new RecordRefund(refund.Id, news.Refund, news.State, news.Failure), ct);
            return Unit.Value;
        }
    }
}

/// <summary>Asks the provider where a refund stands, after an event hinted at news.</summary>
public sealed record CheckRefund(string ProviderRefund) : IDelivery, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, IMediator mediator, IPayments payments)
        : IRequestHandler<CheckRefund, Unit>
    {
        public async Task<Unit> Handle(CheckRefund r, CancellationToken ct)
        {
            // The event may come before we stored the provider's name: then the answer to our own order tells the news.
            var refund = await db
                .Refunds.AsNoTracking()
                .SingleOrDefaultAsync(x => x.ProviderRefund == r.ProviderRefund, ct);
            if (refund is null)
                return Unit.Value;
            var news = await payments.ReadRefund(r.ProviderRefund, ct);
            await mediator.Send(new RecordRefund(refund.Id, news.Refund, news.State, news.Failure), ct);
            return Unit.Value;
        }
    }
}

/// <summary>Takes in where a refund stands; told twice, it books once.</summary>
public sealed record RecordRefund(RefundId RefundId, string ProviderRefund, RefundState State, string? Failure)
    : ICommand<Unit>,
        IAllow<Machine>
{
    public sealed class Handler(
        SharesDb db,
        MoneyBackByBank byBank,
        TakenInstead taken,
        BankSettings bank,
        Outbox outbox,
        TimeProvider clock
    ) : IRequestHandler<RecordRefund, Unit>
    {
        public async Task<Unit> Handle(RecordRefund r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var refund = await db.Refunds.SingleAsync(x => x.Id == r.RefundId, ct);
            if (refund.IsByBank)
                return Unit.Value;
            var (before, after) = refund.Hear(r.ProviderRefund, r.State, r.Failure, now);
            if (before == after)
                return Unit.Value;
            var application = await db.Applications.SingleAsync(a => a.Id == refund.ApplicationId, ct);
            var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == refund.OfferId, ct);
            var on = BookedOn.Moment(now, offer.TimeZone);
            if (after == RefundState.Done)
            {
                db.JournalEntries.Add(Bookings.RefundPaid(refund, offer.Slug, on));
                // A part comes back while the application goes on as units.
                if (!refund.IsOfPart)
                    application.MoneyIsBack(now);
                outbox.Add(SendMail.About(refund.IsOfPart ? "part-refund-done" : "refund-done", application.Id));
            }
            else if (before == RefundState.Done && after == RefundState.Failed)
            {
                db.JournalEntries.Add(Bookings.RefundCameBack(refund, offer.Slug, on));
                if (!refund.IsOfPart)
                    application.RefundCameBack(now);
                if (await taken.Settle(refund, application, offer, now, ct))
                    return Unit.Value;
            }
            // The provider could not: a bank file does, to an account that the applicant is asked for.
            if (after == RefundState.Failed && bank.For(refund.Currency) is not null)
                await byBank.Refund(refund, now, ct);
            return Unit.Value;
        }
    }
}

/// <summary>Orders a check of refunds that wait for funds at the provider; sent by a job, so that a lost event loses nothing.</summary>
public sealed record CheckWaitingRefunds : ICommand<int>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, Outbox outbox) : IRequestHandler<CheckWaitingRefunds, int>
    {
        public async Task<int> Handle(CheckWaitingRefunds request, CancellationToken ct)
        {
            var waiting = await db
                .Refunds.Where(x => x.State == RefundState.Waiting && x.ProviderRefund != null && !x.IsByBank)
                .OrderBy(x => x.Id)
                .Select(x => x.ProviderRefund!)
                .Take(500)
                .ToListAsync(ct);
            var asked = await db
                .Outbox.Where(o => o.DoneAt == null && o.Kind == nameof(CheckRefund))
                .Select(o => o.Body)
                .ToListAsync(ct);
            foreach (var refund in waiting.Where(id => !asked.Exists(b => b.Contains(id, StringComparison.Ordinal))))
                outbox.Add(new CheckRefund(refund));
            return waiting.Count;
        }
    }
}
