using MediatR;
using Microsoft.EntityFrameworkCore;
using Quartz;
using SocialShares.Http;

namespace SocialShares.Features.Operations;

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
