using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Payouts;

/// <summary>Page through the lines of a payout run by their number; by state or destination where asked.</summary>
public sealed record ListPayoutLines(
    PayoutRunId PayoutRunId,
    PayoutLineState? State = null,
    PayoutDestination? Destination = null,
    int After = 0,
    int Take = 50
) : IQuery<PayoutLinePage>, IAllow<Administrator>, IAllow<Board>, IOfPayoutRun
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/payout-runs/{payoutRunId}/lines", Get).WithTags("Payouts");

    /// <inheritdoc cref="ListPayoutLines"/>
    public static Task<PayoutLinePage> Get(
        PayoutRunId payoutRunId,
        Named<PayoutLineState>? state,
        Named<PayoutDestination>? destination,
        int? after,
        int? take,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ListPayoutLines(payoutRunId, state?.Value, destination?.Value, after ?? 0, take ?? 50), ct);

    public sealed class Rules : AbstractValidator<ListPayoutLines>
    {
        public Rules()
        {
            RuleFor(r => r.After).Between(0, int.MaxValue);
            RuleFor(r => r.Take).Between(1, 500);
        }
    }

    public sealed class Handler(SharesDb db) : IRequestHandler<ListPayoutLines, PayoutLinePage>
    {
        public async Task<PayoutLinePage> Handle(ListPayoutLines r, CancellationToken ct)
        {
            if (!await db.PayoutRuns.AnyAsync(p => p.Id == r.PayoutRunId, ct))
                throw new NotThere("payout-run");
            var lines = db.PayoutLines.AsNoTracking().Where(l => l.RunId == r.PayoutRunId);
            if (r.State is { } state)
                lines = lines.Where(l => l.State == state);
            if (r.Destination is { } destination)
                lines = lines.Where(l => l.Destination == destination);
            var rows = await (
                from l in lines
                where l.No > r.After
                join m in db.Members on l.MemberId equals m.Id
                orderby l.No
                select new PayoutLineRow(
                    l.No,
                    m.Number,
                    l.Name,
                    l.UnitDays,
                    l.Units,
                    l.RedeemedUnits,
                    l.GrossMinor,
                    l.PrincipalMinor,
                    l.TaxMinor,
                    l.NetMinor,
                    l.CarriedInMinor,
                    l.CarriedOutMinor,
                    l.Destination,
                    l.Iban == null ? null : l.Iban.Substring(l.Iban.Length - 4),
                    l.State,
                    l.Problem,
                    l.PaidAt
                )
            )
                .Take(r.Take + 1)
                .ToListAsync(ct);
            var page = rows.Take(r.Take).ToList();
            return new PayoutLinePage(page, rows.Count > r.Take ? page[^1].No : null);
        }
    }
}

/// <summary>Some lines of a run.</summary>
/// <param name="Lines">By number.</param>
/// <param name="Next">Ask for the next page with this as <c>after</c>; null on the last page.</param>
public sealed record PayoutLinePage(IReadOnlyList<PayoutLineRow> Lines, int? Next);

/// <summary>One holder's part of a run; amounts in minor units.</summary>
/// <param name="No">Counts from 1 within the run.</param>
/// <param name="MemberNumber">The holder's number in the register.</param>
/// <param name="Name">The holder's name at calculation.</param>
/// <param name="UnitDays">Units times days that earned; 0 for bonds.</param>
/// <param name="Units">Bonds held on the day of record; 0 for shares.</param>
/// <param name="RedeemedUnits">How many of them are redeemed early.</param>
/// <param name="GrossMinor">Before tax.</param>
/// <param name="PrincipalMinor">How much of that repays principal of bonds.</param>
/// <param name="TaxMinor">Tax withheld.</param>
/// <param name="NetMinor">After tax.</param>
/// <param name="CarriedInMinor">Remainders of earlier runs that are added.</param>
/// <param name="CarriedOutMinor">What bought no whole share and goes to the next run.</param>
/// <param name="Destination">Where it goes.</param>
/// <param name="IbanLastFour">Last four characters of the account; null when there is none.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Problem">What a person must resolve; null when nothing.</param>
/// <param name="PaidAt">When it was paid, UTC.</param>
public sealed record PayoutLineRow(
    int No,
    int MemberNumber,
    string Name,
    long UnitDays,
    long Units,
    long RedeemedUnits,
    long GrossMinor,
    long PrincipalMinor,
    long TaxMinor,
    long NetMinor,
    long CarriedInMinor,
    long CarriedOutMinor,
    PayoutDestination Destination,
    string? IbanLastFour,
    PayoutLineState State,
    string? Problem,
    DateTime? PaidAt
);
