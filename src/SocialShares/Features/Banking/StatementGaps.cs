using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Banking;

/// <summary>Where the statements of an account do not follow each other.</summary>
internal static class StatementGaps
{
    /// <summary>The figures from which the order of the statements follows.</summary>
    public static Task<List<ChainLink>> Links(this SharesDb db, Currency currency, CancellationToken ct) =>
        db
            .Statements.Where(s => s.Currency == currency)
            .Select(s => new ChainLink(s.Id, s.ClosingOn, s.SequenceNumber, s.ClosingMinor, s.NewMinor))
            .ToListAsync(ct);

    /// <summary>Differences of which nobody has said what they are.</summary>
    public static async Task<IReadOnlyList<(StatementId Id, long Minor)>> OpenGaps(
        this SharesDb db,
        Currency currency,
        CancellationToken ct
    )
    {
        var gaps = StatementChain.Gaps(await db.Links(currency, ct));
        var said = await db.Explained(currency, ct);
        return [.. gaps.Where(g => !said.Contains(g))];
    }

    /// <summary>Differences that somebody has explained and that are still there.</summary>
    public static async Task<long> ExplainedMinor(this SharesDb db, Currency currency, CancellationToken ct)
    {
        var said = await db.Explained(currency, ct);
        return StatementChain.Gaps(await db.Links(currency, ct)).Where(said.Contains).Sum(g => g.Minor);
    }

    private static async Task<HashSet<(StatementId Id, long Minor)>> Explained(
        this SharesDb db,
        Currency currency,
        CancellationToken ct
    )
    {
        var said = await db
            .BalanceExplanations.Where(x => x.Currency == currency)
            .Select(x => new { x.StatementId, x.Minor })
            .ToListAsync(ct);
        return [.. said.Select(x => (x.StatementId, x.Minor))];
    }
}
