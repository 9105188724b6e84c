using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;
using SocialShares.Ports;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Asks the provider where an application's payment stands and acts on it: paid is taken in, closed gives the units
/// up. Needs no event to have arrived, so that a lost one loses nothing.
/// </summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="CloseWhenOverdue">Close a page that is still open although the deadline has passed.</param>
public sealed record CheckPayment(ApplicationId ApplicationId, bool CloseWhenOverdue)
    : IDelivery,
        IAllow<Machine>,
        IOfApplication
{
    public sealed class Handler(SharesDb db, IMediator mediator, IPayments payments, TimeProvider clock)
        : IRequestHandler<CheckPayment, Unit>
    {
        public async Task<Unit> Handle(CheckPayment r, CancellationToken ct)
        {
            var a = await db.Applications.AsNoTracking().SingleAsync(x => x.Id == r.ApplicationId, ct);
            var overdue = r.CloseWhenOverdue && a.HeldUntil < clock.GetUtcNow().UtcDateTime;
            if (a.CheckoutSession is not { } session)
            {
                // No page was ever opened, so nobody can have paid.
                if (overdue)
                    await mediator.Send(new ExpireApplication(a.Id), ct);
                return Unit.Value;
            }
            var status = await payments.ReadCheckout(session, ct);
            if (status.Progress == CheckoutProgress.Open && overdue)
            {
                await payments.CloseCheckout(session, $"close-{a.Id}", ct);
                status = await payments.ReadCheckout(session, ct);
            }
            // The page was closed because the money comes by transfer: that has its own time.
            var isAwaited = status.Progress == CheckoutProgress.Closed && !overdue && await AwaitsTransfer(a.Id, ct);
            if (!isAwaited)
                await Act(a.Id, status, ct);
            return Unit.Value;
        }

        private Task<bool> AwaitsTransfer(ApplicationId id, CancellationToken ct) =>
            db.BankTransfers.AnyAsync(t => t.ApplicationId == id && t.State == BankTransferState.Open, ct);

        private Task Act(ApplicationId id, CheckoutStatus status, CancellationToken ct) =>
            status.Progress switch
            {
                CheckoutProgress.Open => Task.CompletedTask,
                CheckoutProgress.AtTheBank => mediator.Send(
                    new RecordDebit(id, status.Amount!.Value, status.Receipt!),
                    ct
                ),
                CheckoutProgress.Paid => mediator.Send(
                    new ConfirmPayment(id, status.Amount!.Value, status.Receipt!),
                    ct
                ),
                CheckoutProgress.Refused => mediator.Send(
                    new RefuseDebit(id, status.Amount!.Value, status.Receipt!),
                    ct
                ),
                CheckoutProgress.Closed => mediator.Send(new ExpireApplication(id), ct),
                _ => throw new InvariantBroken($"a payment page is {status.Progress}"),
            };
    }
}

/// <summary>Orders a check of every application whose payment is overdue; sent by a job.</summary>
public sealed record CheckOverduePayments : ICommand<int>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, Outbox outbox, TimeProvider clock)
        : IRequestHandler<CheckOverduePayments, int>
    {
        public async Task<int> Handle(CheckOverduePayments request, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var held = db.Applications.Where(a => a.HeldUntil < now);
            // Given up while the bank was being asked: should it pay, the money goes back.
            ApplicationState[] ended =
            [
                ApplicationState.Cancelled,
                ApplicationState.Rejected,
                ApplicationState.Expired,
            ];
            var givenUp = held.AwaitingBank().Where(a => ended.Contains(a.State));
            var due = await held.Where(a => a.State == ApplicationState.AwaitingPayment)
                .Concat(givenUp)
                .OrderBy(a => a.HeldUntil)
                .Select(a => a.Id)
                .Take(500)
                .ToListAsync(ct);
            var asked = await db
                .Outbox.Where(o => o.DoneAt == null && o.Kind == nameof(CheckPayment))
                .Select(o => o.Body)
                .ToListAsync(ct);
            // What was asked and is not answered yet is not asked again each minute.
            foreach (var id in due.Where(id => !asked.Exists(b => b.Contains(id.ToString(), StringComparison.Ordinal))))
                outbox.Add(new CheckPayment(id, CloseWhenOverdue: true));
            return due.Count;
        }
    }
}
