using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Ports;
using SocialShares.Resources;

namespace SocialShares.Features.Community;

/// <summary>Writes messages in the reader's language from the texts <c>NAME.subject</c> and <c>NAME.text</c>.</summary>
internal static class Letters
{
    /// <summary>The culture of a reader.</summary>
    public static CultureInfo CultureOf(string language) => new(language == "nl" ? "nl-NL" : "en-GB");

    /// <summary>A message with its figures.</summary>
    public static MailMessage Write(string name, string to, string language, params object[] figures)
    {
        var culture = CultureOf(language);
        var subject = string.Format(culture, Text(name + ".subject", culture), figures);
        // A heading that somebody typed may be long, and must stay one line.
        subject = string.Concat(subject.Select(c => char.IsControl(c) ? ' ' : c));
        return new MailMessage(
            to,
            subject.Length > 200 ? subject[..199] + "…" : subject,
            string.Format(culture, Text(name + ".text", culture), figures)
        );
    }

    /// <summary>A part of a message that stands in some of them only; days are written out.</summary>
    public static string Part(string name, string language, DateOnly day)
    {
        var culture = CultureOf(language);
        return string.Format(culture, Text(name, culture), day.ToString("D", culture));
    }

    /// <summary>An amount as the reader writes it.</summary>
    public static string Amount(long minor, Currency currency, string language) =>
        $"{(currency == Currency.Eur ? "€" : "£")}{(minor / 100m).ToString("N2", CultureOf(language))}";

    /// <summary>Where mail reaches a person who signs in.</summary>
    public static async Task<Reader> ReaderOf(this SharesDb db, PersonId person, CancellationToken ct)
    {
        var id = person.Value;
        return await db
            .Users.Where(u => u.Id == id)
            .Select(u => new Reader(u.Email!, u.FullName, u.Language))
            .SingleAsync(ct);
    }

    private static string Text(string key, CultureInfo culture) =>
        MailTexts.ResourceManager.GetString(key, culture) ?? throw new InvariantBroken($"no mail text {key}");
}

/// <summary>Somebody who gets mail.</summary>
internal sealed record Reader(string Email, string Name, string Language);
