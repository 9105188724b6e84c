using SocialShares.Demo.Api;
using SocialShares.Features.Bonds;
using SocialShares.Features.Payouts;

namespace SocialShares.Demo.Seed;

/// <summary>One payment on bonds: it is found in the list of what waits, one administrator calculates, another approves.</summary>
public sealed class BondRound(Town town, Company company) : PayoutRound(town)
{
    /// <summary>Payments of the enterprise whose day of record is over and that nobody has calculated.</summary>
    public async Task<IReadOnlyList<BondPaymentToCalculate>> Waiting(CancellationToken ct)
    {
        var all = await Town.First.Get<List<BondPaymentToCalculate>>("/bond-series/payments-to-calculate", ct);
        return all.FindAll(p => p.EnterpriseId == company.Id);
    }

    /// <summary>Calculates one of them.</summary>
    public Task<PayoutRunCalculated> Calculate(BondPaymentToCalculate payment, CancellationToken ct) =>
        Town.First.Post<PayoutRunCalculated>(
            $"/bond-series/{payment.SeriesId}/payout-runs",
            new CalculateBondPayment.Body(payment.PeriodNo),
            ct
        );
}
