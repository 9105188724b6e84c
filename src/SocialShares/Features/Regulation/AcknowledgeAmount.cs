using FluentValidation;
using MediatR;
using SocialShares.Http;

namespace SocialShares.Features.Regulation;

/// <summary>Say that I read the warning of a large amount, and want to put it in all the same.</summary>
public sealed record AcknowledgeAmount(ApplicationId ApplicationId, bool Acknowledged, long AmountMinor)
    : ICommand<Unit>,
        IAllow<Owner>,
        IOfApplication
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPut("/applications/{applicationId}/suitability/investment-warning", Put).WithTags("Applications");

    /// <inheritdoc cref="AcknowledgeAmount"/>
    public static async Task<IResult> Put(
        ApplicationId applicationId,
        Body body,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new AcknowledgeAmount(applicationId, body.Acknowledged, body.AmountMinor), ct);
        return Results.NoContent();
    }

    /// <summary>My word.</summary>
    /// <param name="Acknowledged">I read that I may lose the whole amount, and that it is large for me.</param>
    /// <param name="AmountMinor">The amount that the warning named, minor units.</param>
    public sealed record Body(bool Acknowledged, long AmountMinor);

    public sealed class Rules : AbstractValidator<AcknowledgeAmount>
    {
        public Rules() => RuleFor(r => r.Acknowledged).MustBeAcknowledged();
    }

    public sealed class Handler(SuitabilityDesk desk, TimeProvider clock) : IRequestHandler<AcknowledgeAmount, Unit>
    {
        public async Task<Unit> Handle(AcknowledgeAmount r, CancellationToken ct)
        {
            var (standing, _, progress) = await desk.ToChange(r.ApplicationId, ct);
            if (standing.Application.AmountInAllMinor != r.AmountMinor)
                throw new Refused("suitability.amount-changed") { Field = "amountMinor" };
            progress.AcknowledgeAmount(r.AmountMinor, clock.GetUtcNow().UtcDateTime);
            return Unit.Value;
        }
    }
}
