using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Register;

/// <summary>List the open offers in which I can buy more for a holding that I have.</summary>
public sealed record ListTopUps : IQuery<IReadOnlyList<TopUpOffered>>, IAllow<SignedIn>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/portfolio/top-ups", Get).WithTags("Portfolio");

    /// <inheritdoc cref="ListTopUps"/>
    public static Task<IReadOnlyList<TopUpOffered>> Get(IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListTopUps(), ct);

    public sealed class Handler(SharesDb db, Caller caller) : IRequestHandler<ListTopUps, IReadOnlyList<TopUpOffered>>
    {
        public async Task<IReadOnlyList<TopUpOffered>> Handle(ListTopUps request, CancellationToken ct)
        {
            var me = caller.Person;
            return await (
                from m in db.Members.AsNoTracking()
                where m.PersonId == me && m.CeasedOn == null
                join o in db.Offers on m.EnterpriseId equals o.EnterpriseId
                where o.State == OfferState.Open && o.ShareClassId != null
                where
                    db.RegisterEntries.Where(x => x.MemberId == m.Id && x.ShareClassId == o.ShareClassId)
                        .Sum(x => x.Units) > 0
                orderby o.OpensOn, m.Number
                select new TopUpOffered(m.Id, m.Name, o.Slug, o.Title, o.ParValueMinor, o.Currency)
            ).ToListAsync(ct);
        }
    }
}

/// <summary>An offer in which a holding can grow.</summary>
/// <param name="HoldingId">The holding; give it as <c>holdingId</c> when starting the application.</param>
/// <param name="HolderName">Its name in the register.</param>
/// <param name="OfferSlug">The offer's name in addresses.</param>
/// <param name="OfferTitle">Its headline.</param>
/// <param name="LeastMinor">The least: one unit, minor units.</param>
/// <param name="Currency">Currency of that.</param>
public sealed record TopUpOffered(
    MemberId HoldingId,
    string HolderName,
    string OfferSlug,
    string OfferTitle,
    long LeastMinor,
    Currency Currency
);
