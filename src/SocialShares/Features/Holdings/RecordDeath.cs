using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.People;
using SocialShares.Http;

namespace SocialShares.Features.Holdings;

/// <summary>
/// Record for the board that a holder has died, with what it saw. An administrator confirms; then nothing is paid or voted in
/// the holder's name any more.
/// </summary>
public sealed record RecordDeath(Guid Key, EnterpriseId EnterpriseId, int Number, DateOnly DiedOn, string Evidence)
    : ICommand<DeathStanding>,
        IKeyed,
        IAllow<Board>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/enterprises/{enterpriseId}/deaths", Post).WithTags("Register");

    /// <inheritdoc cref="RecordDeath"/>
    public static Task<DeathStanding> Post(
        EnterpriseId enterpriseId,
        Body body,
        IdempotencyKey key,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new RecordDeath(key.Value, enterpriseId, body.Number, body.DiedOn, body.Evidence), ct);

    /// <summary>Who died.</summary>
    /// <param name="Number">The holder's number in the register.</param>
    /// <param name="DiedOn">Day of death.</param>
    /// <param name="Evidence">What the board saw, 3 to 500 characters, for example a certificate and its number.</param>
    public sealed record Body(int Number, DateOnly DiedOn, string Evidence);

    public sealed class Rules : AbstractValidator<RecordDeath>
    {
        public Rules()
        {
            RuleFor(r => r.Number).Between(1, int.MaxValue);
            RuleFor(r => r.DiedOn).Day();
            RuleFor(r => r.Evidence).Text(3, 500);
        }
    }

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock)
        : IRequestHandler<RecordDeath, DeathStanding>
    {
        public async Task<DeathStanding> Handle(RecordDeath r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var member =
                await db
                    .Members.AsNoTracking()
                    .SingleOrDefaultAsync(m => m.EnterpriseId == r.EnterpriseId && m.Number == r.Number, ct)
                ?? throw new Refused("transfer.giver", r.Number) { Field = "number" };
            var recorded = db.HolderDeaths.Where(d => d.State == HolderDeathState.Recorded);
            if (await recorded.AnyAsync(d => d.MemberId == member.Id, ct))
                throw new Refused("death.recorded") { Field = "number" };
            var death = HolderDeath.Record(
                HolderDeathId.From(r.Key),
                member,
                r.DiedOn,
                r.Evidence.Trim(),
                await db.Today(r.EnterpriseId, now, ct),
                caller.Sign(now)
            );
            db.HolderDeaths.Add(death);
            return DeathStanding.Of(death);
        }
    }
}

/// <summary>Where the record of a death stands.</summary>
/// <param name="Id">The record.</param>
/// <param name="MemberId">Who died.</param>
/// <param name="State">Its state.</param>
/// <param name="DiedOn">Day of death.</param>
public sealed record DeathStanding(HolderDeathId Id, MemberId MemberId, HolderDeathState State, DateOnly DiedOn)
{
    internal static DeathStanding Of(HolderDeath d) => new(d.Id, d.MemberId, d.State, d.DiedOn);
}

/// <summary>
/// Confirm the death that a board recorded, after seeing its evidence, or drop the record as a mistake; not by somebody who sits
/// on that board.
/// </summary>
public sealed record DecideDeath(HolderDeathId DeathId, bool Confirm) : ICommand<DeathStanding>, IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/deaths/{deathId}/decision", Post).WithTags("Register");

    /// <inheritdoc cref="DecideDeath"/>
    public static Task<DeathStanding> Post(
        HolderDeathId deathId,
        Body body,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new DecideDeath(deathId, body.Confirm), ct);

    /// <summary>The decision.</summary>
    /// <param name="Confirm">Confirm it, or drop it.</param>
    public sealed record Body(bool Confirm);

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock)
        : IRequestHandler<DecideDeath, DeathStanding>
    {
        public async Task<DeathStanding> Handle(DecideDeath r, CancellationToken ct)
        {
            var by = caller.Sign(clock.GetUtcNow().UtcDateTime);
            var death =
                await db.HolderDeaths.SingleOrDefaultAsync(d => d.Id == r.DeathId, ct) ?? throw new NotThere("death");
            caller.Concerns($"holder {death.MemberId}");
            if (!r.Confirm)
            {
                death.Drop(by);
                return DeathStanding.Of(death);
            }
            var member = await db.Members.SingleAsync(m => m.Id == death.MemberId, ct);
            death.Confirm(member, await db.SitsOnBoard(death.EnterpriseId, caller.Person, ct), by);
            await db.WithdrawInvitations(InvitationPurpose.Claim, member.PersonId.Value, by.At, ct);
            await db.WithdrawInvitations(InvitationPurpose.TakeOver, member.Id.Value, by.At, ct);
            await db.EndBy(death, ct);
            return DeathStanding.Of(death);
        }
    }
}
