using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.People;

/// <summary>Where mail reaches somebody who may have no account.</summary>
/// <param name="Email">The address.</param>
/// <param name="Name">As the mail greets them.</param>
/// <param name="Language">Of the mail: en or nl.</param>
/// <param name="SignsIn">Can they sign in, so that the mail may name a page of their own?</param>
internal sealed record Mailbox(string Email, string Name, string Language, bool SignsIn);

internal static class Mailboxes
{
    /// <summary>
    /// The address that somebody signs in with; of somebody without an account the address on the paper of an application, or
    /// where none is named on the newest paper that has one. Null: mail reaches them nowhere.
    /// </summary>
    public static async Task<Mailbox?> MailboxOf(
        this SharesDb db,
        PersonId person,
        ApplicationId? application,
        CancellationToken ct
    )
    {
        var id = person.Value;
        var account = await db
            .Users.Where(u => u.Id == id)
            .Select(u => new Mailbox(u.Email!, u.FullName, u.Language, true))
            .SingleOrDefaultAsync(ct);
        if (account is not null)
            return account;
        var theirs = db.Applications.Where(a => a.PersonId == person || a.HolderPersonId == person);
        return await (application is { } one ? theirs.Where(a => a.Id == one) : theirs)
            .Join(
                db.PaperApplications.Where(p => p.Email != null),
                a => a.Id,
                p => p.ApplicationId,
                (a, p) => new { a.Name, Paper = p }
            )
            .OrderByDescending(x => x.Paper.TypedAt)
            .Select(x => new Mailbox(x.Paper.Email!, x.Name, x.Paper.Language, false))
            .FirstOrDefaultAsync(ct);
    }
}
