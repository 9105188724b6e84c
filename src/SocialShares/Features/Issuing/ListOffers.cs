using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>List the offers that everyone may see, the ones that end first in front.</summary>
public sealed record ListOffers(string? Place) : IQuery<IReadOnlyList<OfferLine>>, IAllow<Anyone>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/offers", Get).WithTags("Offers");

    /// <inheritdoc cref="ListOffers"/>
    public static Task<IReadOnlyList<OfferLine>> Get(string? place, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListOffers(place), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ListOffers, IReadOnlyList<OfferLine>>
    {
        public async Task<IReadOnlyList<OfferLine>> Handle(ListOffers r, CancellationToken ct) =>
            await db
                .Offers.Where(o => OfferSight.Public.Contains(o.State))
                .Lines(db, r.Place?.Trim())
                .OrderBy(o => o.ClosesOn == null)
                .ThenBy(o => o.ClosesOn)
                .Take(200)
                .ToListAsync(ct);
    }
}

/// <summary>List all offers of my enterprise, drafts too.</summary>
public sealed record ListOffersOfEnterprise(EnterpriseId EnterpriseId)
    : IQuery<IReadOnlyList<OfferLine>>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/enterprises/{enterpriseId}/offers", Get).WithTags("Offers");

    /// <inheritdoc cref="ListOffersOfEnterprise"/>
    public static Task<IReadOnlyList<OfferLine>> Get(
        EnterpriseId enterpriseId,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ListOffersOfEnterprise(enterpriseId), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ListOffersOfEnterprise, IReadOnlyList<OfferLine>>
    {
        public async Task<IReadOnlyList<OfferLine>> Handle(ListOffersOfEnterprise r, CancellationToken ct) =>
            await db
                .Offers.Where(o => o.EnterpriseId == r.EnterpriseId)
                .Lines(db, null)
                .OrderByDescending(o => o.OpensOn)
                .ToListAsync(ct);
    }
}

/// <summary>List the offers that boards submitted and that wait for a decision.</summary>
public sealed record ListOffersToReview : IQuery<IReadOnlyList<OfferLine>>, IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/reviews/offers", Get).WithTags("Offers");

    /// <inheritdoc cref="ListOffersToReview"/>
    public static Task<IReadOnlyList<OfferLine>> Get(IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListOffersToReview(), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ListOffersToReview, IReadOnlyList<OfferLine>>
    {
        public async Task<IReadOnlyList<OfferLine>> Handle(ListOffersToReview request, CancellationToken ct) =>
            await db
                .Offers.Where(o => o.State == OfferState.InReview)
                .Lines(db, null)
                .OrderBy(o => o.OpensOn)
                .ToListAsync(ct);
    }
}

/// <summary>One offer in a list. Amounts are minor units.</summary>
public sealed record OfferLine
{
    public required OfferId Id { get; init; }
    public required string Slug { get; init; }
    public required OfferState State { get; init; }
    public required string Title { get; init; }
    public required string Purpose { get; init; }

    /// <summary>Does it sell bonds?</summary>
    public required bool IsOfBonds { get; init; }
    public required Currency Currency { get; init; }
    public required long MinimumTargetMinor { get; init; }
    public required long OptimumTargetMinor { get; init; }
    public required long MaximumTargetMinor { get; init; }
    public required long MinimumPerHolderMinor { get; init; }
    public required DateOnly OpensOn { get; init; }

    /// <summary>Last day; null for an open offer.</summary>
    public required DateOnly? ClosesOn { get; init; }

    /// <summary>Paid and still there, in the reflection period or after it.</summary>
    public required long RaisedMinor { get; init; }
    public required int People { get; init; }
    public required string EnterpriseName { get; init; }
    public required string EnterpriseSlug { get; init; }
    public required string Place { get; init; }
    public required string Ink { get; init; }
    public required string Drawing { get; init; }
}

internal static class OfferLines
{
    private static readonly ApplicationState[] PaidIn =
    [
        ApplicationState.Paid,
        ApplicationState.Confirmed,
        ApplicationState.Allotted,
        ApplicationState.Issued,
    ];

    public static IQueryable<OfferLine> Lines(this IQueryable<Offer> offers, SharesDb db, string? place) =>
        offers
            .AsNoTracking()
            .Join(db.Enterprises, o => o.EnterpriseId, e => e.Id, (o, e) => new { o, e })
            .Where(x => string.IsNullOrEmpty(place) || x.e.Place.ToLower() == place.ToLower())
            .Select(x => new OfferLine
            {
                Id = x.o.Id,
                Slug = x.o.Slug,
                State = x.o.State,
                Title = x.o.Title,
                Purpose = x.o.Purpose,
                IsOfBonds = x.o.ShareClassId == null,
                Currency = x.o.Currency,
                MinimumTargetMinor = x.o.MinimumTargetMinor,
                OptimumTargetMinor = x.o.OptimumTargetMinor,
                MaximumTargetMinor = x.o.MaximumTargetMinor,
                MinimumPerHolderMinor = x.o.MinimumPerHolderMinor,
                OpensOn = x.o.OpensOn,
                ClosesOn = x.o.ClosesOn,
                RaisedMinor = db
                    .Applications.Where(a => a.OfferId == x.o.Id && PaidIn.Contains(a.State))
                    .Sum(a => a.AmountMinor),
                People = db.Applications.Count(a => a.OfferId == x.o.Id && PaidIn.Contains(a.State)),
                EnterpriseName = x.e.Name,
                EnterpriseSlug = x.e.Slug,
                Place = x.e.Place,
                Ink = x.e.Ink,
                Drawing = x.e.Drawing,
            });
}
