using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialShares.Data.Mappings;

internal sealed class MemberMapping : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> e)
    {
        e.Property(x => x.Name).HasMaxLength(140);
        e.Property(x => x.Street).HasMaxLength(120);
        e.Property(x => x.Postcode).HasMaxLength(12);
        e.Property(x => x.City).HasMaxLength(80);
        e.Property(x => x.Country).HasMaxLength(2);
        e.Property(x => x.Iban).HasMaxLength(34);
        e.Property(x => x.Email).HasMaxLength(256);
        e.Ignore(x => x.Address);
        e.Property(x => x.Identity).HasMaxLength(80);
        e.Property(x => x.Party).HasConversion<PartyConverter>().HasMaxLength(2000);
        e.Property(x => x.MembershipType).HasMaxLength(MembershipType.LongestCode);
        e.Property(x => x.Version).IsConcurrencyToken();
        e.Ignore(x => x.IsMember).Ignore(x => x.DestinationNow);
        e.HasIndex(x => new { x.EnterpriseId, x.Number }).IsUnique();
        e.HasIndex(x => new
            {
                x.EnterpriseId,
                x.PersonId,
                x.Kind,
                x.Identity,
            })
            .IsUnique();
        e.HasIndex(x => x.PersonId);
        e.HasIndex(x => new { x.EnterpriseId, x.AdmittedOn });
        e.HasOne<Enterprise>().WithMany().HasForeignKey(x => x.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RegisterEntryMapping : IEntityTypeConfiguration<RegisterEntry>
{
    public void Configure(EntityTypeBuilder<RegisterEntry> e)
    {
        e.Property(x => x.Reason).HasMaxLength(200);
        e.Property(x => x.Document).HasMaxLength(200).HasDefaultValue("");
        // Empty until entries from before the chain are chained at start.
        e.Property(x => x.PreviousHash).HasMaxLength(RegisterHash.Length).IsUnicode(false).HasDefaultValue("");
        e.Property(x => x.Hash).HasMaxLength(RegisterHash.Length).IsUnicode(false).HasDefaultValue("");
        e.HasIndex(x => new { x.EnterpriseId, x.Number }).IsUnique();
        e.HasIndex(x => x.CorrectsId);
        // One source, one entry of a kind: an application is issued once, a line is reinvested once, a correction is entered once.
        e.HasIndex(x => new { x.SourceId, x.Kind }).IsUnique();
        e.HasIndex(x => new
        {
            x.ShareClassId,
            x.MemberId,
            x.ValidOn,
        });
        e.HasIndex(x => new
        {
            x.BondSeriesId,
            x.MemberId,
            x.ValidOn,
        });
        e.HasIndex(x => x.MemberId);
        e.HasOne<Member>().WithMany().HasForeignKey(x => x.MemberId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<ShareClass>().WithMany().HasForeignKey(x => x.ShareClassId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<BondSeries>().WithMany().HasForeignKey(x => x.BondSeriesId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t =>
        {
            t.HasCheckConstraint("CK_RegisterEntries_Units", "\"Units\" <> 0");
            t.HasCheckConstraint(
                "CK_RegisterEntries_Security",
                "(\"ShareClassId\" IS NULL AND \"BondSeriesId\" IS NOT NULL) "
                    + "OR (\"ShareClassId\" IS NOT NULL AND \"BondSeriesId\" IS NULL)"
            );
            t.HasTrigger(AppendOnly.Guard("RegisterEntries"));
            t.HasTrigger(RegisterGuard.Name);
        });
    }
}

internal sealed class RegisterCheckMapping : IEntityTypeConfiguration<RegisterCheck>
{
    public void Configure(EntityTypeBuilder<RegisterCheck> e)
    {
        e.Property(x => x.LastHash).HasMaxLength(RegisterHash.Length).IsUnicode(false);
        e.Property(x => x.OrderedBy).HasMaxLength(140);
        e.HasIndex(x => new { x.EnterpriseId, x.At });
        e.HasOne<Enterprise>().WithMany().HasForeignKey(x => x.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t => t.HasTrigger(AppendOnly.Guard("RegisterChecks")));
    }
}

internal sealed class CertificateMapping : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> e)
    {
        e.Property(x => x.Code).HasMaxLength(12);
        e.HasIndex(x => x.Code).IsUnique();
        e.HasIndex(x => new { x.EnterpriseId, x.Number }).IsUnique();
        e.HasIndex(x => x.EntryId).IsUnique();
        e.HasIndex(x => x.MemberId);
        e.HasOne<RegisterEntry>().WithMany().HasForeignKey(x => x.EntryId).OnDelete(DeleteBehavior.Restrict);
    }
}
