using SocialShares.Features.Register;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Citizen;

/// <summary>Who stands beside the holder's name on a certificate.</summary>
public static class CertificateParty
{
    /// <summary>A line in the reader's language; null for a person alone, and for a child who has taken the holding over.</summary>
    public static string? Of(CertificateRead c) =>
        (c.HolderKind, c.Party) switch
        {
            (HolderKind.Minor, { Guardian: { } guardian }) => CitizenTexts.certificate_guardian.With(guardian),
            (_, { With: { Count: > 0 } others }) => CitizenTexts.certificate_with.With(
                string.Join(", ", others.Select(o => o.Name))
            ),
            (_, { Representative: { } acts, Office: { } office }) => CitizenTexts.certificate_acts.With(acts, office),
            _ => null,
        };
}
