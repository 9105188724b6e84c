using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Payouts;

/// <summary>
/// Take the holder's present payout choice into a line that waits for it, so that it can be paid after all; of a holder who died,
/// the account of whoever settles the estate.
/// </summary>
public sealed record ResolvePayoutLine(PayoutRunId PayoutRunId, int No)
    : ICommand<PayoutRunStanding>,
        IAllow<Administrator>,
        IOfPayoutRun
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/payout-runs/{payoutRunId}/lines/{no}/resolution", Post).WithTags("Payouts");

    /// <inheritdoc cref="ResolvePayoutLine"/>
    public static Task<PayoutRunStanding> Post(
        PayoutRunId payoutRunId,
        int no,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ResolvePayoutLine(payoutRunId, no), ct);

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock)
        : IRequestHandler<ResolvePayoutLine, PayoutRunStanding>
    {
        public async Task<PayoutRunStanding> Handle(ResolvePayoutLine r, CancellationToken ct)
        {
            // The same hold as a batch takes: a batch that is ending the run and this decision follow one another.
            await db
                .PayoutRuns.Where(p => p.Id == r.PayoutRunId)
                .ExecuteUpdateAsync(s => s.SetProperty(p => p.Version, p => p.Version + 1), ct);
            var run =
                await db.PayoutRuns.SingleOrDefaultAsync(p => p.Id == r.PayoutRunId, ct)
                ?? throw new NotThere("payout-run");
            await db.RequireOffTheBoard(caller, run.EnterpriseId, ct);
            var line =
                await db.PayoutLines.SingleOrDefaultAsync(l => l.RunId == run.Id && l.No == r.No, ct)
                ?? throw new NotThere("payout-line");
            if (line.State != PayoutLineState.NeedsAttention)
                throw new Refused("payout.line-not-waiting", r.No);
            if (run.State is not (PayoutRunState.Executing or PayoutRunState.CompletedWithFailures))
                throw new Refused("payout.state", run.State, PayoutRunState.Executing);
            var (choice, name) = await Choice(run, line, ct);
            line.Resolve(choice, name);
            run.Execute(clock.GetUtcNow().UtcDateTime);
            return PayoutRunStanding.Of(run);
        }

        private async Task<(PayoutChoice Choice, string Name)> Choice(
            PayoutRun run,
            PayoutLine line,
            CancellationToken ct
        )
        {
            var member = await db.Members.AsNoTracking().SingleAsync(m => m.Id == line.MemberId, ct);
            var (choice, name) = (new PayoutChoice(PayoutDestination.Bank, member.Iban), member.Name);
            if (member.DiedOn is not null)
                (choice, name) = await Estate(member, ct);
            else if (run.Kind == PayoutKind.ShareInterest && member.IsMember)
                choice = (await db.ShareClasses.AsNoTracking().SingleAsync(c => c.Id == run.ShareClassId, ct)).Check(
                    new PayoutChoice(member.Destination, member.Iban)
                );
            if (choice is { Destination: PayoutDestination.Bank, Iban: null })
                throw new Refused("payout.iban-missing", name);
            var bankless = await db.Enterprises.AnyAsync(e => e.Id == run.EnterpriseId && e.Iban == null, ct);
            if (choice.Destination == PayoutDestination.Bank && bankless)
                throw new Refused("payout.enterprise-iban-missing");
            return (choice, name);
        }

        // What was due to somebody who died goes to whoever settles the estate, once units have passed to them: the board
        // recorded that with evidence, an administrator confirmed it, and they accepted. Where nothing is left to pass, to the
        // account that one administrator named with evidence and another confirmed.
        private async Task<(PayoutChoice Choice, string Name)> Estate(Member died, CancellationToken ct)
        {
            var estate = await db
                .Transfers.Where(t => t.FromMemberId == died.Id && t.Cause == TransferCause.Estate)
                .Where(t => t.State == TransferState.Done)
                .OrderBy(t => t.DoneOn)
                .Select(t => t.ToMemberId)
                .FirstOrDefaultAsync(ct);
            if (estate is { } id)
            {
                var heir = await db.Members.AsNoTracking().SingleAsync(m => m.Id == id, ct);
                return (new PayoutChoice(PayoutDestination.Bank, heir.Iban), heir.Name);
            }
            var death = await db
                .HolderDeaths.AsNoTracking()
                .SingleAsync(d => d.MemberId == died.Id && d.State == HolderDeathState.Confirmed, ct);
            if (death.Payee is not { ConfirmedBy: not null } payee)
                throw new Refused("payout.holder-died", died.Name);
            return (new PayoutChoice(PayoutDestination.Bank, payee.Iban), payee.Name);
        }
    }
}
