using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialShares.Data.Mappings;

internal sealed class PaperMapping : IEntityTypeConfiguration<PaperApplication>
{
    public void Configure(EntityTypeBuilder<PaperApplication> e)
    {
        e.HasKey(x => x.ApplicationId);
        e.Property(x => x.TypedByName).HasMaxLength(140);
        e.Property(x => x.KeptAt).HasMaxLength(150);
        e.Property(x => x.Email).HasMaxLength(256);
        e.Property(x => x.Language).HasMaxLength(5);
        e.Property(x => x.DecidedByName).HasMaxLength(140);
        e.Property(x => x.Reason).HasMaxLength(1000);
        e.Property(x => x.CancelledOn).HasMaxLength(150);
        e.Property(x => x.Version).IsConcurrencyToken();
        e.HasIndex(x => new
        {
            x.EnterpriseId,
            x.State,
            x.TypedAt,
        });
        e.HasOne<Application>()
            .WithOne()
            .HasForeignKey<PaperApplication>(x => x.ApplicationId)
            .OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Enterprise>().WithMany().HasForeignKey(x => x.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        // Four eyes, in the database too.
        e.ToTable(t =>
            t.HasCheckConstraint(
                "CK_PaperApplications_Eyes",
                "(\"State\" = 'Typed' AND \"DecidedBy\" IS NULL) OR (\"State\" <> 'Typed' AND \"DecidedBy\" IS NOT NULL AND \"DecidedBy\" <> \"TypedBy\")"
            )
        );
    }
}
