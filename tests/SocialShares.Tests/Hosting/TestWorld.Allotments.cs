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

    /// <summary>Residents (A) and everybody else (B), of whom 15 shares or more go before fewer.</summary>
    public static readonly Eligibility ResidentsAndOthers = new([
        new MembershipType("A", "lives in the village", IsResident: true, Postcodes: ["HB1"]),
        new MembershipType("B", "lives elsewhere", IsResident: false, PriorityFromMinor: 15 * Par),
    ]);

    /// <summary>Somebody applies and pays as a kind of member, a minute after the one before.</summary>
    public async Task<StartedApplication> BuyAs(
        DraftedOffer offer,
        long units,
        string type,
        string name = "Iris Teller"
    )
    {
        var application = await Begin(offer, units, await SignUp(name));
        var holder = Holder() with { Name = name, Postcode = type == "A" ? "HB1 2AB" : "ZZ9 9ZZ" };
        var choice = new PayoutChoice(PayoutDestination.Bank, "GB33BUKB20201555555555");
        var answers = new AnswerApplication.Body(null, holder, choice, MembershipType: type);
        (await application.By.Patch(application.Path, answers)).ShouldSucceed();
        (await Submit(application)).ShouldSucceed();
        await Stripe.Pay(await Session(application));
        await Settle();
        Clock.Move(TimeSpan.FromMinutes(1));
        return application;
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
