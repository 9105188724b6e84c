using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using SocialShares.Features.Bonds;
using SocialShares.Features.Governance;
using SocialShares.Http;
using SocialShares.Look;

namespace SocialShares.Pages.Board;

/// <summary>
/// A page of one enterprise's board, found by its name in the address. Reading the enterprise is what decides who may be
/// here: others get 403, an unknown name 404.
/// </summary>
/// <param name="here">The place in the masthead, a key of <see cref="Navigation.Board"/>.</param>
public abstract class BoardPage(string here, IMediator mediator, TimeProvider clock) : SharesPage(mediator)
{
    private const string SaidKey = "Said";

    /// <summary>The enterprise's name in addresses.</summary>
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    /// <summary>The enterprise with its accounts and classes.</summary>
    public EnterpriseAccounts Enterprise { get; private set; } = null!;

    /// <summary>The series of bonds that it has issued.</summary>
    public IReadOnlyList<BondSeriesLine> Bonds { get; private set; } = [];

    /// <summary>The start of all its addresses.</summary>
    public string Root => $"/board/{Slug}";

    public EnterpriseId EnterpriseId => Enterprise.Profile.Id;

    public Currency Currency => Enterprise.Profile.Currency;

    /// <summary>The zone that the enterprise lives by.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Enterprise.Profile.TimeZone);

    /// <summary>The moment, UTC.</summary>
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The day it is where the enterprise is.</summary>
    public DateOnly Today => LegalDay.Of(Now, Enterprise.Profile.TimeZone);

    /// <summary>What the step before this page did, said once.</summary>
    public string? Said => TempData[SaidKey] as string;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var found = await Ask(new FindEnterprise(Slug));
        await ReadAgain(found.Id);
        Bonds = await Ask(new ListBondSeries(found.Id));
        ViewData["Board"] = new BoardPlace(Root, found.Name, found.Ink, Bonds.Count > 0 || here == "bonds");
        ViewData["Here"] = here;
        await next();
    }

    /// <summary>Reads the enterprise anew, where a command may have changed it.</summary>
    protected async Task ReadAgain(EnterpriseId id) => Enterprise = await Ask(new ReadEnterprise(id));

    /// <summary>Goes on to a page of the platform and says there what was done.</summary>
    protected RedirectResult Done(string said, string to)
    {
        TempData[SaidKey] = said;
        return Redirect(to);
    }
}
