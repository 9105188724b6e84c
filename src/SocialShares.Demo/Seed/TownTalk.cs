using SocialShares.Demo.Api;
using SocialShares.Demo.People;
using SocialShares.Features.Community;
using SocialShares.Features.Governance;
using SocialShares.Features.Operations;

namespace SocialShares.Demo.Seed;

/// <summary>What people ask and a board tells, what its enterprise binds itself to, and who would take part.</summary>
internal sealed class TownTalk(Town town, Company company)
{
    /// <summary>The enterprise binds itself, and shows evidence for each covenant that can have some.</summary>
    public async Task HoldItselfTo(
        IReadOnlyList<(CovenantRule Rule, RecordEvidence.Body? Evidence)> covenants,
        CancellationToken ct
    )
    {
        foreach (var (rule, evidence) in covenants)
        {
            var body = new AdoptCovenant.Body(rule.Kind, rule.Limit, rule.IsBlocking, rule.Statement, rule.DecidedOn);
            await company.Chair.Post<CovenantAdopted>($"/enterprises/{company.Id}/covenants", body, ct);
            if (evidence is null)
                continue;
            var shown =
                rule.Kind == CovenantKind.AssetLock ? evidence with { DocumentId = await Upload(rule, ct) } : evidence;
            await company.Chair.Post<EvidenceRecorded>($"/enterprises/{company.Id}/covenant-evidence", shown, ct);
        }
    }

    /// <summary>Somebody asks, and the board answers for everyone.</summary>
    public async Task Ask(
        OfferId offer,
        SignIn asker,
        string language,
        string question,
        string answer,
        CancellationToken ct
    )
    {
        var person = town.Account(asker);
        await person.SignUp(language, ct);
        var asked = await person.Post<QuestionAsked>($"/offers/{offer}/questions", new AskQuestion.Body(question), ct);
        await company.Chair.Post(
            $"/offers/{offer}/questions/{asked.Id}/answer",
            new AnswerQuestion.Body(answer, Publish: true),
            ct
        );
    }

    /// <summary>The board writes to everyone.</summary>
    public Task<UpdatePublished> Write(OfferId offer, string title, string text, CancellationToken ct) =>
        company.Chair.Post<UpdatePublished>(
            $"/offers/{offer}/updates",
            new PublishUpdate.Body(title, text, UpdateAudience.Everyone),
            ct
        );

    /// <summary>A pledge round with some who confirmed by the link in their mail.</summary>
    public async Task AskWhoWouldTakePart(
        OfferId offer,
        IReadOnlyList<(SignIn Who, long AmountMinor)> people,
        string language,
        CancellationToken ct
    )
    {
        await company.Chair.Post($"/offers/{offer}/pledge-round", null, ct);
        foreach (var (who, amount) in people)
        {
            var person = town.Account(who);
            await person.SignUp(language, ct);
            await person.Post(
                $"/offers/{offer}/pledges",
                new MakePledge.Body(who.Name, who.Email, amount, language),
                ct
            );
            await town.LetThingsHappen(ct);
            await person.Post("/pledge/confirm", new ConfirmPledge.Body(await Code(who.Email, ct), null), ct);
        }
    }

    private async Task<DocumentId> Upload(CovenantRule rule, CancellationToken ct)
    {
        var pdf = OfferDocument.Write("Asset lock", rule.Statement);
        var path = $"/enterprises/{company.Id}/covenant-documents?fileName=asset-lock.pdf";
        return (await company.Chair.Upload<CovenantDocumentStored>(path, pdf, ct)).Id;
    }

    private async Task<string> Code(string address, CancellationToken ct)
    {
        const string Link = "/pledge?code=";
        var path = $"/mail?to={Uri.EscapeDataString(address)}&limit=20";
        var mails = await town.First.Get<IReadOnlyList<MailLine>>(path, ct);
        var text = mails.First(m => m.Text.Contains(Link, StringComparison.Ordinal)).Text;
        var code = text[(text.IndexOf(Link, StringComparison.Ordinal) + Link.Length)..];
        return code.Split('\n', ' ')[0].Trim();
    }
}
