using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;
using SocialShares.Ports;

namespace SocialShares.Features.Disputes;

/// <summary>Answer the payer's bank: why the payment was right, with what shows it. An answer is final.</summary>
public sealed record AnswerDispute(DisputeId DisputeId, string Answer) : ICommand<Unit>, IAllow<Administrator>
{
    /// <summary>The provider takes no more.</summary>
    public const int LongestAnswer = 20_000;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/disputes/{disputeId}/answer", Post).WithTags("Disputes");

    /// <inheritdoc cref="AnswerDispute"/>
    public static async Task<IResult> Post(DisputeId disputeId, Body body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new AnswerDispute(disputeId, body.Answer), ct);
        return Results.NoContent();
    }

    /// <summary>The answer, as the bank reads it.</summary>
    public sealed record Body(string Answer);

    public sealed class Rules : AbstractValidator<AnswerDispute>
    {
        public Rules() => RuleFor(r => r.Answer).Text(1, LongestAnswer);
    }

    public sealed class Handler(SharesDb db, Outbox outbox, Caller caller, TimeProvider clock)
        : IRequestHandler<AnswerDispute, Unit>
    {
        public async Task<Unit> Handle(AnswerDispute r, CancellationToken ct)
        {
            var dispute =
                await db.Disputes.SingleOrDefaultAsync(d => d.Id == r.DisputeId, ct) ?? throw new NotThere("dispute");
            dispute.Respond(r.Answer.Trim(), caller.Sign(clock.GetUtcNow().UtcDateTime));
            caller.Concerns($"dispute {dispute.Id}");
            outbox.Add(new SendAnswer(dispute.Id));
            return Unit.Value;
        }
    }
}

/// <summary>Brings the platform's answer to the payer's bank.</summary>
public sealed record SendAnswer(DisputeId DisputeId) : IDelivery, IAllow<Machine>
{
    public sealed class Handler(SharesDb db, IMediator mediator, IPayments payments) : IRequestHandler<SendAnswer, Unit>
    {
        public async Task<Unit> Handle(SendAnswer r, CancellationToken ct)
        {
            var dispute = await db.Disputes.AsNoTracking().SingleAsync(d => d.Id == r.DisputeId, ct);
            if (dispute.State.TakesAnswer())
                await payments.AnswerDispute(
                    dispute.ProviderDispute,
                    dispute.Answer!,
                    // Another answer is another order.
                    $"answer-{dispute.Id}-{dispute.AnsweredAt:yyyyMMddHHmmss}",
                    ct
                );
            await mediator.Send(new CheckDispute(dispute.ProviderDispute), ct);
            return Unit.Value;
        }
    }
}
