using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialShares.Data.Mappings;

internal sealed class InterestDeclarationMapping : IEntityTypeConfiguration<InterestDeclaration>
{
    public void Configure(EntityTypeBuilder<InterestDeclaration> e)
    {
        e.ToTable(t => t.HasTrigger(AppendOnly.Guard("InterestDeclarations")));
        e.Property(x => x.DeclaredByName).HasMaxLength(140);
        // The same period is declared once.
        e.HasIndex(x => new { x.ShareClassId, x.From }).IsUnique();
        e.HasIndex(x => x.EnterpriseId);
        e.HasOne<ShareClass>().WithMany().HasForeignKey(x => x.ShareClassId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PayoutRunMapping : IEntityTypeConfiguration<PayoutRun>
{
    public void Configure(EntityTypeBuilder<PayoutRun> e)
    {
        e.Property(x => x.Number).HasMaxLength(20);
        e.Property(x => x.CalculatedByName).HasMaxLength(140);
        e.Property(x => x.ApprovedByName).HasMaxLength(140);
        e.Property(x => x.Version).IsConcurrencyToken();
        e.HasIndex(x => x.Number).IsUnique();
        e.HasIndex(x => x.State);
        e.HasIndex(x => x.EnterpriseId);
        // The second guard: one run that lives for each declaration.
        e.HasIndex(x => x.DeclarationId)
            .IsUnique()
            .HasFilter("\"DeclarationId\" IS NOT NULL AND \"State\" <> 'Voided'");
        // And one for each period of a series of bonds.
        e.HasIndex(x => new { x.BondSeriesId, x.PeriodNo })
            .IsUnique()
            .HasFilter("\"BondSeriesId\" IS NOT NULL AND \"State\" <> 'Voided'");
        e.Ignore(x => x.IsOfBonds).Ignore(x => x.IsOfWithdrawals).Ignore(x => x.IsOwedOnApproval);
        e.HasOne<BondSeries>().WithMany().HasForeignKey(x => x.BondSeriesId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t =>
            t.HasCheckConstraint(
                "CK_PayoutRuns_Ground",
                "(\"DeclarationId\" IS NULL AND \"ShareClassId\" IS NULL AND \"BondSeriesId\" IS NOT NULL AND \"PeriodNo\" IS NOT NULL) "
                    + "OR (\"DeclarationId\" IS NOT NULL AND \"ShareClassId\" IS NOT NULL AND \"BondSeriesId\" IS NULL AND \"PeriodNo\" IS NULL) "
                    + "OR (\"Kind\" = 'Withdrawal' AND \"DeclarationId\" IS NULL AND \"ShareClassId\" IS NOT NULL AND \"BondSeriesId\" IS NULL AND \"PeriodNo\" IS NULL)"
            )
        );
        e.HasOne<InterestDeclaration>()
            .WithMany()
            .HasForeignKey(x => x.DeclarationId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PayoutLineMapping : IEntityTypeConfiguration<PayoutLine>
{
    public void Configure(EntityTypeBuilder<PayoutLine> e)
    {
        e.Property(x => x.Name).HasMaxLength(140);
        e.Property(x => x.Iban).HasMaxLength(34);
        e.Property(x => x.Problem).HasMaxLength(40);
        e.Ignore(x => x.EndToEndId).Ignore(x => x.DueMinor);
        e.HasIndex(x => new { x.RunId, x.No }).IsUnique();
        // One holder, one line a run.
        e.HasIndex(x => new { x.RunId, x.MemberId }).IsUnique();
        e.HasIndex(x => new
        {
            x.RunId,
            x.State,
            x.Destination,
        });
        e.HasIndex(x => x.MemberId);
        e.HasOne<PayoutRun>().WithMany().HasForeignKey(x => x.RunId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t =>
            t.HasCheckConstraint(
                "CK_PayoutLines_Amounts",
                "\"GrossMinor\" >= 0 AND \"TaxMinor\" >= 0 AND \"NetMinor\" = \"GrossMinor\" - \"TaxMinor\" "
                    + "AND \"PrincipalMinor\" >= 0 AND \"PrincipalMinor\" <= \"GrossMinor\" AND \"RedeemedUnits\" <= \"Units\""
            )
        );
    }
}

internal sealed class BankFileMapping : IEntityTypeConfiguration<BankFile>
{
    public void Configure(EntityTypeBuilder<BankFile> e)
    {
        e.ToTable(t => t.HasTrigger(AppendOnly.Guard("BankFiles")));
        e.Property(x => x.Sha256).HasMaxLength(64);
        e.Ignore(x => x.MessageId);
        e.HasIndex(x => new { x.RunId, x.No }).IsUnique();
        e.HasOne<PayoutRun>().WithMany().HasForeignKey(x => x.RunId).OnDelete(DeleteBehavior.Restrict);
    }
}
