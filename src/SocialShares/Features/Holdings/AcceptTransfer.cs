using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Holdings;

/// <summary>
/// Accept shares or bonds that somebody wants to pass on to me, with the code of the mail, and say how I stand in the
/// register.
/// </summary>
public sealed record AcceptTransfer(TransferId TransferId, string Code, HolderDetails? Holder)
    : ICommand<TransferStanding>,
        IAllow<SignedIn>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/transfers/{transferId}/acceptance", Post).WithTags("Transfers");

    /// <inheritdoc cref="AcceptTransfer"/>
    public static Task<TransferStanding> Post(
        TransferId transferId,
        Body body,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new AcceptTransfer(transferId, body.Code, body.Holder), ct);

    /// <summary>How I accept.</summary>
    /// <param name="Code">From the mail.</param>
    /// <param name="Holder">My name and address; leave out when the register has them already.</param>
    public sealed record Body(string Code, HolderDetails? Holder = null);

    public sealed class Rules : AbstractValidator<AcceptTransfer>
    {
        public Rules()
        {
            RuleFor(r => r.Code).Text(1, 60);
            RuleFor(r => r.Holder!).SetValidator(new Issuing.HolderRules()).When(r => r.Holder is not null);
        }
    }

    public sealed class Handler(
        SharesDb db,
        TransferBook book,
        OfferedTransfers offered,
        Caller caller,
        TimeProvider clock
    ) : IRequestHandler<AcceptTransfer, TransferStanding>
    {
        public async Task<TransferStanding> Handle(AcceptTransfer r, CancellationToken ct)
        {
            var by = caller.Sign(clock.GetUtcNow().UtcDateTime);
            var transfer = await offered.Mine(await book.Hold(r.TransferId, ct), r.Code, ct);
            caller.Concerns($"transfer {transfer.Id}");
            var known = await db
                .Members.Where(m => m.EnterpriseId == transfer.EnterpriseId && m.PersonId == caller.Person)
                .ToListAsync(ct);
            var member =
                r.Holder is { } holder ? Receivers.Find(known, caller.Person, holder)
                : known.Count == 1 ? known[0]
                : null;
            var details = member is null
                ? r.Holder
                : member.Details() with
                {
                    BornOn = member.BornOn ?? r.Holder?.BornOn,
                };
            if (details is null)
                throw new Refused("transfer.receiver-details") { Field = "holder" };
            member?.RequireAlive();
            transfer.Accept(details, member, by, await db.Today(transfer.EnterpriseId, by.At, ct));
            if (transfer.IsReady)
                await book.Complete(transfer, by, ct);
            return TransferStanding.Of(transfer);
        }
    }
}

/// <summary>Decline shares or bonds that somebody wants to pass on to me, with the code of the mail.</summary>
public sealed record DeclineOfferedTransfer(TransferId TransferId, string Code)
    : ICommand<TransferStanding>,
        IAllow<SignedIn>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/transfers/{transferId}/refusal", Post).WithTags("Transfers");

    /// <inheritdoc cref="DeclineOfferedTransfer"/>
    public static Task<TransferStanding> Post(
        TransferId transferId,
        Body body,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new DeclineOfferedTransfer(transferId, body.Code), ct);

    /// <summary>What I decline.</summary>
    /// <param name="Code">From the mail.</param>
    public sealed record Body(string Code);

    public sealed class Rules : AbstractValidator<DeclineOfferedTransfer>
    {
        public Rules() => RuleFor(r => r.Code).Text(1, 60);
    }

    public sealed class Handler(
        SharesDb db,
        TransferBook book,
        OfferedTransfers offered,
        Outbox outbox,
        Caller caller,
        TimeProvider clock
    ) : IRequestHandler<DeclineOfferedTransfer, TransferStanding>
    {
        public async Task<TransferStanding> Handle(DeclineOfferedTransfer r, CancellationToken ct)
        {
            var transfer = await offered.Mine(await book.Hold(r.TransferId, ct), r.Code, ct);
            transfer.Decline("", caller.Sign(clock.GetUtcNow().UtcDateTime));
            outbox.Add(
                new TellHolder(
                    "transfer-declined",
                    transfer.FromMemberId,
                    await db.CodeOf(transfer, ct),
                    transfer.Units
                )
            );
            return TransferStanding.Of(transfer);
        }
    }
}
