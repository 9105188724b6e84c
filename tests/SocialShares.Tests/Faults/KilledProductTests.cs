using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Issuing;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;
using SocialShares.Tests.Reconciling;

namespace SocialShares.Tests.Faults;

/// <summary>
/// The product as a process that is killed (SIGKILL) after each step of a purchase, and in the middle of some. Two of them run
/// always, all of them under <c>infra/dev test faults</c>.
/// </summary>
public sealed class KilledProductTests
{
    private static readonly bool IsWhole = Environment.GetEnvironmentVariable("SHARES_FAULTS") is not null;

    /// <summary>After what, or in the middle of what, the process is killed.</summary>
    public enum Step
    {
        /// <summary>The application was begun.</summary>
        Started,

        /// <summary>Everything is answered.</summary>
        Answered,

        /// <summary>It asks Stripe for the page.</summary>
        OpeningThePage,

        /// <summary>The page is open.</summary>
        Submitted,

        /// <summary>The buyer has just paid; the event is on its way or being taken in.</summary>
        JustPaid,

        /// <summary>The buyer paid some milliseconds ago.</summary>
        PaidAWhileAgo,

        /// <summary>The payment was taken in and cancelled: the refund is on its way.</summary>
        Cancelled,
    }

    /// <summary>Each step on each engine; of all of them two where time is short.</summary>
    public static TheoryData<Engine, Step> Steps()
    {
        var all = new TheoryData<Engine, Step>();
        foreach (var engine in EnginesUnderTest.Now.Engines)
        foreach (var step in IsWhole ? Enum.GetValues<Step>() : [Step.OpeningThePage, Step.JustPaid])
            all.Add(engine, step);
        return all;
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_process_that_is_killed_loses_nothing_and_does_nothing_twice(Engine engine, Step step)
    {
        await using var world = await TestWorld.StartNow(engine);
        await world.Stripe.TopUp("gbp", 100_000);
        var offer = await world.Open();
        var bystander = await world.Buy(offer, 2);
        var by = await world.SignUp();
        await world.MoveOut();

        var application = await Until(step, world, offer, by);
        await world.KillAndMoveIn();
        await GoOn(step, world, application);

        var state = (await TestWorld.Show(application)).State;
        state.ShouldBe(step == Step.Cancelled ? ApplicationState.Refunded : ApplicationState.Paid);
        (await TestWorld.Show(bystander)).State.ShouldBe(ApplicationState.Paid);
        (await world.InDatabase(db => db.Payments.CountAsync())).ShouldBe(2);
        await world.MoneyShouldAddUp();
        world.Clock.Move(Agreement.OnItsWay);
        await world.Reconcile();
        (await world.OpenDifferences()).ShouldBeEmpty();
        (await world.Checks()).ShouldAllBe(c => c.Holds == true);
    }

    private static async Task<StartedApplication> Until(Step step, TestWorld world, DraftedOffer offer, Person by)
    {
        if (step == Step.Started)
            return await world.Begin(offer, 3, by);
        var application = await world.Start(offer, 3, by);
        if (step == Step.Answered)
            return application;
        if (step == Step.OpeningThePage)
        {
            await world.Stripe.Fault(
                new
                {
                    on = "request",
                    kind = "slow",
                    operation = "CheckoutSessions_create",
                    seconds = 5,
                }
            );
            _ = Alone(TestWorld.Submit(application));
            await Task.Delay(TimeSpan.FromSeconds(2));
            return application;
        }
        var page = (await TestWorld.Submit(application)).As<ApplicationShown>().CheckoutUrl!;
        if (step == Step.Submitted)
            return application;
        await world.Stripe.Pay(new Uri(page).Segments[^1]);
        if (step == Step.PaidAWhileAgo)
            await Task.Delay(25);
        if (step != Step.Cancelled)
            return application;
        await TestWorld.Until(
            "the payment is taken in",
            async () => (await TestWorld.Show(application)).State == ApplicationState.Paid
        );
        (await by.Post($"{application.Path}/cancel")).ShouldSucceed();
        return application;
    }

    // The buyer comes back and goes on where the page says they are; what is under way ends by itself.
    private static async Task GoOn(Step step, TestWorld world, StartedApplication application)
    {
        await world.Stripe.NoFaults();
        await world.Settle();
        if (step == Step.Started)
        {
            var answers = new AnswerApplication.Body(
                null,
                TestWorld.Holder(),
                new PayoutChoice(PayoutDestination.Bank, "GB33BUKB20201555555555")
            );
            (await application.By.Patch(application.Path, answers)).ShouldSucceed();
        }
        if ((await TestWorld.Show(application)).State == ApplicationState.Started)
            (await TestWorld.Submit(application)).Status.ShouldBe(HttpStatusCode.OK);
        await world.Settle();
        if (step is Step.Started or Step.Answered or Step.OpeningThePage or Step.Submitted)
            await world.Stripe.Pay(await world.Session(application));
        await world.Settle();
        // An event that met nobody is not waited for: what is paid is asked once the units' time is over.
        world.Clock.Move(SubmitApplication.Hold + TimeSpan.FromMinutes(1));
        await world.RunAll(nameof(CheckPayments));
        await world.Settle();
    }

    // Whoever waits for a process that is killed gets no answer.
    private static async Task Alone(Task<Reply> asked)
    {
        try
        {
            await asked;
        }
        catch (HttpRequestException) { }
    }
}
