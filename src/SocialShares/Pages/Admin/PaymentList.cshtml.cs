using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using SocialShares.Features.Issuing;
using SocialShares.Look;
using SocialShares.Pages.Board;
using SocialShares.Resources;

namespace SocialShares.Pages.Admin;

/// <summary>What applicants paid, with a search.</summary>
public sealed class PaymentListModel(IMediator mediator, TimeProvider clock) : AdminPage("payments", mediator, clock)
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Amount { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    /// <summary>Where the page before ended.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public PaymentPage Payments { get; private set; } = new([], null);

    /// <summary>States in which there is a payment.</summary>
    public static IEnumerable<SelectListItem> States =>
        new[]
        {
            ApplicationState.Paid,
            ApplicationState.Confirmed,
            ApplicationState.Allotted,
            ApplicationState.Issued,
            ApplicationState.Refunding,
            ApplicationState.Refunded,
        }
            .Select(s => new SelectListItem(OfferWords.Of(s), s.ToString()))
            .Prepend(new SelectListItem(MoneyTexts.payments_any, ""));

    /// <summary>This list from another payment on.</summary>
    public string From(string? before) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/admin/payments?Search={Escaped(Search)}&Amount={Escaped(Amount)}&State={Escaped(State)}&Before={before}"
        );

    public async Task OnGet()
    {
        long? amount = null;
        if (!string.IsNullOrWhiteSpace(Amount))
        {
            if (!AmountText.TryParse(Amount, out var minor, out var problem) || minor < 1)
            {
                ModelState.AddModelError(nameof(Amount), AmountText.Message(problem));
                return;
            }
            amount = minor;
        }
        ApplicationState? state = Enum.TryParse<ApplicationState>(State, out var known) ? known : null;
        var asked = new ListPayments(Search?.Trim(), amount, state, Given(Before), PageSize);
        Payments = await Try(asked, ("amountMinor", nameof(Amount))) ?? Payments;
    }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string Escaped(string? text) => Uri.EscapeDataString(text ?? "");
}
