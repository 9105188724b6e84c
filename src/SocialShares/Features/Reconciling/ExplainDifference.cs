using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Reconciling;

/// <summary>Write down why it is right that the provider's list and our ledger differ.</summary>
public sealed record ExplainDifference(DifferenceId DifferenceId, string Reason)
    : ICommand<DifferenceStanding>,
        IAllow<Administrator>
{
    /// <summary>The reason.</summary>
    public sealed record Body(string Reason);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/reconciliation/differences/{differenceId}/explanation", Post).WithTags("Reconciliation");

    /// <inheritdoc cref="ExplainDifference"/>
    public static Task<DifferenceStanding> Post(
        DifferenceId differenceId,
        Body body,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ExplainDifference(differenceId, body.Reason), ct);

    public sealed class Rules : AbstractValidator<ExplainDifference>
    {
        public Rules() => RuleFor(r => r.Reason).Text(5, Difference.LongestExplanation);
    }

    public sealed class Handler(SharesDb db, Caller caller, TimeProvider clock)
        : IRequestHandler<ExplainDifference, DifferenceStanding>
    {
        public async Task<DifferenceStanding> Handle(ExplainDifference r, CancellationToken ct)
        {
            var item =
                await db.Differences.SingleOrDefaultAsync(d => d.Id == r.DifferenceId, ct)
                ?? throw new NotThere("difference");
            caller.Concerns($"difference {item.Id}");
            item.Explain(r.Reason, caller.Sign(clock.GetUtcNow().UtcDateTime));
            return new DifferenceStanding(item.Id, item.State);
        }
    }
}

/// <summary>Where a difference stands.</summary>
public sealed record DifferenceStanding(DifferenceId Id, DifferenceState State);
