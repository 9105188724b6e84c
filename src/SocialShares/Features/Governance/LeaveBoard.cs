using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Governance;

/// <summary>
/// Leave the board of my enterprise from today on. The register keeps my office and its dates. Whoever is the last one
/// takes somebody else into the board first.
/// </summary>
public sealed record LeaveBoard(EnterpriseId EnterpriseId) : ICommand<Unit>, IAllow<Board>, IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/enterprises/{enterpriseId}/board/leave", Post).WithTags("Enterprises");

    /// <inheritdoc cref="LeaveBoard"/>
    public static async Task<IResult> Post(EnterpriseId enterpriseId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new LeaveBoard(enterpriseId), ct);
        return Results.NoContent();
    }

    public sealed class Handler(SharesDb db, CovenantChecks covenants, Caller caller, TimeProvider clock)
        : IRequestHandler<LeaveBoard, Unit>
    {
        public async Task<Unit> Handle(LeaveBoard r, CancellationToken ct)
        {
            // Held until the commit: of two who leave at once, one must stay.
            await db
                .Enterprises.Where(e => e.Id == r.EnterpriseId)
                .ExecuteUpdateAsync(s => s.SetProperty(e => e.Version, e => e.Version), ct);
            var enterprise = await db.Enterprises.Include(e => e.Board).SingleAsync(e => e.Id == r.EnterpriseId, ct);
            var now = clock.GetUtcNow().UtcDateTime;
            var today = LegalDay.Of(now, enterprise.TimeZone);
            db.FormerOfficers.Add(enterprise.Leave(caller.Person, today, now));
            // Nobody can be kept in a board: what the covenant measures now is kept and shown, not refused.
            if (await covenants.InForce(enterprise.Id, CovenantKind.BoardResidents, ct) is { } covenant)
            {
                var (residents, seats) = (enterprise.Board.Count(m => m.IsResident), enterprise.Board.Count);
                covenants.Found(covenant, CovenantCause.BoardLeft, new CovenantMeasure(residents, seats), now);
            }
            return Unit.Value;
        }
    }
}
