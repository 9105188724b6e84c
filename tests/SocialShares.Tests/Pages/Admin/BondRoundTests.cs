using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Pages.Admin;

/// <summary>A payment on bonds in a browser without scripts: two administrators, the job, and what the board then sees.</summary>
[Collection(nameof(OneWorld))]
public sealed class BondRoundTests(Browsers browsers) : IClassFixture<Browsers>
{
    [Theory]
    [InlineData("en-GB", 1280)]
    [InlineData("nl-NL", 320)]
    public async Task Two_administrators_pay_the_first_coupon(string language, int width)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var terms = TestWorld.TwoYears(Currency.Eur) with
        {
            Repayment = new RepaymentTerms(RepaymentKind.Linear),
            EarlyRedemption = new EarlyRedemptionTerms(IssuerAfterMonths: 0, NoticeDays: 5),
        };
        var series = await world.IssueBonds([12, 8], terms);
        (
            await series.Offer.By.Chair.Post(
                $"{series.Path}/early-redemptions",
                new Features.Bonds.RedeemEarly.Body(1, 4)
            )
        ).ShouldSucceed();
        world.MoveToDay((await world.Period(series, 1)).DueOn.AddDays(1));
        await world.RunAll(nameof(BookBonds));
        await using var first = await browsers.Open(world, await world.Administrator(), language, width);
        await using var second = await browsers.Open(world, await world.SecondAdministrator(), language, width);
        await using var board = await browsers.Open(world, series.Offer.By.Chair, language, width);

        var run = await Calculate(first, series);
        await second.Go(run);
        await second.Look("bond-run-to-approve");
        await second.Press("Approve");
        (await second.Page.Locator("svg.stamp").CountAsync()).ShouldBe(1);
        await world.RunAll(nameof(ExecutePayouts));

        await second.Go(run);
        (await second.Page.Locator(".steps .done").CountAsync()).ShouldBe(4);
        (await second.Page.Locator(".mark--bad").CountAsync()).ShouldBe(0);
        await second.Look("bond-run-completed");
        await second.Go("/admin/payout-runs");
        await second.Look("bond-runs-after");
        await second.Go("/admin/jobs");
        await second.Look("bond-jobs");
        await board.Go($"/board/{series.Offer.By.Slug}/bonds/{series.Id}");
        (await board.Page.Locator(".decision code").CountAsync()).ShouldBe(2); // fingerprint and seed
        await board.Look("series-paid");
        await board.Go($"/board/{series.Offer.By.Slug}/bonds");
        await board.Look("bonds-paid");
        await board.Go($"/board/{series.Offer.By.Slug}");
        await board.Look("bonds-today-paid");
        first.SawNoFlaw();
        second.SawNoFlaw();
        board.SawNoFlaw();
    }

    private static async Task<string> Calculate(Visitor first, IssuedSeries series)
    {
        await first.Go("/admin");
        await first.Look("bond-admin-today");
        await first.Go("/admin/payout-runs");
        await first.Look("bond-admin-runs");
        await first.Page.Locator($"form:has(input[value='{series.Id}']) button").ClickAsync();
        first.Path.ShouldStartWith("/admin/payout-runs/");
        (await first.Page.Locator("form[action*='handler=Approve'] button").IsDisabledAsync()).ShouldBeTrue();
        return first.Path;
    }
}
