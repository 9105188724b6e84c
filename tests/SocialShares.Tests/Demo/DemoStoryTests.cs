using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SocialShares.Demo;
using SocialShares.Demo.Api;
using SocialShares.Demo.People;
using SocialShares.Demo.Seed;
using SocialShares.Features.Banking;
using SocialShares.Features.Bonds;
using SocialShares.Features.Disputes;
using SocialShares.Features.Holdings;
using SocialShares.Features.Issuing;
using SocialShares.Features.Ledger;
using SocialShares.Features.Payouts;
using SocialShares.Features.Register;

namespace SocialShares.Tests.Demo;

/// <summary>The demo's story, told with fewer people: everything that a newcomer is to find is there.</summary>
public sealed class DemoStoryTests : IAsyncLifetime
{
    private const int Members = 24;
    private readonly string folder = Directory.CreateTempSubdirectory("shares-demo-").FullName;
    private readonly StringWriter console = new(CultureInfo.InvariantCulture);
    private DemoHost host = null!;
    private Town town = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await DemoHost.Start(
            new DemoSettings
            {
                DataFolder = folder,
                StartsAt = DemoStory.StartsAt(TimeProvider.System.GetUtcNow()),
                Extra = ["--applicationName=SocialShares"],
            },
            Stop
        );
        await DemoCommand.Seed(host, Members, console, Stop);
        town = new Town(host);
    }

    public async ValueTask DisposeAsync()
    {
        town.Dispose();
        await host.DisposeAsync();
        console.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task It_ends_today_with_all_that_a_newcomer_is_to_find()
    {
        (TimeProvider.System.GetUtcNow() - host.Clock.GetUtcNow()).Duration().ShouldBeLessThan(TimeSpan.FromSeconds(5));
        var offers = await town.First.Get<List<OfferLine>>("/offers", Stop);
        offers
            .Select(o => (o.EnterpriseSlug, o.State))
            .ShouldBe(
                [
                    ("cooperatie-dorpswinkel-lutjeveen-u-a", OfferState.Failed),
                    ("cooperatie-dorpswinkel-lutjeveen-u-a", OfferState.Completed),
                    ("cooperatie-dorpswinkel-lutjeveen-u-a", OfferState.Approved),
                    ("cooperatie-dorpswinkel-lutjeveen-u-a", OfferState.Open),
                    ("cooperatie-dorpswinkel-lutjeveen-u-a", OfferState.Open),
                    ("hallowby-community-shop-ltd", OfferState.Completed),
                    ("hallowby-community-shop-ltd", OfferState.Open),
                ],
                ignoreOrder: true
            );
        offers.Single(o => o is { State: OfferState.Completed, Currency.Code: "GBP" }).People.ShouldBe(Members);
        (await town.First.Get<List<OfferLine>>("/reviews/offers", Stop)).ShouldHaveSingleItem();
        await TheBakeryIsPartRaised(offers.Single(o => o is { State: OfferState.Open, Currency.Code: "GBP" }));
        await OneInterestRunIsDoneAndOneWaits();
        await OneMemberIsPaidBackOneWaitsAndOnePassesSharesOn();
        await TheSportsHallIsPaidAndItsNextPaymentWaits();
        await TheBarnIsOnOffer();
        await SomeMoneyNeedsAPerson();
        await TheRegisterOfAPastDayIsAnother(offers.First(o => o.Currency == Currency.Gbp));
        var checks = await town.First.Get<List<BookCheck>>("/ledger/checks", Stop);
        checks.ShouldAllBe(c => c.Holds == true);
        await TheReadmesWalkRuns();
        await TheClockMovesForwardOnly();
    }

    private async Task TheRegisterOfAPastDayIsAnother(OfferLine offer)
    {
        var shop = (await town.First.Get<OfferShown>($"/offers/{offer.Id}", Stop)).Enterprise.Id;
        var (register, page) = ($"/enterprises/{shop}/register", "?take=500");
        var corrections = await town.First.Get<List<CorrectionShown>>($"{register}/corrections", Stop);
        var mended = corrections.ShouldHaveSingleItem();
        mended.DecidedByName.ShouldBe(Administrators.First.Name);

        var after = await town.First.Get<RegisterPage>($"{register}{page}&asOf={mended.ValidOn:yyyy-MM-dd}", Stop);
        var before = await town.First.Get<RegisterPage>(
            $"{register}{page}&asOf={mended.ValidOn.AddDays(-1):yyyy-MM-dd}",
            Stop
        );
        var changed = after
            .Members.Join(before.Members, m => m.MemberId, m => m.MemberId, (now, past) => (now, past))
            .ToList();

        changed.Count(c => c.now.Street != c.past.Street).ShouldBe(1);
        changed
            .Select(c => c.now.Units - c.past.Units)
            .Where(difference => difference != 0)
            .ShouldBe([-50, 50], ignoreOrder: true);
        (after.Members.Count, before.Members.Count).ShouldBe((Members, Members));
    }

    private async Task SomeMoneyNeedsAPerson()
    {
        var work = await town.First.Get<WorkList>("/bank/work-list", Stop);
        work.Items.Select(i => i.Proposals.Count > 0).ShouldBe([true, false], ignoreOrder: true);
        work.Differences.ShouldBeEmpty();
        var disputes = await town.First.Get<List<DisputeShown>>("/disputes", Stop);
        disputes.ShouldHaveSingleItem().State.ShouldBe(DisputeState.NeedsAnswer);
        var money = await town.First.Get<PaymentPage>("/payments", Stop);
        money.Payments.Count(p => p.Method == RefundWay.BankTransfer).ShouldBe(3);
    }

    private async Task TheReadmesWalkRuns()
    {
        var printed = await ReadmeWalk.Run(host, Stop);

        printed.ShouldContain("a-bakery-behind-the-village-shop");
        printed.ShouldContain("paid");
        printed.Trim().ShouldEndWith("refunded");
    }

    private async Task TheBakeryIsPartRaised(OfferLine bakery)
    {
        var applications = await town.First.Get<List<ApplicationLine>>($"/offers/{bakery.Id}/applications", Stop);

        applications
            .Select(a => a.State)
            .Distinct()
            .ShouldBe(
                [
                    ApplicationState.Confirmed,
                    ApplicationState.Paid,
                    ApplicationState.AwaitingPayment,
                    ApplicationState.Refunded,
                    ApplicationState.Cancelled,
                ],
                ignoreOrder: true
            );
    }

    private async Task OneInterestRunIsDoneAndOneWaits()
    {
        var runs = (await town.Second.Get<List<PayoutRunRow>>("/payout-runs", Stop)).FindAll(r =>
            r is { Currency.Code: "GBP", Kind: PayoutKind.ShareInterest }
        );

        runs.Select(r => (r.State, r.NeedAttention))
            .ShouldBe([(PayoutRunState.Calculated, 1), (PayoutRunState.CompletedWithFailures, 1)]);
        runs.ShouldAllBe(r => r.CalculatedBy == Administrators.First.Name);
        runs[1].ApprovedBy.ShouldBe(Administrators.Second.Name);
        runs[0].ApprovedBy.ShouldBeNull();
    }

    private async Task OneMemberIsPaidBackOneWaitsAndOnePassesSharesOn()
    {
        var run = (await town.Second.Get<List<PayoutRunRow>>("/payout-runs", Stop)).Single(r =>
            r.Kind == PayoutKind.Withdrawal
        );
        var shop = (await town.First.Get<PayoutRunRead>($"/payout-runs/{run.Id}", Stop)).EnterpriseId;
        var asked = await town.First.Get<WithdrawalsRead>($"/enterprises/{shop}/withdrawals", Stop);
        var transfers = await town.First.Get<List<TransferRow>>($"/enterprises/{shop}/transfers", Stop);

        run.State.ShouldBe(PayoutRunState.Completed);
        asked.Queue.ShouldHaveSingleItem().Units.ShouldBe(5);
        asked.Decided.ShouldHaveSingleItem().State.ShouldBe(WithdrawalState.Paid);
        transfers.ShouldHaveSingleItem().State.ShouldBe(TransferState.Accepted, "the board must approve");
    }

    private async Task TheSportsHallIsPaidAndItsNextPaymentWaits()
    {
        var runs = (await town.Second.Get<List<PayoutRunRow>>("/payout-runs", Stop)).FindAll(r =>
            r.Currency == Currency.Eur
        );
        runs.Count.ShouldBe(6);
        runs.ShouldAllBe(r => r.State == PayoutRunState.Completed && r.Kind == PayoutKind.Redemption);
        var waiting = await town.First.Get<List<BondPaymentToCalculate>>("/bond-series/payments-to-calculate", Stop);
        waiting.Select(p => p.PeriodNo).ShouldBe([4, 4]);
        waiting.ShouldAllBe(p => !p.IsOverdue && p.PrincipalMinor > 0);
        var transfers = new List<BondTransferRow>();
        foreach (var series in waiting)
            transfers.AddRange(
                (await town.First.Get<BondSeriesRead>($"/bond-series/{series.SeriesId}", Stop)).Transfers
            );
        transfers.ShouldHaveSingleItem().AccruedMinor.ShouldBeGreaterThan(0);
    }

    private async Task TheBarnIsOnOffer()
    {
        var barn = await town.First.Get<OfferShown>("/offers/zonnedelen-op-de-loods", Stop);

        barn.State.ShouldBe(OfferState.Open);
        barn.Raised.FirmMinor.ShouldBeGreaterThan(0);
        var path = $"/bond-series/{barn.Series.ShouldHaveSingleItem().Id}/cash-flow?amountMinor=100000";
        var flow = await town.First.Get<CashFlowShown>(path, Stop);
        flow.Rows.Sum(r => r.PrincipalMinor).ShouldBe(100_000);
    }

    private async Task TheClockMovesForwardOnly()
    {
        var before = host.Clock.GetUtcNow();

        using var moved = await town.Http.PostAsJsonAsync("/demo/clock", new { days = 2 }, Stop);
        using var back = await town.Http.PostAsJsonAsync("/demo/clock", new { to = before }, Stop);
        using var unclear = await town.Http.PostAsJsonAsync("/demo/clock", new { days = 2, to = before }, Stop);

        moved.StatusCode.ShouldBe(HttpStatusCode.OK);
        back.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        unclear.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var shown = JsonDocument.Parse(
            await town.Http.GetStringAsync(new Uri("/demo/clock", UriKind.Relative), Stop)
        );
        shown.RootElement.GetProperty("now").GetDateTimeOffset().ShouldBeGreaterThanOrEqualTo(before.AddDays(2));
    }
}
