using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialShares.Data.Mappings;

internal sealed class KnowledgeTestMapping : IEntityTypeConfiguration<KnowledgeTest>
{
    public void Configure(EntityTypeBuilder<KnowledgeTest> e)
    {
        e.Property(x => x.RulePackId).HasMaxLength(40);
        e.Property(x => x.RulesHash).HasMaxLength(64);
        e.Property(x => x.Answers).HasMaxLength(4000);
        e.HasIndex(x => new { x.PersonId, x.TakenAt });
        e.ToTable(t => t.HasTrigger(AppendOnly.Guard("KnowledgeTests")));
    }
}

internal sealed class SuitabilityMapping : IEntityTypeConfiguration<Suitability>
{
    public void Configure(EntityTypeBuilder<Suitability> e)
    {
        e.HasKey(x => x.ApplicationId);
        e.Property(x => x.Answers).HasMaxLength(4000);
        e.Property(x => x.SealedNetWorth).HasMaxLength(2000);
        e.Property(x => x.Version).IsConcurrencyToken();
        e.HasOne<Application>()
            .WithOne()
            .HasForeignKey<Suitability>(x => x.ApplicationId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
