using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Data;
using SocialShares.Features.Banking;
using SocialShares.Features.Bonds;
using SocialShares.Features.Issuing;
using SocialShares.Features.Regulation;
using SocialShares.Http;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Citizen;

/// <summary>Question 4 of 4: are these your answers? The last page before paying, and the first that binds.</summary>
[SignedInOnly]
[EnableRateLimiting(Limits.Buying)]
public sealed class CheckModel(IMediator mediator, OutboxDelivery delivery, TimeProvider clock) : SharesPage(mediator)
{
    [BindProperty]
    public bool RiskAccepted { get; set; }

    /// <summary>The version of the offer document that stood on the page when the button was pressed.</summary>
    [BindProperty]
    public int DocumentVersion { get; set; }

    /// <summary>The second button: paid by bank transfer instead of on the payment page.</summary>
    [BindProperty]
    public bool ByTransfer { get; set; }

    public ApplicationShown Application { get; private set; } = null!;

    public OfferShown Offer { get; private set; } = null!;

    /// <summary>How far the steps before this page are; null where the rules ask for none.</summary>
    public SuitabilityShown? Suitability { get; private set; }

    /// <summary>The day it is where the enterprise is.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>The last day on which the person can cancel if they pay today.</summary>
    public DateOnly ThinkUntil => Today.AddDays(Application.Offer.ReflectionDays);

    /// <summary>What is to be paid now.</summary>
    public string Amount => Shown.Money(Application.AmountMinor, Application.Offer.Currency);

    /// <summary>The same with what is paid in later parts.</summary>
    public string InAll =>
        Shown.Money(Application.Instalments?.TotalMinor ?? Application.AmountMinor, Application.Offer.Currency);

    /// <summary>Units of all parts together.</summary>
    public long UnitsInAll =>
        (Application.Instalments?.TotalMinor ?? Application.AmountMinor) / Application.Offer.ParValueMinor;

    public string Units
    {
        get
        {
            var price = Shown.WholeMoney(Application.Offer.ParValueMinor, Application.Offer.Currency);
            if (!Application.Offer.IsOfBonds)
                return CitizenTexts.check_units.With(Shown.Count(UnitsInAll), price);
            return Application.Units == 1
                ? CitizenTexts.bond_check_units_one.With(price)
                : CitizenTexts.bond_check_units.With(Shown.Count(Application.Units), price);
        }
    }

    /// <summary>The first and the last payment of bonds; empty for shares.</summary>
    public string Payments { get; private set; } = "";

    /// <summary>What the person says to have understood.</summary>
    public string Risk
    {
        get
        {
            if (Application.Series is not { } series)
                return CitizenTexts.check_risk_text.With(InAll);
            var parts = new List<string> { CitizenTexts.bond_check_risk.With(Amount) };
            if (series.Terms.Subordinated)
                parts.Add(CitizenTexts.bond_check_risk_last);
            parts.Add(
                series.Terms.Transferable ? CitizenTexts.bond_check_risk_pass : CitizenTexts.bond_check_risk_keep
            );
            return string.Join(' ', parts);
        }
    }

    public string Payout =>
        (Application.Payout.Destination, Application.Payout.Iban) switch
        {
            (PayoutDestination.Reinvest, _) => CitizenTexts.payout_reinvest,
            (_, { } iban) => CitizenTexts.payout_bank_end.With(Shown.IbanEnd(iban)),
            _ => CitizenTexts.payout_later,
        };

    public async Task<IActionResult> OnGetAsync(ApplicationId id)
    {
        await Load(id);
        if (Application.State != ApplicationState.Started)
            return Redirect($"/applications/{id}");
        if (Application.Holder is null && Application.Gift is null)
            return Redirect($"/applications/{id}/who");
        return Suitability?.Next is null ? Page() : Redirect($"/applications/{id}/suitability");
    }

    public async Task<IActionResult> OnPostAsync(ApplicationId id)
    {
        var submitted = await Try(
            new SubmitApplication(id, DocumentVersion, RiskAccepted),
            ("amountMinor", ""),
            ("documentVersion", ""),
            ("name", "")
        );
        await Load(id);
        if (submitted is null)
            // A second press of the button: the first has done it.
            return Application.State == ApplicationState.Started ? Page() : Redirect($"/applications/{id}");
        // Nobody waits for a payment page, and it finds nothing to open.
        if (ByTransfer && submitted.OutboxRow is { } idle)
            return await Choose(id, idle);
        // The buyer waits for the payment page: no need to let the job find the row.
        if (submitted.OutboxRow is { } row)
            await delivery.Deliver(row, HttpContext.RequestAborted);
        var page = (await Ask(new ReadApplication(id))).CheckoutUrl;
        return Redirect(page ?? $"/applications/{id}");
    }

    private async Task<IActionResult> Choose(ApplicationId id, Guid row)
    {
        await Try(new ChooseBankTransfer(id));
        // Opens a page where no transfer could be chosen, and else only ends the row.
        await delivery.Deliver(row, HttpContext.RequestAborted);
        return Redirect(ModelState.IsValid ? $"/applications/{id}/bank-transfer" : $"/applications/{id}");
    }

    private async Task Load(ApplicationId id)
    {
        Application = await Ask(new ReadApplication(id));
        Offer = await Ask(new ReadOffer(Application.Offer.Slug));
        if (Offer.Rules.AsksSuitability && Application.State == ApplicationState.Started)
            Suitability = await Ask(new ReadSuitability(id));
        Today = LegalDay.Of(clock.GetUtcNow().UtcDateTime, Offer.Enterprise.TimeZone);
        if (Application.Series is { } series)
            Payments = FirstAndLast(await Ask(new ReadCashFlow(series.Id, Application.AmountMinor)));
    }

    private static string FirstAndLast(CashFlowShown flow)
    {
        var paid = flow.Rows.Where(r => r.PaymentMinor > 0).ToList();
        var (first, last) = (paid[0], paid[^1]);
        return CitizenTexts.bond_check_payments_text.With(
            Shown.Money(first.PaymentMinor, flow.Currency),
            Shown.Date(first.DueOn),
            Shown.Money(last.PaymentMinor, flow.Currency),
            Shown.Date(last.DueOn)
        );
    }
}
