using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Governance;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>
/// Decide, as a second person, on an application that somebody else typed from paper: confirm that it says what the paper
/// says, so that it is submitted and can be paid, or refuse it with a reason.
/// </summary>
public sealed record DecidePaperApplication(ApplicationId ApplicationId, bool Confirm, string? Reason)
    : ICommand<ApplicationSubmitted>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfApplication
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/paper-applications/{applicationId}/decision", Post)
            .WithTags("Paper applications")
            .RequireRateLimiting(Limits.Buying);

    /// <inheritdoc cref="DecidePaperApplication"/>
    public static async Task<PaperStanding> Post(
        ApplicationId applicationId,
        Body body,
        IMediator mediator,
        OutboxDelivery delivery,
        CancellationToken ct
    )
    {
        var decided = await mediator.Send(new DecidePaperApplication(applicationId, body.Confirm, body.Reason), ct);
        // Somebody waits for the payment page: no need to let the job find the row.
        if (decided.OutboxRow is { } row)
            await delivery.Deliver(row, ct);
        return await mediator.Send(new ReadPaperStanding(applicationId), ct);
    }

    /// <summary>The decision.</summary>
    /// <param name="Confirm">True: it says what the paper says. False: it is refused.</param>
    /// <param name="Reason">Why it is refused, 5 to 1000 characters; the applicant reads it.</param>
    public sealed record Body(bool Confirm, string? Reason = null);

    public sealed class Rules : AbstractValidator<DecidePaperApplication>
    {
        public Rules() => When(r => !r.Confirm, () => RuleFor(r => r.Reason!).Text(5, 1000));
    }

    public sealed class Handler(SharesDb db, Submission submission, Outbox outbox, Caller caller, TimeProvider clock)
        : IRequestHandler<DecidePaperApplication, ApplicationSubmitted>
    {
        public async Task<ApplicationSubmitted> Handle(DecidePaperApplication r, CancellationToken ct)
        {
            var by = caller.Sign(clock.GetUtcNow().UtcDateTime);
            var paper =
                await db.PaperApplications.SingleOrDefaultAsync(p => p.ApplicationId == r.ApplicationId, ct)
                ?? throw new NotThere("application");
            var application = await db.Applications.SingleAsync(a => a.Id == r.ApplicationId, ct);
            // Taken over meanwhile, it may say something else than the paper: its applicant submits it.
            if (await db.HasAccount(application.PersonId, ct))
                throw new Refused("paper.has-account");
            if (r.Confirm)
            {
                paper.Confirm(by, await db.EyesOf(application.EnterpriseId, ct));
                // Refused by the board meanwhile, or submitted by an applicant who has taken it over.
                if (application.State != ApplicationState.Started)
                    throw new Refused("paper.decided");
                // Held as long as the provider allows: a link goes by mail, or somebody comes to the hall tomorrow.
                return await submission.Submit(application, paper.DocumentVersion, AdmitWaiting.Hold, by.At, ct);
            }
            var reason = r.Reason!.Trim();
            paper.Refuse(reason, by);
            application.Reject(reason, by);
            outbox.Add(SendMail.About("application-rejected", application.Id));
            return new ApplicationSubmitted(null);
        }
    }
}

/// <summary>See where an application on paper stands, with the address of its payment page.</summary>
public sealed record ReadPaperStanding(ApplicationId ApplicationId)
    : IQuery<PaperStanding>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfApplication
{
    public sealed class Handler(SharesDb db) : IRequestHandler<ReadPaperStanding, PaperStanding>
    {
        public async Task<PaperStanding> Handle(ReadPaperStanding r, CancellationToken ct) =>
            await db
                .PaperApplications.Where(p => p.ApplicationId == r.ApplicationId)
                .Join(
                    db.Applications,
                    p => p.ApplicationId,
                    a => a.Id,
                    (p, a) => new PaperStanding(a.Id, p.State, a.State, a.CheckoutUrl, a.HeldUntil)
                )
                .SingleOrDefaultAsync(ct)
            ?? throw new NotThere("application");
    }
}

/// <summary>Where an application on paper stands.</summary>
/// <param name="Id">The application.</param>
/// <param name="Paper">Typed, confirmed or refused.</param>
/// <param name="State">Of the application.</param>
/// <param name="CheckoutUrl">Address of the payment page; null where there is none.</param>
/// <param name="HeldUntil">Until when the units are held without payment, UTC.</param>
public sealed record PaperStanding(
    ApplicationId Id,
    PaperState Paper,
    ApplicationState State,
    string? CheckoutUrl,
    DateTime? HeldUntil
);
