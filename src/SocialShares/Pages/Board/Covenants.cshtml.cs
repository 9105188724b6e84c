using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Features.Governance;
using SocialShares.Features.Issuing;
using SocialShares.Http;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>What the enterprise has bound itself to: adopt, show evidence, give up.</summary>
[EnableRateLimiting(Limits.Deciding)]
public sealed class CovenantsModel(IMediator mediator, TimeProvider clock) : BoardPage("settings", mediator, clock)
{
    [BindProperty]
    public TypedCovenant Rule { get; set; } = new();

    [BindProperty]
    public TypedEvidence Evidence { get; set; } = new();

    [BindProperty]
    public TypedGivingUp GiveUp { get; set; } = new();

    public CovenantsRead Of { get; private set; } = new([], []);

    /// <summary>Who waits for the resident quota.</summary>
    public QueueShown? Queue { get; private set; }

    /// <summary>All kinds, to choose from.</summary>
    public static IEnumerable<SelectListItem> Kinds => Enum.GetValues<CovenantKind>().Select(Item);

    /// <summary>The kinds that are in force.</summary>
    public IEnumerable<SelectListItem> KindsInForce => Of.InForce.Select(c => Item(c.Kind));

    public bool HasPayRatio => Of.InForce.Any(c => c.Kind == CovenantKind.PayRatio);

    public bool IsGivingUp =>
        ModelState.Any(e => e.Key.StartsWith(nameof(GiveUp), StringComparison.Ordinal) && e.Value!.Errors.Count > 0);

    public async Task OnGet() => await Read();

    public async Task<IActionResult> OnPostAdopt()
    {
        await Read();
        var rule = Rule.Read(ModelState);
        if (ModelState.IsValid)
            await Try(
                new AdoptCovenant(Key, EnterpriseId, rule),
                Names(nameof(Rule), "Limit", "IsBlocking", "Statement", "DecidedOn")
            );
        return Ended(CommunityTexts.board_covenant_adopted, "now");
    }

    public async Task<IActionResult> OnPostEvidence()
    {
        await Read();
        var given = Evidence.Read(ModelState);
        if (ModelState.IsValid && Evidence.Document is { } file)
        {
            await using var stream = file.OpenReadStream();
            var content = await UploadOfferDocument.Read(stream, HttpContext.RequestAborted);
            var stored = await Try(
                new UploadCovenantDocument(Guid.NewGuid(), EnterpriseId, file.FileName, content),
                ("document", "Evidence.Document"),
                ("fileName", "Evidence.Document")
            );
            given = given with { DocumentId = stored?.Id };
        }
        if (ModelState.IsValid)
            await Try(
                new RecordEvidence(Key, EnterpriseId, Evidence.Kind, given),
                [
                    .. Names(nameof(Evidence), "Kind", "On", "Text", "Reference"),
                    ("documentId", "Evidence.Document"),
                    ("highestPayMinor", "Evidence.HighestPay"),
                    ("lowestPayMinor", "Evidence.LowestPay"),
                ]
            );
        return Ended(CommunityTexts.board_evidence_done, "now");
    }

    public async Task<IActionResult> OnPostGiveUp()
    {
        await Read();
        var on = ModelState.Day("GiveUp.DecidedOn", GiveUp.DecidedOn);
        if (ModelState.IsValid)
            await Try(
                new GiveUpCovenant(Key, EnterpriseId, GiveUp.Kind, GiveUp.Reason ?? "", on),
                Names(nameof(GiveUp), "Reason", "DecidedOn")
            );
        return Ended(CommunityTexts.board_gave_up, "now");
    }

    private static (string Api, string Page)[] Names(string form, params string[] fields) =>
        [.. fields.Select(f => (char.ToLowerInvariant(f[0]) + f[1..], $"{form}.{f}"))];

    private static SelectListItem Item(CovenantKind kind) => new(CovenantWords.Name(kind), kind.ToString());

    private IActionResult Ended(string said, string at) =>
        ModelState.IsValid ? Done(said, $"{Root}/covenants#{at}") : Page();

    private async Task Read()
    {
        Of = await Ask(new ReadCovenants(EnterpriseId));
        Queue = await Ask(new ReadQueue(EnterpriseId, 100));
    }
}
