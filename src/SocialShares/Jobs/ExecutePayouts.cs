using MediatR;
using SocialShares.Data;
using SocialShares.Features.Payouts;

namespace SocialShares.Jobs;

/// <summary>Pays approved runs whose day has come, batch by batch; stopped anywhere, it goes on where it was.</summary>
public sealed class ExecutePayouts(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock)
    : RecordedJob(scopes, gate, clock)
{
    protected override async Task<string> Do(IServiceProvider services, IMediator mediator, CancellationToken ct)
    {
        var runs = await mediator.Send(new ListPayoutRunsToExecute(), ct);
        var lines = 0;
        // A scope for each batch, so that memory stays flat however long a run is; runs take turns, so that a long one or
        // one that fails does not keep the others waiting.
        for (var left = runs; left.Count > 0; )
        {
            var more = new List<PayoutRunId>();
            await Each.Do(
                services,
                nameof(ExecutePayouts),
                left,
                async (own, run) =>
                {
                    var batch = await own.Send(new ExecutePayoutBatch(run), ct);
                    lines += batch.Lines;
                    if (batch.More)
                        more.Add(run);
                }
            );
            left = more;
        }
        return runs.Count == 0 ? "" : $"{runs.Count} runs, {lines} lines";
    }
}
