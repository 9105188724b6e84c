using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Gives up the units of an application whose payment page closed unpaid; told twice, or after payment, does nothing.</summary>
public sealed record ExpireApplication(ApplicationId ApplicationId) : ICommand<bool>, IAllow<Machine>, IOfApplication
{
    public sealed class Handler(SharesDb db, Outbox outbox, TimeProvider clock)
        : IRequestHandler<ExpireApplication, bool>
    {
        public async Task<bool> Handle(ExpireApplication r, CancellationToken ct)
        {
            var application = await db.Applications.SingleAsync(a => a.Id == r.ApplicationId, ct);
            if (application.State != ApplicationState.AwaitingPayment)
                return false;
            application.Expire(clock.GetUtcNow().UtcDateTime);
            await db.FreeUnits(application, ct);
            outbox.Add(SendMail.About("application-expired", application.Id));
            return true;
        }
    }
}
