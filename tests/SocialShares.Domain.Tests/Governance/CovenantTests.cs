using FsCheck;
using FsCheck.Fluent;

namespace SocialShares.Domain.Tests;

/// <summary>What an enterprise binds itself to is measured in whole numbers and refused where it chose that.</summary>
public sealed class CovenantTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);
    private static readonly Signature By = new(
        PersonId.New(),
        "Bo",
        new DateTime(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc)
    );

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(1, 2, false)]
    [InlineData(2, 3, true)]
    [InlineData(2, 4, false)]
    [InlineData(3, 5, true)]
    public void A_majority_of_the_board_is_more_than_half(long residents, long seats, bool holds) =>
        Adopt(CovenantKind.BoardResidents, 0).Holds(new(residents, seats)).ShouldBe(holds);

    [Theory]
    [InlineData(350, 35_000_00, 10_000_00, true)]
    [InlineData(350, 35_000_01, 10_000_00, false)]
    [InlineData(300, 30_000_00, 10_000_00, true)]
    [InlineData(300, long.MaxValue / 2, 1, false)]
    public void The_highest_pay_is_at_most_so_many_times_the_lowest(
        long limit,
        long highest,
        long lowest,
        bool holds
    ) => Adopt(CovenantKind.PayRatio, limit).Holds(new(highest, lowest)).ShouldBe(holds);

    [Theory]
    [InlineData(CovenantKind.BoardResidents)]
    [InlineData(CovenantKind.MemberResidents)]
    [InlineData(CovenantKind.PayRatio)]
    [InlineData(CovenantKind.InterestCap)]
    [InlineData(CovenantKind.AssetLock)]
    public void Without_figures_nothing_is_said(CovenantKind kind) =>
        Adopt(
                kind,
                kind == CovenantKind.PayRatio ? 300
                    : CovenantRule.HasLimit(kind) ? 50_000
                    : 0
            )
            .Holds(default)
            .ShouldBeNull();

    [Theory]
    [InlineData(CovenantKind.PayRatio, 300, true, "covenant.cannot-block")]
    [InlineData(CovenantKind.AssetLock, 0, true, "covenant.cannot-block")]
    [InlineData(CovenantKind.PayRatio, 99, false, "covenant.limit")]
    [InlineData(CovenantKind.MemberResidents, 0, false, "covenant.limit")]
    [InlineData(CovenantKind.MemberResidents, 1_000_001, false, "covenant.limit")]
    [InlineData(CovenantKind.InterestCap, 200_001, false, "covenant.limit")]
    [InlineData(CovenantKind.BoardResidents, 1, false, "covenant.limit")]
    public void A_rule_that_cannot_be_kept_is_refused(CovenantKind kind, long limit, bool isBlocking, string code) =>
        Should.Throw<Refused>(() => Adopt(kind, limit, isBlocking)).Code.ShouldBe(code);

    [Fact]
    public void A_decision_of_tomorrow_is_refused() =>
        Should
            .Throw<Refused>(() => Adopt(CovenantKind.BoardResidents, 0, decidedOn: Today.AddDays(1)))
            .Code.ShouldBe("covenant.decided-in-future");

    [Fact]
    public void A_blocking_majority_keeps_out_the_stranger_who_would_break_it_and_no_resident()
    {
        var covenant = Adopt(CovenantKind.BoardResidents, 0, isBlocking: true);

        Should.Throw<Refused>(() => covenant.CheckSeat(1, 2, isResident: false)).Numbers.ShouldBe([1, 2]);
        Should.NotThrow(() => covenant.CheckSeat(2, 3, isResident: false));
        Should.NotThrow(() => covenant.CheckSeat(1, 3, isResident: true));
        Should.NotThrow(() => Adopt(CovenantKind.BoardResidents, 0).CheckSeat(1, 2, isResident: false));
    }

    [Fact]
    public void A_blocking_cap_refuses_a_higher_rate_and_takes_the_cap_itself()
    {
        var covenant = Adopt(CovenantKind.InterestCap, 30_000, isBlocking: true);

        Should.NotThrow(() => covenant.CheckRate(30_000));
        Should.Throw<Refused>(() => covenant.CheckRate(30_001)).Code.ShouldBe("covenant.interest-cap");
        Should.NotThrow(() => Adopt(CovenantKind.InterestCap, 30_000).CheckRate(30_001));
    }

    [Fact]
    public void Evidence_of_pay_needs_both_figures_in_order()
    {
        var covenant = Adopt(CovenantKind.PayRatio, 300);
        var given = new EvidenceGiven(Today, "Pay of 2025", "Annual report", null, 300, 100);

        Record(covenant, given).HighestPayMinor.ShouldBe(300);
        Refuses(covenant, given with { LowestPayMinor = null }).ShouldBe("covenant.pay-missing");
        Refuses(covenant, given with { LowestPayMinor = 301 }).ShouldBe("covenant.pay-order");
        Refuses(covenant, given with { Reference = "" }).ShouldBe("covenant.evidence-missing");
        Refuses(covenant, given with { On = Today.AddDays(1) }).ShouldBe("covenant.evidence-in-future");
    }

    [Fact]
    public void An_asset_lock_is_shown_by_a_document() =>
        Refuses(Adopt(CovenantKind.AssetLock, 0), new(Today, "The lock", "Article 4", null, null, null))
            .ShouldBe("covenant.document-missing");

    [Theory]
    [InlineData(750_000, 3, 4, true)]
    [InlineData(750_000, 3, 5, false)]
    [InlineData(750_000, 0, 0, true)]
    [InlineData(666_667, 2, 3, false)] // two thirds of three are 666,666.6 parts
    [InlineData(1_000_000, 7, 7, true)]
    [InlineData(1, 0, 1, false)]
    public void A_quota_is_counted_without_rounding(int ppm, long residents, long members, bool holds) =>
        new ResidentQuota(ppm).Holds(residents, members).ShouldBe(holds);

    private static readonly Arbitrary<(int Ppm, bool[] Arrivals)> Queues = (
        from ppm in Gen.Choose(1, Rate.Whole)
        from arrivals in Gen.Elements(true, false).ListOf()
        select (ppm, arrivals.ToArray())
    ).ToArbitrary();

    [Fact]
    public void Admissions_never_break_the_quota_whatever_the_order() =>
        Prop.ForAll(
                Queues,
                queue =>
                {
                    var quota = new ResidentQuota(queue.Ppm);
                    var (residents, members, waiting) = (0L, 0L, 0);
                    foreach (var isResident in queue.Arrivals)
                    {
                        if (!quota.Admits(isResident, residents, members))
                        {
                            waiting++;
                            continue;
                        }
                        (residents, members) = (residents + (isResident ? 1 : 0), members + 1);
                        quota.Holds(residents, members).ShouldBeTrue();
                        // Whoever waits comes in as soon as there is room, in order.
                        while (waiting > 0 && quota.Admits(false, residents, members))
                        {
                            (members, waiting) = (members + 1, waiting - 1);
                            quota.Holds(residents, members).ShouldBeTrue();
                        }
                    }
                    // Nobody waits without need, and as many are in as the quota takes.
                    if (waiting > 0)
                        (members - residents).ShouldBe(quota.MostOthers(residents));
                    return true;
                }
            )
            .QuickCheckThrowOnFailure();

    private static Covenant Adopt(CovenantKind kind, long limit, bool isBlocking = false, DateOnly? decidedOn = null) =>
        Covenant.Adopt(
            CovenantId.New(),
            EnterpriseId.New(),
            1,
            new CovenantRule(kind, limit, isBlocking, "Article 4 of our rules", decidedOn ?? Today),
            By,
            Today
        );

    private static CovenantEvidence Record(Covenant covenant, EvidenceGiven given) =>
        CovenantEvidence.Record(CovenantEvidenceId.New(), covenant, given, By, Today);

    private static string Refuses(Covenant covenant, EvidenceGiven given) =>
        Should.Throw<Refused>(() => Record(covenant, given)).Code;
}
