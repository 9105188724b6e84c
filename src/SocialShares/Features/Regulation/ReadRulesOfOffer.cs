using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Issuing;
using SocialShares.Http;

namespace SocialShares.Features.Regulation;

/// <summary>Read every figure of the rules that an offer stands under, with its source.</summary>
public sealed record ReadRulesOfOffer(OfferId OfferId) : IQuery<RulesRead>, IAllow<Anyone>, IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/offers/{offerId}/rules", Get).WithTags("Rules");

    /// <inheritdoc cref="ReadRulesOfOffer"/>
    public static Task<RulesRead> Get(OfferId offerId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadRulesOfOffer(offerId), ct);

    public sealed class Handler(SharesDb db, OfferSight sight, RulesOfOffer rulesOfOffer)
        : IRequestHandler<ReadRulesOfOffer, RulesRead>
    {
        public async Task<RulesRead> Handle(ReadRulesOfOffer r, CancellationToken ct)
        {
            await sight.RequireVisible(r.OfferId, ct);
            var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == r.OfferId, ct);
            var rules = await rulesOfOffer.Read(offer, ct);
            return new RulesRead(RulesShown.Of(offer, rules), rules.Rules.ForEveryone());
        }
    }
}

/// <summary>The rules of an offer.</summary>
/// <param name="Shown">In short.</param>
/// <param name="Rules">Figure by figure.</param>
public sealed record RulesRead(RulesShown Shown, RuleSet Rules);
