using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialShares.Data.Mappings;

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> e)
    {
        e.Property(x => x.Email).HasMaxLength(256);
        e.Property(x => x.Language).HasMaxLength(5);
        e.Property(x => x.CreatedByName).HasMaxLength(140);
        e.Property(x => x.SecretHash).HasMaxLength(64);
        e.Property(x => x.Version).IsConcurrencyToken();
        e.Ignore(x => x.IsOpen);
        // A secret opens one thing.
        e.HasIndex(x => x.SecretHash).IsUnique();
        // One live invitation for a purpose and a subject: the older is withdrawn before a new one is made.
        e.HasIndex(x => new { x.Purpose, x.SubjectId })
            .IsUnique()
            .HasFilter("\"UsedAt\" IS NULL AND \"WithdrawnAt\" IS NULL");
        e.HasOne<Enterprise>().WithMany().HasForeignKey(x => x.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
    }
}
