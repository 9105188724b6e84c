using MediatR;
using Microsoft.EntityFrameworkCore;
using Quartz;
using SocialShares.Data;
using SocialShares.Http;
using SocialShares.Jobs;

namespace SocialShares.Features.Operations;

/// <summary>List the jobs of the schedule with their last and next run.</summary>
public sealed record ListJobs : IQuery<IReadOnlyList<JobShown>>, IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/jobs", Get).WithTags("Operations");

    /// <inheritdoc cref="ListJobs"/>
    public static Task<IReadOnlyList<JobShown>> Get(IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListJobs(), ct);

    public sealed class Handler(SharesDb db, ISchedulerFactory schedulers)
        : IRequestHandler<ListJobs, IReadOnlyList<JobShown>>
    {
        public async Task<IReadOnlyList<JobShown>> Handle(ListJobs request, CancellationToken ct)
        {
            var scheduler = await schedulers.GetScheduler(ct);
            var jobs = new List<JobShown>();
            foreach (var name in JobNames.All)
            {
                var trigger = await scheduler.GetTrigger(new TriggerKey(name), ct);
                var state = trigger is null ? "none" : (await scheduler.GetTriggerState(trigger.Key, ct)).ToString();
                var last = await db
                    .JobRuns.AsNoTracking()
                    .Where(r => r.Job == name)
                    .OrderByDescending(r => r.StartedAt)
                    .FirstOrDefaultAsync(ct);
                jobs.Add(
                    new JobShown(
                        name,
                        state == nameof(TriggerState.Paused),
                        trigger?.PreviousFireTimeUtc?.UtcDateTime,
                        trigger?.NextFireTimeUtc?.UtcDateTime,
                        last is null ? null : JobRunShown.Of(last)
                    )
                );
            }
            return jobs;
        }
    }
}

/// <summary>A job of the schedule. Instants are UTC.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsPaused">Does the schedule leave it out?</param>
/// <param name="LastTime">When the schedule last started it.</param>
/// <param name="NextTime">When the schedule will start it.</param>
/// <param name="LastRun">The last run that did something, failed, or was asked for.</param>
public sealed record JobShown(string Name, bool IsPaused, DateTime? LastTime, DateTime? NextTime, JobRunShown? LastRun);

/// <summary>One run of a job.</summary>
public sealed record JobRunShown(
    Guid Id,
    string Job,
    string StartedBy,
    DateTime StartedAt,
    DateTime? EndedAt,
    string Did,
    string? Failure
)
{
    public static JobRunShown Of(JobRun r) => new(r.Id, r.Job, r.StartedBy, r.StartedAt, r.EndedAt, r.Did, r.Failure);
}

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

/// <summary>Leave a job out of the schedule, or take it in again.</summary>
public sealed record PauseJob(string Job, bool Paused) : ICommand<Unit>, IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPut("/jobs/{job}/paused", Put).WithTags("Operations");

    /// <inheritdoc cref="PauseJob"/>
    public static async Task<IResult> Put(string job, Body body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new PauseJob(job, body.Paused), ct);
        return Results.NoContent();
    }

    /// <summary>Paused or not.</summary>
    public sealed record Body(bool Paused);

    public sealed class Handler(ISchedulerFactory schedulers) : IRequestHandler<PauseJob, Unit>
    {
        public async Task<Unit> Handle(PauseJob r, CancellationToken ct)
        {
            if (!JobNames.All.Contains(r.Job))
                throw new NotThere("job");
            var scheduler = await schedulers.GetScheduler(ct);
            await (r.Paused ? scheduler.PauseJob(new JobKey(r.Job), ct) : scheduler.ResumeJob(new JobKey(r.Job), ct));
            return Unit.Value;
        }
    }
}

/// <summary>Names of all jobs.</summary>
public static class JobNames
{
    public static IReadOnlyList<string> All { get; } =
        typeof(RecordedJob)
            .Assembly.GetTypes()
            .Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(RecordedJob)))
            .Select(t => t.Name)
            .Order(StringComparer.Ordinal)
            .ToList();
}
