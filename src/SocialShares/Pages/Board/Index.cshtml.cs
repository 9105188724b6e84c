using MediatR;
using SocialShares.Features.Governance;
using SocialShares.Http;

namespace SocialShares.Pages.Board;

/// <summary>The enterprises on whose board I sit.</summary>
public sealed class IndexModel(IMediator mediator) : SharesPage(mediator)
{
    public IReadOnlyList<EnterpriseLine> Enterprises { get; private set; } = [];

    public async Task OnGet() => Enterprises = await Ask(new ListMyEnterprises());
}
