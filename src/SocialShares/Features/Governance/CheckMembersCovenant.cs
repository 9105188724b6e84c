using MediatR;
using SocialShares.Http;

namespace SocialShares.Features.Governance;

/// <summary>Records how it stands with the residents among the members of an enterprise after somebody came in.</summary>
public sealed record CheckMembersCovenant(EnterpriseId EnterpriseId) : ICommand<Unit>, IAllow<Machine>, IOfEnterprise
{
    public sealed class Handler(CovenantChecks covenants, TimeProvider clock)
        : IRequestHandler<CheckMembersCovenant, Unit>
    {
        public async Task<Unit> Handle(CheckMembersCovenant r, CancellationToken ct)
        {
            if (await covenants.InForce(r.EnterpriseId, CovenantKind.MemberResidents, ct) is not { } covenant)
                return Unit.Value;
            var measure = await covenants.Measure(r.EnterpriseId, covenant.Kind, ct);
            covenants.Found(covenant, CovenantCause.MembersAdmitted, measure, clock.GetUtcNow().UtcDateTime);
            return Unit.Value;
        }
    }
}

/// <summary>
/// Sends <see cref="CheckMembersCovenant"/> when the change is in the database: beside every change that admits members.
/// </summary>
public sealed record LookAtMembers(EnterpriseId EnterpriseId) : IDelivery, IAllow<Machine>, IOfEnterprise
{
    public sealed class Handler(IMediator mediator) : IRequestHandler<LookAtMembers, Unit>
    {
        public async Task<Unit> Handle(LookAtMembers r, CancellationToken ct)
        {
            await mediator.Send(new CheckMembersCovenant(r.EnterpriseId), ct);
            return Unit.Value;
        }
    }
}
