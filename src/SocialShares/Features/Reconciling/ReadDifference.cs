using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Ledger;
using SocialShares.Http;

namespace SocialShares.Features.Reconciling;

/// <summary>Read one difference with the provider's movement and our entry, and what the thing that moved the money is.</summary>
public sealed record ReadDifference(DifferenceId DifferenceId) : IQuery<DifferenceRead>, IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/reconciliation/differences/{differenceId}", Get).WithTags("Reconciliation");

    /// <inheritdoc cref="ReadDifference"/>
    public static Task<DifferenceRead> Get(DifferenceId differenceId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadDifference(differenceId), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ReadDifference, DifferenceRead>
    {
        public async Task<DifferenceRead> Handle(ReadDifference r, CancellationToken ct)
        {
            var item =
                await db.Differences.AsNoTracking().SingleOrDefaultAsync(d => d.Id == r.DifferenceId, ct)
                ?? throw new NotThere("difference");
            var movement = await db
                .ProviderMovements.AsNoTracking()
                .Where(m => m.Id == item.MovementId)
                .Select(m => new MovementFacts(
                    m.Id,
                    m.Kind,
                    m.ProviderType,
                    m.AmountMinor,
                    m.FeeMinor,
                    m.NetMinor,
                    m.Currency,
                    m.Source,
                    m.CreatedAt,
                    m.AvailableAt
                ))
                .SingleOrDefaultAsync(ct);
            // Of one that agrees by now: the entry that it was found to agree with.
            var entry =
                item.EntryId
                ?? await db
                    .MovementMatches.Where(m => m.MovementId == item.MovementId)
                    .Select(m => (JournalEntryId?)m.EntryId)
                    .SingleOrDefaultAsync(ct);
            return new DifferenceRead(
                DifferenceRow.Of(item),
                movement,
                entry is { } id ? await EntryReading.Read(db, id, ct) : null
            );
        }
    }
}

/// <summary>One difference with both sides.</summary>
/// <param name="Difference">The difference.</param>
/// <param name="Movement">What the provider lists; null when it has none.</param>
/// <param name="Entry">What our journal has; null when it has none.</param>
public sealed record DifferenceRead(DifferenceRow Difference, MovementFacts? Movement, EntryRead? Entry);
