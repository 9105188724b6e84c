using SocialShares.Demo.Seed;
using SocialShares.Features.Issuing;
using SocialShares.Features.Payouts;

namespace SocialShares.Demo.Scenario;

/// <summary>What one offer has been through.</summary>
/// <param name="Offer">Its terms.</param>
/// <param name="Company">Its enterprise.</param>
/// <param name="Shown">The offer as everyone sees it at its end.</param>
/// <param name="Bought">Who bought.</param>
public sealed record LifeLived(PublishedOffer Offer, Company Company, OfferShown Shown, IReadOnlyList<Bought> Bought)
{
    /// <summary>The payout runs, oldest first.</summary>
    public IReadOnlyList<PayoutRunRead> Runs { get; init; } = [];

    /// <summary>The series of bonds that were issued; none for shares.</summary>
    public IReadOnlyList<SeriesServiced> Series { get; init; } = [];
}
