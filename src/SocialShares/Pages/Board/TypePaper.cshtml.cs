using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Features.Issuing;
using SocialShares.Http;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>A volunteer types what a neighbour signed on paper; another board member decides on it.</summary>
[EnableRateLimiting(Limits.Buying)]
public sealed class TypePaperModel(IMediator mediator, TimeProvider clock) : OfferPage(mediator, clock)
{
    private static readonly (string Api, string Page)[] Fields =
    [
        ("amountMinor", nameof(Amount)),
        ("seriesId", nameof(Series)),
        ("holderNumber", "Holder.Number"),
        ("name", "Holder.Name"),
        ("street", "Holder.Street"),
        ("postcode", "Holder.Postcode"),
        ("city", "Holder.City"),
        ("country", "Holder.Country"),
        ("bornOn", "Holder.BornOn"),
        ("guardian", "Holder.Guardian"),
        ("registryNumber", "Holder.RegistryNumber"),
        ("representative", "Holder.Representative"),
        ("office", "Holder.Office"),
        ("with", "Holder.Others[0].Name"),
        ("holder", ""),
        ("language", nameof(MailLanguage)),
    ];

    /// <summary>The kind of holder whose questions are shown, chosen by a link.</summary>
    [BindProperty(SupportsGet = true)]
    public string? As { get; set; }

    [BindProperty]
    public PaperHolder Holder { get; set; } = new();

    [BindProperty]
    public string? MembershipType { get; set; }

    [BindProperty]
    public string? Series { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? Destination { get; set; }

    [BindProperty]
    public string? Iban { get; set; }

    [BindProperty]
    public string? SignedOn { get; set; }

    [BindProperty]
    public string? DocumentVersion { get; set; }

    [BindProperty]
    public bool RiskSigned { get; set; }

    [BindProperty]
    public string? KeptAt { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? MailLanguage { get; set; }

    /// <summary>Does the offer take applications on paper now?</summary>
    public bool IsPossible => Offer.State == OfferState.Open && !Offer.Rules.AsksSuitability;

    public bool MayReinvest => Offer.ShareClass?.HolderMayReinvest == true;

    public IReadOnlyList<MembershipType> Types => Offer.Terms.Eligibility?.MembershipTypes ?? [];

    /// <summary>The kinds of holders that the offer takes.</summary>
    public IEnumerable<HolderKind> Kinds =>
        new[] { HolderKind.Person, HolderKind.Minor, HolderKind.Joint, HolderKind.Organisation }.Where(k =>
            (Offer.Terms.Eligibility ?? Eligibility.Everyone).Takes(Eligibility.GroupOf(k))
        );

    /// <summary>For whom it is, as the board says it.</summary>
    public static string WordOf(HolderKind kind) =>
        kind switch
        {
            HolderKind.Minor => BoardTexts.paper_child,
            HolderKind.Joint => BoardTexts.paper_joint,
            HolderKind.Organisation => BoardTexts.paper_organisation,
            _ => BoardTexts.paper_person,
        };

    public async Task OnGet()
    {
        await ReadOffer();
        Holder.Kind = As;
        Holder.WithEmptyOthers();
        (Destination, MailLanguage) = (nameof(PayoutDestination.Bank), Language.Tag);
    }

    public async Task<IActionResult> OnPost()
    {
        await ReadOffer();
        var body = Typed();
        if (!RiskSigned)
            ModelState.AddModelError(nameof(RiskSigned), RefusalText.Of("paper.risk-not-signed"));
        if (string.IsNullOrWhiteSpace(KeptAt))
            ModelState.AddModelError(nameof(KeptAt), BoardTexts.paper_kept_empty);
        if (ModelState.IsValid)
            await Try(new TypePaperApplication(Key, Offer.Id, body), Fields);
        return ModelState.IsValid ? Done(BoardTexts.paper_typed, $"{Root}/paper") : Page();
    }

    private TypePaperApplication.Body Typed() =>
        new(
            ModelState.Money(nameof(Amount), Amount),
            new PayoutChoice(
                MayReinvest && Destination == nameof(PayoutDestination.Reinvest)
                    ? PayoutDestination.Reinvest
                    : PayoutDestination.Bank,
                string.IsNullOrWhiteSpace(Iban) ? null : Iban
            ),
            ModelState.Day(nameof(SignedOn), SignedOn),
            ModelState.Whole(nameof(DocumentVersion), DocumentVersion),
            RiskSigned,
            KeptAt?.Trim() ?? "",
            Holder.IsKnown ? null : Holder.Details(ModelState, nameof(Holder)),
            Holder.IsKnown ? ModelState.Whole("Holder.Number", Holder.Number) : null,
            BondSeriesId.TryParse(Series, out var series) ? series : null,
            string.IsNullOrWhiteSpace(MembershipType) ? null : MembershipType,
            string.IsNullOrWhiteSpace(Email) ? null : Email.Trim(),
            MailLanguage
        );
}
