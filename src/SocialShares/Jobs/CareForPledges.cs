using MediatR;
using SocialShares.Data;
using SocialShares.Features.Community;

namespace SocialShares.Jobs;

/// <summary>Invites those who pledged when their offer opens, and erases pledges whose time has come.</summary>
public sealed class CareForPledges(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock)
    : RecordedJob(scopes, gate, clock)
{
    protected override async Task<string> Do(IServiceProvider services, IMediator mediator, CancellationToken ct)
    {
        var invited = await mediator.Send(new InvitePledgers(), ct);
        var erased = await mediator.Send(new ErasePledges(), ct);
        return invited is { Closed: 0, Invited: 0 } && erased == 0
            ? ""
            : $"{invited.Closed} rounds closed, {invited.Invited} people invited, {erased} pledges erased";
    }
}
