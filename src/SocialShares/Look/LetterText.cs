using System.Text.RegularExpressions;

namespace SocialShares.Look;

/// <summary>
/// The part of Markdown that a letter needs, as HTML: paragraphs, lists, quotes, headings, emphasis, code and links to web
/// and mail addresses. Everything else, HTML too, is shown as the text that it is: each piece of what was typed goes through
/// <see cref="Markup.Of"/>, so that nothing typed can become markup of its own.
/// </summary>
public static partial class LetterText
{
    // The page has h1 and h2, the letter's own heading is h3: headings in its text come below, and not ever smaller.
    private const int HighestHeading = 4;
    private const int LowestHeading = 5;

    /// <summary>The text as HTML that can only be read.</summary>
    public static Markup Of(string text)
    {
        var pieces = new List<Markup>();
        var lines = new Queue<string>(text.ReplaceLineEndings("\n").Split('\n'));
        while (lines.Count > 0)
            if (string.IsNullOrWhiteSpace(lines.Peek()))
                lines.Dequeue();
            else
                pieces.Add(Block(lines));
        return Markup.Join(pieces);
    }

    private static Markup Block(Queue<string> lines)
    {
        var first = lines.Peek();
        if (Heading().Match(first) is { Success: true } heading)
        {
            lines.Dequeue();
            var level = new Markup($"{Math.Min(LowestHeading, heading.Groups["marks"].Length + HighestHeading - 1)}");
            return Markup.Of($"<h{level}>{Inline(heading.Groups["words"].Value)}</h{level}>");
        }
        if (Bullet().IsMatch(first))
            return List(lines, Bullet(), "ul");
        if (Number().IsMatch(first))
            return List(lines, Number(), "ol");
        if (Quote().IsMatch(first))
            return Markup.Of($"<blockquote><p>{Inline(string.Join('\n', Taken(lines, Quote())))}</p></blockquote>");
        return Markup.Of($"<p>{Inline(string.Join('\n', Paragraph(lines)))}</p>");
    }

    private static Markup List(Queue<string> lines, Regex mark, string tag)
    {
        var items = Markup.Join(Taken(lines, mark).Select(item => Markup.Of($"<li>{Inline(item)}</li>")));
        return Markup.Of($"<{new Markup(tag)}>{items}</{new Markup(tag)}>");
    }

    // Lines that begin with the mark, without it.
    private static List<string> Taken(Queue<string> lines, Regex mark)
    {
        var taken = new List<string>();
        while (lines.Count > 0 && mark.Match(lines.Peek()) is { Success: true } found)
            taken.Add(lines.Dequeue()[found.Length..]);
        return taken;
    }

    private static List<string> Paragraph(Queue<string> lines)
    {
        var taken = new List<string> { lines.Dequeue() };
        while (lines.Count > 0 && lines.Peek() is var next && !string.IsNullOrWhiteSpace(next) && !Begins(next))
            taken.Add(lines.Dequeue());
        return taken;
    }

    private static bool Begins(string line) =>
        Heading().IsMatch(line) || Bullet().IsMatch(line) || Number().IsMatch(line) || Quote().IsMatch(line);

    private static Markup Inline(string text)
    {
        var pieces = new List<Markup>();
        var from = 0;
        foreach (Match found in Span().Matches(text))
        {
            pieces.Add(Markup.Of($"{text[from..found.Index]}"));
            pieces.Add(Piece(found));
            from = found.Index + found.Length;
        }
        pieces.Add(Markup.Of($"{text[from..]}"));
        return Markup.Join(pieces);
    }

    private static Markup Piece(Match found)
    {
        if (found.Groups["code"] is { Success: true } code)
            return Markup.Of($"<code>{code.Value}</code>");
        if (found.Groups["bold"] is { Success: true } bold)
            return Markup.Of($"<strong>{Inline(bold.Value)}</strong>");
        if (found.Groups["italic"] is { Success: true } italic)
            return Markup.Of($"<em>{Inline(italic.Value)}</em>");
        // Where a link leads may learn nothing of the page, and what is no web or mail address stays text.
        return Address(found.Groups["url"].Value) is { } address
            ? Markup.Of($"<a href=\"{address}\" rel=\"nofollow noopener noreferrer\">{found.Groups["words"].Value}</a>")
            : Markup.Of($"{found.Value}");
    }

    private static string? Address(string typed) =>
        Uri.TryCreate(typed, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "mailto"
            ? address.AbsoluteUri
            : null;

    [GeneratedRegex(@"^(?<marks>#{1,6}) +(?<words>\S.*)$", RegexOptions.None, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^ {0,3}[-*] +(?=\S)", RegexOptions.None, 1000)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^ {0,3}\d{1,3}[.)] +(?=\S)", RegexOptions.None, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"^ {0,3}> ?", RegexOptions.None, 1000)]
    private static partial Regex Quote();

    // Each alternative begins with its own sign and repeats no group in a group: time grows with the length only.
    [GeneratedRegex(
        @"`(?<code>[^`\n]{1,500})`|\*\*(?<bold>[^*\n]{1,2000})\*\*|\*(?<italic>[^*\s][^*\n]{0,2000})\*|\[(?<words>[^\[\]\n]{1,300})\]\((?<url>[^()\s]{1,1000})\)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Span();
}
