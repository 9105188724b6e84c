using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Issuing;
using SocialShares.Http;

namespace SocialShares.Features.Banking;

/// <summary>Release a bank file that another administrator made: from now on it can be downloaded, and its money counts as sent.</summary>
public sealed record ReleaseBankFile(int No) : ICommand<Unit>, IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/bank/files/{no}/release", Post).WithTags("Bank");

    /// <inheritdoc cref="ReleaseBankFile"/>
    public static async Task<IResult> Post(int no, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ReleaseBankFile(no), ct);
        return Results.NoContent();
    }

    public sealed class Handler(
        SharesDb db,
        OrdersOnStatement entries,
        Outbox outbox,
        Caller caller,
        TimeProvider clock
    ) : IRequestHandler<ReleaseBankFile, Unit>
    {
        public async Task<Unit> Handle(ReleaseBankFile r, CancellationToken ct)
        {
            var by = caller.Sign(clock.GetUtcNow().UtcDateTime);
            var on = new BookedOn(DateOnly.FromDateTime(by.At), by.At);
            var file =
                await db.ClientFiles.SingleOrDefaultAsync(f => f.No == r.No, ct) ?? throw new NotThere("bank-file");
            file.Release(by);
            var orders = await db.BankOrders.Where(o => o.FileId == file.Id).ToListAsync(ct);
            if (orders.Exists(o => o.State != BankOrderState.InFile))
                throw new Refused("client-file.contested", file.No);
            // Whoever typed an account does not send money to it as well.
            if (orders.Exists(o => o.AccountNamedBy is not null && o.AccountNamedBy == by.PersonId))
                throw new Refused("client-file.own-account", file.No);
            caller.Concerns($"bank file {file.No}");
            foreach (var order in orders)
            {
                order.Send(by.At);
                if (order.Kind == BankOrderKind.Refund)
                    await Refund(order, by.At, ct);
                if (order.Kind == BankOrderKind.Drawdown)
                    await Drawdown(order, by, on, ct);
            }
            db.JournalEntries.Add(BankBookings.FileReleased(file, orders, on));
            return Unit.Value;
        }

        private async Task Refund(BankOrder order, DateTime now, CancellationToken ct)
        {
            var id = RefundId.From(order.CauseId);
            var refund = await db.Refunds.SingleAsync(x => x.Id == id, ct);
            refund.SentByBank(now);
            if (!refund.IsOfPart)
                (await db.Applications.SingleAsync(a => a.Id == refund.ApplicationId, ct)).MoneyIsBack(now);
            outbox.Add(SendMail.About(refund.IsOfPart ? "part-refund-done" : "refund-done", refund.ApplicationId));
        }

        private async Task Drawdown(BankOrder order, Signature by, BookedOn on, CancellationToken ct)
        {
            var id = DrawdownId.From(order.CauseId);
            var drawdown = await db.Drawdowns.SingleAsync(d => d.Id == id, ct);
            drawdown.SentByBank(by.At);
            db.JournalEntries.Add(await entries.Drawdown(order, cameBack: false, on, ct));
            var offer = await db.Offers.WithSteps(drawdown.OfferId, ct);
            if (drawdown.SentAt is not null && offer.State == OfferState.Allotted)
                offer.Complete(by);
        }
    }
}

/// <summary>Withdraw a bank file before it is released: its orders wait for the next one.</summary>
public sealed record WithdrawBankFile(int No) : ICommand<Unit>, IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/bank/files/{no}/withdrawal", Post).WithTags("Bank");

    /// <inheritdoc cref="WithdrawBankFile"/>
    public static async Task<IResult> Post(int no, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new WithdrawBankFile(no), ct);
        return Results.NoContent();
    }

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock)
        : IRequestHandler<WithdrawBankFile, Unit>
    {
        public async Task<Unit> Handle(WithdrawBankFile r, CancellationToken ct)
        {
            var file =
                await db.ClientFiles.SingleOrDefaultAsync(f => f.No == r.No, ct) ?? throw new NotThere("bank-file");
            file.Withdraw(caller.Sign(clock.GetUtcNow().UtcDateTime));
            caller.Concerns($"bank file {file.No}");
            var orders = db.BankOrders.Where(o => o.FileId == file.Id && o.State == BankOrderState.InFile);
            foreach (var order in await orders.ToListAsync(ct))
                order.PutBack();
            return Unit.Value;
        }
    }
}
