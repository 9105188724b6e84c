using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Banking;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Gives up the units of an application whose payment page closed unpaid; told twice, or after payment, does nothing.</summary>
public sealed record ExpireApplication(ApplicationId ApplicationId) : ICommand<bool>, IAllow<Machine>, IOfApplication
{
    public sealed class Handler(
        SharesDb db,
        Outbox outbox,
        Gifts gifts,
        Instalments instalments,
        InstalmentEnd instalmentEnd,
        MoneyBackByBank byBank,
        TimeProvider clock
    ) : IRequestHandler<ExpireApplication, bool>
    {
        public async Task<bool> Handle(ExpireApplication r, CancellationToken ct)
        {
            var application = await db.Applications.SingleAsync(a => a.Id == r.ApplicationId, ct);
            if (application.State != ApplicationState.AwaitingPayment)
                return false;
            var now = clock.GetUtcNow().UtcDateTime;
            application.Expire(now);
            var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == application.OfferId, ct);
            await byBank.GiveUp(application, offer, now, ct);
            await gifts.End(application, GiftState.Over, now, ct);
            // A later part is promised as before, and the page of its payments says that it was not paid.
            if (await instalments.PromiseAgain(application, ct))
                return true;
            await instalmentEnd.EndUnpaid(application, now, ct);
            await db.FreeUnits(application, ct);
            outbox.Add(SendMail.About("application-expired", application.Id));
            return true;
        }
    }
}
