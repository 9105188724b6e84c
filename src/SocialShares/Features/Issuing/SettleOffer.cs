using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Settles a closed offer once no payment and no reflection period is pending. Minimum missed: every applicant is
/// refunded. Met, and everybody can have what was asked: shares or bonds are allotted, entered in the register with certificates,
/// and the money is ordered to the enterprise. Where there is too little for all, the board must sign first.
/// </summary>
public sealed record SettleOffer(OfferId OfferId) : ICommand<OfferSettled>, IAllow<Machine>, IOfOffer
{
    public sealed class Handler(
        SharesDb db,
        AllotmentReading reading,
        OfferSettling settling,
        Caller caller,
        TimeProvider clock
    ) : IRequestHandler<SettleOffer, OfferSettled>
    {
        public async Task<OfferSettled> Handle(SettleOffer r, CancellationToken ct)
        {
            var offer = await db.Offers.WithSteps(r.OfferId, ct);
            var by = caller.Sign(clock.GetUtcNow().UtcDateTime);
            if (offer.State != OfferState.Closed || offer.Kind == OfferKind.Open)
                return OfferSettled.NotYet;
            if (await reading.Pending(offer.Id, ct) > 0 || await db.DocumentHolds(offer, by.At, ct))
                return OfferSettled.NotYet;
            var plan = await reading.Plan(offer, ct);
            if (!offer.WillSucceed(plan.UnitsAllotted))
                return await settling.Fail(offer, plan, by, ct);
            if (plan.IsShort || await reading.NotBefore(offer, by.At, ct) is not null)
                return OfferSettled.NotYet;
            return await settling.Issue(offer, plan, by, ct);
        }
    }
}

/// <summary>What became of a closed offer: new holdings, refunds ordered.</summary>
public sealed record OfferSettled(bool Settled, int Holdings, int Refunds)
{
    /// <summary>Something is pending still, or the board has to sign.</summary>
    public static OfferSettled NotYet { get; } = new(Settled: false, 0, 0);
}

/// <summary>Names the closed offers that wait to be settled; the job sends one command for each.</summary>
public sealed record ListOffersToSettle : IQuery<IReadOnlyList<OfferId>>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db) : IRequestHandler<ListOffersToSettle, IReadOnlyList<OfferId>>
    {
        public async Task<IReadOnlyList<OfferId>> Handle(ListOffersToSettle request, CancellationToken ct) =>
            await db
                .Offers.Where(o => o.State == OfferState.Closed && o.Kind != OfferKind.Open)
                .OrderBy(o => o.ClosesOn)
                .Select(o => o.Id)
                .ToListAsync(ct);
    }
}
