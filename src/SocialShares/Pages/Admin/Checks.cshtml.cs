using MediatR;
using SocialShares.Features.Ledger;

namespace SocialShares.Pages.Admin;

/// <summary>Everything that must always agree, with both figures.</summary>
public sealed class ChecksModel(IMediator mediator, TimeProvider clock) : AdminPage("checks", mediator, clock)
{
    public IReadOnlyList<BookCheck> Checks { get; private set; } = [];

    public int Wrong => Checks.Count(c => c.Holds == false);

    public int Unknown => Checks.Count(c => c.Holds is null);

    public async Task OnGet() => Checks = await Ask(new ReadChecks());
}
