using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Register;

/// <summary>Download who the officers of the enterprise are and were by a day, with their offices and dates.</summary>
public sealed record OfficersCsv(EnterpriseId EnterpriseId, DateOnly? AsOf = null)
    : IQuery<Download>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfEnterprise
{
    private static readonly string[] Columns = ["name", "office", "since", "until"];

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/enterprises/{enterpriseId}/officers.csv", Get)
            .WithTags("Register")
            .Produces<string>(200, "text/csv");

    /// <inheritdoc cref="OfficersCsv"/>
    public static async Task<IResult> Get(
        EnterpriseId enterpriseId,
        DateOnly? asOf,
        IMediator mediator,
        CancellationToken ct
    ) => (await mediator.Send(new OfficersCsv(enterpriseId, asOf), ct)).ToResult(ct);

    public sealed class Rules : AbstractValidator<OfficersCsv>
    {
        public Rules() => RuleFor(r => r.AsOf).MayBeDay();
    }

    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<OfficersCsv, Download>
    {
        public async Task<Download> Handle(OfficersCsv r, CancellationToken ct)
        {
            var enterprise =
                await db.Enterprises.AsNoTracking().SingleOrDefaultAsync(e => e.Id == r.EnterpriseId, ct)
                ?? throw new NotThere("enterprise");
            var day = r.AsOf ?? LegalDay.Of(clock.GetUtcNow().UtcDateTime, enterprise.TimeZone);
            var officers = await Officers.Of(db, enterprise.Id, day, ct);
            return Download.Csv(
                $"officers-{enterprise.Slug}-{day:yyyy-MM-dd}.csv",
                Columns,
                officers.ToAsyncEnumerable(),
                o => [o.Name, o.Office, o.Since, o.Until]
            );
        }
    }
}
