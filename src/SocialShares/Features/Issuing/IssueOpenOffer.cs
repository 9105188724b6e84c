using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Issues what is confirmed of an open offer, as one more of its issues: register, certificates, both books, the money to the
/// enterprise. Waits while a changed document is under review, and leaves out whoever may still cancel because of one, and
/// non-residents until a blocking quota has room for them among the members. When the offer has ended and nothing of it waits, it is completed, or failed where nobody bought.
/// </summary>
public sealed record IssueOpenOffer(OfferId OfferId) : ICommand<OfferSettled>, IAllow<Machine>, IOfOffer
{
    public sealed class Handler(
        SharesDb db,
        AllotmentReading reading,
        ResidentRoom room,
        OfferSettling settling,
        Caller caller,
        TimeProvider clock
    ) : IRequestHandler<IssueOpenOffer, OfferSettled>
    {
        public async Task<OfferSettled> Handle(IssueOpenOffer r, CancellationToken ct)
        {
            var offer = await db.Offers.WithSteps(r.OfferId, ct);
            if (offer is not { Kind: OfferKind.Open, State: OfferState.Open or OfferState.Closed })
                return OfferSettled.NotYet;
            if (await db.OfferDocuments.AnyAsync(d => d.OfferId == offer.Id && d.AwaitsReview, ct))
                return OfferSettled.NotYet;
            var by = caller.Sign(clock.GetUtcNow().UtcDateTime);
            var today = LegalDay.Of(by.At, offer.TimeZone);
            var plan = await reading.Plan(offer, ct, today);
            if (await room.Later(offer, plan, ct) is { Count: > 0 } later)
                plan = await reading.Plan(offer, ct, today, later);
            if (plan.Rows.Count == 0)
                return await Conclude(offer, by, ct);
            var no = 1 + (await db.Drawdowns.Where(d => d.OfferId == offer.Id).MaxAsync(d => (int?)d.No, ct) ?? 0);
            return await settling.IssueMore(offer, plan, no, by, ct);
        }

        private async Task<OfferSettled> Conclude(Offer offer, Signature by, CancellationToken ct)
        {
            if (offer.State != OfferState.Closed || await db.Waiting(offer.Id).AnyAsync(ct))
                return OfferSettled.NotYet;
            var drawdowns = await db
                .Drawdowns.Where(d => d.OfferId == offer.Id)
                .Select(d => new { d.SentAt, d.NotBefore })
                .ToListAsync(ct);
            // What was paid by debit follows weeks later.
            if (drawdowns.Exists(d => d.SentAt is null && d.NotBefore is null))
                return OfferSettled.NotYet;
            offer.Conclude(drawdowns.Count > 0, by);
            return new OfferSettled(Settled: true, 0, 0);
        }
    }
}

/// <summary>Names the open offers of which something is confirmed, and those that ended; the job sends one command for each.</summary>
public sealed record ListOpenOffersToIssue : IQuery<IReadOnlyList<OfferId>>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db) : IRequestHandler<ListOpenOffersToIssue, IReadOnlyList<OfferId>>
    {
        public async Task<IReadOnlyList<OfferId>> Handle(ListOpenOffersToIssue request, CancellationToken ct) =>
            await db
                .Offers.Where(o => o.Kind == OfferKind.Open)
                .Where(o =>
                    o.State == OfferState.Closed
                    || o.State == OfferState.Open
                        && db.Applications.Any(a => a.OfferId == o.Id && a.State == ApplicationState.Confirmed)
                )
                .OrderBy(o => o.OpensOn)
                .Select(o => o.Id)
                .ToListAsync(ct);
    }
}
