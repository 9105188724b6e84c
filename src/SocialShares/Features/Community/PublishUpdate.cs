using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Community;

/// <summary>Tell applicants and holders, or everyone, how it stands with our offer; each of them gets one mail.</summary>
public sealed record PublishUpdate(Guid Key, OfferId OfferId, UpdateLetter Letter)
    : ICommand<UpdatePublished>,
        IKeyed,
        IAllow<Board>,
        IOfOffer
{
    /// <summary>Mails of an update that leave within a second; others share the mail server.</summary>
    public const int MailsASecond = 50;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/offers/{offerId}/updates", Post).WithTags("Updates");

    /// <inheritdoc cref="PublishUpdate"/>
    public static Task<UpdatePublished> Post(
        OfferId offerId,
        Body body,
        IdempotencyKey key,
        IMediator mediator,
        CancellationToken ct
    ) =>
        mediator.Send(
            new PublishUpdate(key.Value, offerId, new UpdateLetter(body.Title, body.Text, body.Audience, body.IsLegal)),
            ct
        );

    /// <summary>What the board tells.</summary>
    /// <param name="Title">Heading, 3 to 120 characters.</param>
    /// <param name="Text">Markdown, 10 to 10,000 characters: paragraphs, lists, emphasis, headings, quotes and links. HTML is shown as text.</param>
    /// <param name="Audience">Who reads it on the offer's page. The mail goes to applicants and holders either way.</param>
    /// <param name="IsLegal">A notice that the law or the offer document asks for: also to those who wanted no more updates.</param>
    public sealed record Body(string Title, string Text, UpdateAudience Audience, bool IsLegal = false);

    public sealed class Rules : AbstractValidator<PublishUpdate>
    {
        public Rules()
        {
            RuleFor(r => r.Letter.Title).Line(3, OfferUpdate.LongestTitle);
            RuleFor(r => r.Letter.Text).Text(10, OfferUpdate.LongestText);
        }
    }

    public sealed class Handler(SharesDb db, Outbox outbox, Caller caller, TimeProvider clock)
        : IRequestHandler<PublishUpdate, UpdatePublished>
    {
        public async Task<UpdatePublished> Handle(PublishUpdate r, CancellationToken ct)
        {
            var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == r.OfferId, ct);
            var by = caller.Sign(clock.GetUtcNow().UtcDateTime);
            var yesterday = by.At.AddDays(-1);
            var before = await db.OfferUpdates.CountAsync(u => u.OfferId == offer.Id, ct);
            var today = await db.OfferUpdates.CountAsync(
                u => u.OfferId == offer.Id && u.PublishedAt > yesterday && !u.IsLegal,
                ct
            );
            var letter = r.Letter with { Title = r.Letter.Title.Trim(), Text = r.Letter.Text.Trim() };
            var update = OfferUpdate.Publish(UpdateId.From(r.Key), offer, letter, (before, today), by);
            db.OfferUpdates.Add(update);
            var stopped = db.UpdateOptOuts.Where(s => s.EnterpriseId == offer.EnterpriseId).Select(s => s.PersonId);
            var readers = db.ReadersOf(offer.Id, offer.ShareClassId);
            var wanted = await (update.IsLegal ? readers : readers.Except(stopped)).ToListAsync(ct);
            var mails = await outbox.AddMany(
                wanted.Select(person => new MailUpdate(update.Id, person)),
                MailsASecond,
                ct
            );
            return new UpdatePublished(update.Id, update.No, mails);
        }
    }
}

/// <summary>The update stands on the page.</summary>
/// <param name="Id">The update.</param>
/// <param name="No">Counts from 1 within the offer.</param>
/// <param name="Mails">Mails that were ordered.</param>
public sealed record UpdatePublished(UpdateId Id, int No, long Mails);
