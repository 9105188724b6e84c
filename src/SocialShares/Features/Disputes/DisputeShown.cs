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
        var applications = disputes.Select(d => d.ApplicationId).ToList();
        var about = await (
            from a in db.Applications.AsNoTracking()
            where applications.Contains(a.Id)
            join p in db.Payments.AsNoTracking() on a.Id equals p.ApplicationId
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
        ).ToDictionaryAsync(x => x.Application.Id, ct);
        var sources = applications.Select(a => a.Value).ToList();
        var holders = await db
            .RegisterEntries.Where(e => e.Kind == EntryKind.Issue && sources.Contains(e.SourceId))
            .Join(db.Members, e => e.MemberId, m => m.Id, (e, m) => new { e.SourceId, m.Number })
            .ToDictionaryAsync(x => x.SourceId, x => (int?)x.Number, ct);
        var ids = disputes.Select(d => d.Id).ToList();
        var moved = (
            await db.DisputeMovements.AsNoTracking().Where(m => ids.Contains(m.DisputeId)).ToListAsync(ct)
        ).ToLookup(m => m.DisputeId);
        return
        [
            .. disputes.Select(d =>
                Shown(
                    d,
                    about[d.ApplicationId],
                    holders.GetValueOrDefault(d.ApplicationId.Value),
                    [
                        .. moved[d.Id]
                            .OrderBy(m => m.At)
                            .Select(m => new DisputeMoneyMoved(m.At, m.AmountMinor, m.FeeMinor)),
                    ]
                )
            ),
        ];
    }

    private static DisputeShown Shown(Dispute d, Disputed x, int? holder, IReadOnlyList<DisputeMoneyMoved> movements) =>
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
