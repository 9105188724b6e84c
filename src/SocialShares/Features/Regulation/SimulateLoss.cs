using FluentValidation;
using MediatR;
using SocialShares.Http;

namespace SocialShares.Features.Regulation;

/// <summary>
/// See what loss I can bear, by figures that nobody else reads; or say that I prefer to give none. Of the figures only the net
/// worth is kept, sealed, until my application is sent in.
/// </summary>
public sealed record SimulateLoss(ApplicationId ApplicationId, OwnFigures? Figures)
    : ICommand<Unit>,
        IAllow<Owner>,
        IOfApplication
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPut("/applications/{applicationId}/suitability/simulation", Put).WithTags("Applications");

    /// <inheritdoc cref="SimulateLoss"/>
    public static async Task<IResult> Put(
        ApplicationId applicationId,
        Body body,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new SimulateLoss(applicationId, body.Figures), ct);
        return Results.NoContent();
    }

    /// <summary>My figures.</summary>
    /// <param name="Figures">In minor units; leave out to give none.</param>
    public sealed record Body(OwnFigures? Figures = null);

    public sealed class Rules : AbstractValidator<SimulateLoss>
    {
        public Rules() =>
            RuleFor(r => r.Figures!)
                .ChildRules(figures =>
                {
                    figures.RuleFor(f => f.YearlyNetIncomeMinor).AmountOrZero();
                    figures.RuleFor(f => f.LiquidAssetsMinor).AmountOrZero();
                    figures.RuleFor(f => f.YearlyCommitmentsMinor).AmountOrZero();
                })
                .When(r => r.Figures is not null);
    }

    public sealed class Handler(SuitabilityDesk desk, TimeProvider clock) : IRequestHandler<SimulateLoss, Unit>
    {
        public async Task<Unit> Handle(SimulateLoss r, CancellationToken ct)
        {
            var (_, _, progress) = await desk.ToChange(r.ApplicationId, ct);
            var worth = r.Figures is { } figures ? desk.Seal(figures.NetWorthMinor) : null;
            progress.Simulate(worth, clock.GetUtcNow().UtcDateTime);
            return Unit.Value;
        }
    }
}
