using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Governance;
using SocialShares.Features.Issuing;
using SocialShares.Features.People;
using SocialShares.Http;

namespace SocialShares.Features.Register;

/// <summary>Read what stands on my name without an account, with the secret from the mail.</summary>
public sealed record ReadClaim(string Secret) : IQuery<ClaimShown>, IAllow<Anyone>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/claims/{secret}", Get).WithTags("Portfolio");

    /// <inheritdoc cref="ReadClaim"/>
    public static Task<ClaimShown> Get(string secret, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadClaim(secret), ct);

    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<ReadClaim, ClaimShown>
    {
        public async Task<ClaimShown> Handle(ReadClaim r, CancellationToken ct)
        {
            var invitation = await db.Invited(InvitationPurpose.Claim, r.Secret, ct);
            invitation.Check(clock.GetUtcNow().UtcDateTime);
            return await db.ClaimedBy(invitation, ct);
        }
    }
}

/// <summary>What somebody may take over.</summary>
/// <param name="Name">The name that stands there; several with a comma.</param>
/// <param name="InvitedByName">Who invites.</param>
/// <param name="EnterpriseName">In which enterprise.</param>
/// <param name="Holdings">How many holdings stand in its register.</param>
/// <param name="Applications">How many applications were typed from paper.</param>
public sealed record ClaimShown(
    string Name,
    string InvitedByName,
    string EnterpriseName,
    int Holdings,
    int Applications
);

/// <summary>
/// Take over what stands on my name without an account: holdings in the register and applications on paper. From now on I
/// sign in for them myself.
/// </summary>
public sealed record AcceptClaim(string Secret) : ICommand<Claimed>, IAllow<SignedIn>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/claims/{secret}/acceptance", Post).WithTags("Portfolio").RequireRateLimiting(Limits.SigningIn);

    /// <inheritdoc cref="AcceptClaim"/>
    public static Task<Claimed> Post(string secret, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new AcceptClaim(secret), ct);

    public sealed class Handler(SharesDb db, Outbox outbox, Caller caller, TimeProvider clock)
        : IRequestHandler<AcceptClaim, Claimed>
    {
        public async Task<Claimed> Handle(AcceptClaim r, CancellationToken ct)
        {
            var invitation = await db.Invited(InvitationPurpose.Claim, r.Secret, ct);
            var by = caller.Sign(clock.GetUtcNow().UtcDateTime);
            var (me, placeholder) = (caller.Person, new PersonId(invitation.SubjectId));
            var enterprise = invitation.EnterpriseId;
            invitation.Use(me, by.At);
            invitation.RequireOther(by, await db.EyesOf(enterprise, ct));
            caller.Concerns($"claim of {placeholder} in enterprise {enterprise}");
            var members = await db.Members.Of(enterprise, placeholder).ToListAsync(ct);
            var applications = await db.Applications.Of(enterprise, placeholder).ToListAsync(ct);
            var mine = await Kept(enterprise, me, ct);
            foreach (var member in members)
                member.Claim(placeholder, me);
            foreach (var application in applications)
                application.Claim(placeholder, me);
            // One holder of a kind and identity for each person: two would have two limits, and the register two lines.
            var claimed = members.Select(HolderKey.Of).Concat(applications.Where(Lives).Select(HolderKey.Of));
            if (claimed.Any(mine.Contains))
                throw new Refused("claim.already-holder");
            var email = await db.Users.Where(u => u.Id == me.Value).Select(u => u.Email!).SingleAsync(ct);
            var (number, name) = members.Select(m => (m.Number, m.Name)).FirstOrDefault();
            name ??= applications.Select(a => a.Name).FirstOrDefault("");
            outbox.Add(new TellBoard("claim-accepted", enterprise, number, name, email, by.Name));
            return new Claimed(members.Count, applications.Count);
        }

        // What the caller is, or will be, in that enterprise already.
        private async Task<HashSet<HolderKey>> Kept(EnterpriseId enterprise, PersonId me, CancellationToken ct)
        {
            var members = await db.Members.AsNoTracking().Of(enterprise, me).ToListAsync(ct);
            var applications = await db
                .Applications.AsNoTracking()
                .Where(a => a.EnterpriseId == enterprise && a.HolderPersonId == me)
                .ToListAsync(ct);
            return
            [
                .. members.Select(HolderKey.Of),
                .. applications.Where(a => a.TopsUp is null && Lives(a)).Select(HolderKey.Of),
            ];
        }

        // An application that was not submitted binds nobody and is judged when it is.
        private static bool Lives(Application a) =>
            a.State == ApplicationState.Waiting || (a.State.HoldsUnits() && a.State != ApplicationState.Issued);
    }
}

/// <summary>It is the caller's now.</summary>
/// <param name="Holdings">How many holdings.</param>
/// <param name="Applications">How many applications.</param>
public sealed record Claimed(int Holdings, int Applications);

internal static class Claims
{
    /// <summary>Holders in a register for whom a person signs in, or nobody.</summary>
    public static IQueryable<Member> Of(this IQueryable<Member> all, EnterpriseId enterprise, PersonId person) =>
        all.Where(m => m.EnterpriseId == enterprise && m.PersonId == person);

    /// <summary>Applications of a person, or of nobody yet.</summary>
    public static IQueryable<Application> Of(
        this IQueryable<Application> all,
        EnterpriseId enterprise,
        PersonId person
    ) => all.Where(a => a.EnterpriseId == enterprise && (a.PersonId == person || a.HolderPersonId == person));

    /// <summary>What an invitation to a claim is about.</summary>
    public static async Task<ClaimShown> ClaimedBy(this SharesDb db, Invitation invitation, CancellationToken ct)
    {
        var (enterprise, person) = (invitation.EnterpriseId, new PersonId(invitation.SubjectId));
        var held = await db.Members.Of(enterprise, person).Select(m => m.Name).ToListAsync(ct);
        var applied = await db.Applications.Of(enterprise, person).Select(a => a.Name).ToListAsync(ct);
        var issuer = await db.Enterprises.Where(e => e.Id == enterprise).Select(e => e.Name).SingleAsync(ct);
        return new ClaimShown(
            string.Join(", ", held.Concat(applied).Distinct()),
            invitation.CreatedByName,
            issuer,
            held.Count,
            applied.Count
        );
    }
}
