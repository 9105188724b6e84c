using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Stop paying in parts. When what I have paid is enough to be a member, I keep the shares that it bought; if not, it comes back
/// in full. Within the reflection period I cancel the application instead.
/// </summary>
public sealed record StopInstalments(ApplicationId ApplicationId) : ICommand<Unit>, IAllow<Owner>, IOfApplication
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/applications/{applicationId}/instalments/stop", Post).WithTags("Applications");

    /// <inheritdoc cref="StopInstalments"/>
    public static async Task<IResult> Post(ApplicationId applicationId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new StopInstalments(applicationId), ct);
        return Results.NoContent();
    }

    public sealed class Handler(SharesDb db, InstalmentEnd instalmentEnd, TimeProvider clock)
        : IRequestHandler<StopInstalments, Unit>
    {
        public async Task<Unit> Handle(StopInstalments r, CancellationToken ct)
        {
            var plan =
                await db.InstalmentPlans.SingleOrDefaultAsync(p => p.Id == r.ApplicationId, ct)
                ?? throw new NotThere("instalments");
            var first = await db.Applications.SingleAsync(a => a.Id == r.ApplicationId, ct);
            if (plan.State != InstalmentState.Running)
                throw new Refused("instalments.over");
            if (first.State == ApplicationState.Paid)
                throw new Refused("instalments.in-reflection", first.LastDayToCancel!);
            await instalmentEnd.Stop(plan, InstalmentPlan.ByApplicant, clock.GetUtcNow().UtcDateTime, ct);
            return Unit.Value;
        }
    }
}
