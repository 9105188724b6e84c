using SocialShares.Demo.Api;
using SocialShares.Demo.People;
using SocialShares.Demo.Seed;

namespace SocialShares.Demo.Scenario;

/// <summary>
/// Makes the buyers of an offer: amounts over the whole allowed range, a tenth at the minimum, some at the maximum,
/// together more than there is where the limits allow it.
/// </summary>
public sealed class Crowd(Town town, PublishedOffer offer, int buyers, int seed)
{
    private const int OversoldPercent = 108;

    // Where what there is will be divided, so much is asked that most get a part.
    private const int ScarcePercent = 150;
    private const int GiversFrom = 100_000;
    private static readonly int Ways = Enum.GetValues<TransferWay>().Length;
    private readonly Cast people = new(
        offer.Country,
        "Anyvillage",
        $"{offer.Key}.example.org",
        offer.Terms.Eligibility?.Postcodes
    );
    private TypedBuyers Typed => new(offer, people);

    /// <summary>Everybody, in the order in which they come.</summary>
    /// <exception cref="CannotExpress">So few buyers cannot reach the minimum target.</exception>
    public IReadOnlyList<Buyer> Come()
    {
        var random = new Random(seed);
        var weights = Enumerable.Range(1, buyers).Select(_ => random.Next(300, 1700)).ToList();
        var all = Groups()
            .SelectMany(g =>
            {
                var factor = Factor(g, weights);
                return g.Numbers.Select(no => Buyer(no, Amount(no, weights[no - 1], factor, g), g));
            })
            .OrderBy(b => b.No)
            .Select(b => b.Buyer)
            .ToList();
        var staying = all.Where(b => b.Stays).Sum(b => b.AmountMinor);
        return staying >= Math.Max(1, offer.Terms.MinimumTargetMinor)
            ? all
            : throw new CannotExpress($"{buyers} buyers cannot reach the minimum target; give more with --buyers");
    }

    // How much a weight is worth: found by halving, so that what stays adds up to a little more than there is.
    private long Factor(Group group, List<int> weights)
    {
        var wanted = group.MaximumMinor / 100 * (offer.Terms.Allocation is null ? OversoldPercent : ScarcePercent);
        var (low, high) = (0L, group.MaximumMinor * 10);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var sum = group.Numbers.Where(no => Stays(Story(no))).Sum(no => Amount(no, weights[no - 1], middle, group));
            if (sum < wanted)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private long Amount(int no, int weight, long factor, Group group)
    {
        var least = Typed.Limits(no).Least;
        var most = Math.Max(least, Most(no, group));
        if (no % 10 == 3)
            return least;
        if (no % 100 == 50)
            return most;
        var wanted = Math.Clamp(factor * weight / 1000, least, most);
        // People like round amounts, once they are large.
        var step = wanted > offer.ParValueMinor * 100 ? offer.ParValueMinor * 5 : offer.ParValueMinor;
        return Math.Max(least, wanted / step * step);
    }

    // Where terms name no maximum, nobody takes more than a tenth, or three times what there is for each.
    private long Most(int no, Group group)
    {
        var stated = Typed.Limits(no).Most;
        if (stated < group.MaximumMinor)
            return stated;
        var usual = Math.Max(group.MaximumMinor / 10, group.MaximumMinor * 3 / Math.Max(1, group.Numbers.Count));
        return Math.Min(group.MaximumMinor, usual) / offer.ParValueMinor * offer.ParValueMinor;
    }

    // Everybody chooses one tranche; each tranche finds as many buyers as its size deserves.
    private List<Group> Groups()
    {
        if (offer.Bonds is not { Tranches.Count: > 1 } bonds)
            return [new Group(null, offer.Terms.MaximumTargetMinor, [.. Enumerable.Range(1, buyers)])];
        var groups = bonds.Tranches.Select((t, i) => new Group(i + 1, t.MaximumMinor, [])).ToList();
        for (var no = 1; no <= buyers; no++)
            groups.MinBy(g => (g.Numbers.Count + 1) * (Int128)1_000_000 / g.MaximumMinor)!.Numbers.Add(no);
        return groups;
    }

    private (int No, Buyer Buyer) Buyer(int no, long amount, Group group) =>
        (
            no,
            new(
                town.Account(people.SignIn(no)),
                people.Language,
                Typed.Holder(no),
                Payout(no),
                amount,
                Story(no),
                Method(no),
                ByForm: no % 5 == 0,
                group.SeriesNo,
                Typed.TypeOf(no)?.Code,
                Typed.Misfit(no),
                IsGift(no) ? town.Account(people.SignIn(GiversFrom + no)) : null,
                PartsOf(no, amount),
                ByTransfer(no) ? new TransferPlan(people.Iban(no), (TransferWay)(no / 8 % Ways)) : null
            )
        );

    // By the same rule as debits: statements come later than money.
    private bool ByTransfer(int no) =>
        no % 8 == 5
        && no <= buyers / 2
        && offer.Terms.Instalments is null
        && !IsGift(no)
        && Story(no) is not (BuyerStory.Abandons or BuyerStory.GivesUp);

    // Somebody else pays for every twentieth buyer; children and organisations apply themselves here.
    private bool IsGift(int no) =>
        no % 20 == 2 && Typed.Holder(no).Kind == HolderKind.Person && Typed.Misfit(no) is null && Stays(Story(no));

    // Where it may be paid in parts, every sixth does who puts in enough to divide.
    private int PartsOf(int no, long amount) =>
        offer.Terms.Instalments is { } parts && no % 6 == 0 && !IsGift(no)
            ? (int)Math.Clamp(amount / offer.ParValueMinor, 1, Math.Min(4, parts.MostParts))
            : 1;

    // Whoever comes early enough for the bank to answer in time may have the money collected. Parts are paid by card.
    private string Method(int no) =>
        (offer.Currency == Currency.Eur, no % 8, no <= buyers / 2 && offer.Terms.Instalments is null) switch
        {
            (true, 3, true) => "sepa_debit",
            (true, 1, _) => "bancontact",
            (true, 0 or 2 or 4 or 6, _) => "ideal",
            (false, 3, true) => "bacs_debit",
            _ => "card",
        };

    private PayoutChoice Payout(int no) =>
        no % 15 == 2 ? new PayoutChoice(PayoutDestination.Bank, null)
        : no % 4 == 1 && offer.Interest.MayReinvest ? new PayoutChoice(PayoutDestination.Reinvest, null)
        : new PayoutChoice(PayoutDestination.Bank, people.Iban(no));

    private static bool Stays(BuyerStory story) =>
        story is not (BuyerStory.Abandons or BuyerStory.GivesUp or BuyerStory.PaysAndCancels);

    private static BuyerStory Story(int no) =>
        no % 25 == 7 ? BuyerStory.PaysAndCancels
        : no % 25 == 12 ? BuyerStory.Abandons
        : no % 30 == 9 ? BuyerStory.GivesUp
        : no % 10 == 4 ? BuyerStory.IsDeclinedFirst
        : no % 10 == 6 ? BuyerStory.IsAskedByTheBank
        : BuyerStory.Pays;

    private sealed record Group(int? SeriesNo, long MaximumMinor, List<int> Numbers);
}
