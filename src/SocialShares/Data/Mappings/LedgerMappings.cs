using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialShares.Data.Mappings;

internal sealed class JournalEntryMapping : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> e)
    {
        e.Property(x => x.Book).HasMaxLength(80);
        e.Property(x => x.CauseKind).HasMaxLength(40);
        e.Property(x => x.Description).HasMaxLength(200);
        // A cause books once: the second guard against doing anything twice with money.
        e.HasIndex(x => new
            {
                x.Book,
                x.CauseKind,
                x.CauseId,
            })
            .IsUnique();
        e.HasIndex(x => new { x.Book, x.OccurredOn });
        // What was recorded since a snapshot, and the journal's pages.
        e.HasIndex(x => x.RecordedAt);
        e.HasMany(x => x.Postings).WithOne().HasForeignKey(p => p.EntryId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t => t.HasTrigger(AppendOnly.Guard("JournalEntries")));
    }
}

internal sealed class PostingMapping : IEntityTypeConfiguration<Posting>
{
    public void Configure(EntityTypeBuilder<Posting> e)
    {
        e.HasKey(x => new { x.EntryId, x.No });
        e.Property(x => x.Account).HasMaxLength(120);
        e.HasIndex(x => new { x.Account, x.Currency });
        e.ToTable(t =>
        {
            t.HasCheckConstraint("CK_Postings_Amount", "\"AmountMinor\" <> 0");
            t.HasTrigger(AppendOnly.Guard("Postings"));
        });
    }
}
