using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Reconciling;

/// <summary>List comparisons of the payment provider's list with our ledger that came to their end, newest first.</summary>
public sealed record ListReconciliations(int Take = 30)
    : IQuery<IReadOnlyList<ReconciliationRow>>,
        IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/reconciliation/runs", Get).WithTags("Reconciliation");

    /// <inheritdoc cref="ListReconciliations"/>
    public static Task<IReadOnlyList<ReconciliationRow>> Get(int? take, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListReconciliations(take ?? 30), ct);

    public sealed class Rules : AbstractValidator<ListReconciliations>
    {
        public Rules() => RuleFor(r => r.Take).Between(1, 200);
    }

    public sealed class Handler(SharesDb db) : IRequestHandler<ListReconciliations, IReadOnlyList<ReconciliationRow>>
    {
        public async Task<IReadOnlyList<ReconciliationRow>> Handle(ListReconciliations r, CancellationToken ct) =>
            await db
                .Reconciliations.OrderByDescending(x => x.StartedAt)
                .Take(r.Take)
                .Select(x => new ReconciliationRow(
                    x.Id,
                    x.OrderedBy,
                    x.Since,
                    x.StartedAt,
                    x.EndedAt,
                    new ReconciliationCounts(x.Listed, x.TakenIn, x.Matched, x.Found, x.Resolved, x.StillOpen)
                ))
                .ToListAsync(ct);
    }
}

/// <summary>One comparison. Instants are UTC.</summary>
/// <param name="Id">Identity.</param>
/// <param name="OrderedBy">Name of whoever asked for it; empty for the job of the night.</param>
/// <param name="Since">Since when the provider's list was read.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Counts">What was found.</param>
public sealed record ReconciliationRow(
    ReconciliationId Id,
    string OrderedBy,
    DateTime Since,
    DateTime StartedAt,
    DateTime EndedAt,
    ReconciliationCounts Counts
);
