using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Choose in how many monthly parts I pay for the shares that I apply for, or that I pay at once; where the offer allows it, and
/// until I submit. The amount of the application becomes that of its first part.
/// </summary>
public sealed record ChooseInstalments(ApplicationId ApplicationId, int Parts)
    : ICommand<Unit>,
        IAllow<Owner>,
        IOfApplication
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPut("/applications/{applicationId}/instalments", Put).WithTags("Applications");

    /// <inheritdoc cref="ChooseInstalments"/>
    public static async Task<IResult> Put(
        ApplicationId applicationId,
        Body body,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new ChooseInstalments(applicationId, body.Parts), ct);
        return Results.NoContent();
    }

    /// <summary>In how many parts.</summary>
    /// <param name="Parts">1: at once; else the number of monthly parts, the first included.</param>
    public sealed record Body(int Parts);

    public sealed class Handler(SharesDb db) : IRequestHandler<ChooseInstalments, Unit>
    {
        public async Task<Unit> Handle(ChooseInstalments r, CancellationToken ct)
        {
            var application = await db.Applications.SingleAsync(a => a.Id == r.ApplicationId, ct);
            var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == application.OfferId, ct);
            var plan = await db.InstalmentPlans.SingleOrDefaultAsync(p => p.Id == application.Id, ct);
            if (r.Parts == 1)
            {
                application.KeepFirstPart(offer, 0);
                if (plan is not null)
                    db.InstalmentPlans.Remove(plan);
            }
            else if (plan is null)
                db.InstalmentPlans.Add(InstalmentPlan.Propose(application, offer, r.Parts));
            else
                plan.Divide(application, offer, r.Parts);
            return Unit.Value;
        }
    }
}
