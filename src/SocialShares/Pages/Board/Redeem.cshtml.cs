using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Features.Bonds;
using SocialShares.Http;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>Record the board's decision to redeem a series early, all of it or some bonds by lot.</summary>
[EnableRateLimiting(Limits.Deciding)]
public sealed class RedeemModel(IMediator mediator, TimeProvider clock) : SeriesPage(mediator, clock)
{
    private const string ByLot = "lot";

    /// <summary>All of it, or some by lot.</summary>
    [BindProperty]
    public string? Which { get; set; }

    [BindProperty]
    public string? Units { get; set; }

    [BindProperty]
    public int PeriodNo { get; set; }

    /// <summary>Payments at which it is possible, with notice given today.</summary>
    public IReadOnlyList<PeriodRow> Possible =>
        Of.FirstRedeemablePeriodNo is { } first
            ? [.. Of.Periods.Where(p => p.No >= first && p.No < Of.Line.Periods)]
            : [];

    public IEnumerable<SelectListItem> Choices =>
        Possible.Select(p => new SelectListItem(
            string.Format(BoardTexts.redeem_period_name, p.No, Shown.Date(p.DueOn)),
            $"{p.No}"
        ));

    public async Task OnGet()
    {
        await Read();
        (Which, PeriodNo) = ("all", Of.FirstRedeemablePeriodNo ?? 0);
    }

    public async Task<IActionResult> OnPost()
    {
        await Read();
        long? units = Which == ByLot ? ModelState.Whole(nameof(Units), Units) : null;
        if (units == Of.Line.Units)
            ModelState.AddModelError(nameof(Units), BoardTexts.redeem_units_all);
        if (!ModelState.IsValid)
            return Page();
        var decided = await Try(new RedeemEarly(Key, Of.Line.Id, PeriodNo, units));
        return decided is null
            ? Page()
            : Done(string.Format(BoardTexts.redeem_decided, Shown.Date(decided.DueOn)), Here + "#early");
    }
}
