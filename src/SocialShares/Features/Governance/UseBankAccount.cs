using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Register;
using SocialShares.Http;

namespace SocialShares.Features.Governance;

/// <summary>Name the bank account of my enterprise from which payouts leave.</summary>
public sealed record UseBankAccount(EnterpriseId EnterpriseId, string Iban)
    : ICommand<Unit>,
        IAllow<Board>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPut("/enterprises/{enterpriseId}/bank-account", Put).WithTags("Enterprises");

    /// <inheritdoc cref="UseBankAccount"/>
    public static async Task<IResult> Put(
        EnterpriseId enterpriseId,
        Body body,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new UseBankAccount(enterpriseId, body.Iban), ct);
        return Results.NoContent();
    }

    /// <summary>The account.</summary>
    /// <param name="Iban">With or without spaces.</param>
    public sealed record Body(string Iban);

    public sealed class Rules : AbstractValidator<UseBankAccount>
    {
        public Rules() =>
            RuleFor(r => r.Iban)
                .Must(text => Domain.Iban.TryParse(text, out _))
                .WithErrorCode("iban.invalid")
                .WithMessage(_ => RefusalText.Of("iban.invalid"));
    }

    public sealed class Handler(SharesDb db, Outbox outbox, Caller caller) : IRequestHandler<UseBankAccount, Unit>
    {
        public async Task<Unit> Handle(UseBankAccount r, CancellationToken ct)
        {
            var enterprise = await db.Enterprises.SingleAsync(e => e.Id == r.EnterpriseId, ct);
            var (before, now) = (enterprise.Iban, Domain.Iban.Parse(r.Iban).Value);
            if (before == now)
                return Unit.Value;
            enterprise.UseBankAccount(now);
            caller.Concerns($"enterprise {enterprise.Id}, account ending {before?[^4..] ?? "none"}, now {now[^4..]}");
            // One board member can do it; all of them hear of it.
            outbox.Add(new TellBoard("bank-account-changed", enterprise.Id, 0, "", now[^4..], caller.Name));
            return Unit.Value;
        }
    }
}
