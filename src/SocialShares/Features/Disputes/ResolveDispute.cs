using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Disputes;

/// <summary>
/// Close a dispute that is over, and say what was done: for a lost one whether the board has taken the units back by a correction
/// of the register. From then on nothing is frozen any more.
/// </summary>
public sealed record ResolveDispute(DisputeId DisputeId, string Resolution) : ICommand<Unit>, IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/disputes/{disputeId}/resolution", Post).WithTags("Disputes");

    /// <inheritdoc cref="ResolveDispute"/>
    public static async Task<IResult> Post(DisputeId disputeId, Body body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ResolveDispute(disputeId, body.Resolution), ct);
        return Results.NoContent();
    }

    /// <summary>What was done.</summary>
    public sealed record Body(string Resolution);

    public sealed class Rules : AbstractValidator<ResolveDispute>
    {
        public Rules() => RuleFor(r => r.Resolution).Text(1, 1000);
    }

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock) : IRequestHandler<ResolveDispute, Unit>
    {
        public async Task<Unit> Handle(ResolveDispute r, CancellationToken ct)
        {
            var dispute =
                await db.Disputes.SingleOrDefaultAsync(d => d.Id == r.DisputeId, ct) ?? throw new NotThere("dispute");
            dispute.Resolve(r.Resolution.Trim(), caller.Sign(clock.GetUtcNow().UtcDateTime));
            caller.Concerns($"dispute {dispute.Id}");
            return Unit.Value;
        }
    }
}
