using SocialShares.Demo.Api;
using SocialShares.Demo.People;
using SocialShares.Demo.Seed;
using SocialShares.Features.Payouts;
using SocialShares.Features.Register;

namespace SocialShares.Demo.Scenario;

/// <summary>
/// Pays interest once a year over calendar years, from the first year in which shares earn to the last that can be paid
/// within five years of the issue. Whoever gave no account gives it after the first round, or leaves the interest in.
/// </summary>
internal sealed class InterestYears(Town town, Timeline timeline, LifeLived life, Action<string> say)
{
    private const int YearsServiced = 5;
    private readonly PublishedOffer offer = life.Offer;

    public async Task<IReadOnlyList<PayoutRunRead>> Pay(CancellationToken ct)
    {
        var allotted = life.Shown.Steps.Single(s => s.State == OfferState.Allotted).At;
        var issuedOn = DateOnly.FromDateTime(allotted);
        var end = issuedOn.AddYears(YearsServiced);
        var runs = new List<PayoutRunRead>();
        for (var year = issuedOn.AddYears(offer.Interest.StartsAfterYears).Year; PayOn(year) <= end; year++)
            runs.Add(await PayFor(year, ct));
        await timeline.Until(OfferLife.Morning(end), ct);
        return runs;
    }

    private static DateOnly PayOn(int year) => new(year + 1, 3, 15);

    private async Task<PayoutRunRead> PayFor(int year, CancellationToken ct)
    {
        var round = new InterestRound(town, life.Company, life.Shown.ShareClass!.Id);
        await timeline.Until(OfferLife.Morning(new DateOnly(year + 1, 2, 1)), ct);
        var terms = new InterestTerms(
            new DateOnly(year, 1, 1),
            new DateOnly(year, 12, 31),
            offer.Interest.RatePpm,
            PayOn(year)
        );
        var run = await round.Calculate(terms, ct);
        await round.Approve(run.Id, ct);
        await timeline.Until(OfferLife.Morning(PayOn(year)), ct);
        var ended = await round.Execute(run.Id, ct);
        if (ended.State == PayoutRunState.CompletedWithFailures)
            ended = await Resolve(round, ended, ct);
        Check(ended);
        say(
            $"run {ended.Number} pays {ended.LineCount} holders {ended.TotalMinor / 100} {offer.Currency.Code} for {year}"
        );
        return ended;
    }

    // Executing twice pays once, so the job is simply run again.
    private async Task<PayoutRunRead> Resolve(InterestRound round, PayoutRunRead run, CancellationToken ct)
    {
        var waiting = await round.Lines(run.Id, "needsAttention", ct);
        say($"{waiting.Count} holders gave no account; they give it now");
        foreach (var line in waiting)
        {
            await Choose(line, ct);
            await town.First.Post($"/payout-runs/{run.Id}/lines/{line.No}/resolution", null, ct);
        }
        return await round.Execute(run.Id, ct);
    }

    private async Task Choose(PayoutLineRow line, CancellationToken ct)
    {
        foreach (var buyer in life.Bought.Where(b => b.Id is not null && b.Buyer.Holder.Name == line.Name))
        {
            var person = buyer.Buyer.Person;
            var holdings = await person.Get<List<HoldingCard>>("/portfolio", ct);
            if (holdings.Find(h => h.Number == line.MemberNumber) is not { } holding)
                continue; // somebody else of that name
            var body = new ChoosePayout.Body(
                PayoutDestination.Bank,
                TestIban.Of(offer.Country, 10_000_000 + line.MemberNumber)
            );
            await person.Put($"/holdings/{holding.MemberId}/payout-choice", body, ct);
            return;
        }
        throw new InvalidOperationException($"Nobody of the buyers is holder {line.MemberNumber}.");
    }

    private static void Check(PayoutRunRead run)
    {
        if (run.State != PayoutRunState.Completed)
            throw new InvalidOperationException($"Run {run.Number} ended {run.State}.");
        if (run.Checks.FirstOrDefault(c => c.Holds == false) is { } wrong)
            throw new InvalidOperationException($"Run {run.Number}: {wrong.Code} {wrong.Left} is not {wrong.Right}.");
    }
}
