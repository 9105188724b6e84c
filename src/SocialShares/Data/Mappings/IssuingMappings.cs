using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialShares.Data.Mappings;

internal sealed class EnterpriseMapping : IEntityTypeConfiguration<Enterprise>
{
    public void Configure(EntityTypeBuilder<Enterprise> e)
    {
        e.Property(x => x.Slug).HasMaxLength(Slug.MaxLength);
        e.HasIndex(x => x.Slug).IsUnique();
        e.Property(x => x.Name).HasMaxLength(140);
        e.Property(x => x.LegalForm).HasMaxLength(80);
        e.Property(x => x.Country).HasMaxLength(2);
        e.Property(x => x.RegistryNumber).HasMaxLength(40);
        e.Property(x => x.Address).HasMaxLength(200);
        e.Property(x => x.Place).HasMaxLength(80);
        e.Property(x => x.TimeZone).HasMaxLength(60);
        e.Property(x => x.Ink).HasMaxLength(20);
        e.Property(x => x.Drawing).HasMaxLength(20);
        e.Property(x => x.Iban).HasMaxLength(34);
        e.Property(x => x.PaymentAccount).HasMaxLength(100);
        e.Property(x => x.Version).IsConcurrencyToken();
        e.HasMany(x => x.Board).WithOne().HasForeignKey(m => m.EnterpriseId);
        e.Navigation(x => x.Board).AutoInclude(false);
    }
}

internal sealed class BoardMemberMapping : IEntityTypeConfiguration<BoardMember>
{
    public void Configure(EntityTypeBuilder<BoardMember> e)
    {
        e.HasKey(x => new { x.EnterpriseId, x.PersonId });
        e.Property(x => x.Name).HasMaxLength(140);
        e.Property(x => x.Office).HasMaxLength(40);
        e.HasIndex(x => x.PersonId);
    }
}

