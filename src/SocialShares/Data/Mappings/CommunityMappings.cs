using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialShares.Data.Mappings;

internal sealed class QuestionMapping : IEntityTypeConfiguration<Question>
{
    public void Configure(EntityTypeBuilder<Question> e)
    {
        e.Property(x => x.AskerName).HasMaxLength(140);
        e.Property(x => x.Text).HasMaxLength(Question.LongestText);
        e.Property(x => x.Answer).HasMaxLength(Question.LongestAnswer);
        e.Property(x => x.AnsweredByName).HasMaxLength(140);
        e.Property(x => x.Reason).HasMaxLength(Question.LongestReason);
        e.Property(x => x.Version).IsConcurrencyToken();
        e.HasIndex(x => new { x.OfferId, x.State });
        e.HasIndex(x => new { x.EnterpriseId, x.State });
        e.HasOne<Offer>().WithMany().HasForeignKey(x => x.OfferId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OfferUpdateMapping : IEntityTypeConfiguration<OfferUpdate>
{
    public void Configure(EntityTypeBuilder<OfferUpdate> e)
    {
        e.Property(x => x.Title).HasMaxLength(OfferUpdate.LongestTitle);
        e.Property(x => x.Text).HasMaxLength(OfferUpdate.LongestText);
        e.Property(x => x.WrittenByName).HasMaxLength(140);
        e.HasIndex(x => new { x.OfferId, x.No }).IsUnique();
        e.HasOne<Offer>().WithMany().HasForeignKey(x => x.OfferId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t => t.HasTrigger(AppendOnly.Guard("OfferUpdates")));
    }
}

internal sealed class UpdateOptOutMapping : IEntityTypeConfiguration<UpdateOptOut>
{
    public void Configure(EntityTypeBuilder<UpdateOptOut> e) => e.HasKey(x => new { x.EnterpriseId, x.PersonId });
}

internal sealed class PledgeRoundMapping : IEntityTypeConfiguration<PledgeRound>
{
    public void Configure(EntityTypeBuilder<PledgeRound> e)
    {
        e.HasKey(x => x.OfferId);
        e.Property(x => x.OpenedByName).HasMaxLength(140);
        e.Property(x => x.Version).IsConcurrencyToken();
        e.Ignore(x => x.IsOpen);
        e.Ignore(x => x.EraseAt);
        e.HasIndex(x => new { x.ErasedAt, x.ClosedAt });
        e.HasOne<Offer>().WithOne().HasForeignKey<PledgeRound>(x => x.OfferId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PledgeMapping : IEntityTypeConfiguration<Pledge>
{
    public void Configure(EntityTypeBuilder<Pledge> e)
    {
        e.Property(x => x.Name).HasMaxLength(140);
        e.Property(x => x.Email).HasMaxLength(256);
        e.Property(x => x.Language).HasMaxLength(5);
        e.Property(x => x.Version).IsConcurrencyToken();
        // One address, one pledge for an offer.
        e.HasIndex(x => new { x.OfferId, x.Email }).IsUnique();
        e.HasOne<PledgeRound>().WithMany().HasForeignKey(x => x.OfferId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t => t.HasCheckConstraint("CK_Pledges_Amount", "\"AmountMinor\" > 0"));
    }
}

internal sealed class CovenantMapping : IEntityTypeConfiguration<Covenant>
{
    public void Configure(EntityTypeBuilder<Covenant> e)
    {
        e.Property(x => x.Statement).HasMaxLength(2000);
        e.Property(x => x.RecordedByName).HasMaxLength(140);
        e.Ignore(x => x.Rule);
        e.HasIndex(x => new { x.EnterpriseId, x.No }).IsUnique();
        e.HasOne<Enterprise>().WithMany().HasForeignKey(x => x.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t => t.HasTrigger(AppendOnly.Guard("Covenants")));
    }
}

internal sealed class CovenantEvidenceMapping : IEntityTypeConfiguration<CovenantEvidence>
{
    public void Configure(EntityTypeBuilder<CovenantEvidence> e)
    {
        e.Property(x => x.Text).HasMaxLength(1000);
        e.Property(x => x.Reference).HasMaxLength(300);
        e.Property(x => x.RecordedByName).HasMaxLength(140);
        e.HasIndex(x => new
        {
            x.EnterpriseId,
            x.Kind,
            x.RecordedAt,
        });
        e.HasOne<Enterprise>().WithMany().HasForeignKey(x => x.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<CovenantDocument>().WithMany().HasForeignKey(x => x.DocumentId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t => t.HasTrigger(AppendOnly.Guard("CovenantEvidence")));
    }
}

internal sealed class CovenantFindingMapping : IEntityTypeConfiguration<CovenantFinding>
{
    public void Configure(EntityTypeBuilder<CovenantFinding> e)
    {
        e.HasIndex(x => new
        {
            x.EnterpriseId,
            x.Kind,
            x.At,
        });
        e.HasOne<Covenant>().WithMany().HasForeignKey(x => x.CovenantId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t => t.HasTrigger(AppendOnly.Guard("CovenantFindings")));
    }
}

internal sealed class CovenantDocumentMapping : IEntityTypeConfiguration<CovenantDocument>
{
    public void Configure(EntityTypeBuilder<CovenantDocument> e)
    {
        e.Property(x => x.FileName).HasMaxLength(200);
        e.Property(x => x.Sha256).HasMaxLength(64);
        e.HasOne<Enterprise>().WithMany().HasForeignKey(x => x.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
    }
}
