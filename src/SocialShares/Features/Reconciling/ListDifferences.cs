using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Reconciling;

/// <summary>List differences between the payment provider's list and our ledger, newest first; of one state where asked.</summary>
public sealed record ListDifferences(DifferenceState? State = null, string? Before = null, int Take = 50)
    : IQuery<DifferencePage>,
        IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/reconciliation/differences", Get).WithTags("Reconciliation");

    /// <inheritdoc cref="ListDifferences"/>
    public static Task<DifferencePage> Get(
        DifferenceState? state,
        string? before,
        int? take,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ListDifferences(state, before, take ?? 50), ct);

    public sealed class Rules : AbstractValidator<ListDifferences>
    {
        public Rules()
        {
            RuleFor(r => r.Take).Between(1, 200);
            RuleFor(r => r.Before).Cursor();
        }
    }

    public sealed class Handler(SharesDb db) : IRequestHandler<ListDifferences, DifferencePage>
    {
        public async Task<DifferencePage> Handle(ListDifferences r, CancellationToken ct)
        {
            var rows = db.Differences.AsNoTracking();
            if (r.State is { } state)
                rows = rows.Where(d => d.State == state);
            var start = MomentCursor.Read(r.Before);
            if (start is not null)
                rows = rows.Where(d => d.FoundAt <= start.At);
            var found = await rows.OrderByDescending(d => d.FoundAt)
                .ThenByDescending(d => d.Id)
                .Skip(start?.Seen ?? 0)
                .Take(r.Take + 1)
                .ToListAsync(ct);
            var page = found.Take(r.Take).Select(DifferenceRow.Of).ToList();
            return new DifferencePage(
                page,
                found.Count > r.Take ? MomentCursor.After(page, d => d.FoundAt, start) : null
            );
        }
    }
}

/// <summary>Some differences.</summary>
/// <param name="Differences">Newest first.</param>
/// <param name="Next">Ask for the next page with this as <c>before</c>; null on the last page.</param>
public sealed record DifferencePage(IReadOnlyList<DifferenceRow> Differences, string? Next);

/// <summary>One difference. Amounts are in minor units.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Kind">What kind.</param>
/// <param name="Subject">The provider's name of the movement, or the entry.</param>
/// <param name="OursMinor">What our ledger has.</param>
/// <param name="TheirsMinor">What the provider lists.</param>
/// <param name="Currency">Currency of both.</param>
/// <param name="FoundAt">When it was found, UTC.</param>
/// <param name="State">Where it stands.</param>
/// <param name="ResolvedAt">When they were found to agree, UTC.</param>
/// <param name="Explanation">Why it is right that they differ.</param>
/// <param name="ExplainedBy">Name of whoever says so.</param>
/// <param name="ExplainedAt">When, UTC.</param>
public sealed record DifferenceRow(
    DifferenceId Id,
    DifferenceKind Kind,
    string Subject,
    long OursMinor,
    long TheirsMinor,
    Currency Currency,
    DateTime FoundAt,
    DifferenceState State,
    DateTime? ResolvedAt,
    string? Explanation,
    string? ExplainedBy,
    DateTime? ExplainedAt
)
{
    public static DifferenceRow Of(Difference d) =>
        new(
            d.Id,
            d.Kind,
            d.Subject,
            d.OursMinor,
            d.TheirsMinor,
            d.Currency,
            d.FoundAt,
            d.State,
            d.ResolvedAt,
            d.Explanation,
            d.ExplainedByName,
            d.ExplainedAt
        );
}
