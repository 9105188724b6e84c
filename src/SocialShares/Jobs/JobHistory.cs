using Quartz;
using SocialShares.Data;

namespace SocialShares.Jobs;

/// <summary>Our own history of what jobs did: the schedule's tables keep none that is worth showing.</summary>
internal static class JobHistory
{
    private const int LongestFailure = 1000;

    /// <summary>A run that begins; its id and who asked for it come with the job's data when a person did.</summary>
    public static JobRun Begin(string job, JobDataMap data, DateTime now)
    {
        var asked = data.TryGetString(RecordedJob.RunId, out var id) && Guid.TryParse(id, out _);
        return new JobRun
        {
            Id = asked ? Guid.Parse(id!) : Guid.CreateVersion7(),
            Job = job,
            StartedBy = asked && data.TryGetString(RecordedJob.StartedBy, out var who) ? who! : "",
            StartedAt = now,
        };
    }

    /// <summary>What went wrong, short enough to keep.</summary>
    public static string Say(Exception e)
    {
        var failure = $"{e.GetType().Name}: {e.Message}";
        return failure.Length > LongestFailure ? failure[..LongestFailure] : failure;
    }

    /// <summary>Keeps a run that did something, failed, or was asked for; the many that found nothing due are not worth a row.</summary>
    public static async Task Keep(JobRun run, IServiceScopeFactory scopes, WriteGate gate)
    {
        if (run.StartedBy.Length == 0 && run.Did.Length == 0 && run.Failure is null)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SharesDb>();
        using var turn = await gate.Enter(CancellationToken.None);
        db.JobRuns.Add(run);
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
