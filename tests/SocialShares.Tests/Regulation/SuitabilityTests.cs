using Microsoft.EntityFrameworkCore;
using SocialShares.Features.Issuing;
using SocialShares.Features.Regulation;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Regulation;

/// <summary>The steps before an application under the European crowdfunding rules, over HTTP.</summary>
[Collection(nameof(OneWorld))]
public sealed class SuitabilityTests
{
    private static readonly Dictionary<string, string> AllRight = new(StringComparer.Ordinal)
    {
        ["lose-all"] = "all",
        ["guarantee"] = "no",
        ["sell"] = "wait",
        ["return"] = "maybe",
        ["spread"] = "spread",
        ["think"] = "free",
    };

    private static readonly Dictionary<string, string> MostWrong = new(AllRight, StringComparer.Ordinal)
    {
        ["guarantee"] = "yes",
        ["sell"] = "always",
        ["return"] = "sure",
    };

    [Theory]
    [EveryDatabase]
    public async Task Nothing_is_sent_in_before_every_step_is_done_and_then_it_is_paid(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.OpenEcsp();
        var application = await world.Start(offer, 200);

        (await TestWorld.Submit(application)).ShouldBeRefused("suitability.knowledge-test");
        (await TestWorld.AnswerTest(application, MostWrong)).ShouldSucceed();
        var test = (await TestWorld.Suitability(application)).Test!;
        (test.Right, test.OutOf, test.Passed, test.Wrong.Count).ShouldBe((3, 6, false, 3));
        (await TestWorld.Submit(application)).ShouldBeRefused("suitability.knowledge-warning");
        (
            await Put(application, "knowledge-warning", new AcknowledgeKnowledge.Body(Acknowledged: false))
        ).ShouldBeMalformed("acknowledged", "suitability.not-acknowledged");
        (
            await Put(application, "knowledge-warning", new AcknowledgeKnowledge.Body(Acknowledged: true))
        ).ShouldSucceed();
        (await TestWorld.Submit(application)).ShouldBeRefused("suitability.loss-simulation");
        (await Simulate(application, new OwnFigures(2_000_000, 1_000_000, 1_000_000))).ShouldSucceed();
        var shown = await TestWorld.Suitability(application);
        (shown.Simulation!.BearableMinor, shown.Warning!.AboveMinor, shown.Next).ShouldBe(
            (200_000, 100_000, SuitabilityStep.InvestmentWarning)
        );
        (await TestWorld.Submit(application)).ShouldBeRefused("suitability.investment-warning");
        (await Warn(application, 100_000)).ShouldBeRefused("suitability.amount-changed");
        (await Warn(application, 200_000)).ShouldSucceed();
        (await TestWorld.Suitability(application)).Next.ShouldBeNull();
        (await TestWorld.Submit(application)).ShouldSucceed();
        await world.Stripe.Pay(await world.Session(application));
        await world.Settle();

        (await TestWorld.Show(application)).State.ShouldBe(ApplicationState.Paid);
        var kept = await world.InDatabase(db =>
            db.Suitabilities.AsNoTracking().SingleAsync(s => s.ApplicationId == application.Id)
        );
        kept.DoneAt.ShouldNotBeNull();
        kept.SealedNetWorth.ShouldBeNull();
        (await Simulate(application, null)).ShouldBeRefused("application.already-submitted");
    }

    [Theory]
    [EveryDatabase]
    public async Task The_test_counts_two_years_for_every_offer_and_figures_may_be_declined(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var person = await world.SignUp();
        var first = await world.Start(await world.OpenEcsp(), 5, person);
        (await TestWorld.AnswerTest(first, AllRight)).ShouldSucceed();
        (await Simulate(first, null)).ShouldSucceed();
        (await TestWorld.Submit(first)).ShouldSucceed();
        var until = (await TestWorld.Suitability(first)).Test!.ValidUntil;

        until.ShouldBe(LegalDay.Of(world.Clock.Now, first.To.By.Zone).AddMonths(24));
        world.MoveToDay(until);
        var lastDay = await world.Start(await world.OpenEcsp(), 5, person);
        (await TestWorld.Suitability(lastDay)).Next.ShouldBe(SuitabilityStep.LossSimulation);
        world.MoveToDay(until.AddDays(1));
        (await TestWorld.Suitability(lastDay)).Next.ShouldBe(SuitabilityStep.KnowledgeTest);
        (await TestWorld.Submit(lastDay)).ShouldBeRefused("suitability.knowledge-test");
    }

