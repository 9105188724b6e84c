using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialShares.Data.Mappings;

internal sealed class InstalmentMapping : IEntityTypeConfiguration<InstalmentPlan>
{
    public void Configure(EntityTypeBuilder<InstalmentPlan> e)
    {
        e.Property(x => x.StopReason).HasMaxLength(30);
        e.Property(x => x.Version).IsConcurrencyToken();
        e.Ignore(x => x.HasLeast);
        e.HasIndex(x => new { x.State, x.DueOn });
        e.HasIndex(x => x.OfferId);
        e.HasOne<Application>().WithOne().HasForeignKey<InstalmentPlan>(x => x.Id).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Offer>().WithMany().HasForeignKey(x => x.OfferId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t =>
            t.HasCheckConstraint(
                "CK_InstalmentPlans_Units",
                "\"PaidUnits\" >= 0 AND \"PaidUnits\" <= \"TotalUnits\" AND \"PartUnits\" > 0"
            )
        );
    }
}
