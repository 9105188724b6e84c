using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Banking;

/// <summary>Say to which account of mine my money goes back, where it cannot go back by the way it came.</summary>
public sealed record NameRefundAccount(ApplicationId ApplicationId, string Iban)
    : ICommand<Unit>,
        IAllow<Owner>,
        IOfApplication
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPut("/applications/{applicationId}/refund-account", Put)
            .WithTags("Bank")
            .RequireRateLimiting(Limits.Buying);

    /// <inheritdoc cref="NameRefundAccount"/>
    public static async Task<IResult> Put(
        ApplicationId applicationId,
        Body body,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new NameRefundAccount(applicationId, body.Iban), ct);
        return Results.NoContent();
    }

    /// <summary>The account.</summary>
    /// <param name="Iban">With or without spaces.</param>
    public sealed record Body(string Iban);

    public sealed class Handler(SharesDb db, Outbox outbox) : IRequestHandler<NameRefundAccount, Unit>
    {
        public async Task<Unit> Handle(NameRefundAccount r, CancellationToken ct)
        {
            var iban = Domain.Iban.Parse(r.Iban);
            var orders = await db
                .BankOrders.Where(o => o.ApplicationId == r.ApplicationId && o.State == BankOrderState.NeedsAccount)
                .ToListAsync(ct);
            if (orders.Count == 0)
                throw new Refused("bank-order.account-known") { Field = "iban" };
            foreach (var order in orders)
                order.NameAccount(iban);
            // Whoever did not name it hears of it in time.
            outbox.Add(new MailTransfer("refund-account-named", r.ApplicationId));
            return Unit.Value;
        }
    }
}

/// <summary>
/// Say to which account an order goes that waits for one and whose payee cannot say so here: applicants on paper, payers whom nobody
/// knows, enterprises.
/// </summary>
public sealed record NameOrderAccount(BankOrderId OrderId, string Iban) : ICommand<Unit>, IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPut("/bank/orders/{orderId}/account", Put).WithTags("Bank");

    /// <inheritdoc cref="NameOrderAccount"/>
    public static async Task<IResult> Put(BankOrderId orderId, Body body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new NameOrderAccount(orderId, body.Iban), ct);
        return Results.NoContent();
    }

    /// <summary>The account.</summary>
    /// <param name="Iban">With or without spaces.</param>
    public sealed record Body(string Iban);

    public sealed class Handler(SharesDb db, Caller caller) : IRequestHandler<NameOrderAccount, Unit>
    {
        public async Task<Unit> Handle(NameOrderAccount r, CancellationToken ct)
        {
            var order =
                await db.BankOrders.SingleOrDefaultAsync(o => o.Id == r.OrderId, ct)
                ?? throw new NotThere("bank-order");
            if (order.State != BankOrderState.NeedsAccount)
                throw new Refused("bank-order.account-known") { Field = "iban" };
            var iban = Domain.Iban.Parse(r.Iban);
            order.NameAccount(iban, caller.PersonId);
            caller.Concerns($"bank order {order.Id}, account ending {iban.Value[^4..]}");
            return Unit.Value;
        }
    }
}

/// <summary>Sends a refund by bank file, where the provider cannot pay it back any more or the money came to the bank.</summary>
public sealed record SendRefundByBank(RefundId RefundId) : ICommand<Unit>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, MoneyBackByBank moneyBack, TimeProvider clock)
        : IRequestHandler<SendRefundByBank, Unit>
    {
        public async Task<Unit> Handle(SendRefundByBank r, CancellationToken ct)
        {
            var refund = await db.Refunds.SingleAsync(x => x.Id == r.RefundId, ct);
            await moneyBack.Refund(refund, clock.GetUtcNow().UtcDateTime, ct);
            return Unit.Value;
        }
    }
}
