using MediatR;
using Quartz;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Jobs;

/// <summary>
/// A job of the schedule. Each run that did something, failed or was asked for by a person leaves a row in our own
/// history: who started it, how long it took, what it did. A job may run twice: what is due is read from our tables.
/// </summary>
[DisallowConcurrentExecution]
public abstract class RecordedJob(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock) : IJob
{
    /// <summary>Key of the run's id in the job's data, when a person started it.</summary>
    public const string RunId = "run-id";

    /// <summary>Key of the person's name in the job's data.</summary>
    public const string StartedBy = "started-by";

    /// <summary>Does the work.</summary>
    /// <returns>What was done, in figures; empty when nothing was due.</returns>
    protected abstract Task<string> Do(IServiceProvider services, IMediator mediator, CancellationToken ct);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var run = JobHistory.Begin(GetType().Name, context.MergedJobDataMap, clock.GetUtcNow().UtcDateTime);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().BecomeMachine(run.Job);
            var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
            run.Did = await Do(scope.ServiceProvider, mediator, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            run.Failure = JobHistory.Say(e);
            throw new JobExecutionException(e);
        }
        finally
        {
            run.EndedAt = clock.GetUtcNow().UtcDateTime;
            await JobHistory.Keep(run, scopes, gate);
        }
    }
}
