namespace SocialShares.Pages.Board;

/// <summary>A line of text in a form that stands on the page several times; each has its own value and error.</summary>
/// <param name="Id">Of the field; the field's name where the error summary leads to it.</param>
/// <param name="Name">What is sent.</param>
/// <param name="Label">What is asked.</param>
/// <param name="Hint">What to know before typing; null for nothing.</param>
/// <param name="Value">What was typed into this one; null: nothing.</param>
/// <param name="Error">What is wrong with it; null: nothing.</param>
/// <param name="Longest">Most characters.</param>
public sealed record RepeatedText(
    string Id,
    string Name,
    string Label,
    string? Hint,
    string? Value,
    string? Error,
    int Longest = 1000
)
{
    /// <summary>Ids of what a screen reader says with the field; null where there is nothing.</summary>
    public string? DescribedBy =>
        (Hint, Error) switch
        {
            (null, null) => null,
            (null, _) => $"{Id}-error",
            (_, null) => $"{Id}-hint",
            _ => $"{Id}-hint {Id}-error",
        };
}
