using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Make my application a gift: I pay, the receiver is invited by mail after the payment, answers who stands in the register,
/// and accepts. If not, I get everything back. May be said anew until I submit.
/// </summary>
public sealed record GiveUnits(ApplicationId ApplicationId, GiftWords Words)
    : ICommand<Unit>,
        IAllow<Owner>,
        IOfApplication
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPut("/applications/{applicationId}/gift", Put).WithTags("Applications");

    /// <inheritdoc cref="GiveUnits"/>
    public static async Task<IResult> Put(
        ApplicationId applicationId,
        Body body,
        IMediator mediator,
        CancellationToken ct
    )
    {
        var words = new GiftWords(body.ReceiverName, body.ReceiverEmail, body.GiverName, body.Message ?? "");
        await mediator.Send(new GiveUnits(applicationId, words), ct);
        return Results.NoContent();
    }

    /// <summary>For whom.</summary>
    /// <param name="ReceiverName">Name, for the invitation; the register gets what the receiver answers.</param>
    /// <param name="ReceiverEmail">Mail address of the receiver. No answer tells whether it has signed up here.</param>
    /// <param name="GiverName">Who gives, as the receiver reads it.</param>
    /// <param name="Message">What else to say, at most 500 characters; it stands in the invitation.</param>
    public sealed record Body(string ReceiverName, string ReceiverEmail, string GiverName, string? Message = null);

    public sealed class Rules : AbstractValidator<GiveUnits>
    {
        public Rules()
        {
            RuleFor(r => r.Words.ReceiverName).Line(2, 140);
            RuleFor(r => r.Words.ReceiverEmail).Email();
            RuleFor(r => r.Words.GiverName).Line(2, 140);
            RuleFor(r => r.Words.Message).Text(0, 500);
        }
    }

    public sealed class Handler(SharesDb db) : IRequestHandler<GiveUnits, Unit>
    {
        public async Task<Unit> Handle(GiveUnits r, CancellationToken ct)
        {
            var application = await db.Applications.SingleAsync(a => a.Id == r.ApplicationId, ct);
            var offer = await db.Offers.AsNoTracking().SingleAsync(o => o.Id == application.OfferId, ct);
            var me = application.PersonId.Value;
            var words = r.Words with
            {
                ReceiverName = r.Words.ReceiverName.Trim(),
                GiverName = r.Words.GiverName.Trim(),
                Message = r.Words.Message.Trim(),
            };
            // The giver's own address is no secret to the giver.
            var normal = words.ReceiverEmail.ToUpperInvariant();
            if (await db.Users.AnyAsync(u => u.Id == me && u.NormalizedEmail == normal, ct))
                throw new Refused("gift.own") { Field = "receiverEmail" };
            application.Give(offer);
            if (await db.Gifts.SingleOrDefaultAsync(g => g.ApplicationId == application.Id, ct) is { } known)
                known.Prepare(words);
            else
                db.Gifts.Add(new Gift(application, words));
            return Unit.Value;
        }
    }
}
