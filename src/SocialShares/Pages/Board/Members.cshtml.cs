using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialShares.Data;
using SocialShares.Features.Register;
using SocialShares.Http;
using SocialShares.Look;
using SocialShares.Resources;

namespace SocialShares.Pages.Board;

/// <summary>The register of members as it stood on a day, and whether its chain is whole.</summary>
[EnableRateLimiting(Limits.Deciding)]
public sealed class MembersModel(IMediator mediator, TimeProvider clock, OutboxDelivery delivery)
    : BoardPage("register", mediator, clock)
{
    /// <summary>The day as typed; today where nothing was.</summary>
    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    /// <summary>The last number of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public int After { get; set; }

    public RegisterPage Register { get; private set; } = null!;

    /// <summary>The last check of the chain; null: never checked.</summary>
    public RegisterCheckShown? Check { get; private set; }

    /// <summary>How many members there are, in words.</summary>
    public string Lead =>
        Register.Count switch
        {
            1 => BoardTexts.members_lead_one,
            RegisterPage.MostCounted => BoardTexts.members_lead_more,
            _ => BoardTexts.members_lead,
        };

    /// <summary>The download of the whole register on that day.</summary>
    public string Csv(bool withHoldings) =>
        $"/api/v1/enterprises/{EnterpriseId}/register.csv?asOf={TypedFields.Write(Register.AsOf)}&withHoldings={(withHoldings ? "true" : "false")}";

    /// <summary>The register on that day, to print.</summary>
    public string Print(bool withHoldings) =>
        $"{Root}/register/print?On={TypedFields.Write(Register.AsOf)}&WithHoldings={(withHoldings ? "true" : "false")}";

    /// <summary>This page from another number on.</summary>
    public string From(int after) =>
        $"{Root}/register?On={TypedFields.Write(Register.AsOf)}&Search={Uri.EscapeDataString(Search ?? "")}&After={after.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>When a check was made, and for whom.</summary>
    public string CheckedAt(RegisterCheckShown check) =>
        string.Format(
            check.OrderedBy.Length == 0 ? BoardTexts.chain_at : BoardTexts.chain_by,
            Shown.Moment(check.At, Zone),
            check.OrderedBy
        );

    public async Task OnGet()
    {
        DateOnly? day = string.IsNullOrWhiteSpace(On) ? null : ModelState.Day(nameof(On), On);
        day = ModelState.IsValid ? day : null;
        Register = await Ask(new ReadRegister(EnterpriseId, day, After: Math.Max(0, After), Search: Search));
        Check = (await Ask(new ListRegisterChecks(EnterpriseId, Take: 1))).FirstOrDefault();
        if (ModelState.IsValid)
            On = TypedFields.Write(Register.AsOf);
    }

    /// <summary>Reads the chain. The person waits for it, so the order is delivered at once.</summary>
    public async Task<IActionResult> OnPostCheck()
    {
        var ordered = await Ask(new OrderRegisterCheck(EnterpriseId));
        await delivery.Deliver(ordered.OutboxRow, HttpContext.RequestAborted);
        return Done(BoardTexts.chain_done, $"{Root}/register#chain");
    }
}
