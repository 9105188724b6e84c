using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Issuing;
using SocialShares.Http;

namespace SocialShares.Features.Community;

/// <summary>Read what the board tells about its offer; what is for applicants and holders only when I am one.</summary>
public sealed record ListUpdates(OfferId OfferId, int Limit)
    : IQuery<IReadOnlyList<UpdateShown>>,
        IAllow<Anyone>,
        IOfOffer
{
    public const int Most = 200;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/offers/{offerId}/updates", Get).WithTags("Updates");

    /// <inheritdoc cref="ListUpdates"/>
    public static Task<IReadOnlyList<UpdateShown>> Get(
        OfferId offerId,
        int? limit,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ListUpdates(offerId, limit ?? 50), ct);

    public sealed class Rules : AbstractValidator<ListUpdates>
    {
        public Rules() => RuleFor(r => r.Limit).Between(1, Most);
    }

    public sealed class Handler(SharesDb db, Caller caller, OfferSight sight)
        : IRequestHandler<ListUpdates, IReadOnlyList<UpdateShown>>
    {
        public async Task<IReadOnlyList<UpdateShown>> Handle(ListUpdates r, CancellationToken ct)
        {
            var all = await sight.RequireVisible(r.OfferId, ct) || await IsReader(r.OfferId, ct);
            return await db
                .OfferUpdates.Where(u => u.OfferId == r.OfferId)
                .Where(u => all || u.Audience == UpdateAudience.Everyone)
                .OrderByDescending(u => u.No)
                .Take(r.Limit)
                .Select(u => new UpdateShown(
                    u.Id,
                    u.No,
                    u.Title,
                    u.Text,
                    u.Audience,
                    u.IsLegal,
                    u.WrittenByName,
                    u.PublishedAt
                ))
                .ToListAsync(ct);
        }

        private async Task<bool> IsReader(OfferId offer, CancellationToken ct)
        {
            if (caller.PersonId is not { } me)
                return false;
            var shareClass = await db.Offers.Where(o => o.Id == offer).Select(o => o.ShareClassId).SingleAsync(ct);
            return await db.ReadersOf(offer, shareClass).AnyAsync(p => p == me, ct);
        }
    }
}

/// <summary>An update of a board.</summary>
/// <param name="Id">The update.</param>
/// <param name="No">Counts from 1 within the offer.</param>
/// <param name="Title">Heading.</param>
/// <param name="Text">Markdown; show only the safe part of it.</param>
/// <param name="Audience">Who reads it.</param>
/// <param name="IsLegal">A notice that the law or the offer document asks for.</param>
/// <param name="WrittenBy">Name of the board member.</param>
/// <param name="PublishedAt">UTC.</param>
public sealed record UpdateShown(
    UpdateId Id,
    int No,
    string Title,
    string Text,
    UpdateAudience Audience,
    bool IsLegal,
    string WrittenBy,
    DateTime PublishedAt
);
