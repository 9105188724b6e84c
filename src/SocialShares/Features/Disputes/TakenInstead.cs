using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Banking;
using SocialShares.Features.Issuing;

namespace SocialShares.Features.Disputes;

/// <summary>
/// A refund that was paid did not arrive, and meanwhile the payer disputes the payment: what the bank took is the refund, so
/// that nobody gets the money twice.
/// </summary>
public sealed class TakenInstead(SharesDb db, MoneyBackByBank byBank, Outbox outbox)
{
    /// <summary>Lets disputes about the money stand for the refund; to be asked before it is ordered again.</summary>
    /// <returns>False: there is none, and it is owed as before.</returns>
    public async Task<bool> Settle(
        Refund refund,
        Application application,
        Offer offer,
        DateTime now,
        CancellationToken ct
    )
    {
        var disputes = await db
            .Disputes.Where(d => d.ApplicationId == refund.ApplicationId && d.Money == DisputedMoney.GoneBack)
            .Where(d => d.TakenMinor > 0 || DisputeStates.Open.Contains(d.State))
            .ToListAsync(ct);
        disputes.RemoveAll(d => !d.State.IsAboutMoney());
        if (disputes.Count == 0)
            return false;
        var on = BookedOn.Moment(now, offer.TimeZone);
        foreach (var dispute in disputes)
        {
            if (dispute.TakenMinor > 0)
                db.JournalEntries.Add(DisputeBookings.IsTheRefund(dispute, offer.Slug, on));
            refund.TakenByBank(dispute.TakenMinor);
            dispute.IsTheRefund();
        }
        refund.Contest(now);
        await byBank.Drop(refund, ct);
        if (disputes.Exists(d => d.State.IsOpen()))
            return true;
        if (refund.Decided(now))
            outbox.Add(new SendRefund(refund.Id));
        else
            application.MoneyIsBack(now);
        return true;
    }
}
