using SocialShares.Features.Issuing;
using SocialShares.Features.Regulation;
using SocialShares.Jobs;

namespace SocialShares.Tests.Hosting;

/// <summary>Offers under rules that ask something of applicants first.</summary>
public sealed partial class TestWorld
{
    /// <summary>An open offer of shares of 10 euros under the European crowdfunding rules, up to 4,000 euros a person.</summary>
    public async Task<DraftedOffer> OpenEcsp()
    {
        var by = await RegisterEnterprise(Currency.Eur);
        var terms = Terms(by.Zone) with
        {
            MaximumTargetMinor = 5_000 * Par,
            MaximumPerHolderMinor = 400 * Par,
            MaximumPerOrganisationMinor = 400 * Par,
        };
        var body = new DraftOffer.Body(
            null,
            Class(by.Currency),
            "Reopen Hallowby's village shop",
            "Buy the building and open six days a week.",
            terms,
            RulePack: "eu-ecsp"
        );
        var drafted = (await by.Chair.Post($"enterprises/{by.Id}/offers", body)).As<OfferDrafted>();
        var offer = new DraftedOffer(drafted.Id, drafted.Slug, drafted.ShareClassId!.Value, by, terms);
        (await by.Chair.Upload($"{offer.Path}/documents?fileName=offer.pdf", Pdf)).ShouldSucceed();
        (await by.Chair.Post($"{offer.Path}/submit")).ShouldSucceed();
        (await (await Administrator()).Post($"{offer.Path}/approve")).ShouldSucceed();
        await RunAll(nameof(MoveOffers));
        return offer;
    }

    /// <summary>What an applicant still has to do.</summary>
    public static async Task<SuitabilityShown> Suitability(StartedApplication application) =>
        (await application.By.Get($"{application.Path}/suitability")).As<SuitabilityShown>();

    /// <summary>Answers the whole knowledge test; the choices by their place, so that a test knows how many are right.</summary>
    public static async Task<Reply> AnswerTest(
        StartedApplication application,
        IReadOnlyDictionary<string, string> choices
    )
    {
        var answers = choices.Select(c => new KnowledgeAnswer(c.Key, c.Value)).ToList();
        return await application.By.Patch(
            $"{application.Path}/suitability/answers",
            new AnswerKnowledgeTest.Body(answers)
        );
    }
}
