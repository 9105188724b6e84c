using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialShares.Data.Mappings;

internal sealed class RegisterImportMapping : IEntityTypeConfiguration<RegisterImport>
{
    public void Configure(EntityTypeBuilder<RegisterImport> e)
    {
        e.Property(x => x.FileName).HasMaxLength(100);
        e.Property(x => x.Sha256).HasMaxLength(64);
        e.Property(x => x.UploadedByName).HasMaxLength(140);
        e.Property(x => x.MappedByName).HasMaxLength(140);
        e.Property(x => x.ConfirmedByName).HasMaxLength(140);
        e.Property(x => x.Version).IsConcurrencyToken();
        e.Ignore(x => x.Limits);
        e.HasIndex(x => new { x.EnterpriseId, x.UploadedAt });
        // The second guard: into the register of a class a list is written once.
        e.HasIndex(x => x.ShareClassId).IsUnique().HasFilter("\"State\" = 'Written'");
        e.HasOne<Enterprise>().WithMany().HasForeignKey(x => x.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<ShareClass>().WithMany().HasForeignKey(x => x.ShareClassId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t =>
            t.HasCheckConstraint(
                "CK_RegisterImports_Confirmed",
                "\"State\" <> 'Written' OR (\"ConfirmedBy\" IS NOT NULL AND \"ConfirmedBy\" <> \"UploadedBy\" "
                    + "AND \"ProblemCount\" = 0)"
            )
        );
    }
}

internal sealed class ImportFileMapping : IEntityTypeConfiguration<ImportFile>
{
    public void Configure(EntityTypeBuilder<ImportFile> e)
    {
        e.HasKey(x => x.ImportId);
        e.Property(x => x.Columns).HasMaxLength(8000);
        e.HasOne<RegisterImport>()
            .WithOne()
            .HasForeignKey<ImportFile>(x => x.ImportId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ImportProblemMapping : IEntityTypeConfiguration<ImportProblemRow>
{
    public void Configure(EntityTypeBuilder<ImportProblemRow> e)
    {
        e.ToTable("ImportProblems");
        e.HasKey(x => new { x.ImportId, x.No });
        e.Property(x => x.Column).HasMaxLength(100);
        e.Property(x => x.Code).HasMaxLength(60);
        e.Property(x => x.Figures).HasMaxLength(1000);
        e.HasOne<RegisterImport>().WithMany().HasForeignKey(x => x.ImportId).OnDelete(DeleteBehavior.Restrict);
    }
}
