using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Draft a time-bound share offer of my enterprise, on a new class of shares or on one that it has.</summary>
public sealed record DraftOffer(
    Guid Key,
    EnterpriseId EnterpriseId,
    ShareClassId? ShareClassId,
    ShareTerms? NewClass,
    string Title,
    string Purpose,
    OfferTerms Terms
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
                body.Title,
                body.Purpose,
                body.Terms
            ),
            ct
        );

    /// <summary>An offer to draft.</summary>
    /// <param name="ShareClassId">An existing class; leave out to define a new one.</param>
    /// <param name="NewClass">Terms of the new class; leave out when an existing one is named.</param>
    /// <param name="Title">Headline, 3 to 120 characters.</param>
    /// <param name="Purpose">What will happen in the village if this succeeds, 10 to 2,000 characters.</param>
    /// <param name="Terms">Targets, window and limits; amounts in minor units.</param>
    public sealed record Body(
        ShareClassId? ShareClassId,
        ShareTerms? NewClass,
        string Title,
        string Purpose,
        OfferTerms Terms
    );

    public sealed class Rules : AbstractValidator<DraftOffer>
    {
        public Rules()
        {
            OfferFields.Check(this, r => r.Title, r => r.Purpose, r => r.Terms);
            RuleFor(r => r.NewClass)
                .Must((r, terms) => terms is null != r.ShareClassId is null)
                .WithErrorCode("offer.class-or-new")
                .WithMessage(_ => RefusalText.Of("offer.class-or-new"));
        }
    }

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock)
        : IRequestHandler<DraftOffer, OfferDrafted>
    {
        public async Task<OfferDrafted> Handle(DraftOffer r, CancellationToken ct)
        {
            var enterprise = await db.Enterprises.SingleAsync(e => e.Id == r.EnterpriseId, ct);
            var shareClass = r.ShareClassId is { } known
                ? await db.ShareClasses.SingleOrDefaultAsync(c => c.Id == known && c.EnterpriseId == enterprise.Id, ct)
                    ?? throw new NotThere("share-class")
                : await Define(enterprise, r.NewClass!, ct);
            var by = caller.Sign(clock.GetUtcNow().UtcDateTime);
            var start = Slug.From(r.Title) is { Length: > 0 } s ? s : "offer";
            var taken = await db.Offers.Where(o => o.Slug.StartsWith(start)).Select(o => o.Slug).ToListAsync(ct);
            var slug = Slugs.Free(start, taken);
            var id = OfferId.From(r.Key);
            db.Offers.Add(Offer.Draft(id, enterprise, shareClass, slug, r.Title, r.Purpose, r.Terms, by));
            return new OfferDrafted(id, slug, shareClass.Id);
        }

        private async Task<ShareClass> Define(Enterprise enterprise, ShareTerms terms, CancellationToken ct)
        {
            if (terms.Currency != enterprise.Currency)
                throw new Refused("class.currency", enterprise.Currency.Code) { Field = "currency" };
            var classes = await db.ShareClasses.CountAsync(c => c.EnterpriseId == enterprise.Id, ct);
            // A, B, ... Z, then A26: nobody has that many, and the code stays short.
            var code = $"{(char)('A' + classes % 26)}{(classes < 26 ? "" : classes)}";
            var shareClass = ShareClass.Define(Domain.ShareClassId.New(), enterprise.Id, code, terms);
            db.ShareClasses.Add(shareClass);
            return shareClass;
        }
    }
}

/// <summary>The offer is drafted.</summary>
public sealed record OfferDrafted(OfferId Id, string Slug, ShareClassId ShareClassId);

/// <summary>Form of an offer's fields, for drafting and revising.</summary>
internal static class OfferFields
{
    public static void Check<T>(
        AbstractValidator<T> rules,
        System.Linq.Expressions.Expression<Func<T, string>> title,
        System.Linq.Expressions.Expression<Func<T, string>> purpose,
        System.Linq.Expressions.Expression<Func<T, OfferTerms>> terms
    )
    {
        rules.RuleFor(title).Text(3, 120);
        rules.RuleFor(purpose).Text(10, 2000);
        rules.RuleFor(terms).SetValidator(new TermsRules());
    }

    private sealed class TermsRules : AbstractValidator<OfferTerms>
    {
        public TermsRules()
        {
            RuleFor(t => t.MinimumTargetMinor).AmountOrZero();
            RuleFor(t => t.OptimumTargetMinor).Amount();
            RuleFor(t => t.MaximumTargetMinor).Amount();
            RuleFor(t => t.MinimumPerHolderMinor).Amount();
            RuleFor(t => t.MaximumPerHolderMinor).Amount();
            RuleFor(t => t.MaximumPerOrganisationMinor).Amount();
            RuleFor(t => t.OpensOn).Day();
            RuleFor(t => t.ClosesOn).Day();
            RuleFor(t => t.ReflectionDays).Between(1, 60);
        }
    }
}
