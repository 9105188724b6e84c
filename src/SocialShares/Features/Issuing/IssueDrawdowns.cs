using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Banking;
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
        var byBank = Math.Min(atOnce, await db.BankShare(offer, plan, capital, fee, ct));
        var drawdowns = new List<Drawdown>();
        if (atOnce > 0)
            drawdowns.Add(Part(atOnce, notBefore: null, byBank));
        if (held > 0)
            drawdowns.Add(Part(held, mine.Max(p => p.HeldThrough!.Value).AddDays(1), bankMinor: 0));
        return drawdowns;

        Drawdown Part(long minor, DateOnly? notBefore, long bankMinor)
        {
            var money = new Money(minor, offer.Currency);
            return new Drawdown(DrawdownId.New(), offer.Id, offer.EnterpriseId, money, on.At, no, notBefore, bankMinor);
        }
    }

    /// <summary>What is issued, and what the platform keeps of it.</summary>
    public (Money Capital, Money Fee) Capital(Offer offer, AllotmentPlan plan)
    {
        var capital = new Money(plan.UnitsAllotted * offer.ParValueMinor, offer.Currency);
        var fee = Rounding.HalfToEven.Divide((Int128)capital.Minor * site.PlatformFeePpm, Rate.Whole);
        return (capital, new Money(fee, offer.Currency));
    }

    /// <summary>Orders the parts, each for its day.</summary>
    public void Order(Offer offer, Enterprise enterprise, IReadOnlyList<Drawdown> drawdowns, DateTime now)
    {
        db.Drawdowns.AddRange(drawdowns);
        db.BankOrders.AddRange(
            drawdowns.Where(d => d.BankMinor > 0).Select(d => DrawdownByBank.Order(d, offer, enterprise))
        );
        foreach (var drawdown in drawdowns.Where(d => d.ProviderMinor > 0))
            outbox.AddLater(
                new SendDrawdown(drawdown.Id),
                drawdown.NotBefore is { } day ? LegalDay.Start(day, offer.TimeZone) - now : TimeSpan.Zero
            );
    }
}
