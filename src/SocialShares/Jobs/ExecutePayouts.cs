using MediatR;
using SocialShares.Data;
using SocialShares.Features.Payouts;
using SocialShares.Http;

namespace SocialShares.Jobs;

/// <summary>Pays approved runs whose day has come, batch by batch; stopped anywhere, it goes on where it was.</summary>
public sealed class ExecutePayouts(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock)
    : RecordedJob(scopes, gate, clock)
{
    protected override async Task<string> Do(IServiceProvider services, IMediator mediator, CancellationToken ct)
    {
        var runs = await mediator.Send(new ListPayoutRunsToExecute(), ct);
        var lines = 0;
        foreach (var run in runs)
            for (var more = true; more; )
            {
                // A scope for each batch, so that memory stays flat however long the run is.
                await using var scope = services.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<Caller>().BecomeMachine(nameof(ExecutePayouts));
                var batch = await scope
                    .ServiceProvider.GetRequiredService<IMediator>()
                    .Send(new ExecutePayoutBatch(run), ct);
                (lines, more) = (lines + batch.Lines, batch.More);
            }
        return runs.Count == 0 ? "" : $"{runs.Count} runs, {lines} lines";
    }
}
