using SocialShares.Features.Community;
using SocialShares.Features.Governance;
using SocialShares.Http;

namespace SocialShares.Pages.Public;

/// <summary>What people ask and boards tell, and what the enterprise holds itself to.</summary>
public sealed partial class OfferModel
{
    private const int MostShown = 50;

    /// <summary>Questions that were answered for everyone, the newest first.</summary>
    public IReadOnlyList<QuestionShown> Answered { get; private set; } = [];

    /// <summary>My own questions that not everyone sees.</summary>
    public IReadOnlyList<QuestionShown> MyQuestions { get; private set; } = [];

    public IReadOnlyList<UpdateShown> Updates { get; private set; } = [];

    public CovenantsRead Covenants { get; private set; } = new([], []);

    /// <summary>Its pledge round; null when it has none.</summary>
    public PledgeRoundShown? Pledges { get; private set; }

    /// <summary>Administrators can take questions off.</summary>
    public bool MayHide => User.IsInRole(Caller.AdministratorRole);

    private async Task ReadCommunity()
    {
        var questions = await Ask(new ListQuestions(Offer.Id, MostShown));
        Answered = [.. questions.Where(q => q.State == QuestionState.Published)];
        MyQuestions = [.. questions.Where(q => q.IsMine && q.State != QuestionState.Published)];
        Updates = await Ask(new ListUpdates(Offer.Id, MostShown));
        Covenants = await Ask(new ReadCovenants(Offer.Enterprise.Id));
        Pledges = IsPreview || Offer.State == OfferState.Approved ? await FindRound() : null;
    }

    private async Task<PledgeRoundShown?> FindRound()
    {
        try
        {
            return await Ask(new ReadPledgeRound(Offer.Id.ToString()));
        }
        catch (NotThere)
        {
            return null;
        }
    }
}
