using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Payouts;
using SocialShares.Http;

namespace SocialShares.Features.Holdings;

/// <summary>Suspend withdrawals of a class for the board, with a reason that holders read; requests keep their place.</summary>
public sealed record SuspendWithdrawals(Guid Key, EnterpriseId EnterpriseId, ShareClassId ShareClassId, string Reason)
    : ICommand<SuspensionStanding>,
        IKeyed,
        IAllow<Board>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/enterprises/{enterpriseId}/share-classes/{shareClassId}/suspensions", Post)
            .WithTags("Withdrawals");

    /// <inheritdoc cref="SuspendWithdrawals"/>
    public static Task<SuspensionStanding> Post(
        EnterpriseId enterpriseId,
        ShareClassId shareClassId,
        Body body,
        IdempotencyKey key,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new SuspendWithdrawals(key.Value, enterpriseId, shareClassId, body.Reason), ct);

    /// <summary>The board's decision.</summary>
    /// <param name="Reason">Why, 10 to 500 characters.</param>
    public sealed record Body(string Reason);

    public sealed class Rules : AbstractValidator<SuspendWithdrawals>
    {
        public Rules() => RuleFor(r => r.Reason).Text(10, 500);
    }

    public sealed class Handler(SharesDb db, Outbox outbox, Caller caller, TimeProvider clock)
        : IRequestHandler<SuspendWithdrawals, SuspensionStanding>
    {
        public async Task<SuspensionStanding> Handle(SuspendWithdrawals r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            await db.HoldClass(r.ShareClassId, ct);
            var shareClass =
                await db
                    .ShareClasses.AsNoTracking()
                    .SingleOrDefaultAsync(c => c.Id == r.ShareClassId && c.EnterpriseId == r.EnterpriseId, ct)
                ?? throw new NotThere("share-class");
            var today = await db.Today(r.EnterpriseId, now, ct);
            var suspension = WithdrawalSuspension.Begin(
                SuspensionId.From(r.Key),
                shareClass,
                await db.YearOf(shareClass, today, ct),
                await db.SuspensionOf(shareClass.Id, ct) is not null,
                r.Reason.Trim(),
                today,
                caller.Sign(now)
            );
            db.WithdrawalSuspensions.Add(suspension);
            var waiting = await db
                .Withdrawals.Where(w => w.ShareClassId == shareClass.Id && w.State == WithdrawalState.Asked)
                .Select(w => w.MemberId)
                .Distinct()
                .ToListAsync(ct);
            foreach (var holder in waiting)
                outbox.Add(
                    new TellHolder("withdrawals-suspended", holder, shareClass.Code, On: today, Note: suspension.Reason)
                );
            return new SuspensionStanding(suspension.Id, suspension.From, null);
        }
    }
}

/// <summary>Let a class pay back again, for the board.</summary>
public sealed record LiftSuspension(EnterpriseId EnterpriseId, ShareClassId ShareClassId)
    : ICommand<SuspensionStanding>,
        IAllow<Board>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/enterprises/{enterpriseId}/share-classes/{shareClassId}/suspensions/lift", Post)
            .WithTags("Withdrawals");

    /// <inheritdoc cref="LiftSuspension"/>
    public static Task<SuspensionStanding> Post(
        EnterpriseId enterpriseId,
        ShareClassId shareClassId,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new LiftSuspension(enterpriseId, shareClassId), ct);

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock)
        : IRequestHandler<LiftSuspension, SuspensionStanding>
    {
        public async Task<SuspensionStanding> Handle(LiftSuspension r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            await db.HoldClass(r.ShareClassId, ct);
            var suspension =
                await db.WithdrawalSuspensions.SingleOrDefaultAsync(
                    s => s.ShareClassId == r.ShareClassId && s.EnterpriseId == r.EnterpriseId && s.LiftedOn == null,
                    ct
                ) ?? throw new Refused("suspension.over");
            suspension.Lift(await db.Today(r.EnterpriseId, now, ct), caller.Sign(now));
            return new SuspensionStanding(suspension.Id, suspension.From, suspension.LiftedOn);
        }
    }
}

/// <summary>Whether a class pays back.</summary>
/// <param name="Id">The suspension.</param>
/// <param name="From">Its first day.</param>
/// <param name="LiftedOn">The day on which it ended; null while it lasts.</param>
public sealed record SuspensionStanding(SuspensionId Id, DateOnly From, DateOnly? LiftedOn);
