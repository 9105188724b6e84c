using SocialShares.Features.Issuing;
using SocialShares.Jobs;

namespace SocialShares.Tests.Hosting;

/// <summary>Offers in which holders of an earlier one buy more.</summary>
public sealed partial class TestWorld
{
    /// <summary>A later offer of the class that an earlier one sold; it takes applications.</summary>
    public async Task<DraftedOffer> OpenNext(DraftedOffer earlier, Func<OfferTerms, OfferTerms>? change = null)
    {
        var terms = Terms(earlier.By.Zone);
        terms = change?.Invoke(terms) ?? terms;
        var body = new DraftOffer.Body(
            earlier.ClassId,
            null,
            "A second offer of the shop",
            "Buy the house next door as well.",
            terms
        );
        var drafted = (await earlier.By.Chair.Post($"enterprises/{earlier.By.Id}/offers", body)).As<OfferDrafted>();
        var next = earlier with { Id = drafted.Id, Slug = drafted.Slug, Terms = terms };
        (await next.By.Chair.Upload($"{next.Path}/documents?fileName=offer.pdf", Pdf)).ShouldSucceed();
        var today = LegalDay.Of(Clock.Now, earlier.By.Zone);
        (
            await next.By.Chair.Upload($"{next.Path}/members-approval?approvedOn={today:yyyy-MM-dd}", Pdf)
        ).ShouldSucceed();
        (await next.By.Chair.Post($"{next.Path}/submit")).ShouldSucceed();
        (await (await Administrator()).Post($"{next.Path}/approve")).ShouldSucceed();
        await RunAll(nameof(MoveOffers));
        return next;
    }
}
