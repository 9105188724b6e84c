using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Issuing;
using SocialShares.Http;

namespace SocialShares.Features.Disputes;

/// <summary>Who bears a dispute that was lost, in the transaction of the command that heard of it.</summary>
public sealed class DisputeLosses(SharesDb db, Outbox outbox, SiteOptions site)
{
    /// <summary>The bank decided for the payer: the issuer owes it, or the platform bears it where the money had gone back already.</summary>
    public async Task Book(Dispute dispute, Offer offer, DateTime now, CancellationToken ct)
    {
        var on = BookedOn.Moment(now, offer.TimeZone);
        if (dispute.Money == DisputedMoney.GoneBack)
        {
            db.JournalEntries.Add(DisputeBookings.LostByPlatform(dispute, offer.Slug, on));
            dispute.BookLoss(feeReturnedMinor: dispute.TakenMinor);
            return;
        }
        // At the fee of today: what was taken at the issue is in one sum for the whole offer.
        dispute.BookLoss(Rounding.HalfToEven.Divide((Int128)dispute.TakenMinor * site.PlatformFeePpm, Rate.Whole));
        var (platform, own) = DisputeBookings.LostByIssuer(dispute, offer.Slug, await SlugOf(dispute, ct), on);
        db.JournalEntries.AddRange(platform, own);
        await KeepBack(dispute, ct);
        if (dispute.OutstandingMinor > 0)
            outbox.Add(new SendRecovery(dispute.Id));
    }

    /// <summary>Won in the end: what the issuer had given for it goes to it again.</summary>
    public async Task Undo(Dispute dispute, Offer offer, DateTime now, CancellationToken ct)
    {
        var on = BookedOn.Moment(now, offer.TimeZone);
        if (dispute.Money == DisputedMoney.GoneBack)
        {
            db.JournalEntries.Add(DisputeBookings.PlatformLossUndone(dispute, offer.Slug, on));
            dispute.UndoLoss();
            return;
        }
        var (platform, own) = DisputeBookings.LossUndone(dispute, offer.Slug, await SlugOf(dispute, ct), on);
        db.JournalEntries.AddRange(platform, own);
        var owed = dispute.UndoLoss();
        if (owed == 0)
            return;
        var no = 1 + await db.Drawdowns.Where(d => d.OfferId == offer.Id).MaxAsync(d => d.No, ct);
        var drawdown = new Drawdown(
            DrawdownId.New(),
            offer.Id,
            offer.EnterpriseId,
            new Money(owed, dispute.Currency),
            now,
            no
        );
        db.Drawdowns.Add(drawdown);
        outbox.Add(new SendDrawdown(drawdown.Id));
    }

    // First from what has not gone to the enterprise yet.
    private async Task KeepBack(Dispute dispute, CancellationToken ct)
    {
        var waiting = await db
            .Drawdowns.Where(d => d.OfferId == dispute.OfferId && d.SentAt == null && d.NotBefore != null)
            .OrderBy(d => d.No)
            .ToListAsync(ct);
        foreach (var drawdown in waiting)
            dispute.KeepBack(drawdown.KeepBack(dispute.OutstandingMinor));
    }

    private Task<string> SlugOf(Dispute dispute, CancellationToken ct) =>
        db.Enterprises.Where(e => e.Id == dispute.EnterpriseId).Select(e => e.Slug).SingleAsync(ct);
}
