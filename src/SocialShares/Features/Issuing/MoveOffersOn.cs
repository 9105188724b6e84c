using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Opens offers whose first day has come and closes those whose last day is over; sent by a job.</summary>
public sealed record MoveOffersOn : ICommand<OffersMoved>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock)
        : IRequestHandler<MoveOffersOn, OffersMoved>
    {
        public async Task<OffersMoved> Handle(MoveOffersOn request, CancellationToken ct)
        {
            var by = caller.Sign(clock.GetUtcNow().UtcDateTime);
            // A day in the enterprise's zone is at most one calendar day away from the UTC day.
            var tomorrow = DateOnly.FromDateTime(by.At).AddDays(1);
            var candidates = await db
                .Offers.Include(o => o.Steps)
                .Where(o =>
                    o.State == OfferState.Approved && o.OpensOn <= tomorrow
                    || o.State == OfferState.Open && o.ClosesOn <= tomorrow
                )
                .ToListAsync(ct);
            var (opened, closed) = (0, 0);
            foreach (var offer in candidates)
            {
                var today = LegalDay.Of(by.At, offer.TimeZone);
                if (offer.State == OfferState.Approved && offer.OpensOn <= today)
                {
                    offer.Open(by);
                    opened++;
                }
                if (offer.State == OfferState.Open && offer.ClosesOn < today)
                {
                    offer.Close(by);
                    closed++;
                }
            }
            return new OffersMoved(opened, closed);
        }
    }
}

/// <summary>How many offers were opened and closed.</summary>
public sealed record OffersMoved(int Opened, int Closed);
