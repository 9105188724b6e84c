using System.Security.Claims;
using SocialShares.Http;
using SocialShares.Resources;

namespace SocialShares.Look;

/// <summary>A place in the masthead.</summary>
/// <param name="Key">What a page writes in <c>ViewData["Here"]</c> to be marked as the current one.</param>
public sealed record Place(string Key, string Text, string Href);

/// <summary>The enterprise whose board is at work; a board page puts it in <c>ViewData["Board"]</c>.</summary>
/// <param name="Root">The address that its pages start with: <c>/board/{slug}</c>.</param>
/// <param name="Name">Shown in the masthead.</param>
/// <param name="Ink">One of the six inks, or null for the platform's own.</param>
/// <param name="HasBonds">Has it issued bonds? Then their place is shown.</param>
public sealed record BoardPlace(string Root, string Name, string? Ink, bool HasBonds = false);

/// <summary>What stands in the masthead for whom. One table, so that a moved page is changed in one place.</summary>
public static class Navigation
{
    /// <summary>The six inks that an enterprise may choose from.</summary>
    public static IReadOnlyList<string> Inks { get; } = ["bottle", "delft", "ochre", "plum", "heather", "slate"];

    /// <summary>For everybody, and for a citizen who is signed in.</summary>
    public static IEnumerable<Place> Public(ClaimsPrincipal user)
    {
        yield return new("offers", CommonTexts.nav_offers, "/");
        yield return new("how", CommonTexts.nav_how, "/how-it-works");
        yield return new("portfolio", CommonTexts.nav_portfolio, "/portfolio");
        if (user.Identity?.IsAuthenticated == true)
            yield return new("board", CommonTexts.nav_board, "/board");
        if (user.IsInRole(Caller.AdministratorRole))
            yield return new("admin", CommonTexts.nav_admin, "/admin");
    }

    /// <summary>For the board of one enterprise.</summary>
    public static IEnumerable<Place> Board(BoardPlace board) =>
        [
            new("today", CommonTexts.nav_board_today, board.Root),
            new("offers", CommonTexts.nav_board_offers, board.Root + "/offers"),
            new("register", CommonTexts.nav_board_register, board.Root + "/register"),
            new("requests", BoardTexts.requests_nav, board.Root + "/requests"),
            new("interest", BoardTexts.interest_nav, board.Root + "/interest"),
            .. board.HasBonds
                ? [new Place("bonds", BoardTexts.bonds_nav, board.Root + "/bonds")]
                : Array.Empty<Place>(),
            new("settings", BoardTexts.settings_nav, board.Root + "/settings"),
        ];

    /// <summary>For administrators.</summary>
    public static IEnumerable<Place> Admin() =>
        [
            new("today", CommonTexts.nav_admin_today, "/admin"),
            new("runs", CommonTexts.nav_admin_runs, "/admin/payout-runs"),
            new("bank", BankTexts.admin_nav, "/admin/bank"),
            new("confirm", AdminTexts.confirm_title, "/admin/confirm"),
            new("payments", MoneyTexts.payments_title, "/admin/payments"),
            new("disputes", AdminTexts.disputes_title, "/admin/disputes"),
            new("checks", CommonTexts.nav_admin_checks, "/admin/checks"),
            new("jobs", CommonTexts.nav_admin_jobs, "/admin/jobs"),
            new("rules", CommonTexts.nav_admin_rules, "/admin/rule-packs"),
            new("audit", CommonTexts.nav_admin_audit, "/admin/audit"),
        ];

    /// <summary>The name that a signed-in person is greeted by.</summary>
    public static string NameOf(ClaimsPrincipal user) =>
        user.FindFirstValue(Caller.NameClaim) ?? CommonTexts.common_account;
}
