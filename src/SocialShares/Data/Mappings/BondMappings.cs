using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialShares.Data.Mappings;

internal sealed class BondSeriesMapping : IEntityTypeConfiguration<BondSeries>
{
    public void Configure(EntityTypeBuilder<BondSeries> e)
    {
        e.Property(x => x.Code).HasMaxLength(20);
        e.Property(x => x.Version).IsConcurrencyToken();
        e.Ignore(x => x.Terms);
        e.HasIndex(x => new { x.EnterpriseId, x.Code }).IsUnique();
        e.HasIndex(x => new { x.OfferId, x.No }).IsUnique();
        e.HasMany(x => x.RateSteps).WithOne().HasForeignKey(s => s.SeriesId);
        e.Navigation(x => x.RateSteps).AutoInclude();
        e.HasOne<Enterprise>().WithMany().HasForeignKey(x => x.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Offer>().WithMany().HasForeignKey(x => x.OfferId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t =>
        {
            t.HasCheckConstraint("CK_BondSeries_Nominal", "\"NominalMinor\" > 0");
            // The second guard against selling more than there is; the first is the conditional update.
            t.HasCheckConstraint(
                "CK_BondSeries_Units",
                "\"UnitsReserved\" >= 0 AND \"UnitsBeyond\" >= 0 AND \"UnitsReserved\" <= \"UnitsOffered\" + \"UnitsBeyond\" "
                    + "AND \"UnitsIssued\" <= \"UnitsOffered\""
            );
            t.HasCheckConstraint("CK_BondSeries_Outstanding", "\"OutstandingPerUnitMinor\" >= 0");
        });
    }
}

internal sealed class BondRateStepMapping : IEntityTypeConfiguration<BondRateStep>
{
    public void Configure(EntityTypeBuilder<BondRateStep> e) => e.HasKey(x => new { x.SeriesId, x.From });
}

internal sealed class BondPeriodMapping : IEntityTypeConfiguration<BondPeriod>
{
    public void Configure(EntityTypeBuilder<BondPeriod> e)
    {
        e.Ignore(x => x.ClosingMinor).Ignore(x => x.PaymentMinor).Ignore(x => x.Capitalises);
        e.HasIndex(x => new { x.SeriesId, x.No }).IsUnique();
        e.HasIndex(x => x.AccrualEnd);
        e.HasIndex(x => x.DueOn);
        e.HasOne<BondSeries>().WithMany().HasForeignKey(x => x.SeriesId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t =>
        {
            t.HasCheckConstraint(
                "CK_BondPeriods_Amounts",
                "\"InterestMinor\" >= 0 AND \"OpeningMinor\" >= 0 AND \"PrincipalMinor\" <= \"OpeningMinor\""
            );
            t.HasTrigger(AppendOnly.Guard("BondPeriods"));
        });
    }
}

internal sealed class BondTransferMapping : IEntityTypeConfiguration<BondTransfer>
{
    public void Configure(EntityTypeBuilder<BondTransfer> e)
    {
        e.Property(x => x.Reason).HasMaxLength(200);
        e.Property(x => x.RecordedByName).HasMaxLength(140);
        e.HasIndex(x => new { x.SeriesId, x.On });
        e.HasOne<BondSeries>().WithMany().HasForeignKey(x => x.SeriesId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Member>().WithMany().HasForeignKey(x => x.FromMemberId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Member>().WithMany().HasForeignKey(x => x.ToMemberId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t =>
        {
            t.HasCheckConstraint("CK_BondTransfers_Units", "\"Units\" > 0 AND \"AccruedMinor\" >= 0");
            t.HasTrigger(AppendOnly.Guard("BondTransfers"));
        });
    }
}

internal sealed class EarlyRedemptionMapping : IEntityTypeConfiguration<EarlyRedemption>
{
    public void Configure(EntityTypeBuilder<EarlyRedemption> e)
    {
        e.Property(x => x.Seed).HasMaxLength(64);
        e.Property(x => x.DecidedByName).HasMaxLength(140);
        e.Property(x => x.WithdrawnByName).HasMaxLength(140);
        e.Property(x => x.Version).IsConcurrencyToken();
        e.Ignore(x => x.SeedHash);
        e.HasIndex(x => new { x.SeriesId, x.PeriodNo });
        e.HasIndex(x => x.MemberId);
        e.HasOne<BondSeries>().WithMany().HasForeignKey(x => x.SeriesId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Member>().WithMany().HasForeignKey(x => x.MemberId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t =>
        {
            t.HasCheckConstraint("CK_EarlyRedemptions_Units", "\"Units\" >= 0");
            t.HasTrigger(AppendOnly.Guard("EarlyRedemptions"));
        });
    }
}
