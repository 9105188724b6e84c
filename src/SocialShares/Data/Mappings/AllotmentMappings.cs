using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialShares.Data.Mappings;

internal sealed class AllotmentOutcomeMapping : IEntityTypeConfiguration<AllotmentOutcome>
{
    public void Configure(EntityTypeBuilder<AllotmentOutcome> e)
    {
        // An offer is allotted once, but for one without a last day.
        e.HasKey(x => new { x.OfferId, x.No });
        e.Property(x => x.No).ValueGeneratedNever();
        e.Property(x => x.Seed).HasMaxLength(64);
        e.Property(x => x.InputsSha256).HasMaxLength(64);
        e.Property(x => x.OutcomeSha256).HasMaxLength(64);
        e.Property(x => x.DecidedByName).HasMaxLength(140);
        e.Ignore(x => x.Rule);
        e.HasOne<Offer>().WithMany().HasForeignKey(x => x.OfferId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t =>
        {
            t.HasTrigger(AppendOnly.Guard("AllotmentOutcomes"));
            t.HasCheckConstraint(
                "CK_AllotmentOutcomes_Units",
                "\"UnitsAllotted\" > 0 AND \"UnitsAllotted\" <= \"UnitsOffered\" AND \"UnitsAllotted\" <= \"UnitsAsked\""
            );
            // Somebody signs where not all got what they asked.
            t.HasCheckConstraint(
                "CK_AllotmentOutcomes_Signed",
                "\"UnitsAllotted\" = \"UnitsAsked\" OR \"DecidedBy\" IS NOT NULL"
            );
        });
    }
}

internal sealed class AllotmentPoolMapping : IEntityTypeConfiguration<AllotmentPool>
{
    public void Configure(EntityTypeBuilder<AllotmentPool> e)
    {
        e.HasKey(x => new
        {
            x.OfferId,
            x.No,
            x.SeriesNo,
        });
        e.Property(x => x.No).ValueGeneratedNever();
        e.Property(x => x.SeriesNo).ValueGeneratedNever();
        e.HasOne<AllotmentOutcome>()
            .WithMany()
            .HasForeignKey(x => new { x.OfferId, x.No })
            .OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t =>
        {
            t.HasTrigger(AppendOnly.Guard("AllotmentPools"));
            t.HasCheckConstraint(
                "CK_AllotmentPools_Units",
                "\"UnitsAllotted\" >= 0 AND \"UnitsAllotted\" <= \"UnitsOffered\" AND \"UnitsAllotted\" <= \"UnitsAsked\""
            );
        });
    }
}

internal sealed class AllotmentLineMapping : IEntityTypeConfiguration<AllotmentLine>
{
    public void Configure(EntityTypeBuilder<AllotmentLine> e)
    {
        // An application is allotted once.
        e.HasKey(x => x.ApplicationId);
        e.Ignore(x => x.Row);
        e.HasOne<Application>().WithMany().HasForeignKey(x => x.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<AllotmentOutcome>()
            .WithMany()
            .HasForeignKey(x => new { x.OfferId, x.No })
            .OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t =>
        {
            t.HasTrigger(AppendOnly.Guard("AllotmentLines"));
            t.HasCheckConstraint(
                "CK_AllotmentLines_Units",
                "\"Units\" > 0 AND \"Allotted\" >= 0 AND \"Allotted\" <= \"Units\""
            );
        });
    }
}
