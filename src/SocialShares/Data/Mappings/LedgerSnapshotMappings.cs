using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialShares.Data.Mappings;

internal sealed class LedgerSnapshotMapping : IEntityTypeConfiguration<LedgerSnapshot>
{
    public void Configure(EntityTypeBuilder<LedgerSnapshot> e)
    {
        e.HasIndex(x => x.CutAt).IsUnique();
        e.ToTable(t => t.HasTrigger(AppendOnly.Guard("LedgerSnapshots")));
    }
}

internal sealed class LedgerSnapshotBalanceMapping : IEntityTypeConfiguration<LedgerSnapshotBalance>
{
    public void Configure(EntityTypeBuilder<LedgerSnapshotBalance> e)
    {
        e.HasKey(x => new
        {
            x.SnapshotId,
            x.Book,
            x.Account,
            x.Currency,
        });
        e.Property(x => x.Book).HasMaxLength(80);
        e.Property(x => x.Account).HasMaxLength(120);
        e.HasOne<LedgerSnapshot>().WithMany().HasForeignKey(x => x.SnapshotId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t => t.HasTrigger(AppendOnly.Guard("LedgerSnapshotBalances")));
    }
}

internal sealed class LedgerSnapshotCheckMapping : IEntityTypeConfiguration<LedgerSnapshotCheck>
{
    public void Configure(EntityTypeBuilder<LedgerSnapshotCheck> e)
    {
        e.HasIndex(x => new { x.SnapshotId, x.At });
        e.HasOne<LedgerSnapshot>().WithMany().HasForeignKey(x => x.SnapshotId).OnDelete(DeleteBehavior.Restrict);
        e.ToTable(t => t.HasTrigger(AppendOnly.Guard("LedgerSnapshotChecks")));
    }
}
