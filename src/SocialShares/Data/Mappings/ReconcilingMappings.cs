using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialShares.Data.Mappings;

internal sealed class ProviderMovementMapping : IEntityTypeConfiguration<ProviderMovement>
{
    public void Configure(EntityTypeBuilder<ProviderMovement> e)
    {
        // The provider's own name: taken in twice is a lost race, not a second movement.
        e.Property(x => x.Id).HasMaxLength(100);
        e.Property(x => x.ProviderType).HasMaxLength(60);
        e.Property(x => x.Source).HasMaxLength(100);
        e.HasIndex(x => x.Source);
        e.HasIndex(x => x.CreatedAt);
        e.ToTable(t => t.HasTrigger(AppendOnly.Guard("ProviderMovements")));
    }
}

internal sealed class MovementMatchMapping : IEntityTypeConfiguration<MovementMatch>
{
    public void Configure(EntityTypeBuilder<MovementMatch> e)
    {
        e.HasKey(x => x.MovementId);
        e.Property(x => x.MovementId).HasMaxLength(100);
        // One entry books one movement.
        e.HasIndex(x => x.EntryId).IsUnique();
        e.HasOne<ProviderMovement>().WithMany().HasForeignKey(x => x.MovementId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<JournalEntry>().WithMany().HasForeignKey(x => x.EntryId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t => t.HasTrigger(AppendOnly.Guard("MovementMatches")));
    }
}

internal sealed class DifferenceMapping : IEntityTypeConfiguration<Difference>
{
    public void Configure(EntityTypeBuilder<Difference> e)
    {
        e.Property(x => x.Subject).HasMaxLength(100);
        e.Property(x => x.MovementId).HasMaxLength(100);
        e.Property(x => x.ExplainedByName).HasMaxLength(140);
        e.Property(x => x.Explanation).HasMaxLength(Difference.LongestExplanation);
        e.Property(x => x.Version).IsConcurrencyToken();
        // The same is found once, whoever looks at the same time.
        e.HasIndex(x => new
            {
                x.Subject,
                x.Kind,
                x.No,
            })
            .IsUnique();
        e.HasIndex(x => new { x.State, x.FoundAt });
        e.HasIndex(x => x.MovementId);
        e.HasIndex(x => x.EntryId);
        e.ToTable(t => t.HasTrigger(AppendOnly.Guard("Differences")));
    }
}

internal sealed class ReconciliationMapping : IEntityTypeConfiguration<Reconciliation>
{
    public void Configure(EntityTypeBuilder<Reconciliation> e)
    {
        e.Property(x => x.OrderedBy).HasMaxLength(140);
        e.HasIndex(x => x.StartedAt);
        e.ToTable(t => t.HasTrigger(AppendOnly.Guard("Reconciliations")));
    }
}
