using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialShares.Features.Ledger;

namespace SocialShares.Pages.Admin;

/// <summary>Balances of all accounts.</summary>
public sealed class AllAccountsModel(IMediator mediator, TimeProvider clock) : AdminPage("checks", mediator, clock)
{
    [BindProperty(SupportsGet = true)]
    public string? Book { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Prefix { get; set; }

    /// <summary>A day; nonsense is as good as none.</summary>
    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    public BalancesRead Balances { get; private set; } = new([], null);

    /// <summary>The journal of one account.</summary>
    public static string JournalOf(AccountBalance account) =>
        $"/admin/journal?Book={Uri.EscapeDataString(account.Book)}&Account={Uri.EscapeDataString(account.Account)}";

    public async Task OnGet()
    {
        DateOnly? day = DateOnly.TryParse(On, CultureInfo.InvariantCulture, out var read) ? read : null;
        Balances = await Ask(new ListBalances(Book?.Trim(), Prefix?.Trim(), day));
    }
}
