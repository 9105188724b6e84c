using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Payouts;

/// <summary>List the share interest that an enterprise declared, newest period first, with the run that pays it.</summary>
public sealed record ListDeclarations(EnterpriseId EnterpriseId)
    : IQuery<IReadOnlyList<DeclarationRow>>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/enterprises/{enterpriseId}/interest-declarations", Get).WithTags("Interest");

    /// <inheritdoc cref="ListDeclarations"/>
    public static Task<IReadOnlyList<DeclarationRow>> Get(
        EnterpriseId enterpriseId,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ListDeclarations(enterpriseId), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ListDeclarations, IReadOnlyList<DeclarationRow>>
    {
        public async Task<IReadOnlyList<DeclarationRow>> Handle(ListDeclarations r, CancellationToken ct) =>
            await (
                from d in db.InterestDeclarations.AsNoTracking()
                where d.EnterpriseId == r.EnterpriseId
                join c in db.ShareClasses on d.ShareClassId equals c.Id
                join p in db.PayoutRuns.Where(p => p.State != PayoutRunState.Voided)
                    on d.Id equals p.DeclarationId
                    into runs
                from run in runs.DefaultIfEmpty()
                orderby d.From descending, c.Code
                select new DeclarationRow(
                    d.Id,
                    c.Id,
                    c.Code,
                    c.Currency,
                    d.From,
                    d.Until,
                    d.RatePpm,
                    d.PayOn,
                    d.DeclaredByName,
                    d.DeclaredAt,
                    run == null ? null : run.Id,
                    run == null ? null : run.Number,
                    run == null ? null : run.State,
                    run == null ? null : run.TotalMinor
                )
            ).ToListAsync(ct);
    }
}

/// <summary>One declaration of share interest.</summary>
/// <param name="Id">The declaration.</param>
/// <param name="ShareClassId">The class that is paid on.</param>
/// <param name="ShareClassCode">The class's short name.</param>
/// <param name="Currency">Currency of the class.</param>
/// <param name="From">First day of the period.</param>
/// <param name="Until">Last day of the period, included.</param>
/// <param name="RatePpm">Rate a year, parts per million.</param>
/// <param name="PayOn">The day of payment.</param>
/// <param name="DeclaredBy">Who decided for the board.</param>
/// <param name="DeclaredAt">When, UTC.</param>
/// <param name="PayoutRunId">The run that pays it; null while none is calculated.</param>
/// <param name="RunNumber">The run's number.</param>
/// <param name="RunState">Where the run stands.</param>
/// <param name="TotalMinor">What the run pays in all, minor units.</param>
public sealed record DeclarationRow(
    DeclarationId Id,
    ShareClassId ShareClassId,
    string ShareClassCode,
    Currency Currency,
    DateOnly From,
    DateOnly Until,
    int RatePpm,
    DateOnly PayOn,
    string DeclaredBy,
    DateTime DeclaredAt,
    PayoutRunId? PayoutRunId,
    string? RunNumber,
    PayoutRunState? RunState,
    long? TotalMinor
);
