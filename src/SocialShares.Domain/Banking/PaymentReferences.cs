using System.Text.RegularExpressions;

namespace SocialShares.Domain;

/// <summary>Finds creditor references in what a payer wrote: in the field for it, or in the text.</summary>
public static partial class PaymentReferences
{
    /// <summary>Each valid reference that a line names, once, in electronic form.</summary>
    public static IReadOnlyList<string> In(StatementLine line)
    {
        var found = new List<string>();
        if (CreditorReference.TryParse(line.Reference, out var structured))
            found.Add(structured.Value);
        foreach (Match match in Form().Matches(Plain(line.Reference + " " + line.Text)))
            if (CreditorReference.TryParse(match.Groups[1].Value, out var written) && !found.Contains(written.Value))
                found.Add(written.Value);
        return found;
    }

    // Banks and people break references anywhere; letters of words around one do not matter, because ours have one length.
    private static string Plain(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '.' or '/'))).ToUpperInvariant();

    // Looked for at every place, so that what looks like the beginning of one hides no other.
    [GeneratedRegex("(?=(RF[0-9]{14}))")]
    private static partial Regex Form();
}
