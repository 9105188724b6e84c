using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Banking;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Gives up the units of an application that was not paid; told twice, or after payment, does nothing.</summary>
public sealed record ExpireApplication(ApplicationId ApplicationId) : ICommand<bool>, IAllow<Machine>, IOfApplication
{
    public sealed class Handler(SharesDb db, Expiry expiry, TimeProvider clock)
        : IRequestHandler<ExpireApplication, bool>
    {
        public async Task<bool> Handle(ExpireApplication r, CancellationToken ct)
        {
            var application = await db.Applications.SingleAsync(a => a.Id == r.ApplicationId, ct);
            if (application.State != ApplicationState.AwaitingPayment)
                return false;
            await expiry.End(application, "application-expired", clock.GetUtcNow().UtcDateTime, ct);
            return true;
        }
    }
}

/// <summary>Ends an application for which no money came: its units are free again.</summary>
public sealed class Expiry(
    SharesDb db,
    Outbox outbox,
    Gifts gifts,
    Instalments instalments,
    InstalmentEnd instalmentEnd,
    MoneyBackByBank byBank
)
{
    /// <param name="application">Tracked, awaiting its payment.</param>
    /// <param name="message">Name of the mail that says so.</param>
    /// <param name="now">Instant, UTC.</param>
    /// <param name="ct">Cancels.</param>
    public async Task End(Application application, string message, DateTime now, CancellationToken ct)
    {
        application.Expire(now);
        var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == application.OfferId, ct);
        await byBank.GiveUp(application, offer, now, ct);
        await gifts.End(application, GiftState.Over, now, ct);
        // A later part is promised as before, and the page of its payments says that it was not paid.
        if (await instalments.PromiseAgain(application, ct))
            return;
        await instalmentEnd.EndUnpaid(application, now, ct);
        await db.FreeUnits(application, ct);
        outbox.Add(SendMail.About(message, application.Id));
    }
}
