using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Payouts;

/// <summary>List the payout runs of all enterprises, newest first; by state or enterprise where asked.</summary>
public sealed record ListPayoutRuns(PayoutRunState? State = null, EnterpriseId? EnterpriseId = null)
    : IQuery<IReadOnlyList<PayoutRunRow>>,
        IAllow<Administrator>,
        IAllow<Machine>
{
    private const int Most = 500;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/payout-runs", Get).WithTags("Payouts");

    /// <inheritdoc cref="ListPayoutRuns"/>
    public static Task<IReadOnlyList<PayoutRunRow>> Get(
        Named<PayoutRunState>? state,
        EnterpriseId? enterpriseId,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ListPayoutRuns(state?.Value, enterpriseId), ct);

    public sealed class Handler(SharesDb db) : IRequestHandler<ListPayoutRuns, IReadOnlyList<PayoutRunRow>>
    {
        public async Task<IReadOnlyList<PayoutRunRow>> Handle(ListPayoutRuns r, CancellationToken ct)
        {
            var runs = db.PayoutRuns.AsNoTracking();
            if (r.State is { } state)
                runs = runs.Where(p => p.State == state);
            if (r.EnterpriseId is { } enterprise)
                runs = runs.Where(p => p.EnterpriseId == enterprise);
            return await (
                from p in runs
                join e in db.Enterprises on p.EnterpriseId equals e.Id
                join c in db.ShareClasses on p.ShareClassId equals c.Id into classes
                from shareClass in classes.DefaultIfEmpty()
                join b in db.BondSeries on p.BondSeriesId equals b.Id into series
                from bonds in series.DefaultIfEmpty()
                orderby p.CalculatedAt descending
                select new PayoutRunRow(
                    p.Id,
                    p.Number,
                    p.Kind,
                    e.Id,
                    e.Name,
                    e.Slug,
                    shareClass == null ? bonds.Code : shareClass.Code,
                    p.PeriodNo,
                    p.PayOn,
                    p.Currency,
                    p.LineCount,
                    p.TotalMinor,
                    p.State,
                    p.CalculatedByName,
                    p.CalculatedAt,
                    p.ApprovedByName,
                    db.PayoutLines.Count(l => l.RunId == p.Id && l.State == PayoutLineState.NeedsAttention)
                )
            )
                .Take(Most)
                .ToListAsync(ct);
        }
    }
}

/// <summary>One payout run in a list.</summary>
/// <param name="Id">The run.</param>
/// <param name="Number">Its number as people say it.</param>
/// <param name="Kind">What it pays.</param>
/// <param name="EnterpriseId">Who pays.</param>
/// <param name="EnterpriseName">Its name.</param>
/// <param name="EnterpriseSlug">Its name in addresses.</param>
/// <param name="SecurityCode">The class of shares or the series of bonds that is paid on.</param>
/// <param name="PeriodNo">The period of the series; null for shares.</param>
/// <param name="PayOn">The day of payment.</param>
/// <param name="Currency">Currency of the total.</param>
/// <param name="LineCount">How many holders it pays.</param>
/// <param name="TotalMinor">What it pays in all, minor units.</param>
/// <param name="State">Where it stands.</param>
/// <param name="CalculatedBy">Who calculated it.</param>
/// <param name="CalculatedAt">When, UTC.</param>
/// <param name="ApprovedBy">Who approved it; null before.</param>
/// <param name="NeedAttention">Lines that a person must resolve.</param>
public sealed record PayoutRunRow(
    PayoutRunId Id,
    string Number,
    PayoutKind Kind,
    EnterpriseId EnterpriseId,
    string EnterpriseName,
    string EnterpriseSlug,
    string SecurityCode,
    int? PeriodNo,
    DateOnly PayOn,
    Currency Currency,
    int LineCount,
    long TotalMinor,
    PayoutRunState State,
    string CalculatedBy,
    DateTime CalculatedAt,
    string? ApprovedBy,
    int NeedAttention
);
