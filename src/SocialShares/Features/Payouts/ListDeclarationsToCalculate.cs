using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Payouts;

/// <summary>List the share interest that boards declared and for which no payout run is calculated, the day of payment that comes first in front.</summary>
public sealed record ListDeclarationsToCalculate : IQuery<IReadOnlyList<DeclarationToCalculate>>, IAllow<Administrator>
{
    private const int Most = 200;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/interest-declarations/to-calculate", Get).WithTags("Interest");

    /// <inheritdoc cref="ListDeclarationsToCalculate"/>
    public static Task<IReadOnlyList<DeclarationToCalculate>> Get(IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListDeclarationsToCalculate(), ct);

    public sealed class Handler(SharesDb db)
        : IRequestHandler<ListDeclarationsToCalculate, IReadOnlyList<DeclarationToCalculate>>
    {
        public async Task<IReadOnlyList<DeclarationToCalculate>> Handle(
            ListDeclarationsToCalculate r,
            CancellationToken ct
        ) =>
            await (
                from d in db.InterestDeclarations.AsNoTracking()
                where !db.PayoutRuns.Any(p => p.DeclarationId == d.Id && p.State != PayoutRunState.Voided)
                join e in db.Enterprises on d.EnterpriseId equals e.Id
                join c in db.ShareClasses on d.ShareClassId equals c.Id
                orderby d.PayOn, d.DeclaredAt
                select new DeclarationToCalculate(
                    d.Id,
                    e.Id,
                    e.Name,
                    c.Code,
                    d.From,
                    d.Until,
                    d.RatePpm,
                    d.PayOn,
                    d.DeclaredByName,
                    d.DeclaredAt
                )
            )
                .Take(Most)
                .ToListAsync(ct);
    }
}

/// <summary>A declaration that waits for its payout run.</summary>
/// <param name="Id">The declaration.</param>
/// <param name="EnterpriseId">Whose it is.</param>
/// <param name="EnterpriseName">Its name.</param>
/// <param name="ShareClassCode">The class that is paid on.</param>
/// <param name="From">First day of the period.</param>
/// <param name="Until">Last day of the period, included.</param>
/// <param name="RatePpm">Rate a year, parts per million.</param>
/// <param name="PayOn">The day of payment.</param>
/// <param name="DeclaredBy">Who decided for the board.</param>
/// <param name="DeclaredAt">When, UTC.</param>
public sealed record DeclarationToCalculate(
    DeclarationId Id,
    EnterpriseId EnterpriseId,
    string EnterpriseName,
    string ShareClassCode,
    DateOnly From,
    DateOnly Until,
    int RatePpm,
    DateOnly PayOn,
    string DeclaredBy,
    DateTime DeclaredAt
);