internal sealed class ShareClassMapping : IEntityTypeConfiguration<ShareClass>
{
    public void Configure(EntityTypeBuilder<ShareClass> e)
    {
        e.Property(x => x.Code).HasMaxLength(20);
        e.Property(x => x.Version).IsConcurrencyToken();
        e.HasIndex(x => new { x.EnterpriseId, x.Code }).IsUnique();
        e.HasOne<Enterprise>().WithMany().HasForeignKey(x => x.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        e.ComplexProperty(x => x.Holding);
        e.ToTable(t => t.HasCheckConstraint("CK_ShareClasses_Par", "\"ParValueMinor\" > 0"));
    }
}

internal sealed class OfferMapping : IEntityTypeConfiguration<Offer>
{
    public void Configure(EntityTypeBuilder<Offer> e)
    {
        e.Property(x => x.Slug).HasMaxLength(Slug.MaxLength);
        e.HasIndex(x => x.Slug).IsUnique();
        e.Property(x => x.Title).HasMaxLength(120);
        e.Property(x => x.Purpose).HasMaxLength(2000);
        e.Property(x => x.TimeZone).HasMaxLength(60);
        e.Property(x => x.Version).IsConcurrencyToken();
        e.Property(x => x.AllotmentSeed).HasMaxLength(64);
        e.Ignore(x => x.IsOfBonds);
        e.Ignore(x => x.Allocation);
        e.Ignore(x => x.Rule);
        e.Ignore(x => x.LastDay);
        e.Ignore(x => x.Instalments);
        e.Property(x => x.Eligibility).HasConversion(EligibilityText.Converter, EligibilityText.Comparer);
        e.HasIndex(x => x.State);
        e.HasMany(x => x.Steps).WithOne().HasForeignKey(s => s.OfferId);
        e.HasOne<Enterprise>().WithMany().HasForeignKey(x => x.EnterpriseId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<ShareClass>().WithMany().HasForeignKey(x => x.ShareClassId).OnDelete(DeleteBehavior.Restrict);
        // The second guard against taking more than the terms allow (the first is the conditional update), and against
        // allotting more than there is.
        e.ToTable(t =>
            t.HasCheckConstraint(
                "CK_Offers_Units",
                "\"UnitsReserved\" >= 0 AND \"UnitsBeyond\" >= 0 AND \"UnitsReserved\" <= \"UnitsOffered\" + \"UnitsBeyond\" "
                    + "AND (\"State\" NOT IN ('Allotted', 'Completed') OR \"UnitsReserved\" <= \"UnitsOffered\")"
            )
        );
    }
}

internal sealed class OfferStepMapping : IEntityTypeConfiguration<OfferStep>
{
    public void Configure(EntityTypeBuilder<OfferStep> e)
    {
        e.HasKey(x => new { x.OfferId, x.No });
        e.Property(x => x.Name).HasMaxLength(140);
        e.Property(x => x.Note).HasMaxLength(1000);
    }
}

internal sealed class OfferDocumentMapping : IEntityTypeConfiguration<OfferDocument>
{
    public void Configure(EntityTypeBuilder<OfferDocument> e)
    {
        e.Property(x => x.FileName).HasMaxLength(200);
        e.Property(x => x.Sha256).HasMaxLength(64);
        e.Property(x => x.DecidedByName).HasMaxLength(140);
        e.Property(x => x.ReturnReason).HasMaxLength(1000);
        e.HasIndex(x => x.AwaitsReview);
        e.HasIndex(x => new { x.OfferId, x.Version }).IsUnique();
        e.HasOne<Offer>().WithMany().HasForeignKey(x => x.OfferId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ApplicationMapping : IEntityTypeConfiguration<Application>
{
    public void Configure(EntityTypeBuilder<Application> e)
    {
        e.Property(x => x.Name).HasMaxLength(140);
        e.Property(x => x.Street).HasMaxLength(120);
        e.Property(x => x.Postcode).HasMaxLength(12);
        e.Property(x => x.City).HasMaxLength(80);
        e.Property(x => x.Country).HasMaxLength(2);
        e.Property(x => x.Iban).HasMaxLength(34);
        e.Property(x => x.Identity).HasMaxLength(80);
        e.Property(x => x.Party).HasConversion<PartyConverter>().HasMaxLength(2000);
        e.Property(x => x.RejectedByName).HasMaxLength(140);
        e.Property(x => x.RejectionReason).HasMaxLength(1000);
        e.Property(x => x.CheckoutSession).HasMaxLength(200);
        e.Property(x => x.CheckoutUrl).HasMaxLength(1000);
        e.Property(x => x.MembershipType).HasMaxLength(MembershipType.LongestCode);
        e.Ignore(x => x.LastDayToCancel);
        e.Ignore(x => x.Admission);
        e.Ignore(x => x.UnitsInAll);
        e.Ignore(x => x.AmountInAllMinor);
        e.HasIndex(x => x.InstalmentOf);
        e.HasOne<Application>().WithMany().HasForeignKey(x => x.InstalmentOf).OnDelete(DeleteBehavior.Restrict);
        e.Property(x => x.Version).IsConcurrencyToken();
        e.HasIndex(x => new { x.OfferId, x.State });
        e.HasIndex(x => new { x.State, x.HeldUntil });
        e.HasIndex(x => new { x.State, x.ReflectionEndsOn });
        e.HasIndex(x => x.PersonId);
        e.Ignore(x => x.AwaitsReceiver);
        e.HasIndex(x => x.HolderPersonId);
        e.HasOne<Member>().WithMany().HasForeignKey(x => x.TopsUp).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Offer>().WithMany().HasForeignKey(x => x.OfferId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<BondSeries>().WithMany().HasForeignKey(x => x.BondSeriesId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t =>
            t.HasCheckConstraint(
                "CK_Applications_Units",
                "\"Units\" > 0 AND \"AllottedUnits\" >= 0 AND \"AllottedUnits\" <= \"Units\" AND \"PromisedUnits\" >= 0"
            )
        );
    }
}

internal sealed class PaymentMapping : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> e)
    {
        e.HasKey(x => x.ApplicationId);
        e.Property(x => x.Method).HasMaxLength(20);
        e.Property(x => x.ProviderPayment).HasMaxLength(100);
        e.Property(x => x.ProviderCharge).HasMaxLength(100);
        e.HasIndex(x => x.ProviderPayment).IsUnique();
        e.HasIndex(x => x.ProviderCharge).IsUnique();
        e.HasIndex(x => new { x.AvailableBookedAt, x.AvailableAt });
        e.HasIndex(x => x.PaidAt);
        e.HasIndex(x => x.OfferId);
        e.HasOne<Application>().WithMany().HasForeignKey(x => x.ApplicationId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t => t.HasCheckConstraint("CK_Payments_Amount", "\"AmountMinor\" > 0 AND \"FeeMinor\" >= 0"));
    }
}

internal sealed class RefundMapping : IEntityTypeConfiguration<Refund>
{
    public void Configure(EntityTypeBuilder<Refund> e)
    {
        e.Property(x => x.Reason).HasMaxLength(30);
        e.Property(x => x.ProviderRefund).HasMaxLength(100);
        e.Property(x => x.Failure).HasMaxLength(200);
        e.Property(x => x.Version).IsConcurrencyToken();
        e.Ignore(x => x.IsOfPart);
        e.Ignore(x => x.ToPayMinor);
        // A payment goes back once, whole or in part.
        e.HasIndex(x => x.ApplicationId).IsUnique();
        e.HasIndex(x => x.ProviderRefund).IsUnique();
        e.HasIndex(x => x.State);
        e.HasOne<Payment>().WithMany().HasForeignKey(x => x.ApplicationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DrawdownMapping : IEntityTypeConfiguration<Drawdown>
{
    public void Configure(EntityTypeBuilder<Drawdown> e)
    {
        e.Property(x => x.ProviderTransfer).HasMaxLength(100);
        e.Ignore(x => x.ProviderMinor).Ignore(x => x.IsMovedByProvider);
        e.Property(x => x.Version).IsConcurrencyToken();
        // An offer pays out once, an open one once for each issue; what came by debit later than the rest.
        e.HasIndex(x => new
            {
                x.OfferId,
                x.No,
                x.Part,
            })
            .IsUnique();
        e.HasIndex(x => x.ProviderTransfer).IsUnique();
        e.HasOne<Offer>().WithMany().HasForeignKey(x => x.OfferId).OnDelete(DeleteBehavior.Restrict);
    }
}
