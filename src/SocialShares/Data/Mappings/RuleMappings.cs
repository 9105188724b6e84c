using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialShares.Data.Mappings;

internal sealed class KeptRulePackMapping : IEntityTypeConfiguration<KeptRulePack>
{
    public void Configure(EntityTypeBuilder<KeptRulePack> e)
    {
        e.HasKey(x => x.Hash);
        e.Property(x => x.Hash).HasMaxLength(64);
        e.Property(x => x.PackId).HasMaxLength(40);
        // SQL Server must know of the guard, or it writes in a way that triggers forbid.
        e.ToTable(t => t.HasTrigger(AppendOnly.Guard("KeptRulePacks")));
    }
}

internal sealed class OfferRulesMapping : IEntityTypeConfiguration<Offer>
{
    public void Configure(EntityTypeBuilder<Offer> e)
    {
        e.Property(x => x.RulePackId).HasMaxLength(40);
        e.Property(x => x.RulesHash).HasMaxLength(64);
        e.Ignore(x => x.SecurityKind);
        e.Ignore(x => x.ReflectionDaysNow);
    }
}
