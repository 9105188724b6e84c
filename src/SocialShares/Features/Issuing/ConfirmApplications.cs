using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Confirms applications whose reflection period is over, at most a batch at a time; sent by a job until none is left.</summary>
public sealed record ConfirmApplications(int Batch = 500) : ICommand<int>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<ConfirmApplications, int>
    {
        public async Task<int> Handle(ConfirmApplications r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            // The zone's day is at most one calendar day away from the UTC day; the aggregate asks exactly.
            var tomorrow = DateOnly.FromDateTime(now).AddDays(1);
            var due = await db
                .Applications.Where(a => a.State == ApplicationState.Paid && a.ReflectionEndsOn < tomorrow)
                .OrderBy(a => a.ReflectionEndsOn)
                .Take(r.Batch)
                .ToListAsync(ct);
            var ids = due.Select(a => a.OfferId).Distinct().ToList();
            var offers = await db.Offers.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
            var confirmed = 0;
            foreach (var application in due)
            {
                var offer = offers[application.OfferId];
                if (LegalDay.Of(now, offer.TimeZone) <= application.ReflectionEndsOn)
                    continue;
                application.Confirm(offer, now);
                confirmed++;
            }
            return confirmed;
        }
    }
}
