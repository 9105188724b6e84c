using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Cancel a confirmed application on paper because its applicant, who has no account, told my board so: before paying at any
/// time, after paying within the reflection period. The money goes back in full.
/// </summary>
public sealed record CancelPaperApplication(ApplicationId ApplicationId, string KeptAt)
    : ICommand<Unit>,
        IAllow<Board>,
        IOfApplication
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/paper-applications/{applicationId}/cancellation", Post).WithTags("Paper applications");

    /// <inheritdoc cref="CancelPaperApplication"/>
    public static async Task<IResult> Post(
        ApplicationId applicationId,
        Body body,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new CancelPaperApplication(applicationId, body.KeptAt), ct);
        return Results.NoContent();
    }

    /// <summary>On what it rests.</summary>
    /// <param name="KeptAt">Where the applicant's letter, or the note of the talk, is kept; 3 to 150 characters.</param>
    public sealed record Body(string KeptAt);

    public sealed class Rules : AbstractValidator<CancelPaperApplication>
    {
        public Rules() => RuleFor(r => r.KeptAt).Line(3, 150);
    }

    public sealed class Handler(SharesDb db, Cancellation cancellation, TimeProvider clock)
        : IRequestHandler<CancelPaperApplication, Unit>
    {
        public async Task<Unit> Handle(CancelPaperApplication r, CancellationToken ct)
        {
            var paper =
                await db.PaperApplications.SingleOrDefaultAsync(p => p.ApplicationId == r.ApplicationId, ct)
                ?? throw new NotThere("application");
            var application = await db.Applications.SingleAsync(a => a.Id == r.ApplicationId, ct);
            // Whoever has taken it over cancels it with an own sign-in.
            if (await db.HasAccount(application.PersonId, ct))
                throw new Refused("paper.has-account");
            paper.Cancel(r.KeptAt.Trim());
            await cancellation.Cancel(application, clock.GetUtcNow().UtcDateTime, ct);
            return Unit.Value;
        }
    }
}
