using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using SocialShares.Features.Governance;
using SocialShares.Http;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>Register the enterprise for which I act.</summary>
public sealed class RegistrationModel(IMediator mediator) : SharesPage(mediator)
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? LegalForm { get; set; }

    [BindProperty]
    public string? RegistryNumber { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    /// <summary>GB or NL; currency and time zone follow from it.</summary>
    [BindProperty]
    public string? Land { get; set; } = Language.IsDutch ? "NL" : "GB";

    [BindProperty]
    public string? Ink { get; set; }

    [BindProperty]
    public string? Drawing { get; set; }

    [BindProperty]
    public string? Office { get; set; }

    [BindProperty]
    public bool IsResident { get; set; }

    public IEnumerable<SelectListItem> Inks => Navigation.Inks.Select(i => Item("ink", i));

    public IEnumerable<SelectListItem> Drawings => Look.Drawings.Drawing.ForEnterprises.Select(d => Item("drawing", d));

    public async Task OnGet() => await Ask(new ListMyEnterprises()); // whoever is not signed in signs in before typing

    public async Task<IActionResult> OnPost()
    {
        var dutch = string.Equals(Land, "NL", StringComparison.Ordinal);
        var registered = await Try(
            new RegisterEnterprise(
                Key,
                Name ?? "",
                LegalForm ?? "",
                Land ?? "",
                RegistryNumber ?? "",
                Address ?? "",
                Place ?? "",
                dutch ? Currency.Eur : Currency.Gbp,
                dutch ? "Europe/Amsterdam" : "Europe/London",
                Ink ?? "",
                Drawing ?? "",
                Office ?? "",
                IsResident
            ),
            ("country", nameof(Land))
        );
        return registered is null ? Page() : Redirect($"/board/{registered.Slug}");
    }

    private static SelectListItem Item(string kind, string value) =>
        new(BoardTexts.ResourceManager.GetString($"{kind}-{value}", Language.Of) ?? value, value);
}
