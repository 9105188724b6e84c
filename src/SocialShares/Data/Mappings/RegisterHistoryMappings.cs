using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialShares.Data.Mappings;

internal sealed class HolderChangeMapping : IEntityTypeConfiguration<HolderChange>
{
    public void Configure(EntityTypeBuilder<HolderChange> e)
    {
        foreach (var name in new[] { nameof(HolderChange.Name), nameof(HolderChange.BeforeName) })
            e.Property(name).HasMaxLength(140);
        foreach (var street in new[] { nameof(HolderChange.Street), nameof(HolderChange.BeforeStreet) })
            e.Property(street).HasMaxLength(120);
        foreach (var code in new[] { nameof(HolderChange.Postcode), nameof(HolderChange.BeforePostcode) })
            e.Property(code).HasMaxLength(12);
        foreach (var city in new[] { nameof(HolderChange.City), nameof(HolderChange.BeforeCity) })
            e.Property(city).HasMaxLength(80);
        foreach (var country in new[] { nameof(HolderChange.Country), nameof(HolderChange.BeforeCountry) })
            e.Property(country).HasMaxLength(2);
        foreach (var email in new[] { nameof(HolderChange.Email), nameof(HolderChange.BeforeEmail) })
            e.Property(email).HasMaxLength(256);
        e.Property(x => x.Document).HasMaxLength(200);
        e.Property(x => x.RecordedByName).HasMaxLength(140);
        e.HasIndex(x => new { x.MemberId, x.No }).IsUnique();
        e.HasIndex(x => x.EnterpriseId);
        e.HasOne<Member>().WithMany().HasForeignKey(x => x.MemberId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t => t.HasTrigger(AppendOnly.Guard("HolderChanges")));
    }
}

internal sealed class RegisterCorrectionMapping : IEntityTypeConfiguration<RegisterCorrection>
{
    public void Configure(EntityTypeBuilder<RegisterCorrection> e)
    {
        e.Property(x => x.Reason).HasMaxLength(200);
        e.Property(x => x.Document).HasMaxLength(200);
        e.Property(x => x.ProposedByName).HasMaxLength(140);
        e.Property(x => x.DecidedByName).HasMaxLength(140);
        e.Property(x => x.Version).IsConcurrencyToken();
        e.HasIndex(x => new { x.EnterpriseId, x.ProposedAt });
        e.HasIndex(x => x.EntryId);
        e.HasOne<RegisterEntry>().WithMany().HasForeignKey(x => x.EntryId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Member>().WithMany().HasForeignKey(x => x.ToMemberId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Enterprise>().WithMany().HasForeignKey(x => x.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t =>
        {
            t.HasCheckConstraint("CK_RegisterCorrections_Units", "\"Units\" <> 0");
            // Four eyes, in the database too.
            t.HasCheckConstraint(
                "CK_RegisterCorrections_Eyes",
                "\"State\" <> 'Confirmed' OR \"DecidedBy\" <> \"ProposedBy\""
            );
            t.HasTrigger(AppendOnly.Guard("RegisterCorrections"));
        });
    }
}

internal sealed class FormerOfficerMapping : IEntityTypeConfiguration<FormerOfficer>
{
    public void Configure(EntityTypeBuilder<FormerOfficer> e)
    {
        e.Property(x => x.Name).HasMaxLength(140);
        e.Property(x => x.Office).HasMaxLength(40);
        e.HasIndex(x => x.EnterpriseId);
        e.HasOne<Enterprise>().WithMany().HasForeignKey(x => x.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t => t.HasTrigger(AppendOnly.Guard("FormerOfficers")));
    }
}
