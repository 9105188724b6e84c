using FluentValidation;
using MediatR;
using SocialShares.Http;

namespace SocialShares.Features.Regulation;

/// <summary>Say that I read what my knowledge test showed, and want to go on although too few answers were right.</summary>
public sealed record AcknowledgeKnowledge(ApplicationId ApplicationId, bool Acknowledged)
    : ICommand<Unit>,
        IAllow<Owner>,
        IOfApplication
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPut("/applications/{applicationId}/suitability/knowledge-warning", Put).WithTags("Applications");

    /// <inheritdoc cref="AcknowledgeKnowledge"/>
    public static async Task<IResult> Put(
        ApplicationId applicationId,
        Body body,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new AcknowledgeKnowledge(applicationId, body.Acknowledged), ct);
        return Results.NoContent();
    }

    /// <summary>My word.</summary>
    /// <param name="Acknowledged">I read that I know too little to judge this offer, and go on.</param>
    public sealed record Body(bool Acknowledged);

    public sealed class Rules : AbstractValidator<AcknowledgeKnowledge>
    {
        public Rules() => RuleFor(r => r.Acknowledged).MustBeAcknowledged();
    }

    public sealed class Handler(SuitabilityDesk desk, TimeProvider clock) : IRequestHandler<AcknowledgeKnowledge, Unit>
    {
        public async Task<Unit> Handle(AcknowledgeKnowledge r, CancellationToken ct)
        {
            var (standing, _, progress) = await desk.ToChange(r.ApplicationId, ct);
            if (standing.Test is not { } test)
                throw new Refused("suitability.knowledge-test");
            progress.AcknowledgeTest(test, clock.GetUtcNow().UtcDateTime);
            return Unit.Value;
        }
    }
}

internal static class Acknowledgement
{
    /// <summary>A warning is acknowledged by saying so, not by leaving it out.</summary>
    public static void MustBeAcknowledged<T>(this IRuleBuilder<T, bool> rule) =>
        rule.Equal(true)
            .WithErrorCode("suitability.not-acknowledged")
            .WithMessage(_ => RefusalText.Of("suitability.not-acknowledged"));
}
