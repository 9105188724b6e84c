namespace SocialShares.Ports;

/// <summary>Mail to people. An exception means: not sent; try again.</summary>
public interface IMail
{
    Task Send(MailMessage message, CancellationToken ct);
}

/// <summary>A message in the reader's language, as plain text.</summary>
/// <param name="To">The address.</param>
/// <param name="Subject">One line: what would break it is taken out, because it may hold what people typed.</param>
/// <param name="Text">On any number of lines.</param>
public sealed record MailMessage(string To, string Subject, string Text)
{
    /// <summary>One line.</summary>
    public string Subject { get; } = OnOneLine(Subject);

    private static string OnOneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c));
}
