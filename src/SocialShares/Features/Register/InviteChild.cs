using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.People;
using SocialShares.Http;

namespace SocialShares.Features.Register;

/// <summary>
/// Invite my child, who has reached full age, to take over the holding that I keep as guardian. An earlier invitation is
/// withdrawn.
/// </summary>
public sealed record InviteChild(MemberId MemberId, string Email) : ICommand<Unit>, IAllow<Owner>, IOfMember
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/holdings/{memberId}/take-over-invitation", Post)
            .WithTags("Portfolio")
            .RequireRateLimiting(Limits.Buying);

    /// <inheritdoc cref="InviteChild"/>
    public static async Task<IResult> Post(MemberId memberId, Body body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new InviteChild(memberId, body.Email), ct);
        return Results.NoContent();
    }

    /// <summary>Whom to invite.</summary>
    /// <param name="Email">The child's own mail address; the link in the mail is good for thirty days.</param>
    public sealed record Body(string Email);

    public sealed class Rules : AbstractValidator<InviteChild>
    {
        public Rules() => RuleFor(r => r.Email).Email();
    }

    public sealed class Handler(SharesDb db, InvitationDesk invitations, TimeProvider clock)
        : IRequestHandler<InviteChild, Unit>
    {
        public async Task<Unit> Handle(InviteChild r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var member =
                await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == r.MemberId, ct)
                ?? throw new NotThere("holding");
            var zone = await db
                .Enterprises.Where(e => e.Id == member.EnterpriseId)
                .Select(e => e.TimeZone)
                .SingleAsync(ct);
            if (!member.MayBeTakenOver(LegalDay.Of(now, zone)))
                throw new Refused("holding.not-of-age", HolderDetails.FullAge);
            await invitations.Invite(
                InvitationPurpose.TakeOver,
                r.MemberId.Value,
                member.EnterpriseId,
                r.Email,
                null,
                now,
                ct
            );
            return Unit.Value;
        }
    }
}
