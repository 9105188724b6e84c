using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Holdings;

/// <summary>Confirm that I want the transfer of mine that the board has recorded; now the receiver is asked.</summary>
public sealed record ConfirmTransfer(MemberId MemberId, TransferId TransferId)
    : ICommand<TransferStanding>,
        IAllow<Owner>,
        IOfMember
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/holdings/{memberId}/transfers/{transferId}/confirmation", Post).WithTags("Transfers");

    /// <inheritdoc cref="ConfirmTransfer"/>
    public static Task<TransferStanding> Post(
        MemberId memberId,
        TransferId transferId,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ConfirmTransfer(memberId, transferId), ct);

    public sealed class Handler(SharesDb db, Outbox outbox, Caller caller, TimeProvider clock)
        : IRequestHandler<ConfirmTransfer, TransferStanding>
    {
        public async Task<TransferStanding> Handle(ConfirmTransfer r, CancellationToken ct)
        {
            var transfer =
                await db.Transfers.SingleOrDefaultAsync(t => t.Id == r.TransferId && t.FromMemberId == r.MemberId, ct)
                ?? throw new NotThere("transfer");
            transfer.Confirm(caller.Sign(clock.GetUtcNow().UtcDateTime));
            outbox.Add(new InviteReceiver(transfer.Id));
            return TransferStanding.Of(transfer);
        }
    }
}

/// <summary>
/// Confirm a recorded transfer in the place of a giver who cannot, after seeing evidence; not by somebody who sits on that
/// board.
/// </summary>
public sealed record ConfirmTransferOnEvidence(TransferId TransferId, string Evidence)
    : ICommand<TransferStanding>,
        IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/transfers/{transferId}/confirmation", Post).WithTags("Transfers");

    /// <inheritdoc cref="ConfirmTransferOnEvidence"/>
    public static Task<TransferStanding> Post(
        TransferId transferId,
        Body body,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ConfirmTransferOnEvidence(transferId, body.Evidence), ct);

    /// <summary>What I saw.</summary>
    /// <param name="Evidence">3 to 500 characters, for example a signed deed and its date.</param>
    public sealed record Body(string Evidence);

    public sealed class Rules : AbstractValidator<ConfirmTransferOnEvidence>
    {
        public Rules() => RuleFor(r => r.Evidence).Text(3, 500);
    }

    public sealed class Handler(SharesDb db, Outbox outbox, Caller caller, TimeProvider clock)
        : IRequestHandler<ConfirmTransferOnEvidence, TransferStanding>
    {
        public async Task<TransferStanding> Handle(ConfirmTransferOnEvidence r, CancellationToken ct)
        {
            var transfer =
                await db.Transfers.SingleOrDefaultAsync(t => t.Id == r.TransferId, ct)
                ?? throw new NotThere("transfer");
            transfer.Confirm(
                r.Evidence.Trim(),
                await db.SitsOnBoard(transfer.EnterpriseId, caller.Person, ct),
                caller.Sign(clock.GetUtcNow().UtcDateTime)
            );
            outbox.Add(new InviteReceiver(transfer.Id));
            return TransferStanding.Of(transfer);
        }
    }
}
