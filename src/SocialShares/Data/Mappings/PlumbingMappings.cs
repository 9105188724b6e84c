using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialShares.Data.Mappings;

internal sealed class LoginMapping : IEntityTypeConfiguration<Login>
{
    public void Configure(EntityTypeBuilder<Login> e)
    {
        e.Property(x => x.FullName).HasMaxLength(140);
        e.Property(x => x.Language).HasMaxLength(5);
        e.Ignore(x => x.PersonId);
    }
}

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> e)
    {
        e.ToTable("Outbox");
        e.Property(x => x.Kind).HasMaxLength(60);
        e.Property(x => x.LastError).HasMaxLength(1000);
        e.HasIndex(x => new
        {
            x.DoneAt,
            x.ParkedAt,
            x.DueAt,
        });
    }
}

internal sealed class ReceivedEventMapping : IEntityTypeConfiguration<ReceivedEvent>
{
    public void Configure(EntityTypeBuilder<ReceivedEvent> e)
    {
        e.Property(x => x.Id).HasMaxLength(100);
        e.Property(x => x.Type).HasMaxLength(100);
        e.Property(x => x.ObjectId).HasMaxLength(200);
    }
}

internal sealed class AuditRowMapping : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> e)
    {
        e.ToTable(t => t.HasTrigger(AppendOnly.Guard("AuditRows")));
        e.Property(x => x.Name).HasMaxLength(140);
        e.Property(x => x.Action).HasMaxLength(60);
        e.Property(x => x.Subject).HasMaxLength(120);
        e.HasIndex(x => x.At);
        e.HasIndex(x => x.Subject);
    }
}

internal sealed class CommandKeyMapping : IEntityTypeConfiguration<CommandKey>
{
    public void Configure(EntityTypeBuilder<CommandKey> e)
    {
        e.HasKey(x => new { x.Caller, x.Key });
        e.Property(x => x.Command).HasMaxLength(60);
        e.Property(x => x.ContentHash).HasMaxLength(64);
    }
}

internal sealed class JobRunMapping : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> e)
    {
        e.Property(x => x.Job).HasMaxLength(60);
        e.Property(x => x.StartedBy).HasMaxLength(140);
        e.Property(x => x.Did).HasMaxLength(400);
        e.Property(x => x.Failure).HasMaxLength(1000);
        e.HasIndex(x => new { x.Job, x.StartedAt });
    }
}

internal sealed class SentMailMapping : IEntityTypeConfiguration<SentMail>
{
    public void Configure(EntityTypeBuilder<SentMail> e)
    {
        e.Property(x => x.To).HasMaxLength(256);
        e.Property(x => x.Subject).HasMaxLength(200);
        e.HasIndex(x => x.SentAt);
    }
}
