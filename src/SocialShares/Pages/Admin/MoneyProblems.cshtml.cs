using MediatR;
using SocialShares.Features.Reconciling;

namespace SocialShares.Pages.Admin;

/// <summary>Everything about money that needs a person.</summary>
public sealed class MoneyProblemsModel(IMediator mediator, TimeProvider clock) : AdminPage("payments", mediator, clock)
{
    public MoneyExceptions Found { get; private set; } = new([], [], [], []);

    public bool IsEmpty =>
        Found.FailedRefunds.Count + Found.Parked.Count + Found.Disputes.Count + Found.Differences.Count == 0;

    public async Task OnGet() => Found = await Ask(new ListExceptions());
}
