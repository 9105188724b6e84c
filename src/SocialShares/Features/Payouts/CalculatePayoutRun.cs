using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Data.Bulk;
using SocialShares.Http;

namespace SocialShares.Features.Payouts;

/// <summary>Calculate the payout run of a declaration: one line for everyone who earned, leavers included.</summary>
public sealed record CalculatePayoutRun(Guid Key, DeclarationId DeclarationId)
    : ICommand<PayoutRunCalculated>,
        IKeyed,
        IAllow<Administrator>
{
    private const int MembersAtOnce = 10_000;

    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/payout-runs", Post).WithTags("Payouts");

    /// <inheritdoc cref="CalculatePayoutRun"/>
    public static Task<PayoutRunCalculated> Post(
        Body body,
        IdempotencyKey key,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new CalculatePayoutRun(key.Value, body.DeclarationId), ct);

    /// <summary>What to calculate.</summary>
    /// <param name="DeclarationId">The board's decision.</param>
    public sealed record Body(DeclarationId DeclarationId);

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock)
        : IRequestHandler<CalculatePayoutRun, PayoutRunCalculated>
    {
        public async Task<PayoutRunCalculated> Handle(CalculatePayoutRun r, CancellationToken ct)
        {
            var declaration =
                await db.InterestDeclarations.AsNoTracking().SingleOrDefaultAsync(d => d.Id == r.DeclarationId, ct)
                ?? throw new NotThere("declaration");
            await db.RequireOffTheBoard(caller, declaration.EnterpriseId, ct);
            // The class's row is held until the commit: calculations of one class follow one another, so that neither a
            // second run of a declaration nor a remainder carried into two runs can slip between looking and storing.
            await db.HoldClass(declaration.ShareClassId, ct);
            var exists = await db.PayoutRuns.AnyAsync(
                p => p.DeclarationId == declaration.Id && p.State != PayoutRunState.Voided,
                ct
            );
            if (exists)
                throw new Refused("payout.run-exists");
            var shareClass = await db
                .ShareClasses.AsNoTracking()
                .SingleAsync(c => c.Id == declaration.ShareClassId, ct);
            var (from, until) = (declaration.From, declaration.Until);
            var earned = await Earnings.Read(db, shareClass, from, until, ct);
            var interest = new ShareInterest(from, until, new Rate(declaration.RatePpm), shareClass.ParValueMinor);
            var gross = interest.LinesOfValue([.. earned.Select(e => e.ValueDays)]);
            var run = PayoutRun.Calculate(
                PayoutRunId.From(r.Key),
                await db.NextRunNumber(declaration.EnterpriseId, clock.GetUtcNow().UtcDateTime, ct),
                declaration,
                shareClass.Currency,
                (earned.Count, gross.Sum()),
                caller.Sign(clock.GetUtcNow().UtcDateTime)
            );
            await BulkInsert.Insert(db, [run], ct); // now, because the lines refer to it
            await Store(run, earned, gross, ct);
            return new PayoutRunCalculated(run.Id, run.Number, run.LineCount, run.TotalMinor, run.Currency);
        }

        private async Task Store(PayoutRun run, List<Earned> earned, long[] gross, CancellationToken ct)
        {
            for (var start = 0; start < earned.Count; start += MembersAtOnce)
            {
                var end = Math.Min(start + MembersAtOnce, earned.Count);
                var (first, last) = (earned[start].Number, earned[end - 1].Number);
                var members = await db
                    .Members.AsNoTracking()
                    .Where(m => m.EnterpriseId == run.EnterpriseId && m.Number >= first && m.Number <= last)
                    .ToDictionaryAsync(m => m.Number, ct);
                var lines = Enumerable
                    .Range(start, end - start)
                    .Select(i => new PayoutLine(
                        PayoutLineId.New(),
                        run.Id,
                        i + 1,
                        members[earned[i].Number],
                        (long)earned[i].UnitDays,
                        gross[i],
                        earned[i].CarriedInMinor
                    ));
                await BulkInsert.Insert(db, lines, ct);
            }
        }
    }
}

/// <summary>The run is calculated; another administrator must approve it.</summary>
/// <param name="Id">The run.</param>
/// <param name="Number">Its number as people say it.</param>
/// <param name="LineCount">How many holders it pays.</param>
/// <param name="TotalMinor">What it pays in all, minor units.</param>
/// <param name="Currency">Currency of the total.</param>
public sealed record PayoutRunCalculated(
    PayoutRunId Id,
    string Number,
    int LineCount,
    long TotalMinor,
    Currency Currency
);
