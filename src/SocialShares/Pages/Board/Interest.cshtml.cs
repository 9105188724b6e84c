using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using SocialShares.Features.Issuing;
using SocialShares.Features.Payouts;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>Try a rate of share interest, see what it costs, and declare it.</summary>
public sealed class InterestModel(IMediator mediator, TimeProvider clock) : BoardPage("interest", mediator, clock)
{
    [BindProperty(SupportsGet = true)]
    public string? Class { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Until { get; set; }

    /// <summary>As a percentage.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Rate { get; set; }

    [BindProperty]
    public string? PayOn { get; set; }

    public IReadOnlyList<DeclarationRow> Declarations { get; private set; } = [];

    /// <summary>What the rate that was asked about would cost; null before one was asked.</summary>
    public InterestPreview? Preview { get; private set; }

    /// <summary>The period that was asked about, once both days could be read.</summary>
    public (DateOnly From, DateOnly Until) Period { get; private set; }

    public IEnumerable<SelectListItem> Classes =>
        Enterprise.Classes.Select(c => new SelectListItem(
            $"{string.Format(BoardTexts.draft_class_name, c.Code)}, {string.Format(BoardTexts.draft_class_line, Shown.WholeMoney(c.ParValueMinor, Currency), Shown.Percent(c.InterestCapPpm))}",
            c.Id.ToString()
        ));

    /// <summary>The class that is asked about; null when the enterprise has none yet.</summary>
    public ClassShown? Chosen =>
        Enterprise.Classes.FirstOrDefault(c => c.Id.ToString() == Class)
        ?? (Enterprise.Classes.Count > 0 ? Enterprise.Classes[0] : null);

    /// <summary>A few rates up to the cap, to look at with one click.</summary>
    public IEnumerable<int> QuickRates =>
        Chosen is { } c ? Enumerable.Range(1, 4).Select(quarter => c.InterestCapPpm * quarter / 4 / 100 * 100) : [];

    /// <summary>This page with another rate.</summary>
    public string With(int ratePpm) =>
        $"{Root}/interest?Class={Class}&From={From}&Until={Until}&Rate={Uri.EscapeDataString(TypedFields.WritePercent(ratePpm))}#cost";

    public async Task OnGet()
    {
        await Read();
        if (string.IsNullOrWhiteSpace(Rate) || Chosen is null)
            return;
        await Look();
    }

    public async Task<IActionResult> OnPost()
    {
        await Read();
        var (from, until) = (ModelState.Day(nameof(From), From), ModelState.Day(nameof(Until), Until));
        var (rate, payOn) = (ModelState.Percent(nameof(Rate), Rate), ModelState.Day(nameof(PayOn), PayOn));
        if (ModelState.IsValid && Chosen is { } shareClass)
            await Try(
                new DeclareInterest(Key, EnterpriseId, shareClass.Id, new InterestTerms(from, until, rate, payOn)),
                ("ratePpm", nameof(Rate))
            );
        if (ModelState.IsValid)
            return Done(BoardTexts.interest_declared, $"{Root}/interest#declared");
        await Look();
        return Page();
    }

    private async Task Look()
    {
        var (from, until) = (ModelState.Day(nameof(From), From), ModelState.Day(nameof(Until), Until));
        var rate = ModelState.Percent(nameof(Rate), Rate);
        if (rate == 0 || from == default || until == default || Chosen is not { } shareClass)
            return;
        Period = (from, until);
        Preview = await Try(
            new PreviewInterest(EnterpriseId, shareClass.Id, from, until, rate),
            ("ratePpm", nameof(Rate))
        );
    }

    // Where nothing was typed: the year after the last one that was declared, else the last calendar year.
    private async Task Read()
    {
        Declarations = await Ask(new ListDeclarations(EnterpriseId));
        Class ??= Chosen?.Id.ToString();
        var due = InterestYear.Next(Declarations.Where(d => d.ShareClassId == Chosen?.Id), Today);
        From ??= TypedFields.Write(due.From);
        Until ??= TypedFields.Write(due.Until);
        PayOn ??= TypedFields.Write(Today.AddDays(14));
    }
}

/// <summary>The period that a board would declare next.</summary>
public static class InterestYear
{
    /// <summary>The calendar year, or the rest of it, after the last day that was declared; else the last calendar year.</summary>
    public static (DateOnly From, DateOnly Until) Next(IEnumerable<DeclarationRow> declared, DateOnly today)
    {
        var last = declared.Select(d => (DateOnly?)d.Until).Max();
        var from = last is { } until ? until.AddDays(1) : new DateOnly(today.Year - 1, 1, 1);
        return (from, new DateOnly(from.Year, 12, 31));
    }
}
