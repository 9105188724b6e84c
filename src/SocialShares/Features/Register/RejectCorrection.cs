using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Register;

/// <summary>Take back a correction that I proposed, or refuse one that somebody else proposed.</summary>
public sealed record RejectCorrection(EnterpriseId EnterpriseId, RegisterCorrectionId CorrectionId)
    : ICommand<Unit>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/enterprises/{enterpriseId}/register/corrections/{correctionId}/rejection", Post)
            .WithTags("Register");

    /// <inheritdoc cref="RejectCorrection"/>
    public static async Task<IResult> Post(
        EnterpriseId enterpriseId,
        RegisterCorrectionId correctionId,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new RejectCorrection(enterpriseId, correctionId), ct);
        return Results.NoContent();
    }

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock)
        : IRequestHandler<RejectCorrection, Unit>
    {
        public async Task<Unit> Handle(RejectCorrection r, CancellationToken ct)
        {
            var correction = await db.Correction(r.EnterpriseId, r.CorrectionId, ct);
            correction.Reject(caller.Sign(clock.GetUtcNow().UtcDateTime));
            return Unit.Value;
        }
    }
}

internal static class Corrections
{
    /// <exception cref="NotThere">No such correction in this enterprise.</exception>
    public static async Task<RegisterCorrection> Correction(
        this SharesDb db,
        EnterpriseId enterprise,
        RegisterCorrectionId id,
        CancellationToken ct
    ) =>
        await db.RegisterCorrections.SingleOrDefaultAsync(c => c.Id == id && c.EnterpriseId == enterprise, ct)
        ?? throw new NotThere("correction");

    /// <summary>The person who signs in for a holder.</summary>
    public static async Task<PersonId?> PersonOf(this SharesDb db, MemberId? holder, CancellationToken ct) =>
        holder is { } id ? await db.Members.Where(m => m.Id == id).Select(m => m.PersonId).SingleAsync(ct) : null;
}
