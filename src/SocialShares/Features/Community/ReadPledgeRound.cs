using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Issuing;
using SocialShares.Http;

namespace SocialShares.Features.Community;

/// <summary>Read what would be offered and how much was pledged; the offer's id or its name in addresses will do.</summary>
public sealed record ReadPledgeRound(string IdOrSlug) : IQuery<PledgeRoundShown>, IAllow<Anyone>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/offers/{idOrSlug}/pledge-round", Get).WithTags("Pledges");

    /// <inheritdoc cref="ReadPledgeRound"/>
    public static Task<PledgeRoundShown> Get(string idOrSlug, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadPledgeRound(idOrSlug), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ReadPledgeRound, PledgeRoundShown>
    {
        public async Task<PledgeRoundShown> Handle(ReadPledgeRound r, CancellationToken ct)
        {
            var named = OfferId.TryParse(r.IdOrSlug, out var id)
                ? db.Offers.Where(o => o.Id == id)
                : db.Offers.Where(o => o.Slug == r.IdOrSlug);
            var x =
                await (
                    from offer in named.AsNoTracking()
                    join round in db.PledgeRounds on offer.Id equals round.OfferId
                    join enterprise in db.Enterprises on offer.EnterpriseId equals enterprise.Id
                    select new
                    {
                        Offer = offer,
                        Round = round,
                        Enterprise = enterprise,
                    }
                ).SingleOrDefaultAsync(ct) ?? throw new NotThere("pledge-round");
            var (count, sum) = x.Round.IsOpen
                ? await db.PledgedFor(x.Offer.Id, ct)
                : (x.Round.CountAtClose, x.Round.SumAtCloseMinor);
            return new PledgeRoundShown(
                x.Offer.Id,
                x.Offer.Slug,
                x.Offer.State,
                x.Offer.Title,
                x.Offer.Purpose,
                EnterpriseShown.Of(x.Enterprise, []),
                x.Offer.Currency,
                x.Offer.ParValueMinor,
                x.Offer.MinimumPerHolderMinor,
                x.Offer.MaximumPerHolderMinor,
                x.Offer.MinimumTargetMinor,
                x.Offer.OptimumTargetMinor,
                x.Offer.MaximumTargetMinor,
                x.Offer.OpensOn,
                x.Round.IsOpen,
                count,
                sum,
                x.Round.OpenedAt,
                x.Round.ClosedAt,
                x.Round.InvitedAt,
                x.Round.EraseAt
            );
        }
    }
}

/// <summary>A pledge round as everyone sees it. Nothing of it is money: the sum is what people said they might put in.</summary>
public sealed record PledgeRoundShown(
    OfferId OfferId,
    string Slug,
    OfferState OfferState,
    string Title,
    string Purpose,
    EnterpriseShown Enterprise,
    Currency Currency,
    long UnitPriceMinor,
    long LeastMinor,
    long MostMinor,
    long MinimumTargetMinor,
    long OptimumTargetMinor,
    long MaximumTargetMinor,
    DateOnly OpensOn,
    bool IsOpen,
    int Pledges,
    long PledgedMinor,
    DateTime OpenedAt,
    DateTime? ClosedAt,
    DateTime? InvitedAt,
    DateTime? EraseAt
);

/// <summary>List who pledged for our offer, the newest first; gone when the data are erased.</summary>
public sealed record ListPledges(OfferId OfferId, int Skip, int Limit)
    : IQuery<IReadOnlyList<PledgeLine>>,
        IAllow<Board>,
        IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/offers/{offerId}/pledges", Get).WithTags("Pledges");

    /// <inheritdoc cref="ListPledges"/>
    public static Task<IReadOnlyList<PledgeLine>> Get(
        OfferId offerId,
        int? skip,
        int? limit,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ListPledges(offerId, skip ?? 0, limit ?? 50), ct);

    public sealed class Rules : AbstractValidator<ListPledges>
    {
        public Rules()
        {
            RuleFor(r => r.Skip).Between(0, 1_000_000);
            RuleFor(r => r.Limit).Between(1, 500);
        }
    }

    public sealed class Handler(SharesDb db) : IRequestHandler<ListPledges, IReadOnlyList<PledgeLine>>
    {
        public async Task<IReadOnlyList<PledgeLine>> Handle(ListPledges r, CancellationToken ct) =>
            await db
                .Pledges.Where(p => p.OfferId == r.OfferId && p.ConfirmedAt != null)
                .OrderByDescending(p => p.ConfirmedAt)
                .ThenByDescending(p => p.Id)
                .Skip(r.Skip)
                .Take(r.Limit)
                .Select(p => new PledgeLine(p.Name, p.AmountMinor, p.ConfirmedAt!.Value))
                .ToListAsync(ct);
    }
}

/// <summary>A confirmed pledge as the board sees it: without the mail address, which only the invitation needs.</summary>
public sealed record PledgeLine(string Name, long AmountMinor, DateTime ConfirmedAt);
