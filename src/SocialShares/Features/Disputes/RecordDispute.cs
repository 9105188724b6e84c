using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Disputes;

/// <summary>
/// Takes in where a dispute stands, whatever was told before: told twice, or in another order, everything is booked once. Before
/// the issue the application ends, and what the bank does not take itself goes back to the payer; after it the units are frozen.
/// </summary>
public sealed record RecordDispute(DisputeNews News) : ICommand<Unit>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, DisputeDesk desk, TimeProvider clock)
        : IRequestHandler<RecordDispute, Unit>
    {
        public async Task<Unit> Handle(RecordDispute r, CancellationToken ct)
        {
            var payment =
                await db.Payments.AsNoTracking().SingleOrDefaultAsync(p => p.ProviderCharge == r.News.Charge, ct)
                // The payment itself may not be taken in yet: the outbox tries again.
                ?? throw new PaymentNotKnownYet(r.News.Charge);
            var now = clock.GetUtcNow().UtcDateTime;
            var application = await db.Applications.SingleAsync(a => a.Id == payment.ApplicationId, ct);
            var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == payment.OfferId, ct);
            var dispute = await db.Disputes.SingleOrDefaultAsync(d => d.ProviderDispute == r.News.Dispute, ct);
            var (before, isNew) = (dispute?.State, dispute is null);
            if (dispute is null)
                db.Disputes.Add(dispute = New(payment, application, r.News));
            dispute.Hear(r.News);
            if (dispute.State.IsAboutMoney() && before?.IsAboutMoney() != true)
            {
                dispute.IsNowAbout(await desk.Contest(application, offer, now, ct));
                isNew = true;
            }
            await desk.Move(dispute, r.News.Movements, offer, now, ct);
            await desk.Conclude(dispute, application, offer, now, ct);
            if (isNew)
                await desk.Tell(dispute, application, ct);
            return Unit.Value;
        }

        private static Dispute New(Payment payment, Application application, DisputeNews news) =>
            new(
                DisputeId.New(),
                payment,
                application.EnterpriseId,
                // Until money is asked for nothing is booked: then it is looked at again.
                DisputedMoney.Units,
                news
            );
    }
}

/// <summary>A dispute speaks of a payment that is not known here.</summary>
public sealed class PaymentNotKnownYet(string charge)
    : Exception($"The disputed charge {charge} is not known here yet.");
