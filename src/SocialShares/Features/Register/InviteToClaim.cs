using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Issuing;
using SocialShares.Features.People;
using SocialShares.Http;

namespace SocialShares.Features.Register;

/// <summary>
/// Invite a holder of my register who has no account to take the holding over: imported from an older register, or entered
/// after an application on paper. An earlier invitation is withdrawn.
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

    public sealed class Handler(SharesDb db, InvitationDesk invitations, TimeProvider clock)
        : IRequestHandler<InviteToClaim, Unit>
    {
        public async Task<Unit> Handle(InviteToClaim r, CancellationToken ct)
        {
            var member =
                await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == r.MemberId, ct)
                ?? throw new NotThere("holding");
            member.RequireAlive();
            var now = clock.GetUtcNow().UtcDateTime;
            await invitations.ToClaim(db, member.PersonId, member.EnterpriseId, r.Email, now, ct);
            return Unit.Value;
        }
    }
}

/// <summary>Invite somebody who applied on paper to take the application over with an own account.</summary>
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

    public sealed class Handler(SharesDb db, InvitationDesk invitations, TimeProvider clock)
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
            await invitations.ToClaim(db, paper.PersonId, paper.EnterpriseId, r.Email, now, ct);
            return Unit.Value;
        }
    }
}

internal static class ClaimInvitations
{
    /// <summary>Invites to all that stands for one person without an account, in the language of their last paper.</summary>
    /// <exception cref="Refused"><c>claim.has-account</c></exception>
    public static async Task ToClaim(
        this InvitationDesk invitations,
        SharesDb db,
        PersonId person,
        EnterpriseId enterprise,
        string email,
        DateTime now,
        CancellationToken ct
    )
    {
        if (await db.HasAccount(person, ct))
            throw new Refused("claim.has-account");
        var language = await db
            .Applications.Where(a => a.PersonId == person)
            .Join(db.PaperApplications, a => a.Id, p => p.ApplicationId, (a, p) => p)
            .OrderByDescending(p => p.TypedAt)
            .Select(p => p.Language)
            .FirstOrDefaultAsync(ct);
        await invitations.Invite(InvitationPurpose.Claim, person.Value, enterprise, email, language, now, ct);
    }
}
