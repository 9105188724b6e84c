using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Holdings;

/// <summary>See who asked my enterprise to be paid back, in the order of the queue, against the limit of the year.</summary>
public sealed record ReadWithdrawals(EnterpriseId EnterpriseId)
    : IQuery<WithdrawalsRead>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/enterprises/{enterpriseId}/withdrawals", Get).WithTags("Withdrawals");

    /// <inheritdoc cref="ReadWithdrawals"/>
    public static Task<WithdrawalsRead> Get(EnterpriseId enterpriseId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadWithdrawals(enterpriseId), ct);

    public sealed class Handler(SharesDb db, TimeProvider clock) : IRequestHandler<ReadWithdrawals, WithdrawalsRead>
    {
        private const int Most = 200;

        public async Task<WithdrawalsRead> Handle(ReadWithdrawals r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var enterprise =
                await db.Enterprises.AsNoTracking().SingleOrDefaultAsync(e => e.Id == r.EnterpriseId, ct)
                ?? throw new NotThere("enterprise");
            var today = LegalDay.Of(now, enterprise.TimeZone);
            var classes = await db
                .ShareClasses.AsNoTracking()
                .Where(c => c.EnterpriseId == r.EnterpriseId)
                .OrderBy(c => c.Code)
                .ToListAsync(ct);
            var shown = new List<ClassWithdrawals>();
            foreach (var c in classes)
                shown.Add(await OfClass(c, today, ct));
            var all = await Rows(r.EnterpriseId, ct);
            return new WithdrawalsRead(
                enterprise.Currency,
                today,
                shown,
                [.. all.Where(w => w.State == WithdrawalState.Asked).OrderBy(w => w.AskedAt).ThenBy(w => w.Id.Value)],
                [.. all.Where(w => w.State != WithdrawalState.Asked).OrderByDescending(w => w.DecidedAt ?? w.AskedAt)]
            );
        }

        private async Task<ClassWithdrawals> OfClass(ShareClass c, DateOnly today, CancellationToken ct)
        {
            var year = await db.YearOf(c, today, ct);
            var suspension = await db.SuspensionOf(c.Id, ct);
            var first = await db.FirstInQueue(c.Id, today, ct);
            return new ClassWithdrawals(
                c.Id,
                c.Code,
                c.ParValueMinor,
                c.Holding,
                await db.RegisterEntries.Where(e => e.ShareClassId == c.Id).SumAsync(e => e.Units, ct),
                year.Year,
                year.BaseUnits,
                year.DecidedUnits,
                year.MaximumUnits,
                year.RoomUnits,
                suspension?.From,
                suspension?.Reason,
                first?.Id
            );
        }

        private Task<List<WithdrawalRow>> Rows(EnterpriseId id, CancellationToken ct) =>
            (
                from w in db.Withdrawals.AsNoTracking()
                where w.EnterpriseId == id
                join m in db.Members on w.MemberId equals m.Id
                join c in db.ShareClasses on w.ShareClassId equals c.Id
                orderby w.State == WithdrawalState.Asked descending,
                // The queue from its head, so that whose turn it is is always there; what is decided, newest first.
                w.State == WithdrawalState.Asked
                    ? w.AskedAt
                    : (DateTime?)null, w.AskedAt descending
                select new WithdrawalRow(
                    w.Id,
                    w.ShareClassId,
                    c.Code,
                    m.Number,
                    m.Name,
                    w.Units,
                    w.AskedAt,
                    w.AskedOn,
                    w.PossibleOn,
                    w.State,
                    w.DecidedByName,
                    w.DecidedAt,
                    w.DecidedOn,
                    w.DeclinedReason,
                    w.PaidOn
                )
            )
                .Take(Most)
                .ToListAsync(ct);
    }
}
