using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Register;

/// <summary>
/// Invite a holder of my register who has no account to take the holding over: imported from an older register, or entered
/// after an application on paper. Where the register or a confirmed paper knows a mail address of theirs, it goes only
/// there; the whole board is told. An earlier invitation is withdrawn.
/// </summary>
public sealed record InviteToClaim(MemberId MemberId, string Email)
    : ICommand<Unit>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfMember
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/holders/{memberId}/claim-invitation", Post)
            .WithTags("Register")
            .RequireRateLimiting(Limits.Buying);

    /// <inheritdoc cref="InviteToClaim"/>
    public static async Task<IResult> Post(MemberId memberId, Body body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new InviteToClaim(memberId, body.Email), ct);
        return Results.NoContent();
    }

    /// <summary>Whom to invite.</summary>
    /// <param name="Email">The holder's own mail address; the link in the mail works once, for thirty days.</param>
    public sealed record Body(string Email);

    public sealed class Rules : AbstractValidator<InviteToClaim>
    {
        public Rules() => RuleFor(r => r.Email).Email();
    }

    public sealed class Handler(SharesDb db, ClaimDesk claims, TimeProvider clock)
        : IRequestHandler<InviteToClaim, Unit>
    {
        public async Task<Unit> Handle(InviteToClaim r, CancellationToken ct)
        {
            var member =
                await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == r.MemberId, ct)
                ?? throw new NotThere("holding");
            member.RequireAlive();
            var now = clock.GetUtcNow().UtcDateTime;
            await claims.Invite(member.PersonId, member.EnterpriseId, r.Email, now, ct);
            return Unit.Value;
        }
    }
}

/// <summary>
/// Invite somebody whose paper a second person has confirmed to take the application over with an own account, as with
/// a holder.
/// </summary>
public sealed record InviteApplicantToClaim(ApplicationId ApplicationId, string Email)
    : ICommand<Unit>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfApplication
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/paper-applications/{applicationId}/claim-invitation", Post)
            .WithTags("Paper applications")
            .RequireRateLimiting(Limits.Buying);

    /// <inheritdoc cref="InviteApplicantToClaim"/>
    public static async Task<IResult> Post(
        ApplicationId applicationId,
        InviteToClaim.Body body,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new InviteApplicantToClaim(applicationId, body.Email), ct);
        return Results.NoContent();
    }

    public sealed class Rules : AbstractValidator<InviteApplicantToClaim>
    {
        public Rules() => RuleFor(r => r.Email).Email();
    }

    public sealed class Handler(SharesDb db, ClaimDesk claims, TimeProvider clock)
        : IRequestHandler<InviteApplicantToClaim, Unit>
    {
        public async Task<Unit> Handle(InviteApplicantToClaim r, CancellationToken ct)
        {
            var paper =
                await db
                    .Applications.Where(a => db.PaperApplications.Any(p => p.ApplicationId == a.Id))
                    .Where(a => a.Id == r.ApplicationId)
                    .Select(a => new { a.PersonId, a.EnterpriseId })
                    .SingleOrDefaultAsync(ct)
                ?? throw new NotThere("application");
            var now = clock.GetUtcNow().UtcDateTime;
            await claims.Invite(paper.PersonId, paper.EnterpriseId, r.Email, now, ct);
            return Unit.Value;
        }
    }
}
