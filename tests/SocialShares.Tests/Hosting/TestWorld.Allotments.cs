using SocialShares.Features.Issuing;
using SocialShares.Jobs;

namespace SocialShares.Tests.Hosting;

/// <summary>Offers that may be asked for more than there is.</summary>
public sealed partial class TestWorld
{
    /// <summary>Terms of 20 shares, from 1 to 20 for one holder, of which 60 may be asked.</summary>
    public static Func<OfferTerms, OfferTerms> Scarce(
        AllocationPolicy policy,
        bool residentsFirst = false,
        bool mayScaleBelowMinimum = true,
        long least = 1
    ) =>
        t =>
            t with
            {
                MinimumTargetMinor = 5 * Par,
                OptimumTargetMinor = 20 * Par,
                MaximumTargetMinor = 20 * Par,
                MinimumPerHolderMinor = least * Par,
                MaximumPerHolderMinor = 20 * Par,
                MaximumPerOrganisationMinor = 20 * Par,
                Allocation = new AllocationTerms(policy, residentsFirst, mayScaleBelowMinimum, 60 * Par),
            };

    /// <summary>Some people apply, one minute after the other.</summary>
    public async Task<IReadOnlyList<StartedApplication>> BuyEach(DraftedOffer offer, params long[] units)
    {
        var bought = new List<StartedApplication>();
        foreach (var some in units)
        {
            bought.Add(await Buy(offer, some));
            Clock.Move(TimeSpan.FromMinutes(1));
        }
        return bought;
    }

    /// <summary>The allotment as the board sees it.</summary>
    public async Task<AllotmentShown> Allotment(DraftedOffer offer) =>
        (await offer.By.Chair.Get($"{offer.Path}/allotment")).As<AllotmentShown>();

    /// <summary>The board signs what the preview shows, and everything that follows happens.</summary>
    public async Task<AllotmentApproved> Sign(DraftedOffer offer)
    {
        var preview = await Allotment(offer);
        var approved = (await TrySign(offer, preview.InputsSha256)).As<AllotmentApproved>();
        await Settle();
        await RunAll(nameof(BookFunds));
        await Settle();
        return approved;
    }

    /// <summary>The board signs some inputs.</summary>
    public static Task<Reply> TrySign(DraftedOffer offer, string inputs, Guid? key = null) =>
        offer.By.Chair.Post($"{offer.Path}/allotment", new ApproveAllotment.Body(inputs), key);
}
