using SocialShares.Features.Issuing;

namespace SocialShares.Features.Import;

/// <summary>The resident quota by which a list is measured.</summary>
internal static class QuotaOfImport
{
    /// <summary>The quota that an enterprise chose to block by, with its members as they are now; null when it has none.</summary>
    public static async Task<ImportQuota?> ForImport(
        this ResidentQueue queue,
        EnterpriseId enterprise,
        CancellationToken ct
    )
    {
        if (await queue.QuotaOf(enterprise, ct) is not { } quota)
            return null;
        var (residents, all) = await queue.Count(enterprise, ct);
        return new ImportQuota(quota, residents, all);
    }
}
