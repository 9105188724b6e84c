using FluentValidation;
using MediatR;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Sign the allotment of my closed offer as its preview showed it: shares or bonds are issued, what is not allotted is
/// refunded. Refused when the applications are no longer those of the preview.
/// </summary>
public sealed record ApproveAllotment(Guid Key, OfferId OfferId, string InputsSha256)
    : ICommand<AllotmentApproved>,
        IKeyed,
        IAllow<Board>,
        IOfOffer
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/offers/{offerId}/allotment", Post).WithTags("Allotment");

    /// <inheritdoc cref="ApproveAllotment"/>
    public static Task<AllotmentApproved> Post(
        OfferId offerId,
        Body body,
        IdempotencyKey key,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ApproveAllotment(key.Value, offerId, body.InputsSha256), ct);

    /// <summary>What is signed.</summary>
    /// <param name="InputsSha256">Hash of the inputs that the preview showed.</param>
    public sealed record Body(string InputsSha256);

    public sealed class Rules : AbstractValidator<ApproveAllotment>
    {
        public Rules() => RuleFor(r => r.InputsSha256).Line(64, 64);
    }

    public sealed class Handler(
        SharesDb db,
        AllotmentReading reading,
        ResidentQueue queue,
        OfferSettling settling,
        Caller caller,
        TimeProvider clock
    ) : IRequestHandler<ApproveAllotment, AllotmentApproved>
    {
        public async Task<AllotmentApproved> Handle(ApproveAllotment r, CancellationToken ct)
        {
            var offer = await db.Offers.WithSteps(r.OfferId, ct);
            var by = caller.Sign(clock.GetUtcNow().UtcDateTime);
            if (await AllotmentReadiness.WhyNot(reading, queue, offer, by.At, ct) is { } reason)
                throw reason;
            var plan = await reading.Plan(offer, ct);
            if (plan.InputsSha256 != r.InputsSha256)
                throw new Refused("allotment.inputs-changed") { Field = "inputsSha256" };
            if (!offer.WillSucceed(plan.UnitsAllotted))
                throw new Refused("allotment.minimum-missed", new Money(offer.MinimumTargetMinor, offer.Currency));
            var done = await settling.Issue(offer, plan, by, ct);
            return new AllotmentApproved(done.Holdings, done.Refunds, plan.InputsSha256, plan.OutcomeSha256);
        }
    }
}

/// <summary>The allotment is signed and carried out.</summary>
/// <param name="Holdings">Entries in the register.</param>
/// <param name="Refunds">Refunds ordered.</param>
/// <param name="InputsSha256">Hash of the file of inputs.</param>
/// <param name="OutcomeSha256">Hash of the file of the outcome.</param>
public sealed record AllotmentApproved(int Holdings, int Refunds, string InputsSha256, string OutcomeSha256);

internal static class AllotmentReadiness
{
    /// <summary>What keeps an allotment from being signed; null when nothing does.</summary>
    public static async Task<Refused?> WhyNot(
        AllotmentReading reading,
        ResidentQueue queue,
        Offer offer,
        DateTime now,
        CancellationToken ct
    )
    {
        if (offer.State is OfferState.Allotted or OfferState.Completed)
            return new Refused("allotment.done");
        if (offer.State != OfferState.Closed || offer.Kind == OfferKind.Open)
            return new Refused("allotment.not-closed");
        if (await reading.Pending(offer.Id, ct) is > 0 and var pending)
            return new Refused("allotment.pending", pending);
        if (await reading.DocumentHolds(offer, now, ct))
            return new Refused("allotment.document-changed");
        // The job gives those their money back first; a moment later the inputs are without them.
        if (await queue.TooMany(offer, ct) is { Count: > 0 } others)
            return new Refused("allotment.quota", others.Count);
        return await reading.NotBefore(offer, now, ct) is { } day ? new Refused("allotment.too-early", day) : null;
    }
}
