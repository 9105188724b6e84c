using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Features.Bonds;
using SocialShares.Http;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>One series of bonds: its terms, payments and holders, decisions to redeem early, and transfers.</summary>
[EnableRateLimiting(Limits.Deciding)]
public sealed class OneSeriesModel(IMediator mediator, TimeProvider clock) : SeriesPage(mediator, clock)
{
    /// <summary>The day of the register as typed; today where nothing was.</summary>
    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    /// <summary>The last number of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public int After { get; set; }

    /// <summary>The decision that is taken back.</summary>
    [BindProperty]
    public Guid Decision { get; set; }

    public BondRegisterPage Register { get; private set; } = null!;

    /// <summary>The download of the register on that day.</summary>
    public string Csv => $"/api/v1/bond-series/{SeriesId}/register.csv?asOf={TypedFields.Write(Register.AsOf)}";

    /// <summary>The register from another number on.</summary>
    public string From(int after) =>
        $"{Here}?On={TypedFields.Write(Register.AsOf)}&Search={Uri.EscapeDataString(Search ?? "")}&After={after.ToString(CultureInfo.InvariantCulture)}#register";

    /// <summary>The payment that comes next; null after the last.</summary>
    public PeriodRow? Next => PeriodWords.Next(Of.Periods, Of.Line.Id);

    /// <summary>May a decision still be taken back by the board? The holder's own wish is the holder's.</summary>
    public bool MayWithdraw(EarlyRedemptionRow decision) =>
        decision.WithdrawnAt is null
        && decision.Kind != EarlyRedemptionKind.Holder
        && Of.Periods.Any(p => p.No == decision.PeriodNo && p.RunId is null && p.No > Of.Line.ServicedPeriods);

    /// <summary>The day on which a decision is paid.</summary>
    public DateOnly? DueOn(EarlyRedemptionRow decision) =>
        Of.Periods.FirstOrDefault(p => p.No == decision.PeriodNo)?.DueOn;

    public Task OnGet() => Show();

    public async Task<IActionResult> OnPostWithdraw()
    {
        await Try(new WithdrawEarlyRedemption(new BondSeriesId(SeriesId), new EarlyRedemptionId(Decision)));
        if (ModelState.IsValid)
            return Done(BoardTexts.redeem_withdrawn, Here + "#early");
        await Show();
        return Page();
    }

    private async Task Show()
    {
        await Read();
        DateOnly? day = string.IsNullOrWhiteSpace(On) ? null : ModelState.Day(nameof(On), On);
        day = ModelState.ContainsKey(nameof(On)) && ModelState[nameof(On)]!.Errors.Count > 0 ? null : day;
        Register = await Ask(
            new ReadBondRegister(Of.Line.Id, day, After: Math.Max(0, After), Take: 25, Search: Search)
        );
        if (ModelState.IsValid)
            On = TypedFields.Write(Register.AsOf);
    }
}
