using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Register;
using SocialShares.Http;

namespace SocialShares.Features.Governance;

/// <summary>
/// Take another person, who has signed up, into the board of an enterprise; everybody on it is told. Whom a board member
/// seats is no second person where two must decide; whom an administrator seats is, also where they sit there already.
/// </summary>
public sealed record SeatBoardMember(EnterpriseId EnterpriseId, string Email, string Office, bool IsResident)
    : ICommand<Unit>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/enterprises/{enterpriseId}/board", Post)
            .WithTags("Enterprises")
            .RequireRateLimiting(Limits.Deciding);

    /// <inheritdoc cref="SeatBoardMember"/>
    public static async Task<IResult> Post(
        EnterpriseId enterpriseId,
        Body body,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new SeatBoardMember(enterpriseId, body.Email, body.Office ?? "", body.IsResident), ct);
        return Results.NoContent();
    }

    /// <summary>Who joins the board.</summary>
    public sealed record Body(string Email, string? Office, bool IsResident);

    public sealed class Rules : AbstractValidator<SeatBoardMember>
    {
        public Rules()
        {
            RuleFor(r => r.Email).Email();
            RuleFor(r => r.Office).Line(0, 40);
        }
    }

    public sealed class Handler(SharesDb db, CovenantChecks covenants, Outbox outbox, Caller caller, TimeProvider clock)
        : IRequestHandler<SeatBoardMember, Unit>
    {
        public async Task<Unit> Handle(SeatBoardMember r, CancellationToken ct)
        {
            var enterprise = await db.Enterprises.Include(e => e.Board).SingleAsync(e => e.Id == r.EnterpriseId, ct);
            var wanted = r.Email.ToUpperInvariant();
            var person =
                await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == wanted, ct)
                ?? throw new Refused("board.nobody-signed-up") { Field = "email" };
            var now = clock.GetUtcNow().UtcDateTime;
            var today = LegalDay.Of(now, enterprise.TimeZone);
            var isSeated = enterprise.Board.Any(m => m.PersonId == person.PersonId);
            enterprise.Seat(
                new BoardMember(enterprise.Id, person.PersonId, person.FullName, r.Office, r.IsResident, today),
                caller.Sign(now)
            );
            if (!isSeated)
                await CheckCovenant(enterprise, r.IsResident, now, ct);
            outbox.Add(new TellBoard("board-seated", enterprise.Id, 0, person.FullName, person.Email!, caller.Name));
            return Unit.Value;
        }

        // The board's version is raised by the seat, so that two seats at once are counted one after the other.
        private async Task CheckCovenant(Enterprise enterprise, bool isResident, DateTime now, CancellationToken ct)
        {
            if (await covenants.InForce(enterprise.Id, CovenantKind.BoardResidents, ct) is not { } covenant)
                return;
            var (residents, seats) = (enterprise.Board.Count(m => m.IsResident), enterprise.Board.Count);
            covenant.CheckSeat(residents, seats, isResident);
            covenants.Found(covenant, CovenantCause.BoardSeated, new CovenantMeasure(residents, seats), now);
        }
    }
}
