using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Community;

/// <summary>Say that I would take part in an offer that is not open yet. It binds me to nothing, and counts once I confirm it by the link in a mail.</summary>
public sealed record MakePledge(OfferId OfferId, string Name, string Email, long AmountMinor, string Language)
    : ICommand<Unit>,
        IAllow<Anyone>,
        IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/offers/{offerId}/pledges", Post).WithTags("Pledges").RequireRateLimiting(Limits.Writing);

    /// <inheritdoc cref="MakePledge"/>
    public static async Task<IResult> Post(OfferId offerId, Body body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(
            new MakePledge(offerId, body.Name, body.Email, body.AmountMinor, body.Language ?? "en"),
            ct
        );
        return Results.Accepted();
    }

    /// <summary>Who I am and what I would put in.</summary>
    /// <param name="Name">For the board, 2 to 140 characters.</param>
    /// <param name="Email">Where the link to confirm goes, and later the invitation.</param>
    /// <param name="AmountMinor">Minor units of the offer's currency, within its limits.</param>
    /// <param name="Language">Language of mail: en or nl.</param>
    public sealed record Body(string Name, string Email, long AmountMinor, string? Language);

    public sealed class Rules : AbstractValidator<MakePledge>
    {
        public Rules()
        {
            RuleFor(r => r.Name).Line(2, 140);
            RuleFor(r => r.Email).Email();
            RuleFor(r => r.AmountMinor).Amount();
            RuleFor(r => r.Language)
                .Must(l => l is "en" or "nl")
                .WithErrorCode("field.language")
                .WithMessage(_ => RefusalText.Of("field.language"));
        }
    }

    // The answer is the same whether the address is new, waits, or was confirmed: it tells nobody who pledged.
    public sealed class Handler(SharesDb db, Outbox outbox, TimeProvider clock) : IRequestHandler<MakePledge, Unit>
    {
        public async Task<Unit> Handle(MakePledge r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var round = await db.PledgeRounds.AsNoTracking().OfOffer(r.OfferId, ct);
            var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == r.OfferId, ct);
            var answers = new PledgeAnswers(r.Name.Trim(), r.Email, r.AmountMinor, r.Language);
            var address = Pledge.Key(r.Email);
            var known = await db.Pledges.SingleOrDefaultAsync(p => p.OfferId == r.OfferId && p.Email == address, ct);
            if (known is null)
            {
                known = Pledge.Make(PledgeId.New(), round, offer, answers, now);
                db.Pledges.Add(known);
                outbox.Add(new MailPledge(known.Id, "pledge-confirm"));
            }
            else if (known.MakeAgain(round, offer, answers, now))
                outbox.Add(new MailPledge(known.Id, known.ConfirmedAt is null ? "pledge-confirm" : "pledge-known"));
            return Unit.Value;
        }
    }
}
