using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.People;
using SocialShares.Http;

namespace SocialShares.Features.Register;

/// <summary>Read what I was invited to take over, with the secret from the mail.</summary>
public sealed record ReadTakeOver(string Secret) : IQuery<TakeOverShown>, IAllow<Anyone>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/take-overs/{secret}", Get).WithTags("Portfolio");

    /// <inheritdoc cref="ReadTakeOver"/>
    public static Task<TakeOverShown> Get(string secret, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadTakeOver(secret), ct);

    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<ReadTakeOver, TakeOverShown>
    {
        public async Task<TakeOverShown> Handle(ReadTakeOver r, CancellationToken ct)
        {
            var invitation = await db.Invited(InvitationPurpose.TakeOver, r.Secret, ct);
            invitation.Check(clock.GetUtcNow().UtcDateTime);
            var id = new MemberId(invitation.SubjectId);
            return await (
                from m in db.Members.AsNoTracking()
                where m.Id == id
                join e in db.Enterprises on m.EnterpriseId equals e.Id
                select new TakeOverShown(
                    m.Name,
                    invitation.CreatedByName,
                    e.Name,
                    e.Ink,
                    e.Drawing,
                    db.RegisterEntries.Where(x => x.MemberId == m.Id && x.ShareClassId != null).Sum(x => x.Units),
                    db.RegisterEntries.Where(x => x.MemberId == m.Id && x.BondSeriesId != null).Sum(x => x.Units)
                )
            ).SingleAsync(ct);
        }
    }
}

/// <summary>A holding that a child of full age may take over.</summary>
/// <param name="Name">Whose holding, as it stands in the register.</param>
/// <param name="GuardianName">Who invites.</param>
/// <param name="EnterpriseName">In which enterprise.</param>
/// <param name="Ink">Name of its ink.</param>
/// <param name="Drawing">Name of its drawing.</param>
/// <param name="Shares">Shares held now.</param>
/// <param name="Bonds">Bonds held now.</param>
public sealed record TakeOverShown(
    string Name,
    string GuardianName,
    string EnterpriseName,
    string Ink,
    string Drawing,
    long Shares,
    long Bonds
);

/// <summary>Take over the holding that my guardian kept for me: from now on I sign in for it myself.</summary>
public sealed record AcceptTakeOver(string Secret) : ICommand<TakenOver>, IAllow<SignedIn>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/take-overs/{secret}/acceptance", Post)
            .WithTags("Portfolio")
            .RequireRateLimiting(Limits.SigningIn);

    /// <inheritdoc cref="AcceptTakeOver"/>
    public static Task<TakenOver> Post(string secret, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new AcceptTakeOver(secret), ct);

    public sealed class Handler(SharesDb db, Outbox outbox, Caller caller, TimeProvider clock)
        : IRequestHandler<AcceptTakeOver, TakenOver>
    {
        public async Task<TakenOver> Handle(AcceptTakeOver r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var invitation = await db.Invited(InvitationPurpose.TakeOver, r.Secret, ct);
            invitation.Use(caller.Person, now);
            var id = new MemberId(invitation.SubjectId);
            caller.Concerns($"holder {id}");
            var member = await db.Members.SingleAsync(m => m.Id == id, ct);
            member.RequireAlive();
            var zone = await db
                .Enterprises.Where(e => e.Id == member.EnterpriseId)
                .Select(e => e.TimeZone)
                .SingleAsync(ct);
            var guardian = member.PersonId;
            // One person, one member: what stands there passes to the holding that there is by a transfer.
            var already = await db
                .Members.Of(member.EnterpriseId, caller.Person)
                .Where(m => m.Kind == HolderKind.Person)
                .OrderBy(m => m.Number)
                .Select(m => (int?)m.Number)
                .FirstOrDefaultAsync(ct);
            member.TakeOver(caller.Person, already, LegalDay.Of(now, zone));
            outbox.Add(new TellGuardian("taken-over", member.Id, guardian));
            return new TakenOver(member.Id);
        }
    }
}

/// <summary>The holding is the child's now.</summary>
public sealed record TakenOver(MemberId MemberId);
