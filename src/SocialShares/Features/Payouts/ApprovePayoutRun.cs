using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Holdings;
using SocialShares.Http;

namespace SocialShares.Features.Payouts;

/// <summary>
/// Approve a payout run that another administrator calculated, of an enterprise on whose board I do not sit; from then on
/// it is locked and owed.
/// </summary>
public sealed record ApprovePayoutRun(PayoutRunId PayoutRunId)
    : ICommand<PayoutRunStanding>,
        IAllow<Administrator>,
        IOfPayoutRun
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/payout-runs/{payoutRunId}/approval", Post).WithTags("Payouts");

    /// <inheritdoc cref="ApprovePayoutRun"/>
    public static Task<PayoutRunStanding> Post(PayoutRunId payoutRunId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ApprovePayoutRun(payoutRunId), ct);

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock)
        : IRequestHandler<ApprovePayoutRun, PayoutRunStanding>
    {
        public async Task<PayoutRunStanding> Handle(ApprovePayoutRun r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var run =
                await db.PayoutRuns.SingleOrDefaultAsync(p => p.Id == r.PayoutRunId, ct)
                ?? throw new NotThere("payout-run");
            await db.RequireOffTheBoard(caller, run.EnterpriseId, ct);
            var enterprise = await db.Enterprises.AsNoTracking().SingleAsync(e => e.Id == run.EnterpriseId, ct);
            run.Approve(caller.Sign(now));
            if (run is { IsOfWithdrawals: true, ShareClassId: { } shareClass })
                await db.RequirePaysBack(shareClass, ct);
            if (enterprise.Iban is null && await PaysByBank(run.Id, ct))
                throw new Refused("payout.enterprise-iban-missing");
            // Bonds are owed by their terms, and shares leave the register on their day: booked when the job begins to pay.
            if (run.IsOwedOnApproval)
                db.JournalEntries.Add(
                    Bookings.InterestDeclared(run, enterprise.Slug, BookedOn.Moment(now, enterprise.TimeZone))
                );
            return PayoutRunStanding.Of(run);
        }

        private Task<bool> PaysByBank(PayoutRunId run, CancellationToken ct) =>
            db.PayoutLines.AnyAsync(
                l => l.RunId == run && l.Destination == PayoutDestination.Bank && l.State == PayoutLineState.Open,
                ct
            );
    }
}

/// <summary>Where a payout run stands now.</summary>
/// <param name="Id">The run.</param>
/// <param name="Number">Its number as people say it.</param>
/// <param name="State">Its state.</param>
/// <param name="Version">Raised with each change.</param>
public sealed record PayoutRunStanding(PayoutRunId Id, string Number, PayoutRunState State, int Version)
{
    internal static PayoutRunStanding Of(PayoutRun run) => new(run.Id, run.Number, run.State, run.Version);
}
