using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Payouts;

/// <summary>Give up a payout run before it pays; its declaration, or its period of the bonds, can be calculated anew.</summary>
public sealed record VoidPayoutRun(PayoutRunId PayoutRunId)
    : ICommand<PayoutRunStanding>,
        IAllow<Administrator>,
        IOfPayoutRun
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/payout-runs/{payoutRunId}/void", Post).WithTags("Payouts");

    /// <inheritdoc cref="VoidPayoutRun"/>
    public static Task<PayoutRunStanding> Post(PayoutRunId payoutRunId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new VoidPayoutRun(payoutRunId), ct);

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock)
        : IRequestHandler<VoidPayoutRun, PayoutRunStanding>
    {
        public async Task<PayoutRunStanding> Handle(VoidPayoutRun r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var run =
                await db.PayoutRuns.SingleOrDefaultAsync(p => p.Id == r.PayoutRunId, ct)
                ?? throw new NotThere("payout-run");
            await db.RequireOffTheBoard(caller, run.EnterpriseId, ct);
            var enterprise = await db.Enterprises.AsNoTracking().SingleAsync(e => e.Id == run.EnterpriseId, ct);
            var wasApproved = run.Void(now);
            if (run.IsOfWithdrawals)
                await WithdrawalsDue.GiveUp(db, run, ct);
            if (wasApproved && run.IsOwedOnApproval)
                db.JournalEntries.Add(
                    Bookings.InterestVoided(run, enterprise.Slug, BookedOn.Moment(now, enterprise.TimeZone))
                );
            return PayoutRunStanding.Of(run);
        }
    }
}
