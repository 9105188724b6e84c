using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Features.Disputes;

/// <summary>A dispute as administrators see it. Amounts are minor units; instants are UTC.</summary>
public sealed record DisputeShown(
    DisputeId Id,
    string ProviderDispute,
    ApplicationId ApplicationId,
    string Payer,
    string Offer,
    string EnterpriseName,
    string EnterpriseSlug,
    string Method,
    DateTime PaidAt,
    long PaidMinor,
    long AmountMinor,
    Currency Currency,
    string Reason,
    DisputeState State,
    DisputedMoney Money,
    DateTime OpenedAt,
    DateTime? AnswerBy,
    long TakenMinor,
    long FeeMinor,
    long LossMinor,
    long OutstandingMinor,
    string? Answer,
    DateTime? AnsweredAt,
    string? AnsweredByName,
    string? Resolution,
    DateTime? ResolvedAt,
    string? ResolvedByName,
    int? HolderNumber,
    DateTime? RiskAcceptedAt,
    int DocumentVersion,
    IReadOnlyList<DisputeMoneyMoved> Movements
);

/// <summary>One movement of money: negative was taken by the bank, positive given back.</summary>
public sealed record DisputeMoneyMoved(DateTime At, long AmountMinor, long FeeMinor);

internal static class DisputesRead
{
    public static async Task<IReadOnlyList<DisputeShown>> Shown(
        SharesDb db,
        IReadOnlyList<Dispute> disputes,
        CancellationToken ct
    )
    {
        var shown = new List<DisputeShown>();
        foreach (var d in disputes)
            shown.Add(await Shown(db, d, ct));
        return shown;
    }

    private static async Task<DisputeShown> Shown(SharesDb db, Dispute d, CancellationToken ct)
    {
        var x = await (
            from a in db.Applications
            where a.Id == d.ApplicationId
            join p in db.Payments on a.Id equals p.ApplicationId
            join o in db.Offers on a.OfferId equals o.Id
            join e in db.Enterprises on o.EnterpriseId equals e.Id
            select new Disputed
            {
                Application = a,
                Payment = p,
                Title = o.Title,
                EnterpriseName = e.Name,
                EnterpriseSlug = e.Slug,
            }
        ).SingleAsync(ct);
        var holder = await db
            .RegisterEntries.Where(e => e.SourceId == d.ApplicationId.Value && e.Kind == EntryKind.Issue)
            .Join(db.Members, e => e.MemberId, m => m.Id, (e, m) => (int?)m.Number)
            .FirstOrDefaultAsync(ct);
        var movements = await db
            .DisputeMovements.Where(m => m.DisputeId == d.Id)
            .OrderBy(m => m.At)
            .Select(m => new DisputeMoneyMoved(m.At, m.AmountMinor, m.FeeMinor))
            .ToListAsync(ct);
        return Shown(d, x, holder, movements);
    }

    private static DisputeShown Shown(Dispute d, Disputed x, int? holder, List<DisputeMoneyMoved> movements) =>
        new(
            d.Id,
            d.ProviderDispute,
            d.ApplicationId,
            x.Application.Name,
            x.Title,
            x.EnterpriseName,
            x.EnterpriseSlug,
            x.Payment.Method,
            x.Payment.PaidAt,
            x.Payment.AmountMinor,
            d.AmountMinor,
            d.Currency,
            d.Reason,
            d.State,
            d.Money,
            d.OpenedAt,
            d.AnswerBy,
            d.TakenMinor,
            d.FeeMinor,
            d.LossMinor,
            d.OutstandingMinor,
            d.Answer,
            d.AnsweredAt,
            d.AnsweredByName,
            d.Resolution,
            d.ResolvedAt,
            d.ResolvedByName,
            holder,
            x.Application.RiskAcceptedAt,
            x.Application.AcceptedDocumentVersion,
            movements
        );

    private sealed class Disputed
    {
        public required Application Application { get; init; }
        public required Payment Payment { get; init; }
        public required string Title { get; init; }
        public required string EnterpriseName { get; init; }
        public required string EnterpriseSlug { get; init; }
    }
}
