using System.Net.Mail;
using SocialShares.Data;
using SocialShares.Ports;

namespace SocialShares.Adapters.Mail;

/// <summary>Settings of the section <c>Mail</c>.</summary>
public sealed class MailSettings
{
    /// <summary>SMTP server; empty: messages are kept and shown on the development mail page.</summary>
    public string Server { get; set; } = "";
    public int Port { get; set; } = 587;
    public string User { get; set; } = "";
    public string Password { get; set; } = "";
    public string From { get; set; } = "noreply@socialshares.example";
}

/// <summary>Keeps messages where the development mail page shows them.</summary>
public sealed class KeptMail(SharesDb db, WriteGate gate, TimeProvider clock) : IMail
{
    public async Task Send(Ports.MailMessage message, CancellationToken ct)
    {
        using var turn = await gate.Enter(ct);
        db.SentMails.Add(
            new SentMail
            {
                Id = Guid.CreateVersion7(),
                To = message.To,
                Subject = message.Subject,
                Text = message.Text,
                SentAt = clock.GetUtcNow().UtcDateTime,
            }
        );
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>Sends through an SMTP server.</summary>
public sealed class SmtpMail(MailSettings settings) : IMail
{
    public async Task Send(Ports.MailMessage message, CancellationToken ct)
    {
        using var client = new SmtpClient(settings.Server, settings.Port) { EnableSsl = true };
        if (settings.User.Length > 0)
            client.Credentials = new System.Net.NetworkCredential(settings.User, settings.Password);
        using var mail = new System.Net.Mail.MailMessage(settings.From, message.To, message.Subject, message.Text);
        await client.SendMailAsync(mail, ct);
    }
}
