using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
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

    public sealed class Handler(SharesDb db) : IRequestHandler<UseBankAccount, Unit>
    {
        public async Task<Unit> Handle(UseBankAccount r, CancellationToken ct)
        {
            var enterprise = await db.Enterprises.SingleAsync(e => e.Id == r.EnterpriseId, ct);
            enterprise.UseBankAccount(Domain.Iban.Parse(r.Iban).Value);
            return Unit.Value;
        }
    }
}
