using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Operations;

namespace SocialShares.Pages.Admin;

/// <summary>Who asked for what.</summary>
public sealed class AuditLogModel(IMediator mediator, TimeProvider clock) : AdminPage("audit", mediator, clock)
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Action { get; set; }

    /// <summary>The instant of the last row of the page before, in ticks; nonsense is as good as none.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public IReadOnlyList<AuditLine> Rows { get; private set; } = [];

    /// <summary>The page after this one; null on the last.</summary>
    public string? Next =>
        Rows.Count == PageSize ? From(Rows[^1].At.Ticks.ToString(CultureInfo.InvariantCulture)) : null;

    /// <summary>This list from another moment on.</summary>
    public string From(string? before) =>
        $"/admin/audit?Subject={Uri.EscapeDataString(Subject ?? "")}&Action={Uri.EscapeDataString(Action ?? "")}&Before={before}";

    public async Task OnGet()
    {
        DateTime? before =
            long.TryParse(Before, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTime.MaxValue.Ticks
                ? new DateTime(ticks, DateTimeKind.Utc)
                : null;
        Rows = await Ask(new ListAuditRows(Given(Subject), Given(Action), before, PageSize));
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
