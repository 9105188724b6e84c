using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Register;

/// <summary>Check now that the register of my enterprise is whole: that no entry was changed, left out or slipped in.</summary>
public sealed record OrderRegisterCheck(EnterpriseId EnterpriseId)
    : ICommand<RegisterCheckOrdered>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/enterprises/{enterpriseId}/register/checks", Post)
            .WithTags("Register")
            .RequireRateLimiting(Limits.Deciding);

    /// <inheritdoc cref="OrderRegisterCheck"/>
    public static async Task<IReadOnlyList<RegisterCheckShown>> Post(
        EnterpriseId enterpriseId,
        IMediator mediator,
        OutboxDelivery delivery,
        CancellationToken ct
    )
    {
        var ordered = await mediator.Send(new OrderRegisterCheck(enterpriseId), ct);
        await delivery.Deliver(ordered.OutboxRow, ct);
        return await mediator.Send(new ListRegisterChecks(enterpriseId, Take: 1), ct);
    }

    public sealed class Handler(SharesDb db, Outbox outbox, Caller caller)
        : IRequestHandler<OrderRegisterCheck, RegisterCheckOrdered>
    {
        public async Task<RegisterCheckOrdered> Handle(OrderRegisterCheck r, CancellationToken ct)
        {
            if (!await db.Enterprises.AnyAsync(e => e.Id == r.EnterpriseId, ct))
                throw new NotThere("enterprise");
            return new RegisterCheckOrdered(outbox.AddAwaited(new VerifyRegister(r.EnterpriseId, caller.Name)));
        }
    }
}

/// <summary>The check is ordered; the outbox row makes it.</summary>
public sealed record RegisterCheckOrdered(Guid OutboxRow);
