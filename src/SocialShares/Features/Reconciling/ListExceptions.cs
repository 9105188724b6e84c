using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Disputes;
using SocialShares.Features.Operations;
using SocialShares.Http;

namespace SocialShares.Features.Reconciling;

/// <summary>List everything about money that needs a person: refunds that failed, disputes, work that was parked, open differences.</summary>
public sealed record ListExceptions : IQuery<MoneyExceptions>, IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/exceptions", Get).WithTags("Payments");

    /// <inheritdoc cref="ListExceptions"/>
    public static Task<MoneyExceptions> Get(IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListExceptions(), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ListExceptions, MoneyExceptions>
    {
        private const int Most = 200;

        public async Task<MoneyExceptions> Handle(ListExceptions r, CancellationToken ct)
        {
            var refunds = await (
                from f in db.Refunds
                where f.State == RefundState.Failed
                join a in db.Applications on f.ApplicationId equals a.Id
                orderby f.EndedAt descending
                select new FailedRefund(
                    f.Id,
                    f.ApplicationId,
                    a.Name,
                    f.AmountMinor,
                    f.Currency,
                    f.Failure,
                    f.EndedAt,
                    f.ProviderRefund
                )
            )
                .Take(Most)
                .ToListAsync(ct);
            var parked = await db
                .Outbox.Where(o => o.DoneAt == null && o.ParkedAt != null)
                .OrderByDescending(o => o.CreatedAt)
                .Take(Most)
                .Select(o => new OutboxLine(o.Id, o.Kind, o.CreatedAt, o.DueAt, o.Attempts, o.ParkedAt, o.LastError))
                .ToListAsync(ct);
            var differences = await db
                .Differences.AsNoTracking()
                .Where(d => d.State == DifferenceState.Open)
                .OrderByDescending(d => d.FoundAt)
                .Take(Most)
                .ToListAsync(ct);
            var disputes = await db
                .Disputes.AsNoTracking()
                .Waiting()
                .OrderBy(d => d.OpenedAt)
                .Take(Most)
                .ToListAsync(ct);
            return new MoneyExceptions(
                refunds,
                await DisputesRead.Shown(db, disputes, ct),
                parked,
                [.. differences.Select(DifferenceRow.Of)]
            );
        }
    }
}

/// <summary>What needs a person; at most 200 of each kind, newest first, disputes the oldest first.</summary>
public sealed record MoneyExceptions(
    IReadOnlyList<FailedRefund> FailedRefunds,
    IReadOnlyList<DisputeShown> Disputes,
    IReadOnlyList<OutboxLine> Parked,
    IReadOnlyList<DifferenceRow> Differences
);

/// <summary>A refund that the provider could not pay: the money is here and still owed.</summary>
public sealed record FailedRefund(
    RefundId Id,
    ApplicationId ApplicationId,
    string Name,
    long AmountMinor,
    Currency Currency,
    string? Failure,
    DateTime? FailedAt,
    string? ProviderRefund
);
