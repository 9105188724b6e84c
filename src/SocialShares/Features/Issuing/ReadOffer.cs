using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Regulation;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Read an offer as everyone sees it: purpose, terms, how far it is, who is behind it. Its id or its name in addresses will do.</summary>
public sealed record ReadOffer(string IdOrSlug) : IQuery<OfferShown>, IAllow<Anyone>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/offers/{idOrSlug}", Get).WithTags("Offers");

    /// <inheritdoc cref="ReadOffer"/>
    public static async Task<OfferShown> Get(
        string idOrSlug,
        HttpResponse http,
        IMediator mediator,
        CancellationToken ct
    )
    {
        var offer = await mediator.Send(new ReadOffer(idOrSlug), ct);
        http.Headers.ETag = IfMatch.Tag(offer.Version);
        return offer;
    }

    public sealed class Handler(SharesDb db, OfferSight sight, RulesOfOffer rules)
        : IRequestHandler<ReadOffer, OfferShown>
    {
        public async Task<OfferShown> Handle(ReadOffer r, CancellationToken ct)
        {
            var id = OfferId.TryParse(r.IdOrSlug, out var parsed)
                ? parsed
                : await db.Offers.Where(o => o.Slug == r.IdOrSlug).Select(o => o.Id).SingleOrDefaultAsync(ct);
            var isInsider = await sight.RequireVisible(id, ct);
            var x = await db
                .Offers.AsNoTracking()
                .Where(o => o.Id == id)
                .Join(db.Enterprises, o => o.EnterpriseId, e => e.Id, (Offer, Enterprise) => new { Offer, Enterprise })
                .SingleAsync(ct);
            var shareClass = await db
                .ShareClasses.AsNoTracking()
                .SingleOrDefaultAsync(c => c.Id == x.Offer.ShareClassId, ct);
            var series = await db
                .BondSeries.AsNoTracking()
                .Where(s => s.OfferId == id)
                .OrderBy(s => s.No)
                .ToListAsync(ct);
            var steps = await Steps(id, isInsider, ct);
            var board = await db
                .BoardMembers.Where(m => m.EnterpriseId == x.Enterprise.Id)
                .OrderBy(m => m.Since)
                .ThenBy(m => m.Name)
                .Select(m => new BoardMemberShown(m.Name, m.Office, m.IsResident, m.Since))
                .ToListAsync(ct);
            var document = await db
                .OfferDocuments.InForce(id)
                .OrderByDescending(d => d.Version)
                .Select(d => new DocumentShown(d.Version, d.FileName, d.Content.Length, d.UploadedAt))
                .FirstOrDefaultAsync(ct);
            var allotment = await db
                .AllotmentOutcomes.AsNoTracking()
                .SingleOrDefaultAsync(a => a.OfferId == id && a.No == 1, ct);
            return new OfferShown(
                id,
                x.Offer.Slug,
                x.Offer.State,
                x.Offer.Title,
                x.Offer.Purpose,
                x.Offer.Currency,
                EnterpriseShown.Of(x.Enterprise, board),
                shareClass is null ? null : ClassShown.Of(shareClass),
                series.ConvertAll(SeriesShown.Of),
                OfferTerms.Of(x.Offer),
                RulesShown.Of(x.Offer, await rules.Read(x.Offer, ct)),
                await db.Raised(x.Offer, ct),
                x.Offer.UnitsOffered,
                x.Offer.UnitsReserved,
                x.Offer.UnitsBeyond,
                allotment is null ? null : AllotmentSummary.Of(allotment),
                x.Offer.AllotmentSeedHash,
                document,
                steps,
                x.Offer.Version
            );
        }

        private Task<List<StepShown>> Steps(OfferId id, bool isInsider, CancellationToken ct) =>
            db
                .OfferSteps.Where(s => s.OfferId == id)
                .OrderBy(s => s.No)
                .Select(s => new StepShown(
                    s.State,
                    s.At,
                    s.PersonId == null ? "" : s.Name,
                    isInsider ? s.Note : null,
                    s.ClosesOn
                ))
                .ToListAsync(ct);
    }
}
