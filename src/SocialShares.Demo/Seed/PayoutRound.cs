using SocialShares.Demo.Api;
using SocialShares.Features.Payouts;

namespace SocialShares.Demo.Seed;

/// <summary>What follows the calculation of any payout run: another administrator approves, the job pays.</summary>
public class PayoutRound(Town town)
{
    protected Town Town { get; } = town;

    /// <summary>The second administrator approves; the first one is refused.</summary>
    public async Task Approve(PayoutRunId run, CancellationToken ct)
    {
        try
        {
            await Town.First.Post($"/payout-runs/{run}/approval", null, ct);
            throw new InvalidOperationException("Whoever calculated a run could approve it.");
        }
        catch (ApiRefused e) when (e.Code.StartsWith("payout.", StringComparison.Ordinal))
        {
            // four eyes
        }
        await Town.Second.Post($"/payout-runs/{run}/approval", null, ct);
    }

    /// <summary>Executes what is due and reads how the run ended.</summary>
    public async Task<PayoutRunRead> Execute(PayoutRunId run, CancellationToken ct)
    {
        await Town.RunPayouts(ct);
        return await Read(run, ct);
    }

    /// <summary>Reads a run.</summary>
    public Task<PayoutRunRead> Read(PayoutRunId run, CancellationToken ct) =>
        Town.First.Get<PayoutRunRead>($"/payout-runs/{run}", ct);

    /// <summary>All lines of a run in some state.</summary>
    public async Task<IReadOnlyList<PayoutLineRow>> Lines(PayoutRunId run, string? state, CancellationToken ct)
    {
        var (all, after) = (new List<PayoutLineRow>(), 0);
        while (true)
        {
            var wanted = state is null ? "" : $"&state={state}";
            var page = await Town.First.Get<PayoutLinePage>(
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
