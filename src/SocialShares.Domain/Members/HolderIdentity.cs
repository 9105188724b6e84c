using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SocialShares.Domain;

/// <summary>
/// Tells holders of one person and kind apart: two associations that one person acts for, two children of one guardian,
/// two joint holdings. A holder of a register is found by person, kind and this. Small differences in writing (capitals,
/// accents, spaces, points) make no other holder.
/// </summary>
public static class HolderIdentity
{
    /// <summary>
    /// Nothing for a person, who is one holder however the name is written; the number in the public register (or, without
    /// one, the name) of an organisation; date of birth and name of a minor; the names of joint holders. At most 80
    /// characters.
    /// </summary>
    public static string Of(HolderDetails details) =>
        details.Kind switch
        {
            HolderKind.Person => "",
            HolderKind.Organisation when Fold(details.Party?.RegistryNumber ?? "") is { Length: > 0 } number =>
                $"number:{details.Country}:{Short(number)}",
            HolderKind.Organisation => $"name:{Short(Fold(details.Name))}",
            HolderKind.Minor => $"child:{details.BornOn:yyyy-MM-dd}:{Short(Fold(details.Name))}",
            HolderKind.Joint => $"joint:{Short(Together(details))}",
            _ => throw new InvariantBroken($"holders of kind {details.Kind} have no identity"),
        };

    /// <summary>Letters and digits only, lower case, without accents.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
            if (char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(c));
        return folded.ToString();
    }

    // The others in any order: Ann with Bob and Cor is the same holder as Ann with Cor and Bob.
    private static string Together(HolderDetails details) =>
        string.Join('+', (details.Party?.With ?? []).Select(j => Fold(j.Name)).Order(StringComparer.Ordinal));

    // What is long is kept by its digest: it is compared only, never shown.
    private static string Short(string text) =>
        text.Length <= 40
            ? text
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 20));
}
