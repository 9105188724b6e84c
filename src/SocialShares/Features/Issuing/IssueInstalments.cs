using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Issues the parts that were paid after an offer was completed, as one more of its issues: register, certificates, both books,
/// the money to the enterprise.
/// </summary>
public sealed record IssueInstalments(OfferId OfferId) : ICommand<OfferSettled>, IAllow<Machine>, IOfOffer
{
    public sealed class Handler(
        SharesDb db,
        AllotmentReading reading,
        OfferSettling settling,
        Caller caller,
        TimeProvider clock
    ) : IRequestHandler<IssueInstalments, OfferSettled>
    {
        public async Task<OfferSettled> Handle(IssueInstalments r, CancellationToken ct)
        {
            var offer = await db.Offers.WithSteps(r.OfferId, ct);
            if (offer is not { State: OfferState.Completed, InstalmentParts: > 0 })
                return OfferSettled.NotYet;
            var by = caller.Sign(clock.GetUtcNow().UtcDateTime);
            var plan = await reading.Plan(offer, ct, LegalDay.Of(by.At, offer.TimeZone));
            if (plan.Rows.Count == 0)
                return OfferSettled.NotYet;
            var no = 1 + await db.Drawdowns.Where(d => d.OfferId == offer.Id).MaxAsync(d => d.No, ct);
            return await settling.IssueMore(offer, plan, no, by, ct);
        }
    }
}

/// <summary>Names the completed offers of which parts were paid since; the job sends one command for each.</summary>
public sealed record ListInstalmentsToIssue : IQuery<IReadOnlyList<OfferId>>, IAllow<Machine>
{
    public sealed class Handler(SharesDb db) : IRequestHandler<ListInstalmentsToIssue, IReadOnlyList<OfferId>>
    {
        public async Task<IReadOnlyList<OfferId>> Handle(ListInstalmentsToIssue request, CancellationToken ct) =>
            await db
                .Offers.Where(o => o.State == OfferState.Completed && o.InstalmentParts > 0)
                .Where(o =>
                    db.Applications.Any(a =>
                        a.OfferId == o.Id && a.State == ApplicationState.Confirmed && !a.AwaitsLeast
                    )
                )
                .OrderBy(o => o.OpensOn)
                .Select(o => o.Id)
                .ToListAsync(ct);
    }
}
