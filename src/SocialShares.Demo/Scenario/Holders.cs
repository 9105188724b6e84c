using SocialShares.Demo.Api;
using SocialShares.Demo.People;
using SocialShares.Demo.Seed;
using SocialShares.Features.Payouts;
using SocialShares.Features.Register;

namespace SocialShares.Demo.Scenario;

/// <summary>The buyers as holders: who of them is which number of the register, and who gives an account late.</summary>
internal sealed class Holders(Town town, PublishedOffer offer, IReadOnlyList<Bought> bought, Action<string> say)
{
    /// <summary>Whoever gave no account gives it now, and the run is executed again: what was paid stays paid.</summary>
    public async Task<PayoutRunRead> GiveAccounts(PayoutRound round, PayoutRunRead run, CancellationToken ct)
    {
        var waiting = await round.Lines(run.Id, "needsAttention", ct);
        say(
            $"{waiting.Count} lines need a person: missing accounts are given now, a dead holder's money goes to the estate"
        );
        foreach (var line in waiting)
        {
            if (line.Problem == PayoutLine.HolderDied)
            {
                await town.First.Post($"/payout-runs/{run.Id}/lines/{line.No}/resolution", null, ct);
                continue;
            }
            var (buyer, card) = await Find(line.MemberNumber, line.Name, ct);
            var iban = TestIban.Of(offer.Country, 10_000_000 + line.MemberNumber);
            var body = new ChoosePayout.Body(PayoutDestination.Bank, iban);
            await buyer.Person.Put($"/holdings/{card.MemberId}/payout-choice", body, ct);
            await town.First.Post($"/payout-runs/{run.Id}/lines/{line.No}/resolution", null, ct);
        }
        return await round.Execute(run.Id, ct);
    }

    /// <summary>The buyer who is a holder of the register.</summary>
    public async Task<(Buyer Buyer, HoldingCard Card)> Find(int number, string name, CancellationToken ct)
    {
        foreach (var buyer in bought.Where(b => b.Id is not null && b.Buyer.Holder.Name == name))
        {
            var cards = await buyer.Buyer.Person.Get<List<HoldingCard>>("/portfolio", ct);
            if (cards.Find(h => h.Number == number) is { } card) // otherwise somebody else of that name
                return (buyer.Buyer, card);
        }
        throw new InvalidOperationException($"Nobody of the buyers is holder {number}.");
    }

    /// <exception cref="InvalidOperationException">The run did not end well.</exception>
    public static void RequireDone(PayoutRunRead run)
    {
        if (run.State != PayoutRunState.Completed)
            throw new InvalidOperationException($"Run {run.Number} ended {run.State}.");
        if (run.Checks.FirstOrDefault(c => c.Holds == false) is { } wrong)
            throw new InvalidOperationException($"Run {run.Number}: {wrong.Code} {wrong.Left} is not {wrong.Right}.");
    }
}
