using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using Account = SocialShares.Domain.Account;

namespace SocialShares.Features.Banking;

/// <summary>The part of a drawdown that lies on the client-money account: the provider cannot move it, so a bank file does.</summary>
internal static class DrawdownByBank
{
    /// <summary>
    /// What of an issue came by bank, less its share of the platform's fee (rounded half to even; the rest of the fee lies at the
    /// provider), minor units.
    /// </summary>
    public static async Task<long> BankShare(
        this SharesDb db,
        Offer offer,
        AllotmentPlan plan,
        Money capital,
        Money fee,
        CancellationToken ct
    )
    {
        var paid = await db
            .Payments.Where(p => p.OfferId == offer.Id && p.Method == RefundWay.BankTransfer)
            .Select(p => p.ApplicationId)
            .ToListAsync(ct);
        var minor = paid.Where(plan.Has).Sum(id => plan.Of(id)) * offer.ParValueMinor;
        return minor == 0 ? 0 : minor - Rounding.HalfToEven.Divide((Int128)fee.Minor * minor, capital.Minor);
    }

    /// <summary>The order to the enterprise's bank account; without one it waits until the board names it.</summary>
    public static BankOrder Order(Drawdown drawdown, Offer offer, Enterprise enterprise) =>
        new(
            BankOrderKind.Drawdown,
            drawdown.Id.Value,
            Account.Enterprise(enterprise.Slug),
            new Money(drawdown.BankMinor, drawdown.Currency),
            new Payee(enterprise.Name, enterprise.Iban, null, offer.Id, enterprise.Id),
            offer.Title,
            drawdown.RequestedAt
        );
}
