using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Public;

/// <summary>Every part of the look with real output, and how it is written. Its people and figures are made up.</summary>
[AllowAnonymous]
public sealed class StyleModel : PageModel
{
    public string Amount { get; set; } = "15";
    public string Iban { get; set; } = "NL00 XXXX 0000 0000";
    public DateParts BornOn { get; set; } =
        new()
        {
            Day = "31",
            Month = "2",
            Year = "1971",
        };
    public string Destination { get; set; } = "bank";
    public bool Understood { get; set; }
    public string Story { get; set; } = "";
    public string Drawing { get; set; } = "shop";

    public Currency Pounds { get; } = Currency.Gbp;

    public IEnumerable<SelectListItem> DrawingNames { get; } =
        Look.Drawings.Drawing.ForEnterprises.Select(n => new SelectListItem(n, n));

    /// <summary>A raise of ten weeks with an open day in it.</summary>
    public RaiseOverTime Raise { get; } =
        new(
            Currency.Gbp,
            new(2026, 9, 28),
            new(2026, 12, 20),
            new(2026, 11, 24),
            [
                new(new(2026, 9, 28), 0, 0),
                new(new(2026, 10, 5), 0, 640_000),
                new(new(2026, 10, 12), 0, 1_115_000),
                new(new(2026, 10, 19), 640_000, 1_150_000),
                new(new(2026, 10, 26), 1_115_000, 1_315_000),
                new(new(2026, 11, 2), 1_790_000, 1_585_000, "Open day in the hall"),
                new(new(2026, 11, 9), 2_430_000, 1_890_000),
                new(new(2026, 11, 16), 3_375_000, 1_635_000),
                new(new(2026, 11, 23), 4_320_000, 1_220_000),
                new(new(2026, 11, 24), 4_400_000, 1_225_000),
            ],
            4_800_000,
            7_200_000,
            9_000_000
        );

    public Outcomes Ways { get; } =
        new(
            Currency.Gbp,
            25_000,
            [
                new(
                    "The shop closes",
                    "Fridges, stock and till are sold. Suppliers and staff are paid first, members last.",
                    0,
                    25_000,
                    0
                ),
                new(
                    "The shop gets by",
                    "No interest. You can ask for your £250 back from 2030, but you may have to wait.",
                    25_000,
                    25_000,
                    0
                ),
                new(
                    "The shop does well",
                    "Up to £7.50 a year for seven years, and your £250 when you ask for it.",
                    25_000,
                    25_000,
                    5_250
                ),
            ]
        );

    public void OnGet()
    {
        ModelState.AddModelError(nameof(Amount), "Give an amount of £25 or more");
        ModelState.AddModelError(nameof(Iban), "This IBAN misses two characters. A Dutch IBAN has 18");
        ModelState.AddModelError(nameof(BornOn), CommonTexts.date_wrong);
    }
}
