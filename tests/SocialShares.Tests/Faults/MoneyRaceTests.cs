using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Payouts;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Faults;

/// <summary>Two people do at the same moment what may be done once.</summary>
public sealed class MoneyRaceTests
{
    [Theory]
    [EveryDatabase]
    public async Task A_page_that_was_paid_while_it_was_cancelled_pays_back_without_any_event(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        await world.Stripe.TopUp("gbp", 100_000);
        var offer = await world.Open();
        await world.Stripe.Fault(
            new
            {
                on = "delivery",
                kind = "drop",
                times = 100,
            }
        );
        var application = await world.Apply(offer, 5);
        await world.Stripe.Pay(await world.Session(application));

        (await application.By.Post($"{application.Path}/cancel")).ShouldSucceed();
        await world.Settle();

        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Refunded);
        (await world.Show(offer)).UnitsReserved.ShouldBe(0);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task Calculations_of_one_declaration_at_once_make_one_run(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        var offer = await world.Open();
        await world.Buy(offer, 12);
        await world.End(offer);
        world.Clock.Move(TimeSpan.FromDays((365 * 3) + 300));
        var today = LegalDay.Of(world.Clock.Now, "Europe/London");
        var shown = await world.Show(offer);
        var declared = (
            await offer.By.Chair.Post(
                $"enterprises/{offer.By.Id}/interest-declarations",
                new DeclareInterest.Body(shown.ShareClass!.Id, today.AddDays(-300), today.AddDays(-1), 10_000, today)
            )
        ).As<InterestDeclared>();
        var administrator = await world.Administrator();

        var replies = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(_ => administrator.Post("payout-runs", new CalculatePayoutRun.Body(declared.Id)))
        );

        replies.Count(r => (int)r.Status == 200).ShouldBe(1);
        (await world.InDatabase(db => db.PayoutRuns.CountAsync())).ShouldBe(1);
    }
}
