using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Register;
using SocialShares.Http;
using SocialShares.Ports;
using SocialShares.Resources;

namespace SocialShares.Features.People;

/// <summary>Writes the mail of an invitation.</summary>
public sealed class InvitationMail(SharesDb db, SiteOptions site)
{
    /// <summary>What an invitation says, but for its secret.</summary>
    /// <param name="Message">Name of the message: its texts are <c>NAME.subject</c> and <c>NAME.text</c>.</param>
    /// <param name="Path">The page that the secret opens.</param>
    /// <param name="Until">The last instant at which it is good, UTC; null: for the usual days.</param>
    /// <param name="Figures">What the texts name, before link and last day.</param>
    public sealed record Content(string Message, string Path, DateTime? Until, IReadOnlyList<object> Figures);

    /// <summary>Reads what an invitation is about.</summary>
    public async Task<Content> About(Invitation invitation, CultureInfo culture, CancellationToken ct) =>
        invitation.Purpose switch
        {
            InvitationPurpose.TakeOver => await TakeOver(invitation, ct),
            InvitationPurpose.Gift => await Gift(invitation, culture, ct),
            InvitationPurpose.Claim => await Claim(invitation, ct),
            _ => throw new InvariantBroken($"an invitation to {invitation.Purpose} is not sent by mail"),
        };

    /// <summary>The mail with its secret.</summary>
    public MailMessage Write(Content about, string email, string secret, DateTime until, CultureInfo culture)
    {
        object[] figures =
        [
            .. about.Figures,
            site.Page($"{about.Path}/{secret}"),
            DateOnly.FromDateTime(until).ToString("D", culture),
        ];
        return new MailMessage(
            email,
            string.Format(culture, Text(about.Message + ".subject", culture), figures),
            string.Format(culture, Text(about.Message + ".text", culture), figures)
        );
    }

    private async Task<Content> TakeOver(Invitation invitation, CancellationToken ct)
    {
        var holding = new MemberId(invitation.SubjectId);
        var about = await (
            from m in db.Members
            where m.Id == holding
            join e in db.Enterprises on m.EnterpriseId equals e.Id
            select new { m.Name, EnterpriseName = e.Name }
        ).SingleAsync(ct);
        return new Content(
            "take-over",
            "/take-over",
            null,
            [about.Name, about.EnterpriseName, invitation.CreatedByName]
        );
    }

    private async Task<Content> Claim(Invitation invitation, CancellationToken ct)
    {
        var about = await db.ClaimedBy(invitation, ct);
        return new Content("claim", "/claim", null, [about.Name, about.EnterpriseName, invitation.CreatedByName]);
    }

    private async Task<Content> Gift(Invitation invitation, CultureInfo culture, CancellationToken ct)
    {
        var id = new ApplicationId(invitation.SubjectId);
        var about = await (
            from g in db.Gifts
            where g.ApplicationId == id
            join a in db.Applications on g.ApplicationId equals a.Id
            join o in db.Offers on a.OfferId equals o.Id
            join e in db.Enterprises on o.EnterpriseId equals e.Id
            select new
            {
                g.ReceiverName,
                g.GiverName,
                g.Message,
                g.AcceptBy,
                a.AmountMinor,
                o.Currency,
                o.Title,
                o.TimeZone,
                EnterpriseName = e.Name,
            }
        ).SingleAsync(ct);
        // Good until the end of the last day, where the enterprise is.
        var until = TimeZoneInfo.ConvertTimeToUtc(
            about.AcceptBy!.Value.ToDateTime(new TimeOnly(23, 59, 59)),
            TimeZoneInfo.FindSystemTimeZoneById(about.TimeZone)
        );
        return new Content(
            "gift",
            "/gift",
            until,
            [
                about.ReceiverName,
                about.GiverName,
                $"{(about.Currency == Currency.Eur ? "€" : "£")}{(about.AmountMinor / 100m).ToString("N2", culture)}",
                about.Title,
                about.EnterpriseName,
                about.Message,
            ]
        );
    }

    private static string Text(string key, CultureInfo culture) =>
        MailTexts.ResourceManager.GetString(key, culture) ?? throw new InvariantBroken($"no mail text {key}");
}
