using SocialShares.Demo.Api;
using SocialShares.Demo.Seed;
using SocialShares.Features.Payouts;

namespace SocialShares.Demo.Scenario;

/// <summary>
/// Pays interest once a year over calendar years, from the first year in which shares earn to the last that can be paid
/// within five years of the issue, with what befalls holders on the way. Whoever gave no account gives it after the first round, or leaves the interest in.
/// </summary>
internal sealed class InterestYears(Town town, Timeline timeline, LifeLived life, Action<string> say)
{
    private const int YearsServiced = 5;
    private readonly PublishedOffer offer = life.Offer;
    private readonly Holders holders = new(town, life.Offer, life.Bought, say);
    private readonly Diary diary = new(timeline);

    public async Task<IReadOnlyList<PayoutRunRead>> Pay(CancellationToken ct)
    {
        // An open offer issues in batches; the years count from when its last one is over.
        var allotted = life.Shown.Steps.Last(s => s.State is OfferState.Allotted or OfferState.Completed).At;
        var issuedOn = DateOnly.FromDateTime(allotted);
        var end = issuedOn.AddYears(YearsServiced);
        var events = new ShareEvents(town, life, holders, say);
        events.Plan(diary, issuedOn);
        var runs = new List<PayoutRunRead>();
        for (var year = issuedOn.AddYears(offer.Interest.StartsAfterYears).Year; PayOn(year) <= end; year++)
            runs.Add(await PayFor(year, ct));
        await diary.Until(end, ct);
        return [.. runs.Concat(events.Runs).OrderBy(r => r.Number)];
    }

    private static DateOnly PayOn(int year) => new(year + 1, 3, 15);

    private async Task<PayoutRunRead> PayFor(int year, CancellationToken ct)
    {
        var round = new InterestRound(town, life.Company, life.Shown.ShareClass!.Id);
        await diary.Until(new DateOnly(year + 1, 2, 1), ct);
        var terms = new InterestTerms(
            new DateOnly(year, 1, 1),
            new DateOnly(year, 12, 31),
            offer.Interest.RatePpm,
            PayOn(year)
        );
        var run = await round.Calculate(terms, ct);
        await round.Approve(run.Id, ct);
        await diary.Until(PayOn(year), ct);
        var ended = await round.Execute(run.Id, ct);
        if (ended.State == PayoutRunState.CompletedWithFailures)
            ended = await holders.GiveAccounts(round, ended, ct);
        Holders.RequireDone(ended);
        say(
            $"run {ended.Number} pays {ended.LineCount} holders {ended.TotalMinor / 100} {offer.Currency.Code} for {year}"
        );
        return ended;
    }
}
