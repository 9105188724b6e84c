using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Holdings;

/// <summary>
/// Name the account of whoever settles the estate of a holder who died, with the evidence I saw, so that money can be paid that
/// was due where no shares or bonds are left to pass on. Another administrator confirms it.
/// </summary>
public sealed record NamePayee(HolderDeathId DeathId, string Name, string Iban, string Evidence)
    : ICommand<PayeeStanding>,
        IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPut("/deaths/{deathId}/payee", Put).WithTags("Register");

    /// <inheritdoc cref="NamePayee"/>
    public static Task<PayeeStanding> Put(HolderDeathId deathId, Body body, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new NamePayee(deathId, body.Name, body.Iban, body.Evidence), ct);

    /// <summary>Where the money goes.</summary>
    /// <param name="Name">Who settles the estate, as the bank knows the account, 2 to 140 characters.</param>
    /// <param name="Iban">The account.</param>
    /// <param name="Evidence">What I saw, 3 to 500 characters, for example a grant of probate and its number.</param>
    public sealed record Body(string Name, string Iban, string Evidence);

    public sealed class Rules : AbstractValidator<NamePayee>
    {
        public Rules()
        {
            RuleFor(r => r.Name).Line(2, 140);
            RuleFor(r => r.Iban).Line(1, 50);
            RuleFor(r => r.Evidence).Text(3, 500);
        }
    }

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock)
        : IRequestHandler<NamePayee, PayeeStanding>
    {
        public async Task<PayeeStanding> Handle(NamePayee r, CancellationToken ct)
        {
            var death =
                await db.HolderDeaths.SingleOrDefaultAsync(d => d.Id == r.DeathId, ct) ?? throw new NotThere("death");
            death.NamePayee(
                r.Name.Trim(),
                Domain.Iban.Parse(r.Iban),
                r.Evidence.Trim(),
                await db.SitsOnBoard(death.EnterpriseId, caller.Person, ct),
                caller.Sign(clock.GetUtcNow().UtcDateTime)
            );
            return PayeeStanding.Of(death);
        }
    }
}

/// <summary>Confirm, after seeing the evidence, the account that another administrator named for the estate of a holder.</summary>
public sealed record ConfirmPayee(HolderDeathId DeathId) : ICommand<PayeeStanding>, IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/deaths/{deathId}/payee/confirmation", Post).WithTags("Register");

    /// <inheritdoc cref="ConfirmPayee"/>
    public static Task<PayeeStanding> Post(HolderDeathId deathId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ConfirmPayee(deathId), ct);

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock)
        : IRequestHandler<ConfirmPayee, PayeeStanding>
    {
        public async Task<PayeeStanding> Handle(ConfirmPayee r, CancellationToken ct)
        {
            var death =
                await db.HolderDeaths.SingleOrDefaultAsync(d => d.Id == r.DeathId, ct) ?? throw new NotThere("death");
            death.ConfirmPayee(
                await db.SitsOnBoard(death.EnterpriseId, caller.Person, ct),
                caller.Sign(clock.GetUtcNow().UtcDateTime)
            );
            return PayeeStanding.Of(death);
        }
    }
}

/// <summary>Where the money of somebody who died goes.</summary>
/// <param name="DeathId">The record of the death.</param>
/// <param name="Name">Who settles the estate.</param>
/// <param name="IbanLastFour">Last four characters of the account.</param>
/// <param name="ConfirmedAt">When another administrator confirmed it, UTC; null before.</param>
public sealed record PayeeStanding(HolderDeathId DeathId, string Name, string IbanLastFour, DateTime? ConfirmedAt)
{
    internal static PayeeStanding Of(HolderDeath d) =>
        new(d.Id, d.Payee!.Name, d.Payee.Iban[^4..], d.Payee.ConfirmedAt);
}
