using MediatR;
using Microsoft.EntityFrameworkCore;
using Quartz;
using SocialShares.Data;
using SocialShares.Http;
using SocialShares.Jobs;

namespace SocialShares.Features.Operations;

/// <summary>Run a job now; the answer names the run, whose end can be read.</summary>
public sealed record RunJob(Guid Key, string Job) : ICommand<JobStarted>, IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/jobs/{job}/runs", Post).WithTags("Operations");

    /// <inheritdoc cref="RunJob"/>
    public static async Task<IResult> Post(string job, IdempotencyKey key, IMediator mediator, CancellationToken ct)
    {
        var started = await mediator.Send(new RunJob(key.Value, job), ct);
        return Results.Accepted($"{Routes.Prefix}/jobs/runs/{started.RunId}", started);
    }

    public sealed class Handler(ISchedulerFactory schedulers, Caller caller) : IRequestHandler<RunJob, JobStarted>
    {
        public async Task<JobStarted> Handle(RunJob r, CancellationToken ct)
        {
            if (!JobNames.All.Contains(r.Job))
                throw new NotThere("job");
            var scheduler = await schedulers.GetScheduler(ct);
            var data = new JobDataMap
            {
                { RecordedJob.RunId, r.Key.ToString() },
                { RecordedJob.StartedBy, caller.Name },
            };
            await scheduler.TriggerJob(new JobKey(r.Job), data, ct);
            return new JobStarted(r.Key);
        }
    }
}

/// <summary>The job was started.</summary>
public sealed record JobStarted(Guid RunId);

/// <summary>Read how a run of a job ended; 404 while it is under way.</summary>
public sealed record ReadJobRun(Guid RunId) : IQuery<JobRunShown>, IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/jobs/runs/{runId}", Get).WithTags("Operations");

    /// <inheritdoc cref="ReadJobRun"/>
    public static Task<JobRunShown> Get(Guid runId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadJobRun(runId), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ReadJobRun, JobRunShown>
    {
        public async Task<JobRunShown> Handle(ReadJobRun r, CancellationToken ct) =>
            JobRunShown.Of(
                await db.JobRuns.AsNoTracking().SingleOrDefaultAsync(x => x.Id == r.RunId, ct)
                    ?? throw new NotThere("job-run")
            );
    }
}
