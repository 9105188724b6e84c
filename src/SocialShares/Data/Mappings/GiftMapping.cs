using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialShares.Data.Mappings;

internal sealed class GiftMapping : IEntityTypeConfiguration<Gift>
{
    public void Configure(EntityTypeBuilder<Gift> e)
    {
        e.HasKey(x => x.ApplicationId);
        e.Property(x => x.GiverName).HasMaxLength(140);
        e.Property(x => x.ReceiverName).HasMaxLength(140);
        e.Property(x => x.ReceiverEmail).HasMaxLength(256);
        e.Property(x => x.Message).HasMaxLength(500);
        e.Property(x => x.Version).IsConcurrencyToken();
        e.Ignore(x => x.IsOpen);
        e.HasIndex(x => new { x.State, x.AcceptBy });
        e.HasOne<Application>().WithOne().HasForeignKey<Gift>(x => x.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Enterprise>().WithMany().HasForeignKey(x => x.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
    }
}
