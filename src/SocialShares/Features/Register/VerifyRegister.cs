using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Register;

/// <summary>
/// Reads a whole register, entry by entry, and keeps whether its chain is whole and where it is broken first. Outside a
/// transaction, so that nobody waits while a large one is read.
/// </summary>
/// <param name="EnterpriseId">Whose register.</param>
/// <param name="OrderedBy">Name of whoever asked for it; empty for the job of the night.</param>
public sealed record VerifyRegister(EnterpriseId EnterpriseId, string OrderedBy)
    : IDelivery,
        IAllow<Machine>,
        IOfEnterprise
{
    public sealed class Handler(SharesDb db, IMediator mediator) : IRequestHandler<VerifyRegister, Unit>
    {
        public async Task<Unit> Handle(VerifyRegister r, CancellationToken ct)
        {
            var (reading, broken) = await RegisterCheckRead.Read(db, r.EnterpriseId, ct);
            await mediator.Send(
                new KeepRegisterCheck(r.EnterpriseId, reading.Count, reading.LastHash, broken, r.OrderedBy),
                ct
            );
            return Unit.Value;
        }
    }
}

/// <summary>Keeps what reading a register has found.</summary>
public sealed record KeepRegisterCheck(
    EnterpriseId EnterpriseId,
    int Entries,
    string LastHash,
    RegisterBreak? Broken,
    string OrderedBy
) : ICommand<Unit>, IAllow<Machine>, IOfEnterprise
{
    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<KeepRegisterCheck, Unit>
    {
        public Task<Unit> Handle(KeepRegisterCheck r, CancellationToken ct)
        {
            db.RegisterChecks.Add(
                new RegisterCheck(
                    RegisterCheckId.New(),
                    r.EnterpriseId,
                    r.Entries,
                    r.LastHash,
                    r.Broken,
                    r.OrderedBy,
                    clock.GetUtcNow().UtcDateTime
                )
            );
            return Unit.Task;
        }
    }
}

internal static class RegisterCheckRead
{
    /// <summary>Reads a register as it stands now against the last check that found nothing wrong.</summary>
    public static async Task<(RegisterReading Reading, RegisterBreak? Broken)> Read(
        SharesDb db,
        EnterpriseId enterprise,
        CancellationToken ct
    )
    {
        var known = await db
            .RegisterChecks.Where(c => c.EnterpriseId == enterprise && c.Fault == null && c.Entries > 0)
            .OrderByDescending(c => c.At)
            .ThenByDescending(c => c.Entries)
            .Select(c => new { c.Entries, c.LastHash })
            .FirstOrDefaultAsync(ct);
        var reading = new RegisterReading(known is null ? null : new RegisterMark(known.Entries, known.LastHash));
        var entries = db
            .RegisterEntries.AsNoTracking()
            .Where(e => e.EnterpriseId == enterprise)
            .OrderBy(e => e.Number)
            .AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(ct))
            if (reading.Read(entry) is { } broken)
                return (reading, broken);
        return (reading, reading.End());
    }
}
