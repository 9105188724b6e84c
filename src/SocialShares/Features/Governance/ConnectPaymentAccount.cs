using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;
using SocialShares.Ports;

namespace SocialShares.Features.Governance;

/// <summary>Open an account for my enterprise at the payment provider, to which the money of offers goes.</summary>
public sealed record ConnectPaymentAccount(EnterpriseId EnterpriseId)
    : ICommand<ConnectionOrdered>,
        IAllow<Board>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/enterprises/{enterpriseId}/payment-account", Post).WithTags("Enterprises");

    /// <inheritdoc cref="ConnectPaymentAccount"/>
    public static async Task<OnboardingStarted> Post(
        EnterpriseId enterpriseId,
        IMediator mediator,
        OutboxDelivery delivery,
        CancellationToken ct
    )
    {
        var ordered = await mediator.Send(new ConnectPaymentAccount(enterpriseId), ct);
        await delivery.Deliver(ordered.OutboxRow, ct);
        return await mediator.Send(new StartOnboarding(enterpriseId), ct);
    }

    public sealed class Handler(SharesDb db, Outbox outbox) : IRequestHandler<ConnectPaymentAccount, ConnectionOrdered>
    {
        public async Task<ConnectionOrdered> Handle(ConnectPaymentAccount r, CancellationToken ct)
        {
            _ = await db.Enterprises.SingleAsync(e => e.Id == r.EnterpriseId, ct);
            return new ConnectionOrdered(outbox.AddAwaited(new OpenPaymentAccount(r.EnterpriseId)));
        }
    }
}

/// <summary>The account is ordered; the outbox row opens it.</summary>
public sealed record ConnectionOrdered(Guid OutboxRow);

/// <summary>Opens an enterprise's account at the provider.</summary>
public sealed record OpenPaymentAccount(EnterpriseId EnterpriseId) : IDelivery, IAllow<Machine>, IOfEnterprise
{
    public sealed class Handler(SharesDb db, IMediator mediator, IPayments payments)
        : IRequestHandler<OpenPaymentAccount, Unit>
    {
        public async Task<Unit> Handle(OpenPaymentAccount r, CancellationToken ct)
        {
            var e = await db
                .Enterprises.AsNoTracking()
                .Include(x => x.Board)
                .SingleAsync(x => x.Id == r.EnterpriseId, ct);
            if (e.PaymentAccount is not null)
                return Unit.Value;
            var first = e.Board.OrderBy(m => m.Since).First().PersonId.Value;
            var email = await db.Users.Where(u => u.Id == first).Select(u => u.Email!).SingleAsync(ct);
            var account = await payments.OpenAccount(new AccountOrder(e.Id, e.Name, e.Country, email), ct);
            await mediator.Send(new RecordPaymentAccount(e.Id, account), ct);
            return Unit.Value;
        }
    }
}

/// <summary>Remembers the account that the provider opened.</summary>
public sealed record RecordPaymentAccount(EnterpriseId EnterpriseId, string Account)
    : ICommand<Unit>,
        IAllow<Machine>,
        IOfEnterprise
{
    public sealed class Handler(SharesDb db) : IRequestHandler<RecordPaymentAccount, Unit>
    {
        public async Task<Unit> Handle(RecordPaymentAccount r, CancellationToken ct)
        {
            var enterprise = await db.Enterprises.SingleAsync(e => e.Id == r.EnterpriseId, ct);
            enterprise.ConnectPaymentAccount(r.Account);
            return Unit.Value;
        }
    }
}

/// <summary>Get the page at the provider where my board completes its account; the address is good for minutes.</summary>
public sealed record StartOnboarding(EnterpriseId EnterpriseId)
    : IQuery<OnboardingStarted>,
        IAllow<Board>,
        IOfEnterprise
{
    public sealed class Handler(SharesDb db, IPayments payments, SiteOptions site)
        : IRequestHandler<StartOnboarding, OnboardingStarted>
    {
        public async Task<OnboardingStarted> Handle(StartOnboarding r, CancellationToken ct)
        {
            var e = await db
                .Enterprises.Where(x => x.Id == r.EnterpriseId)
                .Select(x => new { x.Slug, x.PaymentAccount })
                .SingleAsync(ct);
            if (e.PaymentAccount is null)
                throw new Refused("enterprise.payment-account-pending");
            return new OnboardingStarted(
                await payments.OnboardingPage(e.PaymentAccount, site.Page($"/board/{e.Slug}"), ct)
            );
        }
    }
}

/// <summary>Where the board goes on.</summary>
public sealed record OnboardingStarted(Uri Page);
