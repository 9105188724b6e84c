using FluentValidation;

namespace SocialShares.Http;

/// <summary>What a well-formed field is, said once; each failure carries a stable code and a text in both languages.</summary>
internal static class FieldRules
{
    /// <summary>Text of a length on any number of lines, without control characters, not only blanks when it is required.</summary>
    public static void Text<T>(this IRuleBuilder<T, string> rule, int shortest, int longest) =>
        rule.OfLength(shortest, longest).Without(c => c is not ('\n' or '\r') && char.IsControl(c));

    /// <summary>Such text on one line: names, titles and addresses, which stand in subjects of mail and in columns of files.</summary>
    public static void Line<T>(this IRuleBuilder<T, string> rule, int shortest, int longest) =>
        rule.OfLength(shortest, longest).Without(c => char.IsControl(c) || c is '\u2028' or '\u2029');

    private static IRuleBuilder<T, string> OfLength<T>(this IRuleBuilder<T, string> rule, int shortest, int longest) =>
        rule.Must(text => text is not null && text.Trim().Length >= shortest && text.Length <= longest)
            .WithErrorCode("field.length")
            .WithMessage(_ => string.Format(RefusalText.Of("field.length"), shortest, longest));

    private static void Without<T>(this IRuleBuilder<T, string> rule, Func<char, bool> banned) =>
        rule.Must(text => text is null || !text.Any(banned))
            .WithErrorCode("field.characters")
            .WithMessage(_ => RefusalText.Of("field.characters"));

    /// <summary>Two upper-case letters.</summary>
    public static void CountryCode<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => text is { Length: 2 } && text.All(char.IsAsciiLetterUpper))
            .WithErrorCode("field.country")
            .WithMessage(_ => RefusalText.Of("field.country"));

    /// <summary>An amount of minor units within what the platform can hold: 1 to a hundred million units.</summary>
    public static void Amount<T>(this IRuleBuilder<T, long> rule) =>
        rule.InclusiveBetween(1, LargestMinor)
            .WithErrorCode("field.amount")
            .WithMessage(_ => RefusalText.Of("field.amount"));

    /// <summary>An amount that is checked only when it was given.</summary>
    public static void Amount<T>(this IRuleBuilderInitial<T, long> rule, string field, Func<T, bool> given) =>
        rule.InclusiveBetween(1, LargestMinor)
            .WithErrorCode("field.amount")
            .WithMessage(_ => RefusalText.Of("field.amount"))
            .OverridePropertyName(field)
            .When(given);

    /// <summary>An amount, or none.</summary>
    public static void MayBeAmount<T>(this IRuleBuilder<T, long?> rule) =>
        rule.Must(minor => minor is null or >= 1 and <= LargestMinor)
            .WithErrorCode("field.amount")
            .WithMessage(_ => RefusalText.Of("field.amount"));

    /// <summary>An amount that may be zero.</summary>
    public static void AmountOrZero<T>(this IRuleBuilder<T, long> rule) =>
        rule.InclusiveBetween(0, LargestMinor)
            .WithErrorCode("field.amount")
            .WithMessage(_ => RefusalText.Of("field.amount"));

    /// <summary>An element of a list that is there: JSON may say null where the list promises a value.</summary>
    public static IRuleBuilderOptions<T, TElement> Present<T, TElement>(this IRuleBuilder<T, TElement> rule)
        where TElement : class =>
        rule.Must(element => element is not null)
            .WithErrorCode("field.unreadable")
            .WithMessage(_ => RefusalText.Of("field.unreadable"));

    /// <summary>A whole number within bounds.</summary>
    public static void Between<T>(this IRuleBuilder<T, int> rule, int least, int most) =>
        rule.InclusiveBetween(least, most)
            .WithErrorCode("field.range")
            .WithMessage(_ => string.Format(RefusalText.Of("field.range"), least, most));

    /// <summary>A year in which something legal can happen, or none.</summary>
    public static void Year<T>(this IRuleBuilder<T, int?> rule) =>
        rule.InclusiveBetween(FirstYear, LastYear)
            .WithErrorCode("field.range")
            .WithMessage(_ => string.Format(RefusalText.Of("field.range"), FirstYear, LastYear));

    /// <summary>A mail address of a plausible form.</summary>
    public static void Email<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text =>
                text is { Length: <= 256 }
                && System.Net.Mail.MailAddress.TryCreate(text, out var a)
                && a.Address == text
            )
            .WithErrorCode("field.email")
            .WithMessage(_ => RefusalText.Of("field.email"));

    /// <summary>A date on which something legal can happen: 1900 to 2200.</summary>
    public static void Day<T>(this IRuleBuilder<T, DateOnly> rule) =>
        rule.Must(day => day.Year is >= FirstYear and <= LastYear)
            .WithErrorCode("field.date")
            .WithMessage(_ => RefusalText.Of("field.date"));

    /// <summary>Such a date, or none.</summary>
    public static void MayBeDay<T>(this IRuleBuilder<T, DateOnly?> rule) =>
        rule.Must(day => day is null || day.Value.Year is >= FirstYear and <= LastYear)
            .WithErrorCode("field.date")
            .WithMessage(_ => RefusalText.Of("field.date"));

    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    /// <summary>A hundred thousand million units of a currency, far above any offer and far below overflow.</summary>
    public const long LargestMinor = 10_000_000_000_000;
}

/// <summary>Free names in addresses.</summary>
internal static class Slugs
{
    /// <summary>The wanted name, or the first with a number behind it that is not taken.</summary>
    public static string Free(string wanted, IReadOnlyCollection<string> taken)
    {
        if (!taken.Contains(wanted))
            return wanted;
        var stem = wanted.Length > Slug.MaxLength - 6 ? wanted[..(Slug.MaxLength - 6)] : wanted;
        return Enumerable.Range(2, int.MaxValue - 2).Select(n => $"{stem}-{n}").First(s => !taken.Contains(s));
    }
}
