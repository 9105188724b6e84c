using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Holdings;

/// <summary>List the classes in which boards approved withdrawals that no payment run pays yet.</summary>
public sealed record ListWithdrawalsToCalculate : IQuery<IReadOnlyList<WithdrawalsToCalculate>>, IAllow<Administrator>
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/withdrawals/to-calculate", Get).WithTags("Withdrawals");

    /// <inheritdoc cref="ListWithdrawalsToCalculate"/>
    public static Task<IReadOnlyList<WithdrawalsToCalculate>> Get(IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ListWithdrawalsToCalculate(), ct);

    public sealed class Handler(SharesDb db)
        : IRequestHandler<ListWithdrawalsToCalculate, IReadOnlyList<WithdrawalsToCalculate>>
    {
        public async Task<IReadOnlyList<WithdrawalsToCalculate>> Handle(
            ListWithdrawalsToCalculate r,
            CancellationToken ct
        )
        {
            var waiting = await db
                .Withdrawals.Where(w => w.State == WithdrawalState.Approved && w.RunId == null)
                .GroupBy(w => w.ShareClassId)
                .Select(g => new
                {
                    g.Key,
                    Requests = g.Count(),
                    Units = g.Sum(w => w.Units),
                })
                .ToListAsync(ct);
            var ids = waiting.ConvertAll(w => w.Key);
            var classes = await (
                from c in db.ShareClasses
                where ids.Contains(c.Id)
                join e in db.Enterprises on c.EnterpriseId equals e.Id
                orderby e.Name, c.Code
                select new
                {
                    c.Id,
                    c.Code,
                    EnterpriseId = e.Id,
                    e.Name,
                    SuspendedFrom = db
                        .WithdrawalSuspensions.Where(s => s.ShareClassId == c.Id && s.LiftedOn == null)
                        .Select(s => (DateOnly?)s.From)
                        .FirstOrDefault(),
                }
            ).ToListAsync(ct);
            return classes.ConvertAll(c =>
            {
                var of = waiting.Single(w => w.Key == c.Id);
                return new WithdrawalsToCalculate(
                    c.Id,
                    c.Code,
                    c.EnterpriseId,
                    c.Name,
                    of.Requests,
                    of.Units,
                    c.SuspendedFrom
                );
            });
        }
    }
}

/// <summary>Approved withdrawals of a class that wait for their run.</summary>
/// <param name="ShareClassId">The class.</param>
/// <param name="Code">Its short name.</param>
/// <param name="EnterpriseId">Whose it is.</param>
/// <param name="EnterpriseName">Its name.</param>
/// <param name="Requests">How many requests.</param>
/// <param name="Units">How many shares.</param>
/// <param name="SuspendedFrom">Since when the class pays nothing back, so that no run can be calculated; null: it does.</param>
public sealed record WithdrawalsToCalculate(
    ShareClassId ShareClassId,
    string Code,
    EnterpriseId EnterpriseId,
    string EnterpriseName,
    int Requests,
    long Units,
    DateOnly? SuspendedFrom
);
