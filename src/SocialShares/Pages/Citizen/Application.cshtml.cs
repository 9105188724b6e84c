using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Data;
using SocialShares.Features.Issuing;
using SocialShares.Features.Register;
using SocialShares.Http;
using SocialShares.Resources;

namespace SocialShares.Pages.Citizen;

/// <summary>Where an application stands: what happened to my money, and what I can do now.</summary>
[SignedInOnly]
[EnableRateLimiting(Limits.Buying)]
public sealed class ApplicationModel(IMediator mediator, OutboxDelivery delivery, TimeProvider clock)
    : SharesPage(mediator)
{
    private const int LooksByItself = 5;
    private const int SecondsBetweenLooks = 3;

    /// <summary>How often the page was looked at since the payment page sent the person back; 0 when it did not.</summary>
    [BindProperty(SupportsGet = true, Name = "paid")]
    public int Paid { get; set; }

    public ApplicationShown Shown { get; private set; } = null!;

    /// <summary>The version in force, where it is newer than the one that was agreed to and the application still waits.</summary>
    public int? NewDocument { get; private set; }

    /// <summary>The version to which the person agrees.</summary>
    [BindProperty]
    public int DocumentVersion { get; set; }

    /// <summary>All that is left is paid at once, instead of the next part.</summary>
    [BindProperty]
    public bool PayAll { get; set; }

    public ApplicationStory Story { get; private set; } = null!;

    /// <summary>Whole minutes for which the shares are still held; 0 when the time is over.</summary>
    public int MinutesHeld { get; private set; }

    /// <summary>The holding that came of it; null before its shares are issued.</summary>
    public HoldingRead? Holding { get; private set; }

    /// <summary>How it was allotted, where not everybody got what was asked; null otherwise.</summary>
    public MyAllotment? Allotment { get; private set; }

    /// <summary>Back from the payment page, and the provider has not told us yet.</summary>
    public bool IsUnconfirmed => Paid > 0 && Shown is { State: ApplicationState.AwaitingPayment, DebitSince: null };

    /// <summary>The days that the reader is told of, in their order; whoever pays late thinks it over after the last day.</summary>
    public IEnumerable<(DateOnly Day, string Text, bool IsAhead)> Dates
    {
        get
        {
            var dates = new List<(DateOnly Day, string Text, bool IsAhead)>();
            if (Shown.ReflectionEndsOn is { } ends)
                dates.Add((ends, CitizenTexts.next_think, Shown.State == ApplicationState.Paid));
            if (Shown.Offer.ClosesOn is { } last)
                dates.Add(
                    (
                        last,
                        CitizenTexts.next_closes,
                        Shown.State is not (ApplicationState.Allotted or ApplicationState.Issued)
                    )
                );
            return dates.OrderBy(d => d.Day);
        }
    }

    /// <summary>The day it is for the reader.</summary>
    public DateOnly Today => ReadersDay.Today(clock);

    public async Task<IActionResult> OnGetAsync(ApplicationId id)
    {
        await Load(id);
        // A header, not an element of the page; and only a few times, so that a screen reader is not interrupted for ever.
        if (IsUnconfirmed && Paid <= LooksByItself)
            Response.Headers["Refresh"] = $"{SecondsBetweenLooks};url=/applications/{id}?paid={Paid + 1}";
        return Page();
    }

    public async Task<IActionResult> OnPostCancelAsync(ApplicationId id)
    {
        await Try(new CancelApplication(id));
        if (ModelState.IsValid)
            return Redirect($"/applications/{id}");
        await Load(id);
        return Page();
    }

    public async Task<IActionResult> OnPostAcceptAsync(ApplicationId id)
    {
        await Try(new AcceptOfferDocument(id, DocumentVersion), ("documentVersion", ""));
        if (ModelState.IsValid)
            return Redirect($"/applications/{id}");
        await Load(id);
        return Page();
    }

    public async Task<IActionResult> OnPostPayPartAsync(ApplicationId id)
    {
        var started = await Try(new PayInstalment(Key, id, PayAll));
        if (started is null)
        {
            await Load(id);
            return Page();
        }
        // The buyer waits for the payment page: no need to let the job find the row.
        await delivery.Deliver(started.OutboxRow, HttpContext.RequestAborted);
        return Redirect(
            (await Ask(new ReadApplication(started.PartId))).CheckoutUrl ?? $"/applications/{started.PartId}"
        );
    }

    public async Task<IActionResult> OnPostStopPartsAsync(ApplicationId id)
    {
        await Try(new StopInstalments(id));
        if (ModelState.IsValid)
            return Redirect($"/applications/{id}#parts");
        await Load(id);
        return Page();
    }

    private async Task Load(ApplicationId id)
    {
        Shown = await Ask(new ReadApplication(id));
        var left = (Shown.HeldUntil - clock.GetUtcNow().UtcDateTime)?.TotalMinutes ?? 0;
        MinutesHeld = Math.Max(0, (int)left);
        if (Shown.State == ApplicationState.Issued)
            Holding = await HoldingOf(Shown);
        if (Shown.State.IsSentIn())
        {
            var current = (await Ask(new ReadOffer(Shown.Offer.Slug))).Document?.Version;
            NewDocument = current > Shown.AcceptedDocumentVersion ? current : null;
        }
        if (Shown.RefundReason is "not-allotted" or Refund.ScaledBack)
            Allotment = await Ask(new ReadMyAllotment(id));
        Story = ApplicationStory.Of(Shown, MinutesHeld, IsUnconfirmed);
    }

    private async Task<HoldingRead?> HoldingOf(ApplicationShown a)
    {
        var mine = (await Ask(new ReadPortfolio())).Where(h => h.EnterpriseId == a.Offer.EnterpriseId).ToList();
        var holding =
            mine.FirstOrDefault(h => h.MemberId == a.TopsUp)
            ?? mine.FirstOrDefault(h => h.Kind == a.Holder?.Kind && h.Name == a.Holder?.Name)
            ?? mine.FirstOrDefault();
        return holding is null ? null : await Ask(new ReadHolding(holding.MemberId));
    }
}
