using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Ledger;
using SocialShares.Tests.Databases;

namespace SocialShares.Tests.Payouts;

/// <summary>Interest left in makes nobody hold more than the law lets one person hold.</summary>
public sealed class ReinvestCapTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task What_would_be_left_in_above_the_legal_cap_goes_to_the_bank_or_waits_for_an_account(Engine engine)
    {
        // Of 1.00 each; 3 % more than GBP 99,900 is above GBP 100,000, the most of one person in a British society.
        await using var village = await Village.On(
            engine,
            [
                (99_900, To.NewShares),
                (99_900, To.Bank with { Destination = PayoutDestination.Reinvest }),
                (1_000, To.NewShares),
            ]
        );
        var run = await village.Calculate(await village.Declare());
        await village.Approve(run.Id);
        village.Clock.Now = new DateTime(2026, 2, 1, 9, 0, 0, DateTimeKind.Utc);

        var state = await village.ExecuteAll(run.Id);

        state.ShouldBe(PayoutRunState.CompletedWithFailures);
        await using var db = village.Open();
        var lines = await db.PayoutLines.AsNoTracking().OrderBy(l => l.No).ToListAsync(Ct);
        lines
            .Select(l => (l.State, l.Destination, l.Problem))
            .ShouldBe([
                (PayoutLineState.NeedsAttention, PayoutDestination.Bank, PayoutLine.AboveLegalCap),
                (PayoutLineState.Sent, PayoutDestination.Bank, PayoutLine.AboveLegalCap),
                (PayoutLineState.Reinvested, PayoutDestination.Reinvest, null),
            ]);
        (await db.BankFiles.SingleAsync(Ct)).ControlSumMinor.ShouldBe(299_700);
        var entry = await db.RegisterEntries.SingleAsync(e => e.Kind == EntryKind.Reinvestment, Ct);
        (entry.Units, entry.MemberId).ShouldBe((30L, lines[2].MemberId));
        var checks = await village.Do(
            new ReadEnterpriseChecks(village.Enterprise.Id),
            own => new ReadEnterpriseChecks.Handler(own, village.Clock)
        );
        checks.ShouldAllBe(c => c.Holds == true);
    }
}
