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
        var data = context.MergedJobDataMap;
        var asked = data.TryGetString(RunId, out var id) && Guid.TryParse(id, out _);
        var run = new JobRun
        {
            Id = asked ? Guid.Parse(id!) : Guid.CreateVersion7(),
            Job = GetType().Name,
            StartedBy = asked && data.TryGetString(StartedBy, out var who) ? who! : "",
            StartedAt = clock.GetUtcNow().UtcDateTime,
        };
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Caller>().BecomeMachine(run.Job);
            var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
            run.Did = await Do(scope.ServiceProvider, mediator, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var failure = $"{e.GetType().Name}: {e.Message}";
            run.Failure = failure.Length > 1000 ? failure[..1000] : failure;
            throw new JobExecutionException(e);
        }
        finally
        {
            run.EndedAt = clock.GetUtcNow().UtcDateTime;
            if (asked || run.Did.Length > 0 || run.Failure is not null)
                await Write(run);
        }
    }

    private async Task Write(JobRun run)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SharesDb>();
        using var turn = await gate.Enter(CancellationToken.None);
        db.JobRuns.Add(run);
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
