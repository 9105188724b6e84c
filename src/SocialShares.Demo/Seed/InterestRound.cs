using SocialShares.Demo.Api;
using SocialShares.Features.Payouts;

namespace SocialShares.Demo.Seed;

/// <summary>One round of share interest: the board declares, one administrator calculates, another approves.</summary>
public sealed class InterestRound(Town town, Company company, ShareClassId shareClass)
{
    /// <summary>Declares and calculates.</summary>
    public async Task<PayoutRunCalculated> Calculate(InterestTerms terms, CancellationToken ct)
    {
        var declared = await company.Treasurer.Post<InterestDeclared>(
            $"/enterprises/{company.Id}/interest-declarations",
            new DeclareInterest.Body(shareClass, terms.From, terms.Until, terms.RatePpm, terms.PayOn),
            ct
        );
        return await town.First.Post<PayoutRunCalculated>("/payout-runs", new CalculatePayoutRun.Body(declared.Id), ct);
    }

    /// <summary>The second administrator approves; the first one is refused.</summary>
    public async Task Approve(PayoutRunId run, CancellationToken ct)
    {
        try
        {
            await town.First.Post($"/payout-runs/{run}/approval", null, ct);
            throw new InvalidOperationException("Whoever calculated a run could approve it.");
        }
        catch (ApiRefused e) when (e.Code.StartsWith("payout.", StringComparison.Ordinal))
        {
            // four eyes
        }
        await town.Second.Post($"/payout-runs/{run}/approval", null, ct);
    }

    /// <summary>Executes what is due and reads how the run ended.</summary>
    public async Task<PayoutRunRead> Execute(PayoutRunId run, CancellationToken ct)
    {
        await town.RunPayouts(ct);
        return await town.First.Get<PayoutRunRead>($"/payout-runs/{run}", ct);
    }

    /// <summary>All lines of a run in some state.</summary>
    public async Task<IReadOnlyList<PayoutLineRow>> Lines(PayoutRunId run, string? state, CancellationToken ct)
    {
        var (all, after) = (new List<PayoutLineRow>(), 0);
        while (true)
        {
            var wanted = state is null ? "" : $"&state={state}";
            var page = await town.First.Get<PayoutLinePage>(
                $"/payout-runs/{run}/lines?take=500&after={after}{wanted}",
                ct
            );
            all.AddRange(page.Lines);
            if (page.Next is not { } next)
                return all;
            after = next;
        }
    }
}
