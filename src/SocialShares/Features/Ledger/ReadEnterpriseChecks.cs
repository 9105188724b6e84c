using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;

namespace SocialShares.Features.Ledger;

/// <summary>Compare what must always agree in the book and the register of one enterprise.</summary>
public sealed record ReadEnterpriseChecks(EnterpriseId EnterpriseId)
    : IQuery<IReadOnlyList<BookCheck>>,
        IAllow<Board>,
        IAllow<Administrator>,
        IOfEnterprise
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/enterprises/{enterpriseId}/checks", Get).WithTags("Ledger");

    /// <inheritdoc cref="ReadEnterpriseChecks"/>
    public static Task<IReadOnlyList<BookCheck>> Get(
        EnterpriseId enterpriseId,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(new ReadEnterpriseChecks(enterpriseId), ct);

    public sealed class Handler(SharesDb db, TimeProvider clock)
        : IRequestHandler<ReadEnterpriseChecks, IReadOnlyList<BookCheck>>
    {
        public async Task<IReadOnlyList<BookCheck>> Handle(ReadEnterpriseChecks r, CancellationToken ct)
        {
            var slug =
                await db.Enterprises.Where(e => e.Id == r.EnterpriseId).Select(e => e.Slug).SingleOrDefaultAsync(ct)
                ?? throw new NotThere("enterprise");
            var checks = new BookChecks(db, clock.GetUtcNow().UtcDateTime, slug);
            return
            [
                .. await checks.EntriesBalance(ct),
                .. await checks.ShareCapital(ct),
                .. await checks.BondPrincipal(ct),
                .. await checks.AccruedInterest(ct),
                .. await checks.NobodyBelowZero(ct),
                .. await checks.PayableInterest(ct),
                .. await checks.PayableRedemptions(ct),
                .. await checks.PayableWithdrawals(ct),
                .. await checks.NoSharesBelowZero(ct),
                .. await checks.NoSharesOfLeavers(ct),
                .. await checks.OwedToEnterprises(ct),
            ];
        }
    }
}
