using MediatR;
using SocialShares.Http;

namespace SocialShares.Features.Holdings;

/// <summary>Take back a transfer of mine that is not done yet, or say that I never wanted what the board recorded.</summary>
public sealed record TakeBackTransfer(MemberId MemberId, TransferId TransferId)
    : ICommand<TransferStanding>,
        IAllow<Owner>,
        IOfMember
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/holdings/{memberId}/transfers/{transferId}/take-back", Post).WithTags("Transfers");

    /// <inheritdoc cref="TakeBackTransfer"/>
    public static Task<TransferStanding> Post(
        MemberId memberId,
        TransferId transferId,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new TakeBackTransfer(memberId, transferId), ct);

    public sealed class Handler(TransferBook book) : IRequestHandler<TakeBackTransfer, TransferStanding>
    {
        public async Task<TransferStanding> Handle(TakeBackTransfer r, CancellationToken ct)
        {
            var transfer = await book.Hold(r.TransferId, ct);
            if (transfer is null || transfer.FromMemberId != r.MemberId)
                throw new NotThere("transfer");
            transfer.TakeBack();
            return TransferStanding.Of(transfer);
        }
    }
}
