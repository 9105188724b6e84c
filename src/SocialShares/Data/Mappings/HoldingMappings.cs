using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialShares.Data.Mappings;

internal sealed class TransferMapping : IEntityTypeConfiguration<Transfer>
{
    public void Configure(EntityTypeBuilder<Transfer> e)
    {
        e.Property(x => x.ToEmail).HasMaxLength(256);
        e.Property(x => x.Reason).HasMaxLength(200);
        e.Property(x => x.Code).HasMaxLength(40);
        e.Property(x => x.AskedByName).HasMaxLength(140);
        e.Property(x => x.ConfirmedByName).HasMaxLength(140);
        e.Property(x => x.Evidence).HasMaxLength(500);
        e.Property(x => x.DecidedByName).HasMaxLength(140);
        e.Property(x => x.DeclinedReason).HasMaxLength(500);
        e.Property(x => x.Version).IsConcurrencyToken();
        e.Ignore(x => x.IsOpen).Ignore(x => x.IsOnDeath).Ignore(x => x.IsReady);
        e.OwnsOne(
            x => x.Receiver,
            r =>
            {
                r.Property(d => d.Name).HasMaxLength(140);
                r.Property(d => d.Street).HasMaxLength(120);
                r.Property(d => d.Postcode).HasMaxLength(12);
                r.Property(d => d.City).HasMaxLength(80);
                r.Property(d => d.Country).HasMaxLength(2);
                r.Property(d => d.Party).HasConversion<PartyConverter>().HasMaxLength(2000);
            }
        );
        e.HasIndex(x => new { x.EnterpriseId, x.State });
        e.HasIndex(x => x.FromMemberId);
        e.HasIndex(x => x.ToMemberId);
        e.HasOne<Member>().WithMany().HasForeignKey(x => x.FromMemberId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Member>().WithMany().HasForeignKey(x => x.ToMemberId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<ShareClass>().WithMany().HasForeignKey(x => x.ShareClassId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<BondSeries>().WithMany().HasForeignKey(x => x.BondSeriesId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t =>
        {
            t.HasTrigger(AppendOnly.Guard("Transfers"));
            t.HasCheckConstraint("CK_Transfers_Units", "\"Units\" > 0");
            t.HasCheckConstraint(
                "CK_Transfers_Security",
                "(\"ShareClassId\" IS NULL AND \"BondSeriesId\" IS NOT NULL) "
                    + "OR (\"ShareClassId\" IS NOT NULL AND \"BondSeriesId\" IS NULL)"
            );
            // The second guard: nothing is done that nobody accepted, or that goes back to its giver.
            t.HasCheckConstraint(
                "CK_Transfers_Done",
                "\"State\" <> 'Done' OR (\"AcceptedBy\" IS NOT NULL AND \"ToMemberId\" IS NOT NULL "
                    + "AND \"ToMemberId\" <> \"FromMemberId\" AND \"DoneOn\" IS NOT NULL)"
            );
        });
    }
}

internal sealed class WithdrawalMapping : IEntityTypeConfiguration<Withdrawal>
{
    public void Configure(EntityTypeBuilder<Withdrawal> e)
    {
        e.Property(x => x.DecidedByName).HasMaxLength(140);
        e.Property(x => x.DeclinedReason).HasMaxLength(500);
        e.Property(x => x.Version).IsConcurrencyToken();
        e.Ignore(x => x.IsOpen);
        e.HasIndex(x => new
        {
            x.ShareClassId,
            x.State,
            x.AskedAt,
        });
        e.HasIndex(x => x.EnterpriseId);
        e.HasIndex(x => x.MemberId);
        e.HasIndex(x => x.RunId);
        e.HasOne<Member>().WithMany().HasForeignKey(x => x.MemberId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<ShareClass>().WithMany().HasForeignKey(x => x.ShareClassId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<PayoutRun>().WithMany().HasForeignKey(x => x.RunId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t =>
        {
            t.HasTrigger(AppendOnly.Guard("Withdrawals"));
            t.HasCheckConstraint("CK_Withdrawals_Units", "\"Units\" > 0");
            t.HasCheckConstraint(
                "CK_Withdrawals_Paid",
                "\"State\" <> 'Paid' OR (\"RunId\" IS NOT NULL AND \"PaidOn\" IS NOT NULL AND \"DecidedBy\" IS NOT NULL)"
            );
        });
    }
}

internal sealed class WithdrawalSuspensionMapping : IEntityTypeConfiguration<WithdrawalSuspension>
{
    public void Configure(EntityTypeBuilder<WithdrawalSuspension> e)
    {
        e.Property(x => x.Reason).HasMaxLength(500);
        e.Property(x => x.SuspendedByName).HasMaxLength(140);
        e.Property(x => x.LiftedByName).HasMaxLength(140);
        e.Property(x => x.Version).IsConcurrencyToken();
        // A class is suspended once at a time.
        e.HasIndex(x => x.ShareClassId).IsUnique().HasFilter("\"LiftedOn\" IS NULL");
        e.ToTable(t => t.HasTrigger(AppendOnly.Guard("WithdrawalSuspensions")));
        e.HasOne<ShareClass>().WithMany().HasForeignKey(x => x.ShareClassId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WriteDownMapping : IEntityTypeConfiguration<WriteDown>
{
    public void Configure(EntityTypeBuilder<WriteDown> e)
    {
        e.Property(x => x.Reason).HasMaxLength(500);
        e.Property(x => x.ProposedByName).HasMaxLength(140);
        e.Property(x => x.DecidedByName).HasMaxLength(140);
        e.Property(x => x.Version).IsConcurrencyToken();
        e.HasIndex(x => x.EnterpriseId);
        // One waits at a time.
        e.HasIndex(x => x.ShareClassId).IsUnique().HasFilter("\"State\" = 'Proposed'");
        e.HasOne<ShareClass>().WithMany().HasForeignKey(x => x.ShareClassId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t =>
        {
            t.HasTrigger(AppendOnly.Guard("WriteDowns"));
            t.HasCheckConstraint(
                "CK_WriteDowns_Value",
                "\"ToMinor\" > 0 AND \"ToMinor\" < \"FromMinor\" AND \"LossMinor\" >= 0"
            );
            t.HasCheckConstraint(
                "CK_WriteDowns_TwoPeople",
                "\"State\" <> 'Confirmed' OR (\"On\" IS NOT NULL AND \"DecidedBy\" <> \"ProposedBy\")"
            );
        });
    }
}

internal sealed class NominationMapping : IEntityTypeConfiguration<Nomination>
{
    public void Configure(EntityTypeBuilder<Nomination> e)
    {
        e.Property(x => x.Version).IsConcurrencyToken();
        e.OwnsOne(
            x => x.Nominee,
            n =>
            {
                n.Property(d => d.Name).HasMaxLength(140);
                n.Property(d => d.Street).HasMaxLength(120);
                n.Property(d => d.Postcode).HasMaxLength(12);
                n.Property(d => d.City).HasMaxLength(80);
                n.Property(d => d.Country).HasMaxLength(2);
                n.Property(d => d.Email).HasMaxLength(256);
            }
        );
        e.Navigation(x => x.Nominee).IsRequired();
        // One holds at a time.
        e.HasIndex(x => x.MemberId).IsUnique().HasFilter("\"EndedAt\" IS NULL");
        e.ToTable(t => t.HasTrigger(AppendOnly.Guard("Nominations")));
        e.HasIndex(x => x.EnterpriseId);
        e.HasOne<Member>().WithMany().HasForeignKey(x => x.MemberId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class HolderDeathMapping : IEntityTypeConfiguration<HolderDeath>
{
    public void Configure(EntityTypeBuilder<HolderDeath> e)
    {
        e.Property(x => x.Evidence).HasMaxLength(500);
        e.Property(x => x.RecordedByName).HasMaxLength(140);
        e.Property(x => x.DecidedByName).HasMaxLength(140);
        e.Property(x => x.Version).IsConcurrencyToken();
        e.OwnsOne(
            x => x.Payee,
            p =>
            {
                p.Property(x => x.Name).HasMaxLength(140);
                p.Property(x => x.Iban).HasMaxLength(34);
                p.Property(x => x.Evidence).HasMaxLength(500);
                p.Property(x => x.NamedByName).HasMaxLength(140);
                p.Property(x => x.ConfirmedByName).HasMaxLength(140);
            }
        );
        // A holder dies once; a record that was dropped does not count.
        e.HasIndex(x => x.MemberId).IsUnique().HasFilter("\"State\" <> 'Dropped'");
        e.ToTable(t => t.HasTrigger(AppendOnly.Guard("HolderDeaths")));
        e.HasIndex(x => x.EnterpriseId);
        e.HasIndex(x => x.State);
        e.HasOne<Member>().WithMany().HasForeignKey(x => x.MemberId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FormerMembershipMapping : IEntityTypeConfiguration<FormerMembership>
{
    public void Configure(EntityTypeBuilder<FormerMembership> e)
    {
        e.HasIndex(x => x.MemberId);
        e.HasOne<Member>().WithMany().HasForeignKey(x => x.MemberId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t => t.HasTrigger(AppendOnly.Guard("FormerMemberships")));
    }
}
