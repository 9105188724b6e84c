using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialShares.Data.Mappings;

internal sealed class BankTransferMapping : IEntityTypeConfiguration<BankTransfer>
{
    public void Configure(EntityTypeBuilder<BankTransfer> e)
    {
        e.HasKey(x => x.ApplicationId);
        e.Property(x => x.Reference).HasMaxLength(CreditorReference.Longest);
        e.Property(x => x.Version).IsConcurrencyToken();
        e.Ignore(x => x.MissingMinor);
        e.HasIndex(x => x.Reference).IsUnique();
        e.HasIndex(x => new { x.State, x.OfferId });
        e.HasOne<Application>().WithMany().HasForeignKey(x => x.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t =>
            t.HasCheckConstraint(
                "CK_BankTransfers_Received",
                "\"AmountMinor\" > 0 AND \"ReceivedMinor\" >= 0 AND \"ReceivedMinor\" <= \"AmountMinor\" "
                    + "AND (\"State\" <> 'Paid' OR \"ReceivedMinor\" = \"AmountMinor\")"
            )
        );
    }
}

internal sealed class StatementMapping : IEntityTypeConfiguration<AccountStatement>
{
    public void Configure(EntityTypeBuilder<AccountStatement> e)
    {
        e.Property(x => x.Iban).HasMaxLength(34);
        e.Property(x => x.BankId).HasMaxLength(35);
        e.Property(x => x.FileName).HasMaxLength(100);
        e.Property(x => x.Sha256).HasMaxLength(64);
        e.Property(x => x.TakenByName).HasMaxLength(140);
        e.Property(x => x.Version).IsConcurrencyToken();
        e.Ignore(x => x.IsBooked);
        e.HasIndex(x => x.Sha256);
        // The same statement is taken in once, in whichever file or version.
        e.HasIndex(x => new { x.Iban, x.BankId }).IsUnique();
        e.ToTable(
            "Statements",
            t =>
            {
                t.HasTrigger(AppendOnly.Guard("Statements"));
                t.HasCheckConstraint("CK_Statements_Booked", "\"BookedTo\" >= 0 AND \"BookedTo\" <= \"NewLines\"");
            }
        );
    }
}

internal sealed class StatementLineMapping : IEntityTypeConfiguration<StatementLine>
{
    public void Configure(EntityTypeBuilder<StatementLine> e)
    {
        e.Property(x => x.BankReference).HasMaxLength(70);
        e.Property(x => x.EndToEndId).HasMaxLength(70);
        e.Property(x => x.Reference).HasMaxLength(70);
        e.Property(x => x.Text).HasMaxLength(500);
        e.Property(x => x.Name).HasMaxLength(140);
        e.Property(x => x.Iban).HasMaxLength(34);
        e.Property(x => x.ReturnReason).HasMaxLength(35);
        e.Property(x => x.Key).HasMaxLength(64);
        e.Ignore(x => x.Amount);
        e.HasIndex(x => new { x.StatementId, x.No }).IsUnique();
        // The same payment comes in once, in whichever statement.
        e.HasIndex(x => x.Key).IsUnique();
        e.HasOne<AccountStatement>().WithMany().HasForeignKey(x => x.StatementId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t => t.HasTrigger(AppendOnly.Guard("StatementLines")));
    }
}

internal sealed class LineOutcomeMapping : IEntityTypeConfiguration<LineOutcome>
{
    public void Configure(EntityTypeBuilder<LineOutcome> e)
    {
        e.HasKey(x => x.LineId);
        e.Property(x => x.Reason).HasMaxLength(1000);
        e.Property(x => x.DecidedByName).HasMaxLength(140);
        e.Property(x => x.Version).IsConcurrencyToken();
        e.Ignore(x => x.Amount);
        e.HasIndex(x => new { x.State, x.LineId });
        e.HasIndex(x => x.ApplicationId);
        e.HasOne<StatementLine>().WithMany().HasForeignKey(x => x.LineId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<BankTransfer>().WithMany().HasForeignKey(x => x.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t =>
            t.HasCheckConstraint(
                "CK_LineOutcomes_Kept",
                "\"KeptMinor\" >= 0 AND (\"KeptMinor\" = 0 OR \"KeptMinor\" <= \"AmountMinor\") "
                    + "AND (\"State\" <> 'Paid' OR \"ApplicationId\" IS NOT NULL)"
            )
        );
    }
}

internal sealed class BalanceExplanationMapping : IEntityTypeConfiguration<BalanceExplanation>
{
    public void Configure(EntityTypeBuilder<BalanceExplanation> e)
    {
        e.HasKey(x => new { x.StatementId, x.Minor });
        e.Property(x => x.Reason).HasMaxLength(1000);
        e.Property(x => x.ByName).HasMaxLength(140);
        e.HasOne<AccountStatement>().WithMany().HasForeignKey(x => x.StatementId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t => t.HasTrigger(AppendOnly.Guard("BalanceExplanations")));
    }
}

internal sealed class BankOrderMapping : IEntityTypeConfiguration<BankOrder>
{
    public void Configure(EntityTypeBuilder<BankOrder> e)
    {
        e.Property(x => x.Owed).HasMaxLength(120);
        e.Property(x => x.PayeeName).HasMaxLength(140);
        e.Property(x => x.Iban).HasMaxLength(34);
        e.Property(x => x.Remittance).HasMaxLength(140);
        e.Property(x => x.ReturnReason).HasMaxLength(35);
        e.Property(x => x.Version).IsConcurrencyToken();
        e.Ignore(x => x.Amount).Ignore(x => x.EndToEndId).Ignore(x => x.IsOnItsWay).Ignore(x => x.MayReturn);
        // What is owed once is ordered once; a returned order has one that takes its place.
        e.HasIndex(x => new
            {
                x.Kind,
                x.CauseId,
                x.Attempt,
            })
            .IsUnique();
        e.HasIndex(x => x.State);
        e.HasIndex(x => x.FileId);
        e.HasIndex(x => x.ApplicationId);
        e.HasOne<ClientFile>().WithMany().HasForeignKey(x => x.FileId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t =>
            t.HasCheckConstraint(
                "CK_BankOrders_Account",
                "\"AmountMinor\" > 0 AND (\"State\" IN ('NeedsAccount', 'Dropped') OR \"Iban\" IS NOT NULL)"
            )
        );
    }
}

internal sealed class ClientFileMapping : IEntityTypeConfiguration<ClientFile>
{
    public void Configure(EntityTypeBuilder<ClientFile> e)
    {
        e.Property(x => x.Sha256).HasMaxLength(64);
        e.Property(x => x.MadeByName).HasMaxLength(140);
        e.Property(x => x.DecidedByName).HasMaxLength(140);
        e.Property(x => x.Version).IsConcurrencyToken();
        e.Ignore(x => x.MessageId);
        e.HasIndex(x => x.No).IsUnique();
        // The second guard of four eyes: whoever made it may withdraw it, and not release it.
        e.ToTable(t =>
        {
            t.HasTrigger(AppendOnly.Guard("ClientFiles"));
            t.HasCheckConstraint(
                "CK_ClientFiles_Released",
                "\"State\" <> 'Released' OR (\"DecidedBy\" IS NOT NULL AND \"DecidedBy\" <> \"MadeBy\")"
            );
        });
    }
}
