using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Regulation;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Rewrite my draft; the version that I read goes along, so that nobody's work is overwritten.</summary>
public sealed record ReviseOffer(
    OfferId OfferId,
    int ReadVersion,
    string Title,
    string Purpose,
    OfferTerms Terms,
    IReadOnlyList<BondTranche>? Tranches,
    string? RulePack = null
) : ICommand<Unit>, IAllow<Board>, IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPut("/offers/{offerId}", Put).WithTags("Offers");

    /// <inheritdoc cref="ReviseOffer"/>
    public static async Task<IResult> Put(
        OfferId offerId,
        Body body,
        IfMatch version,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(
            new ReviseOffer(
                offerId,
                version.Version,
                body.Title,
                body.Purpose,
                body.Terms,
                body.Tranches,
                body.RulePack
            ),
            ct
        );
        return Results.NoContent();
    }

    /// <summary>The draft as it should be.</summary>
    /// <param name="Title">Headline.</param>
    /// <param name="Purpose">What will happen in the village if this succeeds.</param>
    /// <param name="Terms">Targets, window and limits; amounts in minor units.</param>
    /// <param name="Tranches">For bonds, all of them anew; leave out for shares.</param>
    /// <param name="RulePack">Other rules to stand under; leave out to keep those it has.</param>
    public sealed record Body(
        string Title,
        string Purpose,
        OfferTerms Terms,
        IReadOnlyList<BondTranche>? Tranches = null,
        string? RulePack = null
    );

    public sealed class Rules : AbstractValidator<ReviseOffer>
    {
        public Rules()
        {
            OfferFields.Check(this, r => r.Title, r => r.Purpose, r => r.Terms);
            RuleForEach(r => r.Tranches).Present().SetValidator(new TrancheRules());
        }
    }

    public sealed class Handler(SharesDb db, RulesOfOffer rules) : IRequestHandler<ReviseOffer, Unit>
    {
        public async Task<Unit> Handle(ReviseOffer r, CancellationToken ct)
        {
            var offer = await db.Offers.SingleAsync(o => o.Id == r.OfferId, ct);
            if (offer.Version != r.ReadVersion)
                throw new Refused("conflict.changed-meanwhile");
            if (offer.IsOfBonds != r.Tranches is not null)
                throw new Refused("bond.tranches", SeriesOfOffer.Most) { Field = "tranches" };
            var enterprise = await db.Enterprises.AsNoTracking().SingleAsync(e => e.Id == offer.EnterpriseId, ct);
            var terms = r.Terms.In(enterprise.Country);
            if (r.Tranches is { } tranches)
                await ReviseBonds(offer, enterprise, r with { Terms = terms }, tranches, ct);
            else
                offer.Revise(r.Title, r.Purpose, terms);
            await rules.Choose(offer, r.RulePack ?? offer.RulePackId, ct);
            return Unit.Value;
        }

        private async Task ReviseBonds(
            Offer offer,
            Enterprise enterprise,
            ReviseOffer r,
            IReadOnlyList<BondTranche> tranches,
            CancellationToken ct
        )
        {
            var unit = SeriesOfOffer.UnitOf(enterprise, tranches);
            offer.Revise(r.Title, r.Purpose, r.Terms, unit.Price.Minor);
            var drafted = await db.BondSeries.Where(s => s.OfferId == offer.Id).OrderBy(s => s.No).ToListAsync(ct);
            await SeriesOfOffer.Write(db, offer, tranches, drafted, ct);
        }
    }
}
