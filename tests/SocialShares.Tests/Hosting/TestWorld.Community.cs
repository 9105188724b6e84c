using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Tests.Hosting;

/// <summary>Mail that people got.</summary>
public sealed partial class TestWorld
{
    /// <summary>Messages to an address, oldest first, after everything that is due was sent.</summary>
    public async Task<IReadOnlyList<SentMail>> MailTo(string address)
    {
        await Settle();
        return await InDatabase(db =>
            db.SentMails.AsNoTracking()
                .Where(m => m.To == address)
                .OrderBy(m => m.SentAt)
                .ThenBy(m => m.Id)
                .ToListAsync()
        );
    }

    /// <summary>The link in a message that leads to a page, from its path on.</summary>
    public static string LinkIn(SentMail mail, string path) =>
        mail.Text.Split('\n', ' ').First(word => word.Contains(path, StringComparison.Ordinal)) is var word
            ? word[word.IndexOf(path, StringComparison.Ordinal)..].Trim()
            : "";
}
