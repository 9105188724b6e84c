using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialShares.Data;
using SocialShares.Features.Issuing;
using SocialShares.Features.Operations;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Faults;

/// <summary>Whatever Stripe answers, or does not, an order takes effect once.</summary>
public sealed class ProviderFaultTests
{
    private const string Sessions = "CheckoutSessions_create";
    private const string Refunds = "Refunds_create";
    private const string Transfers = "Transfers_create";

    [Theory]
    [EveryDatabase("lost")]
    [EveryDatabase("half")]
    [EveryDatabase("lost_before")]
    [EveryDatabase("conflict409")]
    public async Task An_answer_that_does_not_arrive_opens_one_page_pays_one_refund_and_one_transfer(
        Engine engine,
        string kind
    )
    {
        await using var world = await TestWorld.Start(engine);
        await world.Stripe.TopUp("gbp", 100_000);
        var offer = await world.Open();
        foreach (var operation in new[] { Sessions, Refunds, Transfers })
            await world.Stripe.Fault(
                new
                {
                    on = "request",
                    kind,
                    operation,
                }
            );

        await world.Buy(offer, 12);
        var given = await world.Buy(offer, 5);
        (await given.By.Post($"{given.Path}/cancel")).ShouldSucceed();
        await Patiently(world);
        await world.End(offer);
        await Patiently(world);

        var state = await world.Stripe.State();
        ((int)state["transfers"]!).ShouldBe(1);
        state["refunds"]!.AsObject().Sum(r => (int)r.Value!).ShouldBe(1);
        (await world.Show(offer)).State.ShouldBe(OfferState.Completed);
        (await TestWorld.Show(given)).State.ShouldBe(ApplicationState.Refunded);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_payment_page_that_cannot_be_opened_gives_the_units_back(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        var offer = await world.Open();
        await world.Stripe.Fault(
            new
            {
                on = "request",
                kind = "error500",
                operation = Sessions,
            }
        );
        var application = await world.Start(offer, 5);
        var submitted = (await TestWorld.Submit(application)).As<ApplicationShown>();
        world.Clock.Move(SubmitApplication.Hold + TimeSpan.FromMinutes(1));

        await world.RunAll(nameof(CheckPayments));
        await world.Settle();

        submitted.CheckoutUrl.ShouldBeNull();
        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Expired);
        (await world.Show(offer)).UnitsReserved.ShouldBe(0);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_drawdown_that_is_refused_is_parked_and_goes_out_when_an_administrator_retries_it(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        var offer = await world.Open();
        for (var i = 0; i < 10; i++)
            await world.Buy(offer, 1); // the fees of ten small payments are more than our share of them
        await world.End(offer);
        await Patiently(world);
        var administrator = await world.Administrator();

        var parked = (await administrator.Get("outbox?parkedOnly=true")).As<IReadOnlyList<OutboxLine>>();
        var state = (await world.Show(offer)).State;
        await world.Stripe.TopUp("gbp", 10_000);
        (await administrator.Post($"outbox/{parked.ShouldHaveSingleItem().Id}/retry")).ShouldSucceed();
        await world.Settle();

        parked[0].Kind.ShouldBe("SendDrawdown");
        state.ShouldBe(OfferState.Allotted);
        (await world.Show(offer)).State.ShouldBe(OfferState.Completed);
        ((int)(await world.Stripe.State())["transfers"]!).ShouldBe(1);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_transfer_that_was_made_behind_a_stored_failure_is_found_and_not_made_again(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        await world.Stripe.TopUp("gbp", 100_000);
        var offer = await world.Open();
        await world.Buy(offer, 12);
        await world.Stripe.Fault(
            new
            {
                on = "request",
                kind = "error500",
                operation = Transfers,
                effect = true,
            }
        );

        await world.End(offer);
        await Patiently(world);

        ((int)(await world.Stripe.State())["transfers"]!).ShouldBe(1);
        (await world.Show(offer)).State.ShouldBe(OfferState.Completed);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task Four_deliverers_at_once_deliver_each_row_once(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        await world.Stripe.TopUp("gbp", 100_000);
        var offer = await world.Open();
        var applications = new List<StartedApplication>();
        for (var i = 0; i < 6; i++)
            applications.Add(await world.Buy(offer, 1));
        foreach (var application in applications)
            (await application.By.Post($"{application.Path}/cancel")).ShouldSucceed();

        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => world.Services.GetRequiredService<OutboxDelivery>().DeliverDue(CancellationToken.None))
        );
        await world.Settle();

        var attempts = await world.InDatabase(db =>
            db.Outbox.Where(o => o.Kind == "SendRefund").Select(o => o.Attempts).ToListAsync()
        );
        attempts.ShouldBe([1, 1, 1, 1, 1, 1]);
        var mails = await world.InDatabase(db => db.SentMails.CountAsync(m => m.To == applications[0].By.Email));
        mails.ShouldBe(3); // paid, refund ordered, refund done
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task An_hour_without_the_provider_is_survived(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        await world.Stripe.TopUp("gbp", 100_000);
        var offer = await world.Open();
        var application = await world.Buy(offer, 5);
        await world.Stripe.Fault(
            new
            {
                on = "request",
                kind = "lost_before",
                times = 100_000,
            }
        );
        (await application.By.Post($"{application.Path}/cancel")).ShouldSucceed();
        for (var minutes = 0; minutes < 60; minutes++)
        {
            await world.Services.GetRequiredService<OutboxDelivery>().DeliverDue(CancellationToken.None);
            world.Clock.Move(TimeSpan.FromMinutes(1));
        }

        await world.Stripe.NoFaults();
        await Patiently(world);

        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Refunded);
        (await world.InDatabase(db => db.Outbox.CountAsync(o => o.ParkedAt != null))).ShouldBe(0);
        await world.MoneyShouldAddUp();
    }

    [Fact]
    public async Task A_restart_of_the_database_in_the_middle_loses_nothing()
    {
        await using var server = await PostgreSqlServer.StartNew();
        await using var world = await TestWorld.StartOn(Engine.PostgreSql, await server.CreateDatabase());
        var offer = await world.Open();
        var application = await world.Apply(offer, 5);
        var session = await world.Session(application);

        await server.Stop(crash: true);
        await world.Stripe.Pay(session);
        await server.Start();
        await TestWorld.Until(
            "the payment is taken in",
            async () =>
            {
                await world.Settle();
                return (await TestWorld.Show(application)).State == ApplicationState.Paid;
            }
        );

        (await world.InDatabase(db => db.Payments.CountAsync())).ShouldBe(1);
        await world.MoneyShouldAddUp();
    }

    /// <summary>Lets the waits after failures pass, as often as an order is tried.</summary>
    private static async Task Patiently(TestWorld world)
    {
        for (var i = 0; i < 10; i++)
        {
            await world.Settle();
            world.Clock.Move(TimeSpan.FromMinutes(20));
        }
        await world.Settle();
    }
}
