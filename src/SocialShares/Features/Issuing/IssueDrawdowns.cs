using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>In which parts the money of one issue goes to the enterprise, and when.</summary>
public sealed class IssueDrawdowns(SharesDb db, Outbox outbox, SiteOptions site)
{
    /// <summary>The parts of the money: what came by debit goes when the payers' banks can no longer take it back.</summary>
    public async Task<IReadOnlyList<Drawdown>> Of(
        Offer offer,
        AllotmentPlan plan,
        BookedOn on,
        int no,
        CancellationToken ct
    )
    {
        var (capital, fee) = Capital(offer, plan);
        var debits = await db
            .Payments.Where(p => p.OfferId == offer.Id && p.HeldThrough >= on.Day)
            .Select(p => new { p.ApplicationId, p.HeldThrough })
            .ToListAsync(ct);
        var mine = debits.Where(p => plan.Has(p.ApplicationId) && plan.Of(p.ApplicationId) > 0).ToList();
        var held = Math.Min(mine.Sum(p => plan.Of(p.ApplicationId) * offer.ParValueMinor), capital.Minor - fee.Minor);
        var atOnce = capital.Minor - fee.Minor - held;
        var drawdowns = new List<Drawdown>();
        if (atOnce > 0)
            drawdowns.Add(Part(atOnce, notBefore: null));
        if (held > 0)
            drawdowns.Add(Part(held, mine.Max(p => p.HeldThrough!.Value).AddDays(1)));
        return drawdowns;

        Drawdown Part(long minor, DateOnly? notBefore) =>
            new(DrawdownId.New(), offer.Id, offer.EnterpriseId, new Money(minor, offer.Currency), on.At, no, notBefore);
    }

    /// <summary>What is issued, and what the platform keeps of it.</summary>
    public (Money Capital, Money Fee) Capital(Offer offer, AllotmentPlan plan)
    {
        var capital = new Money(plan.UnitsAllotted * offer.ParValueMinor, offer.Currency);
        var fee = Rounding.HalfToEven.Divide((Int128)capital.Minor * site.PlatformFeePpm, Rate.Whole);
        return (capital, new Money(fee, offer.Currency));
    }

    /// <summary>Orders the parts, each for its day.</summary>
    public void Order(Offer offer, IReadOnlyList<Drawdown> drawdowns, DateTime now)
    {
        db.Drawdowns.AddRange(drawdowns);
        foreach (var drawdown in drawdowns)
            outbox.AddLater(
                new SendDrawdown(drawdown.Id),
                drawdown.NotBefore is { } day ? LegalDay.Start(day, offer.TimeZone) - now : TimeSpan.Zero
            );
    }
}
