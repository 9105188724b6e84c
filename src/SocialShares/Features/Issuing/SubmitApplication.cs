using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Submit my application after the check page: the units are held for me and the payment page opens, or I wait for the resident quota.</summary>
public sealed record SubmitApplication(ApplicationId ApplicationId, int DocumentVersion, bool RiskAccepted)
    : ICommand<ApplicationSubmitted>,
        IAllow<Owner>,
        IOfApplication
{
    /// <summary>How long units are held: the provider's shortest payment page (30 minutes), with room for its clock and ours.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromMinutes(40);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/applications/{applicationId}/submit", Post)
            .WithTags("Applications")
            .RequireRateLimiting(Limits.Buying);

    /// <inheritdoc cref="SubmitApplication"/>
    public static async Task<ApplicationShown> Post(
        ApplicationId applicationId,
        Body body,
        IMediator mediator,
        OutboxDelivery delivery,
        CancellationToken ct
    )
    {
        var submitted = await mediator.Send(
            new SubmitApplication(applicationId, body.DocumentVersion, body.RiskAccepted),
            ct
        );
        // The buyer waits for the payment page: no need to let the job find the row.
        if (submitted.OutboxRow is { } row)
            await delivery.Deliver(row, ct);
        return await mediator.Send(new ReadApplication(applicationId), ct);
    }

    /// <summary>What I agree to.</summary>
    /// <param name="DocumentVersion">The version of the offer document that I read.</param>
    /// <param name="RiskAccepted">I understand that I can lose this money.</param>
    public sealed record Body(int DocumentVersion, bool RiskAccepted);

    public sealed class Rules : AbstractValidator<SubmitApplication>
    {
        public Rules() =>
            RuleFor(r => r.RiskAccepted)
                .Equal(true)
                .WithErrorCode("application.risk-not-accepted")
                .WithMessage(_ => RefusalText.Of("application.risk-not-accepted"));
    }

    public sealed class Handler(SharesDb db, Submission submission, TimeProvider clock)
        : IRequestHandler<SubmitApplication, ApplicationSubmitted>
    {
        public async Task<ApplicationSubmitted> Handle(SubmitApplication r, CancellationToken ct)
        {
            var application = await db.Applications.SingleAsync(a => a.Id == r.ApplicationId, ct);
            return await submission.Submit(application, r.DocumentVersion, Hold, clock.GetUtcNow().UtcDateTime, ct);
        }
    }
}
