using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Governance;
using SocialShares.Features.Issuing;
using SocialShares.Features.People;
using SocialShares.Http;

namespace SocialShares.Features.Register;

/// <summary>
/// Invites to all that stands for one person without an account. Whoever takes that over owns it, so the inviter must
/// not be able to be the one who does.
/// </summary>
public sealed class ClaimDesk(SharesDb db, InvitationDesk invitations, Outbox outbox, Caller caller)
{
    /// <summary>Invites in the language of the last paper, and tells the board.</summary>
    /// <exception cref="Refused"><c>claim.has-account</c>, <c>claim.paper-typed</c>, <c>claim.other-address</c>,
    /// <c>claim.own-invitation</c>, <c>four-eyes.seated-by-first</c>.</exception>
    public async Task Invite(PersonId person, EnterpriseId enterprise, string email, DateTime now, CancellationToken ct)
    {
        if (await db.HasAccount(person, ct))
            throw new Refused("claim.has-account");
        var held = await db.Members.AsNoTracking().Of(enterprise, person).ToListAsync(ct);
        var papers = await db
            .Applications.Of(enterprise, person)
            .Join(db.PaperApplications, a => a.Id, p => p.ApplicationId, (a, p) => new { a.Name, Paper = p })
            .OrderByDescending(x => x.Paper.TypedAt)
            .ToListAsync(ct);
        // What is claimed can be edited: a second person compares it with the paper first.
        if (papers.Exists(p => p.Paper.State == PaperState.Typed))
            throw new Refused("claim.paper-typed");
        var known = held.Select(m => m.Email)
            .Concat(papers.Where(p => p.Paper.State == PaperState.Confirmed).Select(p => p.Paper.Email))
            .OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (known.Count > 0 && !known.Contains(email))
            throw new Refused("claim.other-address") { Field = "email" };
        await RequireOthers(enterprise, email, now, ct);
        var language = papers.Select(p => p.Paper.Language).FirstOrDefault();
        await invitations.Invite(InvitationPurpose.Claim, person.Value, enterprise, email, language, now, ct);
        outbox.Add(
            new TellBoard(
                "claim-invited",
                enterprise,
                held.Select(m => m.Number).FirstOrDefault(),
                held.Select(m => m.Name).Concat(papers.Select(p => p.Name)).First(),
                email,
                caller.Name
            )
        );
    }

    // Not to a mailbox of the inviter, as far as the platform knows it.
    private async Task RequireOthers(EnterpriseId enterprise, string email, DateTime now, CancellationToken ct)
    {
        var address = email.ToUpperInvariant();
        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == address, ct);
        if (account is null)
            return;
        var eyes = await db.EyesOf(enterprise, ct);
        eyes.RequireTwo(account.PersonId, caller.Sign(now), "claim.own-invitation");
    }
}
