using System.Globalization;
using FluentValidation;

namespace SocialShares.Http;

/// <summary>
/// Where a page of a list that is ordered by time, newest first, ended. Rows have an order in time only; of those of one
/// instant it counts how many were shown.
/// </summary>
/// <param name="At">The instant of the last row, UTC.</param>
/// <param name="Seen">How many rows of that instant were shown.</param>
public sealed record MomentCursor(DateTime At, int Seen)
{
    /// <summary>Reads one; null when there is none or when it is none.</summary>
    public static MomentCursor? Read(string? text)
    {
        var parts = (text ?? "").Split('-');
        return
            parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTime.MaxValue.Ticks
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            ? new MomentCursor(new DateTime(ticks, DateTimeKind.Utc), seen)
            : null;
    }

    /// <summary>Where the page after this one begins.</summary>
    /// <param name="page">The rows of the page; not empty.</param>
    /// <param name="moment">The instant by which they are ordered.</param>
    /// <param name="start">Where the page began.</param>
    public static string After<T>(IReadOnlyList<T> page, Func<T, DateTime> moment, MomentCursor? start)
    {
        var at = moment(page[^1]);
        return $"{new MomentCursor(at, page.Count(row => moment(row) == at) + (start?.At == at ? start.Seen : 0))}";
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.Ticks}-{Seen}");
}

internal static class MomentCursorRule
{
    /// <summary>A cursor, or none.</summary>
    public static void Cursor<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || MomentCursor.Read(text) is not null)
            .WithErrorCode("field.cursor")
            .WithMessage(_ => RefusalText.Of("field.cursor"));
}
