using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Governance;
using SocialShares.Features.Regulation;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Draft a time-bound offer of my enterprise: of shares of a new class or of one that it has, or of bonds.</summary>
public sealed record DraftOffer(
    Guid Key,
    EnterpriseId EnterpriseId,
    ShareClassId? ShareClassId,
    ShareTerms? NewClass,
    IReadOnlyList<BondTranche>? Tranches,
    string Title,
    string Purpose,
    OfferTerms Terms,
    string? RulePack = null
) : ICommand<OfferDrafted>, IKeyed, IAllow<Board>, IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/enterprises/{enterpriseId}/offers", Post).WithTags("Offers");

    /// <inheritdoc cref="DraftOffer"/>
    public static Task<OfferDrafted> Post(
        EnterpriseId enterpriseId,
        Body body,
        IdempotencyKey key,
        IMediator mediator,
        CancellationToken ct
    ) =>
        mediator.Send(
            new DraftOffer(
                key.Value,
                enterpriseId,
                body.ShareClassId,
                body.NewClass,
                body.Tranches,
                body.Title,
                body.Purpose,
                body.Terms,
                body.RulePack
            ),
            ct
        );

    /// <summary>An offer to draft.</summary>
    /// <param name="ShareClassId">An existing class of shares; leave out to define a new one, and for bonds.</param>
    /// <param name="NewClass">Terms of the new class; leave out when an existing one is named, and for bonds.</param>
    /// <param name="Tranches">For bonds: each tranche becomes a series with terms of its own; their maxima add up to the
    /// maximum target. Leave out for shares.</param>
    /// <param name="Title">Headline, 3 to 120 characters.</param>
    /// <param name="Purpose">What will happen in the village if this succeeds, 10 to 2,000 characters.</param>
    /// <param name="Terms">Targets, window and limits; amounts in minor units.</param>
    /// <param name="RulePack">The rules that it stands under; leave out for the usual ones of the country.</param>
    public sealed record Body(
        ShareClassId? ShareClassId,
        ShareTerms? NewClass,
        string Title,
        string Purpose,
        OfferTerms Terms,
        IReadOnlyList<BondTranche>? Tranches = null,
        string? RulePack = null
    );

    public sealed class Rules : AbstractValidator<DraftOffer>
    {
        public Rules()
        {
            OfferFields.Check(this, r => r.Title, r => r.Purpose, r => r.Terms);
            RuleFor(r => r.NewClass)
                .Must((r, terms) => Given(terms) + Given(r.ShareClassId) + Given(r.Tranches) == 1)
                .WithErrorCode("offer.class-or-new")
                .WithMessage(_ => RefusalText.Of("offer.class-or-new"));
            RuleForEach(r => r.Tranches).Present().SetValidator(new TrancheRules());
        }

        private static int Given(object? choice) => choice is null ? 0 : 1;
    }

    public sealed class Handler(SharesDb db, RulesOfOffer rules, Caller caller, TimeProvider clock)
        : IRequestHandler<DraftOffer, OfferDrafted>
    {
        public async Task<OfferDrafted> Handle(DraftOffer r, CancellationToken ct)
        {
            var enterprise = await db.Enterprises.SingleAsync(e => e.Id == r.EnterpriseId, ct);
            var unit = r.Tranches is { } tranches
                ? SeriesOfOffer.UnitOf(enterprise, tranches)
                : await Share(r, enterprise, ct);
            var by = caller.Sign(clock.GetUtcNow().UtcDateTime);
            var start = Slug.From(r.Title) is { Length: > 0 } s ? s : "offer";
            var taken = await db.Offers.Where(o => o.Slug.StartsWith(start)).Select(o => o.Slug).ToListAsync(ct);
            var slug = Slugs.Free(start, taken);
            var id = OfferId.From(r.Key);
            var terms = r.Terms.In(enterprise.Country);
            var offer = Offer.Draft(id, enterprise, unit, slug, r.Title, r.Purpose, terms, by);
            await rules.Choose(offer, r.RulePack, ct);
            db.Offers.Add(offer);
            if (r.Tranches is not null)
                await SeriesOfOffer.Write(db, offer, r.Tranches, [], ct);
            return new OfferDrafted(id, slug, unit.ShareClassId);
        }

        private async Task<OfferedUnit> Share(DraftOffer r, Enterprise enterprise, CancellationToken ct)
        {
            if (r.ShareClassId is not { } known)
                return OfferedUnit.Share(await Define(enterprise, r.NewClass!, ct));
            var shareClass = await db.ShareClasses.SingleOrDefaultAsync(
                c => c.Id == known && c.EnterpriseId == enterprise.Id,
                ct
            );
            return OfferedUnit.Share(shareClass ?? throw new NotThere("share-class"));
        }

        private async Task<ShareClass> Define(Enterprise enterprise, ShareTerms terms, CancellationToken ct)
        {
            if (terms.Currency != enterprise.Currency)
                throw new Refused("class.currency", enterprise.Currency.Code) { Field = "currency" };
            var code = await db.NextClassCode(enterprise.Id, ct);
            var shareClass = ShareClass.Define(Domain.ShareClassId.New(), enterprise.Id, code, terms);
            db.ShareClasses.Add(shareClass);
            return shareClass;
        }
    }
}

/// <summary>The offer is drafted.</summary>
/// <param name="Id">The offer.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="ShareClassId">The class of shares that it sells; null for bonds.</param>
public sealed record OfferDrafted(OfferId Id, string Slug, ShareClassId? ShareClassId);
