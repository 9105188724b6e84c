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
    private readonly Cast people = new(offer.Country, "Anyvillage", $"{offer.Key}.example.org");

    /// <summary>Everybody, in the order in which they come.</summary>
    /// <exception cref="CannotExpress">So few buyers cannot reach the minimum target.</exception>
    public IReadOnlyList<Buyer> Come()
    {
        var random = new Random(seed);
        var weights = Enumerable.Range(1, buyers).Select(_ => random.Next(300, 1700)).ToList();
        var factor = Factor(weights);
        var all = Enumerable.Range(1, buyers).Select(no => Buyer(no, Amount(no, weights[no - 1], factor))).ToList();
        var staying = all.Where(b => b.Stays).Sum(b => b.AmountMinor);
        return staying >= Math.Max(1, offer.Terms.MinimumTargetMinor)
            ? all
            : throw new CannotExpress($"{buyers} buyers cannot reach the minimum target; give more with --buyers");
    }

    // How much a weight is worth: found by halving, so that what stays adds up to a little more than there is.
    private long Factor(List<int> weights)
    {
        var wanted = offer.Terms.MaximumTargetMinor / 100 * OversoldPercent;
        var (low, high) = (0L, offer.Terms.MaximumTargetMinor * 10);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var sum = Enumerable
                .Range(1, buyers)
                .Where(no => Stays(Story(no)))
                .Sum(no => Amount(no, weights[no - 1], middle));
            if (sum < wanted)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private long Amount(int no, int weight, long factor)
    {
        var (least, most) = (offer.Terms.MinimumPerHolderMinor, Most(no));
        if (no % 10 == 3)
            return least;
        if (no % 100 == 50)
            return most;
        var wanted = Math.Clamp(factor * weight / 1000, least, most);
        // People like round amounts, once they are large.
        var step = wanted > offer.ParValueMinor * 100 ? offer.ParValueMinor * 5 : offer.ParValueMinor;
        return Math.Max(least, wanted / step * step);
    }

    private long Most(int no) =>
        IsOrganisation(no) ? offer.Terms.MaximumPerOrganisationMinor : offer.Terms.MaximumPerHolderMinor;

    private Buyer Buyer(int no, long amount) =>
        new(
            town.Account(people.SignIn(no)),
            people.Language,
            IsOrganisation(no) ? people.Organisation(no) : people.Person(no),
            Payout(no),
            amount,
            Story(no),
            ByIdeal: offer.Currency == Currency.Eur && no % 2 == 0,
            ByForm: no % 5 == 0
        );

    private PayoutChoice Payout(int no) =>
        no % 15 == 2 ? new PayoutChoice(PayoutDestination.Bank, null)
        : no % 4 == 1 && offer.Interest.MayReinvest ? new PayoutChoice(PayoutDestination.Reinvest, null)
        : new PayoutChoice(PayoutDestination.Bank, people.Iban(no));

    private static bool IsOrganisation(int no) => no % 20 == 11;

    private static bool Stays(BuyerStory story) =>
        story is not (BuyerStory.Abandons or BuyerStory.GivesUp or BuyerStory.PaysAndCancels);

    private static BuyerStory Story(int no) =>
        no % 25 == 7 ? BuyerStory.PaysAndCancels
        : no % 25 == 12 ? BuyerStory.Abandons
        : no % 30 == 9 ? BuyerStory.GivesUp
        : no % 10 == 4 ? BuyerStory.IsDeclinedFirst
        : no % 10 == 6 ? BuyerStory.IsAskedByTheBank
        : BuyerStory.Pays;
}
