using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Issuing;

/// <summary>Read one application for an offer of my enterprise, as the list of applications shows it.</summary>
public sealed record ReadApplicationLine(ApplicationId ApplicationId)
    : IQuery<ApplicationLine>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfApplication
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/applications/{applicationId}/line", Get).WithTags("Applications");

    /// <inheritdoc cref="ReadApplicationLine"/>
    public static Task<ApplicationLine> Get(ApplicationId applicationId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadApplicationLine(applicationId), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ReadApplicationLine, ApplicationLine>
    {
        public async Task<ApplicationLine> Handle(ReadApplicationLine r, CancellationToken ct) =>
            await db.Applications.Where(a => a.Id == r.ApplicationId).Lines(db).SingleOrDefaultAsync(ct)
            ?? throw new NotThere("application");
    }
}
