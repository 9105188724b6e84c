using System.Text.Json;
using System.Text.Json.Nodes;
using SocialShares.Features.Issuing;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Bonds;

/// <summary>What a board may promise, and what it is told where it may not.</summary>
[Collection(nameof(OneWorld))]
public sealed class BondDraftTests
{
    private static readonly DateOnly Issue = new(2046, 1, 31);

    // A window that closes in time for that issue.
    private static readonly Func<OfferTerms, OfferTerms> Before = t =>
        t with
        {
            OpensOn = Issue.AddDays(-40),
            ClosesOn = Issue.AddDays(-20),
        };

    private static readonly (string Name, Func<BondTerms, BondTerms> Change, string Code, string Field)[] Wrong =
    [
        (
            "maturity before issue",
            t => Dated(t) with { MaturesOn = Issue.AddDays(-1) },
            "bond.maturity-before-issue",
            "maturesOn"
        ),
        ("maturity on the issue", t => Dated(t) with { MaturesOn = Issue }, "bond.maturity-before-issue", "maturesOn"),
        (
            "eighteen months by the year",
            t => t with { TermMonths = 18, Frequency = PaymentFrequency.Yearly },
            "bond.stub-missing",
            "frequency"
        ),
        (
            "an odd day",
            t => Dated(t) with { MaturesOn = Issue.AddMonths(24).AddDays(3) },
            "bond.stub-missing",
            "frequency"
        ),
        ("a negative rate", t => t with { RatePpm = -1 }, "bond.rate", "ratePpm"),
        ("an absurd rate", t => t with { RatePpm = 260_000 }, "bond.rate", "ratePpm"),
        ("no term", t => t with { TermMonths = null }, "bond.term-or-maturity", "termMonths"),
        ("term and maturity", t => t with { MaturesOn = Issue }, "bond.term-or-maturity", "termMonths"),
        ("a term of nothing", t => t with { TermMonths = 0 }, "bond.term", "termMonths"),
        ("a term beyond all", t => t with { TermMonths = 601 }, "bond.term", "termMonths"),
        (
            "maturity without issue",
            t => t with { TermMonths = null, MaturesOn = Issue },
            "bond.issue-date-missing",
            "issueOn"
        ),
        (
            "steps without issue",
            t => t with { RateSteps = [new RateStep(Issue, 1)] },
            "bond.issue-date-missing",
            "issueOn"
        ),
        (
            "a step after the end",
            t => Dated(t) with { RateSteps = [new RateStep(Issue.AddYears(9), 1)] },
            "bond.rate-step-date",
            "rateSteps"
        ),
        (
            "an absurd step",
            t => Dated(t) with { RateSteps = [new RateStep(Issue.AddDays(9), 999_999)] },
            "bond.rate",
            "rateSteps"
        ),
        ("issue after half a year", t => t with { IssueOn = Issue.AddDays(180) }, "bond.issue-too-late", "issueOn"),
        (
            "a modified following day before the record day",
            t => t with { PaymentRule = BusinessDayRule.ModifiedFollowing, RecordDays = 0 },
            "bond.record-days-too-few",
            "recordDays"
        ),
        ("issue in the window", t => t with { IssueOn = Issue.AddDays(-16) }, "bond.issue-too-early", "issueOn"),
        (
            "annuity at maturity",
            t => t with { Frequency = PaymentFrequency.AtMaturity, Repayment = new(RepaymentKind.Annuity) },
            "bond.repayment-at-maturity",
            "repayment"
        ),
        (
            "annuity slower than interest",
            t => t with { Repayment = new(RepaymentKind.Annuity, Frequency: PaymentFrequency.Yearly) },
            "bond.repayment-frequency",
            "repaymentFrequency"
        ),
        (
            "repaid more often than interest",
            t => t with { Repayment = new(RepaymentKind.Linear, Frequency: PaymentFrequency.Monthly) },
            "bond.repayment-frequency",
            "repaymentFrequency"
        ),
        (
            "interest-only between two dates",
            t => t with { Repayment = new(RepaymentKind.Linear, 7) },
            "bond.quiet-months",
            "interestOnlyMonths"
        ),
        (
            "interest-only for ever",
            t => t with { Repayment = new(RepaymentKind.Linear, 24) },
            "bond.nothing-repaid",
            "interestOnlyMonths"
        ),
        (
            "a wrong number of instalments",
            t => t with { Repayment = new(RepaymentKind.Linear, Instalments: 5) },
            "bond.instalments",
            "instalments"
        ),
        (
            "paid before it is earned",
            t => t with { PaymentRule = BusinessDayRule.Preceding },
            "bond.payment-rule",
            "paymentRule"
        ),
        ("a record day of long ago", t => t with { RecordDays = 31 }, "bond.record-days", "recordDays"),
        ("bonds of a cent", t => t with { NominalMinor = 1 }, "bond.nominal-too-small", "nominalMinor"),
        (
            "a bond for a kingdom",
            t => t with { NominalMinor = 2_000_000_000_000 },
            "bond.nominal-too-large",
            "nominalMinor"
        ),
        ("another currency", t => t with { Currency = Currency.Gbp }, "bond.currency", "currency"),
    ];

