using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Governance;
using SocialShares.Http;

namespace SocialShares.Features.Holdings;

/// <summary>
/// Decide for the board about a transfer that giver and receiver agreed: approve it, so that the register says so, or decline
/// with a reason. A transfer that the board recorded itself can be declined too. An administrator decides for a board that
/// has no second person.
/// </summary>
public sealed record DecideTransfer(EnterpriseId EnterpriseId, TransferId TransferId, bool Approve, string? Reason)
    : ICommand<TransferStanding>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/enterprises/{enterpriseId}/transfers/{transferId}/decision", Post).WithTags("Transfers");

    /// <inheritdoc cref="DecideTransfer"/>
    public static Task<TransferStanding> Post(
        EnterpriseId enterpriseId,
        TransferId transferId,
        Body body,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new DecideTransfer(enterpriseId, transferId, body.Approve, body.Reason), ct);

    /// <summary>The board's decision.</summary>
    /// <param name="Approve">Yes or no.</param>
    /// <param name="Reason">Why not, 3 to 500 characters; the giver reads it.</param>
    public sealed record Body(bool Approve, string? Reason = null);

    public sealed class Rules : AbstractValidator<DecideTransfer>
    {
        public Rules() => When(r => !r.Approve, () => RuleFor(r => r.Reason!).Text(3, 500));
    }

    public sealed class Handler(SharesDb db, TransferBook book, Outbox outbox, Caller caller, TimeProvider clock)
        : IRequestHandler<DecideTransfer, TransferStanding>
    {
        public async Task<TransferStanding> Handle(DecideTransfer r, CancellationToken ct)
        {
            var by = caller.Sign(clock.GetUtcNow().UtcDateTime);
            var transfer = await book.Hold(r.TransferId, ct);
            if (transfer is null || transfer.EnterpriseId != r.EnterpriseId)
                throw new NotThere("transfer");
            if (!r.Approve)
            {
                transfer.Decline(r.Reason!.Trim(), by);
                outbox.Add(
                    new TellHolder(
                        "transfer-refused",
                        transfer.FromMemberId,
                        await db.CodeOf(transfer, ct),
                        transfer.Units,
                        Note: transfer.DeclinedReason!
                    )
                );
                return TransferStanding.Of(transfer);
            }
            var isGiver = await db.Members.AnyAsync(
                m => m.Id == transfer.FromMemberId && m.PersonId == caller.Person,
                ct
            );
            transfer.Approve(isGiver, by, await db.EyesOf(r.EnterpriseId, ct));
            await book.Complete(transfer, by, ct);
            return TransferStanding.Of(transfer);
        }
    }
}
