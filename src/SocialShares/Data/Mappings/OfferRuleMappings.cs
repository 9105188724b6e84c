using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SocialShares.Http;

namespace SocialShares.Data.Mappings;

/// <summary>
/// Who may apply, as one text in JSON: it belongs to its offer, is read with it and never searched. Empty in rows that are
/// older than the column.
/// </summary>
internal static class EligibilityText
{
    public static readonly ValueConverter<Eligibility, string> Converter = new(e => Write(e), text => Read(text));

    public static readonly ValueComparer<Eligibility> Comparer = new(
        (a, b) => Write(a) == Write(b),
        e => Write(e).GetHashCode(StringComparison.Ordinal)
    );

    private static string Write(Eligibility? e) => JsonSerializer.Serialize(e, Json.Options);

    private static Eligibility Read(string text) =>
        text.Length == 0
            ? Eligibility.Everyone
            : JsonSerializer.Deserialize<Eligibility>(text, Json.Options) ?? Eligibility.Everyone;
}

internal sealed class MembersApprovalMapping : IEntityTypeConfiguration<MembersApproval>
{
    public void Configure(EntityTypeBuilder<MembersApproval> e)
    {
        e.Property(x => x.FileName).HasMaxLength(200);
        e.Property(x => x.Sha256).HasMaxLength(64);
        e.Property(x => x.RecordedByName).HasMaxLength(140);
        e.HasIndex(x => x.OfferId);
        e.HasOne<Offer>().WithMany().HasForeignKey(x => x.OfferId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t => t.HasTrigger(AppendOnly.Guard("MembersApprovals")));
    }
}
