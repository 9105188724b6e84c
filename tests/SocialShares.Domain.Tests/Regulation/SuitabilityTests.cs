namespace SocialShares.Domain.Tests.Regulation;

/// <summary>The steps before an application under the European crowdfunding rules: they warn and never forbid.</summary>
public sealed class SuitabilityTests
{
    private static readonly RuleSource Source = new("a test", null);
    private static readonly DateTime Now = new(2030, 3, 1, 10, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2030, 3, 1);
    private static readonly ApplicationId Mine = new(Guid.CreateVersion7());
    private static readonly PersonId Me = new(Guid.CreateVersion7());

    private static readonly SuitabilityRules Rules = new(
        new KnowledgeTestRules(24, 60, [Question("a"), Question("b"), Question("c")], Source),
        new LossSimulationRules(100_000, Source),
        new InvestmentWarningRule(100_000, Currency.Eur, 50_000, Source)
    );

    [Theory]
    [InlineData("rrr", 3, true)]
    [InlineData("rrw", 2, true)]
    [InlineData("rww", 1, false)]
    [InlineData("www", 0, false)]
    public void A_test_is_passed_with_enough_right_answers(string answers, int right, bool passed)
    {
        var test = Take(answers);

        (test.Right, test.OutOf, test.Passed).ShouldBe((right, 3, passed));
        test.ValidUntil.ShouldBe(new DateOnly(2032, 3, 1));
        (test.Counts(new DateOnly(2032, 3, 1)), test.Counts(new DateOnly(2032, 3, 2))).ShouldBe((true, false));
    }

    [Fact]
    public void Answers_are_kept_until_the_last_and_then_the_next_test_begins_empty()
    {
        var progress = Suitability.Begin(Mine);

        progress.Answer(Rules.KnowledgeTest, "b", "w").ShouldBeNull();
        progress.Answer(Rules.KnowledgeTest, "a", "r").ShouldBeNull();
        progress.Answer(Rules.KnowledgeTest, "b", "r").ShouldBeNull();
        progress.Answers.ShouldBe("a=r;b=r");
        progress.Answer(Rules.KnowledgeTest, "c", "w")!.Text.ShouldBe("a=r;b=r;c=w");
        progress.Answers.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("d", "r")]
    [InlineData("a", "x")]
    public void What_is_no_question_or_no_choice_is_refused(string question, string choice) =>
        Should
            .Throw<Refused>(() => Suitability.Begin(Mine).Answer(Rules.KnowledgeTest, question, choice))
            .Code.ShouldBe("suitability.question-unknown");

    [Fact]
    public void The_steps_come_one_after_the_other()
    {
        var (progress, failed) = (Suitability.Begin(Mine), Take("www"));

        progress.Next(Rules, null, 1, null).ShouldBe(SuitabilityStep.KnowledgeTest);
        progress.Next(Rules, failed, 1, null).ShouldBe(SuitabilityStep.KnowledgeWarning);
        progress.AcknowledgeTest(failed, Now);
        progress.Next(Rules, failed, 1, null).ShouldBe(SuitabilityStep.LossSimulation);
        // Another failed test has a warning of its own.
        progress.Next(Rules, Take("rww"), 1, null).ShouldBe(SuitabilityStep.KnowledgeWarning);
        progress.Simulate(null, Now);
        progress.Next(Rules, failed, 1, null).ShouldBeNull();
    }

    [Fact]
    public void A_passed_test_needs_no_warning() =>
        Suitability.Begin(Mine).Next(Rules, Take("rrr"), 1, null).ShouldBe(SuitabilityStep.LossSimulation);

    [Theory]
    [InlineData(100_000, null, false)]
    [InlineData(100_001, null, true)]
    // 5 % of 30,000 is 1,500: more than 1,000
    [InlineData(150_000, 3_000_000L, false)]
    [InlineData(150_001, 3_000_000L, true)]
    // 5 % of 10,000 is 500: less
    [InlineData(100_000, 1_000_000L, false)]
    [InlineData(100_001, 1_000_000L, true)]
    [InlineData(100_001, -1_000_000L, true)]
    public void Above_the_higher_of_the_amount_and_the_share_a_warning_is_acknowledged(
        long amount,
        long? worth,
        bool warned
    )
    {
        var progress = Suitability.Begin(Mine);
        progress.Simulate(worth is null ? null : "sealed", Now);

        var next = progress.Next(Rules, Take("rrr"), amount, worth);

        next.ShouldBe(warned ? SuitabilityStep.InvestmentWarning : null);
    }

    [Fact]
    public void A_warning_is_for_an_amount_and_not_for_a_larger_one()
    {
        var progress = Suitability.Begin(Mine);
        progress.Simulate(null, Now);
        progress.AcknowledgeAmount(200_000, Now);

        progress.Next(Rules, Take("rrr"), 200_000, null).ShouldBeNull();
        progress.Next(Rules, Take("rrr"), 200_001, null).ShouldBe(SuitabilityStep.InvestmentWarning);
    }

    [Fact]
    public void A_tenth_of_the_net_worth_can_be_borne_and_nothing_of_debts()
    {
        new OwnFigures(2_400_000, 1_000_000, 900_005).NetWorthMinor.ShouldBe(2_499_995);
        Rules.LossSimulation.Bearable(2_499_995).ShouldBe(249_999);
        Rules.LossSimulation.Bearable(-1).ShouldBe(0);
    }

    [Fact]
    public void Sent_in_the_figures_are_gone_and_nothing_changes_any_more()
    {
        var progress = Suitability.Begin(Mine);
        progress.Simulate("sealed", Now);

        progress.Finish(Now);

        progress.SealedNetWorth.ShouldBeNull();
        progress.FiguresDeclined.ShouldBeFalse();
        Should.Throw<Refused>(() => progress.Simulate(null, Now)).Code.ShouldBe("application.already-submitted");
    }

    private static KnowledgeTest Take(string answers)
    {
        var given = KnowledgeAnswers.None;
        foreach (var (answer, i) in answers.Select((a, i) => (a, i)))
            given = given.With(Rules.KnowledgeTest, Rules.KnowledgeTest.Questions[i].Key, $"{answer}");
        var pack = new RulePack("p", "hash", new("A", "A"), new("B", "B"), [], [SecurityKind.Bond], [], []);
        return KnowledgeTest.Take(KnowledgeTestId.New(), Me, pack, Rules.KnowledgeTest, given, Now, Today);
    }

    private static KnowledgeQuestion Question(string key) =>
        new(
            key,
            new("Q", "V"),
            new("E", "U"),
            [new("r", new("Right", "Goed"), IsRight: true), new("w", new("Wrong", "Fout"), IsRight: false)]
        );
}
