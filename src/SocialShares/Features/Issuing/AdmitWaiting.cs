using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Admits those who wait for the resident quota of an enterprise, in order, as many as it and the units that are left allow.
/// Each gets a mail and a day to pay. Sent at each resident application, and by a job.
/// </summary>
public sealed record AdmitWaiting(EnterpriseId EnterpriseId) : ICommand<int>, IAllow<Machine>, IOfEnterprise
{
    /// <summary>How long units are held for somebody who was not there when their turn came: the provider's longest payment page.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromHours(23);

    public sealed class Handler(SharesDb db, ResidentQueue queue, Outbox outbox, TimeProvider clock)
        : IRequestHandler<AdmitWaiting, int>
    {
        public async Task<int> Handle(AdmitWaiting r, CancellationToken ct)
        {
            await queue.Hold(r.EnterpriseId, ct);
            var quota = await queue.QuotaOf(r.EnterpriseId, ct);
            var (residents, all) = await queue.Count(r.EnterpriseId, ct);
            var now = clock.GetUtcNow().UtcDateTime;
            var full = new HashSet<OfferId>();
            var admitted = 0;
            foreach (var application in await queue.Waiting(r.EnterpriseId).Take(1000).ToListAsync(ct))
            {
                // A quota that the enterprise gave up, or blocks by no more, keeps nobody.
                if (quota is { } q && !q.Admits(isResident: false, residents, all))
                    break;
                // Who is next goes first: nobody behind them takes the units that are too few for them.
                if (full.Contains(application.OfferId) || !await db.TakeUnits(application, ct))
                {
                    full.Add(application.OfferId);
                    continue;
                }
                application.AdmitFromQueue(now + Hold, now);
                outbox.Add(new StartPayment(application.Id));
                outbox.Add(SendMail.About("queue-admitted", application.Id));
                (all, admitted) = (all + 1, admitted + 1);
            }
            return admitted;
        }
    }
}

/// <summary>Sends <see cref="AdmitWaiting"/> at once, where a resident's application has made room.</summary>
public sealed record LookAtQueue(EnterpriseId EnterpriseId) : IDelivery, IAllow<Machine>, IOfEnterprise
{
    public sealed class Handler(IMediator mediator) : IRequestHandler<LookAtQueue, Unit>
    {
        public async Task<Unit> Handle(LookAtQueue r, CancellationToken ct)
        {
            await mediator.Send(new AdmitWaiting(r.EnterpriseId), ct);
            return Unit.Value;
        }
    }
}

/// <summary>Names the enterprises for whose quota somebody waits; the job sends one command for each.</summary>
public sealed record ListQueues : IQuery<IReadOnlyList<EnterpriseId>>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db) : IRequestHandler<ListQueues, IReadOnlyList<EnterpriseId>>
    {
        public async Task<IReadOnlyList<EnterpriseId>> Handle(ListQueues request, CancellationToken ct) =>
            await db
                .Applications.Where(a => a.State == ApplicationState.Waiting)
                .Select(a => a.EnterpriseId)
                .Distinct()
                .ToListAsync(ct);
    }
}

/// <summary>Ends the waiting for offers that are not open any more; each applicant gets a mail. Sent by a job.</summary>
public sealed record EndQueues : ICommand<int>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, Outbox outbox, TimeProvider clock) : IRequestHandler<EndQueues, int>
    {
        public async Task<int> Handle(EndQueues request, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var over = await db
                .Applications.Where(a => a.State == ApplicationState.Waiting)
                .Where(a => db.Offers.Any(o => o.Id == a.OfferId && o.State != OfferState.Open))
                .Take(500)
                .ToListAsync(ct);
            foreach (var application in over)
            {
                application.LeaveQueue(now);
                outbox.Add(SendMail.About("queue-ended", application.Id));
            }
            return over.Count;
        }
    }
}
