using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Data;
using SocialShares.Features.Issuing;
using SocialShares.Features.Register;
using SocialShares.Http;
using SocialShares.Look;
using SocialShares.Pages.Citizen;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>Applications on paper: confirm or refuse what somebody else typed, take the payment, invite to take over.</summary>
[EnableRateLimiting(Limits.Buying)]
public sealed class PaperModel(IMediator mediator, OutboxDelivery delivery, TimeProvider clock)
    : BoardPage("offers", mediator, clock)
{
    /// <summary>The application that a form is about.</summary>
    [BindProperty]
    public string? Decided { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Letter { get; set; }

    [BindProperty]
    public string? Invited { get; set; }

    public IReadOnlyList<PaperShown> All { get; private set; } = [];

    public async Task OnGet() => await Read();

    public async Task<IActionResult> OnPostConfirm(ApplicationId decided)
    {
        var confirmed = await Try(new DecidePaperApplication(decided, true, null), ("amountMinor", ""));
        // Somebody may stand at the table: no need to let the job open the payment page.
        if (confirmed?.OutboxRow is { } row)
            await delivery.Deliver(row, HttpContext.RequestAborted);
        return await Ended(BoardTexts.paper_confirmed, decided);
    }

    public async Task<IActionResult> OnPostRefuse(ApplicationId decided)
    {
        await Try(new DecidePaperApplication(decided, false, Reason ?? ""));
        return await Ended(BoardTexts.paper_refused, decided);
    }

    public async Task<IActionResult> OnPostCancel(ApplicationId decided)
    {
        await Try(new CancelPaperApplication(decided, Letter ?? ""), ("keptAt", nameof(Letter)));
        return await Ended(BoardTexts.paper_cancelled, decided);
    }

    public async Task<IActionResult> OnPostInvite(ApplicationId decided)
    {
        await Try(new InviteApplicantToClaim(decided, Invited?.Trim() ?? ""), ("email", nameof(Invited)));
        return await Ended(BoardTexts.claim_sent, decided);
    }

    /// <summary>What is applied for.</summary>
    public string Line(PaperShown p) =>
        string.Format(
            p.BuysMore ? BoardTexts.paper_line_more : BoardTexts.paper_line,
            Shown.Money(p.AmountMinor, p.Currency),
            p.Series is { } series ? $"{p.Offer} ({series})" : p.Offer
        );

    /// <summary>Where on the page it stands.</summary>
    public static string Anchor(PaperShown p) => $"paper-{p.Id}";

    /// <summary>How it stands: not decided on, or the state of the application.</summary>
    public static string State(PaperShown p) =>
        p.IsToDecide ? BoardTexts.paper_to_confirm : OfferWords.Of(p.ApplicationState);

    /// <summary>Colour of that.</summary>
    public static string Kind(PaperShown p) => p.IsToDecide ? "pencil" : OfferWords.Kind(p.ApplicationState);

    /// <summary>Address and date of birth, to compare with the paper.</summary>
    public static string Who(HolderDetails h)
    {
        var address =
            $"{TypePaperModel.WordOf(h.Kind)}; {h.Street}, {h.Postcode} {h.City}, {Countries.NameOf(h.Country)}";
        return h.BornOn is { } born ? $"{address}; {string.Format(BoardTexts.paper_born, Shown.Date(born))}" : address;
    }

    /// <summary>Guardian, representative or the other joint holders; empty for a person alone.</summary>
    public static string Beside(HolderDetails h) =>
        h.Party switch
        {
            { Guardian: { } guardian } => guardian,
            { Representative: { } name } => string.Join(
                ", ",
                new[] { name, h.Party.Office, h.Party.RegistryNumber }.Where(t => !string.IsNullOrEmpty(t))
            ),
            { With: { } others } => string.Join(
                "; ",
                others.Select(o => o.BornOn is { } born ? $"{o.Name}, {Shown.Date(born)}" : o.Name)
            ),
            _ => "",
        };

    /// <summary>Where payouts go, with the whole account: the second person compares it with the paper.</summary>
    public static string Payout(PaperShown p) =>
        p.Payout.Destination == PayoutDestination.Reinvest
            ? BoardTexts.paper_reinvest
            : p.Payout.Iban ?? BoardTexts.paper_no_iban;

    /// <summary>Can the board cancel it for its applicant?</summary>
    public static bool MayCancel(PaperShown p) =>
        !p.HasAccount
        && p.State == PaperState.Confirmed
        && p.ApplicationState
            is ApplicationState.Waiting
                or ApplicationState.AwaitingPayment
                or ApplicationState.Paid
                or ApplicationState.Confirmed;

    /// <summary>Is there something to take over? Not of what ended without shares.</summary>
    public static bool MayInvite(PaperShown p) =>
        !p.HasAccount
        && (
            p.ApplicationState is ApplicationState.Started or ApplicationState.Waiting
            || p.ApplicationState.HoldsUnits()
        );

    /// <summary>Is a form shown again because of what was typed into it?</summary>
    public bool IsOpen(PaperShown p, string handler) =>
        Decided == $"{p.Id}" && string.Equals(Request.Query["handler"], handler, StringComparison.OrdinalIgnoreCase);

    /// <summary>The text field of one application's form; what was typed is kept in that form only.</summary>
    public RepeatedText TextOf(PaperShown p, string name, string label, string hint)
    {
        var typed = Decided == $"{p.Id}";
        var value = name switch
        {
            nameof(Reason) => Reason,
            nameof(Letter) => Letter,
            _ => Invited ?? p.Email,
        };
        var error = typed ? ModelState[name]?.Errors.FirstOrDefault()?.ErrorMessage : null;
        // The error summary leads to the field by its name alone.
        var id = error is null ? $"{name}-{p.Id}" : name;
        return new RepeatedText(
            id,
            name,
            label,
            hint,
            typed ? value
                : name == nameof(Invited) ? p.Email
                : null,
            error
        );
    }

    private async Task<IActionResult> Ended(string said, ApplicationId about)
    {
        if (ModelState.IsValid)
            return Done(said, $"{Root}/paper#paper-{about}");
        await Read();
        return Page();
    }

    private async Task Read() => All = await Ask(new ListPaperApplications(EnterpriseId));
}