    [Theory]
    [EveryDatabase]
    public async Task A_step_is_kept_and_a_larger_amount_is_warned_of_again(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var application = await world.Start(await world.OpenEcsp(), 150);
        var half = AllRight.Take(3).ToDictionary();
        (await TestWorld.AnswerTest(application, half)).ShouldSucceed();

        // Another device goes on where this one stopped.
        (await TestWorld.Suitability(application))
            .Questions.Where(q => q.Chosen is not null)
            .Select(q => (q.Key, q.Chosen))
            .ShouldBe(half.Select(h => (h.Key, (string?)h.Value)));
        (await TestWorld.AnswerTest(application, AllRight.Skip(3).ToDictionary())).ShouldSucceed();
        (await TestWorld.Suitability(application)).Test!.Passed.ShouldBeTrue();
        (await Simulate(application, null)).ShouldSucceed();
        (await Warn(application, 150_000)).ShouldSucceed();
        var more = new AnswerApplication.Body(160_000, null, null);
        (await application.By.Patch(application.Path, more)).ShouldSucceed();
        (await TestWorld.Submit(application)).ShouldBeRefused("suitability.investment-warning");
        var less = new AnswerApplication.Body(100_000, null, null);
        (await application.By.Patch(application.Path, less)).ShouldSucceed();
        (await TestWorld.Submit(application)).ShouldSucceed();
    }

    [Theory]
    [EveryDatabase]
    public async Task Nobody_else_reads_the_figures_and_a_result_is_never_changed(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.OpenEcsp();
        var application = await world.Start(offer, 5);
        (await TestWorld.AnswerTest(application, AllRight)).ShouldSucceed();
        (await Simulate(application, new OwnFigures(123_456_700, 0, 0))).ShouldSucceed();

        foreach (var other in new[] { offer.By.Chair, await world.Administrator(), await world.SignUp() })
            ((int)(await other.Get($"{application.Path}/suitability")).Status).ShouldBe(404);
        var row = await world.InDatabase(db =>
            db.Suitabilities.AsNoTracking().SingleAsync(s => s.ApplicationId == application.Id)
        );
        row.SealedNetWorth.ShouldNotBeNull();
        row.SealedNetWorth.ShouldNotContain("1234567");
        world.Log.Lines.ShouldNotContain(l => l.Text.Contains("1234567"));
        await Should.ThrowAsync<Exception>(() =>
            world.InDatabase(db =>
                db.KnowledgeTests.Where(t => t.PersonId == application.By.Id)
                    .ExecuteUpdateAsync(t => t.SetProperty(x => x.Passed, false))
            )
        );
        // Giving up the application forgets them.
        (await application.By.Post($"{application.Path}/cancel", key: Person.NoKey)).ShouldSucceed();
        var after = await world.InDatabase(db =>
            db.Suitabilities.AsNoTracking().SingleAsync(s => s.ApplicationId == application.Id)
        );
        after.SealedNetWorth.ShouldBeNull();
    }

    [Theory]
    [EveryDatabase]
    public async Task Rules_that_ask_nothing_take_no_answers_and_nobody_is_told_the_right_ones(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var application = await world.Start(await world.Open());

        (await TestWorld.Suitability(application)).IsAsked.ShouldBeFalse();
        (await Simulate(application, null)).ShouldBeRefused("suitability.not-asked");
        (await TestWorld.AnswerTest(application, AllRight)).ShouldBeRefused("suitability.not-asked");
        (await TestWorld.Submit(application)).ShouldSucceed();
        var packs = await world.Nobody.Get("rule-packs");
        packs.ShouldSucceed().Text.ShouldNotContain("\"isRight\":true");
        var ecsp = await world.Start(await world.OpenEcsp());
        (await ecsp.By.Get($"{ecsp.To.Path}/rules")).ShouldSucceed().Text.ShouldNotContain("\"isRight\":true");
        (await TestWorld.AnswerTest(ecsp, new Dictionary<string, string>(StringComparer.Ordinal) { ["sell"] = "x" }))
            .ShouldBeRefused("suitability.question-unknown")
            .Field.ShouldBe("answers");
    }

    private static Task<Reply> Simulate(StartedApplication a, OwnFigures? figures) =>
        Put(a, "simulation", new SimulateLoss.Body(figures));

    private static Task<Reply> Warn(StartedApplication a, long amountMinor) =>
        Put(a, "investment-warning", new AcknowledgeAmount.Body(Acknowledged: true, amountMinor));

    private static Task<Reply> Put(StartedApplication a, string step, object body) =>
        a.By.Put($"{a.Path}/suitability/{step}", body);
}
