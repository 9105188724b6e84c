using MediatR;
using SocialShares.Features.Disputes;

namespace SocialShares.Pages.Admin;

/// <summary>Payments that payers' banks take back, those that wait for an answer first.</summary>
public sealed class DisputesModel(IMediator mediator, TimeProvider clock) : AdminPage("disputes", mediator, clock)
{
    public IReadOnlyList<DisputeShown> Disputes { get; private set; } = [];

    public async Task OnGet() => Disputes = await Ask(new ListDisputes(WaitingOnly: false));
}
