using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialShares.Data.Mappings;

internal sealed class DisputeMapping : IEntityTypeConfiguration<Dispute>
{
    public void Configure(EntityTypeBuilder<Dispute> e)
    {
        e.Property(x => x.ProviderDispute).HasMaxLength(100);
        e.Property(x => x.Reason).HasMaxLength(60);
        e.Property(x => x.AnsweredByName).HasMaxLength(140);
        e.Property(x => x.Resolution).HasMaxLength(1000);
        e.Property(x => x.ResolvedByName).HasMaxLength(140);
        e.Property(x => x.Version).IsConcurrencyToken();
        e.Ignore(x => x.OutstandingMinor);
        e.HasIndex(x => x.ProviderDispute).IsUnique();
        e.HasIndex(x => x.ApplicationId);
        e.HasIndex(x => x.State);
        e.HasOne<Payment>().WithMany().HasForeignKey(x => x.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DisputeMovementMapping : IEntityTypeConfiguration<DisputeMovement>
{
    public void Configure(EntityTypeBuilder<DisputeMovement> e)
    {
        e.Property(x => x.Id).HasMaxLength(100).ValueGeneratedNever();
        e.HasIndex(x => x.DisputeId);
        e.HasOne<Dispute>().WithMany().HasForeignKey(x => x.DisputeId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable("DisputeMovements", t => t.HasTrigger(AppendOnly.Guard("DisputeMovements")));
    }
}
