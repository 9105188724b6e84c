using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Issuing;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Faults;

/// <summary>Whatever happens to the events of Stripe, a payment is taken in once.</summary>
public sealed class WebhookFaultTests
{
    private const string Completed = "checkout.session.completed";

    [Theory]
    [EveryDatabase]
    public async Task However_often_and_in_whatever_order_events_come_a_payment_is_booked_once(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        var offer = await world.Open();
        foreach (var kind in new[] { "duplicate", "twin", "reorder", "delay" })
        {
            await world.Stripe.Fault(
                new
                {
                    on = "delivery",
                    kind,
                    type = Completed,
                    seconds = 0.5,
                }
            );
            var application = await world.Apply(offer, 2);
            await world.Stripe.Pay(await world.Session(application));
            await TestWorld.Until(
                $"paid in spite of {kind}",
                async () =>
                {
                    await world.Settle();
                    return (await TestWorld.Show(application)).State == ApplicationState.Paid;
                }
            );
        }

        (await world.InDatabase(db => db.Payments.CountAsync())).ShouldBe(4);
        (await world.InDatabase(db => db.JournalEntries.CountAsync(e => e.CauseKind == "payment"))).ShouldBe(4);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task An_event_that_never_comes_loses_nothing(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
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
        var before = (await TestWorld.Show(application)).State;

        world.Clock.Move(SubmitApplication.Hold + TimeSpan.FromMinutes(1));
        await world.RunAll(nameof(CheckPayments));
        await world.Settle();

        before.ShouldBe(ApplicationState.AwaitingPayment);
        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Paid);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task Money_that_comes_after_the_units_were_given_up_goes_back(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        await world.Stripe.TopUp("gbp", 100_000);
        var offer = await world.Open();
        var application = await world.Apply(offer, 5);
        var session = await world.Session(application);
        // The cancellation cannot close the page, and the buyer pays on it.
        await world.Stripe.Fault(
            new
            {
                on = "request",
                kind = "lost_before",
                operation = "CheckoutSessions_expire",
                times = 100,
            }
        );
        (await application.By.Post($"{application.Path}/cancel")).ShouldSucceed();

        var paid = await world.Stripe.Pay(session);
        await world.Stripe.NoFaults();
        await world.Settle();

        ((string?)paid["status"]).ShouldBe("paid");
        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Refunded);
        (await world.Show(offer)).UnitsReserved.ShouldBe(0);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_declined_card_can_be_followed_by_a_good_one_on_the_same_page(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        var offer = await world.Open();
        var application = await world.Apply(offer, 5);
        var session = await world.Session(application);

        var declined = await world.Stripe.Pay(session, card: "4000000000000002");
        await world.Settle();
        var between = (await TestWorld.Show(application)).State;
        var secured = await world.Stripe.Pay(session, card: "4000002760003184", outcome: "fail");
        var paid = await world.Stripe.Pay(session, card: "4000002760003184");
        await world.Settle();

        ((string?)declined["status"]).ShouldBe("declined");
        between.ShouldBe(ApplicationState.AwaitingPayment);
        ((string?)secured["status"]).ShouldNotBe("paid");
        ((string?)paid["status"]).ShouldBe("paid");
        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Paid);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_product_that_ends_between_payment_and_event_takes_the_payment_in_once_it_is_back(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        var offer = await world.Open();
        var application = await world.Apply(offer, 5);
        var session = await world.Session(application);
        await world.StopProduct();

        await world.Stripe.Pay(session);
        await world.StartProduct();
        await TestWorld.Until(
            "the event comes again",
            async () =>
            {
                await world.Settle();
                return (await TestWorld.Show(application)).State == ApplicationState.Paid;
            }
        );

        (await world.InDatabase(db => db.Payments.CountAsync())).ShouldBe(1);
        await world.MoneyShouldAddUp();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_forged_event_is_refused_and_leaves_nothing(Engine engine)
    {
        await using var world = await TestWorld.Start(engine);
        using var forged = new StringContent("""{"id":"evt_1","object":"event","type":"checkout.session.completed"}""");

        var reply = await world.Nobody.Send(
            HttpMethod.Post,
            "/webhooks/stripe",
            forged,
            ("Stripe-Signature", $"t={world.Clock.GetUtcNow().ToUnixTimeSeconds()},v1=00")
        );

        reply.Status.ShouldBe(System.Net.HttpStatusCode.BadRequest);
        (await world.InDatabase(db => db.ReceivedEvents.AnyAsync())).ShouldBeFalse();
    }
}
