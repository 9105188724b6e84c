using SocialShares.Demo.Api;
using SocialShares.Demo.Seed;
using SocialShares.Features.Issuing;

namespace SocialShares.Demo.Scenario;

/// <summary>
/// What becomes of those who pay in parts after an offer was allotted: most pay the next part and then all that is left, some stop.
/// </summary>
internal sealed class LaterParts(Town town, Timeline timeline, OfferId offer, Action<string> say)
{
    private const int EveryHowManyStops = 3;

    /// <summary>Pays two months of parts; what is paid is issued before the next morning.</summary>
    /// <param name="bought">All applications of the offer.</param>
    /// <param name="settledOn">The day on which it was allotted.</param>
    /// <param name="ct">Cancels.</param>
    public async Task Pay(IReadOnlyList<Bought> bought, DateOnly settledOn, CancellationToken ct)
    {
        var inParts = bought.Where(b => b is { Id: not null, IsInParts: true, Buyer.Stays: true }).ToList();
        if (inParts.Count == 0)
            return;
        var buying = new Buying(town, offer);
        await timeline.Until(OfferLife.Morning(settledOn.AddMonths(1)), ct);
        foreach (var (b, no) in inParts.Select((b, no) => (b, no)))
        {
            if (!await IsRunning(b, ct))
                continue;
            if (no % EveryHowManyStops == EveryHowManyStops - 1)
                await b.Buyer.Person.Post($"/applications/{b.Id}/instalments/stop", null, ct);
            else
                await buying.PayPart(b, all: false, ct);
        }
        say($"{inParts.Count} people pay in parts: a part is due; every third of them stops");
        await timeline.Until(OfferLife.Morning(settledOn.AddMonths(2)), ct);
        foreach (var b in inParts)
            if (await IsRunning(b, ct))
                await buying.PayPart(b, all: true, ct);
        say("the others pay all that is left");
        await timeline.Until(OfferLife.Morning(settledOn.AddMonths(2).AddDays(14)), ct);
    }

    // Whoever applied months before the end and did not pay a part was stopped; others have paid all.
    private static async Task<bool> IsRunning(Bought bought, CancellationToken ct) =>
        (await bought.Buyer.Person.Get<ApplicationShown>($"/applications/{bought.Id}", ct)).Instalments
            is { State: InstalmentState.Running, LeftMinor: > 0 };
}
