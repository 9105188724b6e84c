using SocialShares.Demo.Api;
using SocialShares.Features.Payouts;

namespace SocialShares.Demo.Seed;

/// <summary>One round of share interest: the board declares, one administrator calculates, another approves.</summary>
public sealed class InterestRound(Town town, Company company, ShareClassId shareClass) : PayoutRound(town)
{
    /// <summary>Declares and calculates.</summary>
    public async Task<PayoutRunCalculated> Calculate(InterestTerms terms, CancellationToken ct)
    {
        var declared = await company.Treasurer.Post<InterestDeclared>(
            $"/enterprises/{company.Id}/interest-declarations",
            new DeclareInterest.Body(shareClass, terms.From, terms.Until, terms.RatePpm, terms.PayOn),
            ct
        );
        return await Town.First.Post<PayoutRunCalculated>("/payout-runs", new CalculatePayoutRun.Body(declared.Id), ct);
    }
}
