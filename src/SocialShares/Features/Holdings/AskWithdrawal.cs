using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Payouts;
using SocialShares.Http;

namespace SocialShares.Features.Holdings;

/// <summary>
/// Ask to be paid back shares of mine at what was paid for them. The request joins the queue, and the board decides once its
/// notice is over. While withdrawals are suspended it keeps its place.
/// </summary>
public sealed record AskWithdrawal(Guid Key, MemberId MemberId, ShareClassId ShareClassId, long Units)
    : ICommand<WithdrawalStanding>,
        IKeyed,
        IAllow<Owner>,
        IOfMember
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/holdings/{memberId}/withdrawals", Post).WithTags("Withdrawals");

    /// <inheritdoc cref="AskWithdrawal"/>
    public static Task<WithdrawalStanding> Post(
        MemberId memberId,
        Body body,
        IdempotencyKey key,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new AskWithdrawal(key.Value, memberId, body.ShareClassId, body.Units), ct);

    /// <summary>What I ask back.</summary>
    /// <param name="ShareClassId">The class of shares.</param>
    /// <param name="Units">How many shares.</param>
    public sealed record Body(ShareClassId ShareClassId, long Units);

    public sealed class Rules : AbstractValidator<AskWithdrawal>
    {
        public Rules() => RuleFor(r => r.Units).Amount();
    }

    public sealed class Handler(SharesDb db, Outbox outbox, TimeProvider clock)
        : IRequestHandler<AskWithdrawal, WithdrawalStanding>
    {
        public async Task<WithdrawalStanding> Handle(AskWithdrawal r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            // Held until the commit: two requests, or a request and a transfer, count what the other promised.
            await db.HoldClass(r.ShareClassId, ct);
            var member = await db.Members.AsNoTracking().SingleAsync(m => m.Id == r.MemberId, ct);
            var shareClass =
                await db
                    .ShareClasses.AsNoTracking()
                    .SingleOrDefaultAsync(c => c.Id == r.ShareClassId && c.EnterpriseId == member.EnterpriseId, ct)
                ?? throw new NotThere("share-class");
            var lots = await db.LotsOf(shareClass.Id, member.Id, ct);
            var today = await db.Today(member.EnterpriseId, now, ct);
            var spokenFor =
                await db.SpokenFor(shareClass.Id, member.Id, null, ct)
                + (await db.Held(shareClass.Id, member.Id, today, ct)).Units;
            var withdrawal = Withdrawal.Ask(
                WithdrawalId.From(r.Key),
                shareClass,
                member,
                r.Units,
                Lots.After(lots, Math.Min(spokenFor, lots.Sum(l => l.Units))),
                today,
                now
            );
            db.Withdrawals.Add(withdrawal);
            outbox.Add(
                new TellHolder("withdrawal-asked", member.Id, shareClass.Code, withdrawal.Units, withdrawal.PossibleOn)
            );
            return WithdrawalStanding.Of(withdrawal);
        }
    }
}

/// <summary>Where a request stands.</summary>
/// <param name="Id">The request.</param>
/// <param name="State">Its state.</param>
/// <param name="Units">Shares that it is about.</param>
/// <param name="PossibleOn">The first day on which it can be paid.</param>
/// <param name="RestId">The request for what the board did not approve; null where it approved all.</param>
public sealed record WithdrawalStanding(
    WithdrawalId Id,
    WithdrawalState State,
    long Units,
    DateOnly PossibleOn,
    WithdrawalId? RestId = null
)
{
    internal static WithdrawalStanding Of(Withdrawal w, Withdrawal? rest = null) =>
        new(w.Id, w.State, w.Units, w.PossibleOn, rest?.Id);
}

/// <summary>Take back my request to be paid back, as long as the board has not decided.</summary>
public sealed record TakeBackWithdrawal(MemberId MemberId, WithdrawalId WithdrawalId)
    : ICommand<WithdrawalStanding>,
        IAllow<Owner>,
        IOfMember
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/holdings/{memberId}/withdrawals/{withdrawalId}/take-back", Post).WithTags("Withdrawals");

    /// <inheritdoc cref="TakeBackWithdrawal"/>
    public static Task<WithdrawalStanding> Post(
        MemberId memberId,
        WithdrawalId withdrawalId,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new TakeBackWithdrawal(memberId, withdrawalId), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<TakeBackWithdrawal, WithdrawalStanding>
    {
        public async Task<WithdrawalStanding> Handle(TakeBackWithdrawal r, CancellationToken ct)
        {
            var withdrawal =
                await db.Withdrawals.SingleOrDefaultAsync(w => w.Id == r.WithdrawalId && w.MemberId == r.MemberId, ct)
                ?? throw new NotThere("withdrawal");
            withdrawal.TakeBack();
            return WithdrawalStanding.Of(withdrawal);
        }
    }
}
