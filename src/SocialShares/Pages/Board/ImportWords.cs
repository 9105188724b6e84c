using SocialShares.Features.Import;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>How an import is said.</summary>
public static class ImportWords
{
    /// <summary>Where it stands.</summary>
    public static string Of(ImportShown import) =>
        import.State switch
        {
            ImportState.WithProblems when import.ProblemCount == 1 => BoardTexts.import_state_problem_one,
            ImportState.WithProblems => string.Format(
                BoardTexts.import_state_problems,
                Shown.Count(import.ProblemCount)
            ),
            ImportState.Clean => BoardTexts.import_state_clean,
            ImportState.Written => BoardTexts.import_state_written,
            _ => BoardTexts.import_state_withdrawn,
        };

    /// <summary>The look of that.</summary>
    public static string Kind(ImportState state) =>
        state switch
        {
            ImportState.WithProblems => "bad",
            ImportState.Clean => "warn",
            ImportState.Written => "ok",
            _ => "pencil",
        };

    /// <summary>What a column holds; of a column that a problem names by field, the field.</summary>
    public static string Field(ImportField field) =>
        BoardTexts.ResourceManager.GetString($"import.field.{field.ToString().ToLowerInvariant()}", Language.Of)
        ?? field.ToString();

    /// <summary>A column as its list names it.</summary>
    public static string Column(string column) =>
        Enum.TryParse<ImportField>(column, out var field) && field.ToString() == column ? Field(field) : column;
}
