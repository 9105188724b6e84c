using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Holdings;

/// <summary>
/// Ask to pass shares or bonds of mine on to somebody else, whom I name by mail address. Nothing passes before they have
/// accepted and, where the class asks it, the board has approved. The answer is the same whether or not anybody signs in
/// with that address.
/// </summary>
public sealed record AskTransfer(
    Guid Key,
    MemberId MemberId,
    ShareClassId? ShareClassId,
    BondSeriesId? BondSeriesId,
    string ToEmail,
    long Units,
    string Reason
) : ICommand<TransferStanding>, IKeyed, IAllow<Owner>, IOfMember
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/holdings/{memberId}/transfers", Post).WithTags("Transfers").RequireRateLimiting(Limits.Writing);

    /// <inheritdoc cref="AskTransfer"/>
    public static Task<TransferStanding> Post(
        MemberId memberId,
        Body body,
        IdempotencyKey key,
        IMediator mediator,
        CancellationToken ct
    ) =>
        mediator.Send(
            new AskTransfer(
                key.Value,
                memberId,
                body.ShareClassId,
                body.BondSeriesId,
                body.ToEmail,
                body.Units,
                body.Reason
            ),
            ct
        );

    /// <summary>What I want to pass on.</summary>
    /// <param name="ShareClassId">The class of shares; leave out for bonds.</param>
    /// <param name="BondSeriesId">The series of bonds; leave out for shares.</param>
    /// <param name="ToEmail">The mail address of the receiver.</param>
    /// <param name="Units">How many.</param>
    /// <param name="Reason">What it rests on, 3 to 150 characters, for example a gift or a sale.</param>
    public sealed record Body(
        ShareClassId? ShareClassId,
        BondSeriesId? BondSeriesId,
        string ToEmail,
        long Units,
        string Reason
    );

    public sealed class Rules : AbstractValidator<AskTransfer>
    {
        public Rules()
        {
            RuleFor(r => r.ShareClassId).OneSecurity(r => r.BondSeriesId);
            RuleFor(r => r.ToEmail).Email();
            RuleFor(r => r.Units).Amount();
            RuleFor(r => r.Reason).Line(3, 150);
        }
    }

    public sealed class Handler(SharesDb db, TransferBook book, Outbox outbox, Caller caller, TimeProvider clock)
        : IRequestHandler<AskTransfer, TransferStanding>
    {
        public async Task<TransferStanding> Handle(AskTransfer r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            await book.Hold(r.ShareClassId, r.BondSeriesId, ct);
            var giver = await db.Members.AsNoTracking().SingleAsync(m => m.Id == r.MemberId, ct);
            var security = await db.SecurityOf(giver.EnterpriseId, r.ShareClassId, r.BondSeriesId, ct);
            var today = await db.Today(giver.EnterpriseId, now, ct);
            var free = await book.Free(r.ShareClassId, r.BondSeriesId, giver.Id, null, today, ct);
            var transfer = Transfer.Ask(
                TransferId.From(r.Key),
                security,
                giver,
                new UnitTransfer(r.ToEmail.Trim(), r.Units, r.Reason.Trim()),
                free,
                caller.Sign(now)
            );
            db.Transfers.Add(transfer);
            outbox.Add(new InviteReceiver(transfer.Id));
            return TransferStanding.Of(transfer);
        }
    }
}

/// <summary>Where a transfer stands.</summary>
/// <param name="Id">The transfer.</param>
/// <param name="State">Its state.</param>
/// <param name="NeedsApproval">Must the board approve once the receiver has accepted?</param>
/// <param name="DoneOn">The day from which the receiver holds; null before it is done.</param>
public sealed record TransferStanding(TransferId Id, TransferState State, bool NeedsApproval, DateOnly? DoneOn)
{
    internal static TransferStanding Of(Transfer t) => new(t.Id, t.State, t.NeedsApproval, t.DoneOn);
}
