using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Governance;

/// <summary>Records how it stands with the residents among the members after an offer was allotted. Sent by a job.</summary>
public sealed record CheckMembersCovenant(OfferId OfferId) : ICommand<Unit>, IAllow<Machine>, IOfOffer
{
    public sealed class Handler(SharesDb db, CovenantChecks covenants, TimeProvider clock)
        : IRequestHandler<CheckMembersCovenant, Unit>
    {
        public async Task<Unit> Handle(CheckMembersCovenant r, CancellationToken ct)
        {
            var enterprise = await db.Offers.Where(o => o.Id == r.OfferId).Select(o => o.EnterpriseId).SingleAsync(ct);
            if (await covenants.InForce(enterprise, CovenantKind.MemberResidents, ct) is not { } covenant)
                return Unit.Value;
            var measure = await covenants.Measure(enterprise, covenant.Kind, ct);
            covenants.Found(covenant, CovenantCause.MembersAdmitted, measure, clock.GetUtcNow().UtcDateTime);
            return Unit.Value;
        }
    }
}