    // Where the API has the field; the domain calls it by its own name.
    private static string Place(string field) =>
        field switch
        {
            "interestOnlyMonths" or "instalments" => $"repayment.{field}",
            "repaymentFrequency" => "repayment.frequency",
            _ => field,
        };

    public static TheoryData<string> Names => [.. Wrong.Select(w => w.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Terms_that_contradict_themselves_are_refused_at_their_field(string name)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var board = await world.RegisterEnterprise(Currency.Eur, connected: false);
        var wrong = Wrong.Single(w => w.Name == name);
        var terms = wrong.Change(TestWorld.TwoYears(Currency.Eur));

        var reply = await world.TryDraftBonds(board, [new BondTranche(100 * TestWorld.Par, terms)], Before);

        reply.ShouldBeRefused(wrong.Code).Field.ShouldBe($"tranches[0].terms.{Place(wrong.Field)}");
        ((string?)reply.Json["detail"] ?? (string?)reply.Json["title"]).ShouldNotBeNullOrWhiteSpace();
        (await board.Chair.Get($"enterprises/{board.Id}/offers")).As<IReadOnlyList<OfferLine>>().ShouldBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task The_31st_and_29_February_work_as_documented(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var board = await world.RegisterEnterprise(Currency.Eur, connected: false);
        var monthly = Dated(TestWorld.TwoYears(Currency.Eur)) with
        {
            Frequency = PaymentFrequency.Monthly,
            MaturesOn = new DateOnly(2048, 1, 31),
        };
        var leap = monthly with
        {
            IssueOn = new DateOnly(2046, 2, 28),
            MaturesOn = new DateOnly(2048, 2, 29),
            EndOfMonth = true,
            Frequency = PaymentFrequency.Yearly,
        };

        var drafted = (
            await world.TryDraftBonds(board, [new(50 * TestWorld.Par, monthly), new(50 * TestWorld.Par, leap)], Before)
        ).As<OfferDrafted>();

        var series = (await board.Chair.Get($"offers/{drafted.Id}")).As<OfferShown>().Series;
        (await Ends(board, series[0]))[..3].ShouldBe([new(2046, 2, 28), new(2046, 3, 31), new(2046, 4, 30)]);
        (await Ends(board, series[1])).ShouldBe([new(2047, 2, 28), new(2048, 2, 29)]);
    }

    [Theory]
    [EveryDatabase]
    public async Task What_was_typed_comes_back_as_it_was_and_can_be_rewritten(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var board = await world.RegisterEnterprise(Currency.Eur, connected: false);
        var rich = Dated(TestWorld.TwoYears(Currency.Eur)) with
        {
            MaturesOn = new DateOnly(2053, 7, 31),
            Frequency = PaymentFrequency.Quarterly,
            Repayment = new RepaymentTerms(RepaymentKind.Linear, 24, 12, PaymentFrequency.Yearly),
            RateSteps =
            [
                new RateStep(new DateOnly(2048, 1, 31), 55_000),
                new RateStep(new DateOnly(2050, 1, 1), 45_000),
            ],
            Stub = StubPeriod.LongFirst,
            EndOfMonth = true,
            DayCount = DayCount.ActualActualIcma,
            PaymentRule = BusinessDayRule.ModifiedFollowing,
            Rounding = Rounding.HalfUp,
            RecordDays = 5,
            EarlyRedemption = new EarlyRedemptionTerms(24, 36, 60),
            Transferable = false,
            Subordinated = true,
        };
        var drafted = (
            await world.TryDraftBonds(board, [new(60 * TestWorld.Par, rich), new(40 * TestWorld.Par, rich)], Before)
        ).As<OfferDrafted>();
        var before = (await board.Chair.Get($"offers/{drafted.Id}")).As<OfferShown>();

        var body = new ReviseOffer.Body(
            before.Title,
            before.Purpose,
            before.Terms,
            [
                new BondTranche(
                    100 * TestWorld.Par,
                    rich with
                    {
                        RatePpm = 10_000,
                        RateSteps = [new RateStep(new DateOnly(2048, 1, 31), 20_000)],
                    }
                ),
            ]
        );
        (await board.Chair.Put($"offers/{drafted.Id}", body, $"\"{before.Version}\"")).ShouldSucceed();
        var after = (await board.Chair.Get($"offers/{drafted.Id}")).As<OfferShown>();

        before.Series[0].Terms.Steps.ShouldBe(rich.Steps);
        (before.Series[0].Terms with { RateSteps = null }).ShouldBe(rich with { RateSteps = null });
        (before.Series.Count, after.Series.Count).ShouldBe((2, 1));
        (after.Series[0].Id, after.Series[0].Code).ShouldBe((before.Series[0].Id, before.Series[0].Code));
        after.Series[0].Terms.Steps.ShouldBe([new RateStep(new DateOnly(2048, 1, 31), 20_000)]);
        (
            await board.Chair.Put($"offers/{drafted.Id}", body with { Tranches = null }, $"\"{after.Version}\"")
        ).ShouldBeRefused("bond.tranches");
    }

    [Theory]
    [EveryDatabase]
    public async Task Tranches_fit_their_offer(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var board = await world.RegisterEnterprise(Currency.Eur, connected: false);
        var terms = TestWorld.TwoYears(Currency.Eur);
        BondTranche Of(long units, BondTerms t) => new(units * TestWorld.Par, t);
        Task<Reply> Draft(params BondTranche[] tranches) => world.TryDraftBonds(board, tranches);

        (
            await world.TryDraftBonds(board, [], t => t with { MaximumTargetMinor = 100 * TestWorld.Par })
        ).ShouldBeRefused("bond.tranches");
        (await Draft(Of(50, terms), Of(50, terms with { NominalMinor = 5 * TestWorld.Par }))).ShouldBeRefused(
            "bond.nominal-differs"
        );
        (await Draft(new BondTranche((100 * TestWorld.Par) + 1, terms))).ShouldBeRefused("offer.terms.whole-bonds");
        var sum = await world.TryDraftBonds(
            board,
            [Of(100, terms)],
            t => t with { MaximumTargetMinor = 90 * TestWorld.Par }
        );
        sum.ShouldBeRefused("offer.terms.tranches-sum").Field.ShouldBe("maximumTargetMinor");
        (await Draft([.. Enumerable.Repeat(Of(10, terms), 11)])).ShouldBeRefused("bond.tranches");
    }

    [Theory]
    [InlineData("""{"currency":"JPY"}""", "currency", "field.currency")]
    [InlineData("""{"frequency":"weekly"}""", "frequency", "field.unreadable")]
    [InlineData("""{"ratePpm":3.5}""", "ratePpm", "field.unreadable")]
    [InlineData("""{"ratePpm":99999999999999}""", "ratePpm", "field.unreadable")]
    [InlineData("""{"termMonths":"five years"}""", "termMonths", "field.unreadable")]
    [InlineData("""{"maturesOn":"2046-02-30"}""", "maturesOn", "field.unreadable")]
    [InlineData("""{"maturesOn":"2999-01-01"}""", "maturesOn", "field.date")]
    [InlineData("""{"nominalMinor":-5}""", "nominalMinor", "field.amount")]
    [InlineData("""{"surprise":1}""", "surprise", "field.unreadable")]
    public async Task What_cannot_be_read_is_named_and_breaks_nothing(string change, string field, string code)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var board = await world.RegisterEnterprise(Currency.Eur, connected: false);
        var good = new DraftOffer.Body(
            null,
            null,
            "Solar panels",
            "Panels on the roof of the hall.",
            world.Terms("Europe/Amsterdam"),
            [new(100 * TestWorld.Par, TestWorld.TwoYears(Currency.Eur))]
        );
        var json = JsonSerializer.SerializeToNode(good, SocialShares.Http.Json.Options)!;
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
            json["tranches"]![0]!["terms"]![name] = value?.DeepClone();

        var reply = await board.Chair.Post($"enterprises/{board.Id}/offers", json);

        reply.ShouldBeMalformed($"tranches[0].terms.{field}", code);
    }

    [Theory]
    [InlineData("tranches")]
    [InlineData("rateSteps")]
    public async Task A_list_that_holds_nothing_where_a_value_belongs_is_refused(string list)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var board = await world.RegisterEnterprise(Currency.Eur, connected: false);
        var body = new DraftOffer.Body(
            null,
            null,
            "Solar panels",
            "Panels on the roof of the hall.",
            world.Terms("Europe/Amsterdam"),
            [new(100 * TestWorld.Par, TestWorld.TwoYears(Currency.Eur))]
        );
        var json = JsonSerializer.SerializeToNode(body, SocialShares.Http.Json.Options)!;
        if (list == "tranches")
            json["tranches"] = new JsonArray(null, null);
        else
            json["tranches"]![0]!["terms"]!["rateSteps"] = new JsonArray((JsonNode?)null);

        var reply = await board.Chair.Post($"enterprises/{board.Id}/offers", json);

        ((int)reply.Status).ShouldBe(400);
    }

    [Theory]
    [InlineData("fromYear=1&years=500000000")]
    [InlineData("fromYear=2147483647&years=50")]
    [InlineData("years=-5")]
    public async Task A_download_of_debt_service_refuses_years_beyond_any_calendar(string query)
    {
        var world = await TestWorld.Shared(Engine.Sqlite);
        var board = await world.RegisterEnterprise(Currency.Eur, connected: false);

        var reply = await board.Chair.Get($"enterprises/{board.Id}/debt-service.csv?{query}");

        ((int)reply.Status).ShouldBe(400);
    }

    private static BondTerms Dated(BondTerms terms) =>
        terms with
        {
            IssueOn = Issue,
            TermMonths = null,
            MaturesOn = Issue.AddMonths(24),
        };

    private static async Task<DateOnly[]> Ends(RegisteredEnterprise board, SeriesShown series)
    {
        var flow = await board.Chair.Get($"bond-series/{series.Id}/cash-flow?amountMinor={series.Terms.NominalMinor}");
        return [.. flow.As<Features.Bonds.CashFlowShown>().Rows.Select(r => r.AccrualEnd)];
    }
}
