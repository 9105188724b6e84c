using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Governance;
using SocialShares.Features.Payouts;
using SocialShares.Http;

namespace SocialShares.Features.Holdings;

/// <summary>
/// Decide for the board about a request to be paid back, in the order in which they came: approve all of it or a part, within
/// the yearly limit, or decline with a reason. With an approval the board attests that the trading surplus covers it and that
/// the enterprise can pay its debts for a year. An administrator decides for a board that has no second person.
/// </summary>
public sealed record DecideWithdrawal(
    EnterpriseId EnterpriseId,
    WithdrawalId WithdrawalId,
    bool Approve,
    long? Units,
    bool Attested,
    string? Reason
) : ICommand<WithdrawalStanding>, IAllow<Board>, IAllow<Administrator>, IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/enterprises/{enterpriseId}/withdrawals/{withdrawalId}/decision", Post).WithTags("Withdrawals");

    /// <inheritdoc cref="DecideWithdrawal"/>
    public static Task<WithdrawalStanding> Post(
        EnterpriseId enterpriseId,
        WithdrawalId withdrawalId,
        Body body,
        IMediator mediator,
        CancellationToken ct
    ) =>
        mediator.Send(
            new DecideWithdrawal(enterpriseId, withdrawalId, body.Approve, body.Units, body.Attested, body.Reason),
            ct
        );

    /// <summary>The board's decision.</summary>
    /// <param name="Approve">Yes or no.</param>
    /// <param name="Units">How many shares of those asked; leave out for all. The rest keeps its place in the queue.</param>
    /// <param name="Attested">The trading surplus covers it, and debts can be paid for a year. Needed to approve.</param>
    /// <param name="Reason">Why not, 3 to 500 characters; the holder reads it.</param>
    public sealed record Body(bool Approve, long? Units = null, bool Attested = false, string? Reason = null);

    public sealed class Rules : AbstractValidator<DecideWithdrawal>
    {
        public Rules()
        {
            When(r => !r.Approve, () => RuleFor(r => r.Reason!).Text(3, 500));
            When(
                r => r.Units is not null,
                () => RuleFor(r => r.Units!.Value).Amount("units", r => r.Units is not null)
            );
            RuleFor(r => r.Attested)
                .Must((r, attested) => attested || !r.Approve)
                .WithErrorCode("withdrawal.not-attested")
                .WithMessage(_ => RefusalText.Of("withdrawal.not-attested"));
        }
    }

    public sealed class Handler(SharesDb db, Outbox outbox, Caller caller, TimeProvider clock)
        : IRequestHandler<DecideWithdrawal, WithdrawalStanding>
    {
        public async Task<WithdrawalStanding> Handle(DecideWithdrawal r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var of = await db
                .Withdrawals.Where(w => w.Id == r.WithdrawalId && w.EnterpriseId == r.EnterpriseId)
                .Select(w => (ShareClassId?)w.ShareClassId)
                .SingleOrDefaultAsync(ct);
            if (of is not { } classId)
                throw new NotThere("withdrawal");
            // Held until the commit: decisions of one class follow one another, so the yearly limit counts all of them.
            await db.HoldClass(classId, ct);
            var withdrawal = await db.Withdrawals.SingleAsync(w => w.Id == r.WithdrawalId, ct);
            var shareClass = await db.ShareClasses.AsNoTracking().SingleAsync(c => c.Id == classId, ct);
            var today = await db.Today(r.EnterpriseId, now, ct);
            if (!r.Approve)
            {
                withdrawal.Decline(r.Reason!.Trim(), today, caller.Sign(now));
                Tell("withdrawal-declined", withdrawal, shareClass, today, withdrawal.DeclinedReason!);
                return WithdrawalStanding.Of(withdrawal);
            }
            var queue = new WithdrawalQueue(
                today,
                await db.YearOf(shareClass, today, ct),
                (await db.SuspensionOf(classId, ct))?.From,
                await db.FirstInQueue(classId, today, ct),
                await db.Members.Where(m => m.Id == withdrawal.MemberId).Select(m => m.PersonId).SingleAsync(ct),
                await db.EyesOf(r.EnterpriseId, ct)
            );
            var rest = withdrawal.Approve(r.Units ?? withdrawal.Units, queue, WithdrawalId.New(), caller.Sign(now));
            if (rest is not null)
                db.Withdrawals.Add(rest);
            Tell("withdrawal-approved", withdrawal, shareClass, today, rest is null ? "0" : $"{rest.Units}");
            return WithdrawalStanding.Of(withdrawal, rest);
        }

        private void Tell(string message, Withdrawal w, ShareClass of, DateOnly today, string note) =>
            outbox.Add(new TellHolder(message, w.MemberId, of.Code, w.Units, today, note));
    }
}
