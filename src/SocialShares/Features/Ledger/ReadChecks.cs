using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Http;
using SocialShares.Ports;

namespace SocialShares.Features.Ledger;

/// <summary>Compare what must always agree: ledger, register, payments, payout lines and Stripe's balance.</summary>
public sealed record ReadChecks : IQuery<IReadOnlyList<BookCheck>>, IAllow<Administrator>, IAllow<Machine>
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/ledger/checks", Get).WithTags("Ledger");

    /// <inheritdoc cref="ReadChecks"/>
    public static Task<IReadOnlyList<BookCheck>> Get(IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ReadChecks(), ct);

    public sealed class Handler(SharesDb db, IPayments payments, TimeProvider clock)
        : IRequestHandler<ReadChecks, IReadOnlyList<BookCheck>>
    {
        public async Task<IReadOnlyList<BookCheck>> Handle(ReadChecks r, CancellationToken ct)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var checks = new BookChecks(db, now, enterprise: null);
            List<BookCheck> all =
            [
                .. await checks.EntriesBalance(ct),
                .. await checks.Escrow(ct),
                .. await checks.RefundsOwed(ct),
                .. await checks.DebitsUnderWay(ct),
                .. await checks.DisputedMoney(ct),
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
                .. await checks.ClientMoney(ct),
                .. await checks.Unidentified(ct),
                .. await checks.OrdersInTransit(ct),
            ];
            all.AddRange(await checks.SnapshotEqualsReplay(ct));
            var open = await db
                .Differences.Where(d => d.State == DifferenceState.Open)
                .OrderBy(d => d.FoundAt)
                .Select(d => new { d.Id, d.Currency })
                .Take(100)
                .ToListAsync(ct);
            var ledger = await checks.AtStripe(ct);
            var unbooked = open.Select(d => d.Currency).Distinct().Except(ledger.Select(m => m.Currency));
            foreach (var money in ledger.Concat(unbooked.Select(Money.Zero)))
                all.Add(
                    await AtStripe(money, now, ct) with
                    {
                        OpenDifferences = [.. open.Where(d => d.Currency == money.Currency).Select(d => d.Id)],
                    }
                );
            return all;
        }

        private async Task<BookCheck> AtStripe(Money ledger, DateTime now, CancellationToken ct)
        {
            try
            {
                var balance = await payments.ReadBalance(ledger.Currency, ct);
                var theirs = new Money(balance.AvailableMinor + balance.PendingMinor, ledger.Currency);
                return new BookCheck("stripe-balance", ledger.Currency.Code, ledger == theirs, ledger, theirs, now);
            }
            catch (Exception e) when (e is OutcomeUnknown or OrderRefused)
            {
                // No answer is no agreement: shown as unknown, never as right.
                var unknown = Money.Zero(ledger.Currency);
                return new BookCheck("stripe-balance", ledger.Currency.Code, null, ledger, unknown, now);
            }
        }
    }
}
