using MediatR;
using Microsoft.EntityFrameworkCore;
using Quartz;
using SocialShares.Data;
using SocialShares.Http;

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
