namespace SocialShares.Ports;

/// <summary>Mail to people. An exception means: not sent; try again.</summary>
public interface IMail
{
    Task Send(MailMessage message, CancellationToken ct);
}

/// <summary>A message in the reader's language, as plain text.</summary>
public sealed record MailMessage(string To, string Subject, string Text);
