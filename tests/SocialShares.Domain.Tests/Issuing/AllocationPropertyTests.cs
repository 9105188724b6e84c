using FsCheck;
using FsCheck.Fluent;

namespace SocialShares.Domain.Tests;

/// <summary>What holds of every allotment.</summary>
public sealed class AllocationPropertyTests
{
    private static readonly Gen<AllocationPolicy> Policies = Gen.Elements(Enum.GetValues<AllocationPolicy>());

    private static readonly Gen<AllocationRow> Rows =
        from id in Gen.Choose(1, 1_000_000)
        from holder in Gen.OneOf(Gen.Constant(0), Gen.Constant(0), Gen.Choose(1, 3))
        from units in Gen.OneOf(Gen.Choose(1, 5), Gen.Choose(1, 40), Gen.Choose(1, 2000))
        from minute in Gen.Choose(0, 20)
        from resident in Gen.Elements(true, false)
        from priority in Gen.OneOf(Gen.Constant(0), Gen.Constant(0), Gen.Choose(0, 2))
        select new AllocationRow(
            Id(id),
            holder == 0 ? Id(id) : Id(2_000_000 + holder),
            0,
            units,
            new DateTime(2030, 1, 1, 0, minute, 0, DateTimeKind.Utc),
            // What is asked of one holder is asked of all applications of that holder.
            holder == 0
                ? resident
                : holder % 2 == 0,
            priority
        );

    private static readonly Arbitrary<Case> Cases = (
        from rows in Rows.NonEmptyListOf()
        from policy in Policies
        from residentsFirst in Gen.Elements(true, false)
        from least in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 12), Gen.Choose(0, 100))
        from part in Gen.Choose(0, 1200)
        from seed in Gen.Choose(0, 1_000_000)
        let once = rows.DistinctBy(r => r.Id).ToList()
        select new Case(
            once,
            once.Sum(r => r.Units) * part / 1000,
            new AllocationRule(policy, residentsFirst, least, $"seed {seed}")
        )
    ).ToArbitrary();

    [Fact]
    public void Nobody_gets_more_than_was_asked_and_all_together_never_more_than_there_is() =>
        Check(x =>
        {
            var units = x.Allot();

            units.Zip(x.Rows, (got, r) => got >= 0 && got <= r.Units).ShouldAllBe(fits => fits);
            units.Sum().ShouldBeLessThanOrEqualTo(x.Offered);
        });

    [Fact]
    public void All_that_is_asked_and_there_is_is_allotted_where_any_number_of_units_may_be() =>
        Check(x =>
        {
            var free = x with { Rule = x.Rule with { LeastUnits = 0 } };

            free.Allot().Sum().ShouldBe(Math.Min(free.Offered, free.Rows.Sum(r => r.Units)));
        });

    [Fact]
    public void With_a_least_nobody_gets_less_and_less_than_one_least_stays_unsold() =>
        Check(x =>
        {
            var units = x.Allot();
            var least = x.Rule.LeastUnits;
            var holders = x.ByHolder(units);

            holders.ShouldAllBe(h => h.Got == 0 || h.Got >= Math.Min(least, h.Asked));
            var unsold = Math.Min(x.Offered, x.Rows.Sum(r => r.Units)) - units.Sum();
            unsold.ShouldBeLessThan(Math.Max(1, least));
        });

    [Fact]
    public void The_order_of_rows_is_irrelevant() =>
        Check(x =>
        {
            var shuffled = x.Rows.OrderBy(r => r.Units % 7).ThenByDescending(r => r.Id.Value).ToList();
            var other = x with { Rows = shuffled };

            var (one, two) = (x.ById(), other.ById());

            two.ShouldBe(one, ignoreOrder: true);
            new AllotmentPlan(shuffled, x.Pool, x.Rule).OutcomeSha256.ShouldBe(
                new AllotmentPlan(x.Rows, x.Pool, x.Rule).OutcomeSha256
            );
        });

    [Fact]
    public void Residents_first_is_never_worse_for_a_resident() =>
        Check(x =>
        {
            var with = x.With(residentsFirst: true).Allot();
            var without = x.With(residentsFirst: false).Allot();

            for (var i = 0; i < x.Rows.Count; i++)
                if (x.Rows[i].IsResident)
                    with[i].ShouldBeGreaterThanOrEqualTo(without[i]);
        });

    [Fact]
    public void Rounding_never_costs_a_resident_a_unit_in_any_small_allotment()
    {
        var rule = new AllocationRule(AllocationPolicy.ProRata, ResidentsFirst: true, 0, "small");
        var turned = 0;
        foreach (var (a, b, c, other) in Small())
            for (var offered = 1; offered < a + b + c; offered++)
            {
                List<AllocationRow> rows = [Row(1, a, true), Row(2, b, true), Row(3, c, true), Row(4, other, false)];
                var with = Allocation.Of(rows, offered, rule);
                var without = Allocation.Of(rows, offered, rule with { ResidentsFirst = false });
                var alone = Allocation.Of(rows.GetRange(0, 3), offered, rule with { ResidentsFirst = false });
                with.Zip(without).Take(3).ShouldAllBe(p => p.First >= p.Second);
                with.Sum().ShouldBe(offered);
                turned += alone.Zip(without).Any(p => p.First < p.Second) ? 1 : 0;
            }

        turned.ShouldBeGreaterThan(10, "no case in which dividing anew would have cost a unit was met");
    }

    private static IEnumerable<(int, int, int, int)> Small() =>
        from a in Enumerable.Range(1, 9)
        from b in Enumerable.Range(a, 10 - a)
        from c in Enumerable.Range(b, 12 - b)
        from other in Enumerable.Range(1, 6)
        select (a, b, c, other);

    private static AllocationRow Row(int no, int units, bool isResident) =>
        new(Id(no), Id(no), 0, units, new DateTime(2030, 1, 1, 0, no, 0, DateTimeKind.Utc), isResident, 0);

    [Fact]
    public void Others_get_something_only_when_residents_have_all_where_residents_go_first() =>
        Check(x =>
        {
            var units = x.With(residentsFirst: true).Allot();

            if (x.Rows.Zip(units).Any(p => p.First.IsResident && p.Second < p.First.Units))
                x.Rows.Zip(units).Where(p => !p.First.IsResident).ShouldAllBe(p => p.Second == 0);
        });

    [Fact]
    public void A_higher_priority_has_all_before_a_lower_one_has_anything() =>
        Check(x =>
        {
            var plain = x.With(residentsFirst: false);
            var units = plain.Allot();
            var unfilled = x.Rows.Zip(units).Where(p => p.Second < p.First.Units).ToList();
            if (unfilled.Count == 0)
                return;
            var highest = unfilled.Max(p => p.First.Priority);

            x.Rows.Zip(units).Where(p => p.First.Priority < highest).ShouldAllBe(p => p.Second == 0);
        });

    [Fact]
    public void Pro_rata_is_within_one_unit_of_the_exact_share() =>
        Check(x =>
        {
            var plain = x.Plain(AllocationPolicy.ProRata);
            var (holders, asked) = (plain.ByHolder(plain.Allot()), plain.Rows.Sum(r => r.Units));
            var offered = Math.Min(plain.Offered, asked);

            foreach (var (holderAsked, got) in holders)
                Int128.Abs((Int128)got * asked - (Int128)holderAsked * offered).ShouldBeLessThan(asked);
        });

    [Fact]
    public void Residents_among_themselves_are_within_two_units_of_the_exact_share() =>
        Check(x =>
        {
            var rows = x.Rows.ConvertAll(r => r with { Priority = 0 });
            var first = x with
            {
                Rows = rows,
                Rule = x.Rule with { Policy = AllocationPolicy.ProRata, ResidentsFirst = true, LeastUnits = 0 },
            };
            var asked = rows.Where(r => r.IsResident).Sum(r => r.Units);
            var offered = Math.Min(x.Offered, asked);

            foreach (var (holderAsked, got) in first.ByHolder(first.Allot(), residents: true))
                Int128.Abs((Int128)got * asked - (Int128)holderAsked * offered).ShouldBeLessThan(2 * (Int128)asked);
        });

    [Fact]
    public void Equal_fill_gives_whoever_asked_more_no_less_and_nobody_less_when_there_is_more() =>
        Check(x =>
        {
            var plain = x.Plain(AllocationPolicy.EqualFill);
            var holders = plain.ByHolder(plain.Allot()).OrderBy(h => h.Asked).ToList();
            var more = (plain with { Offered = plain.Offered + 1 }).Allot();

            for (var i = 1; i < holders.Count; i++)
                holders[i].Got.ShouldBeGreaterThanOrEqualTo(holders[i - 1].Got - 1);
            // Whoever did not get all got as much as anybody, but for the unit that the lot gave.
            var most = holders.Max(h => h.Got);
            holders.Where(h => h.Got < h.Asked).ShouldAllBe(h => h.Got >= most - 1);
            more.Zip(plain.Allot()).ShouldAllBe(p => p.First >= p.Second);
        });

    [Fact]
    public void First_come_fills_in_the_order_of_payment() =>
        Check(x =>
        {
            var plain = x.Plain(AllocationPolicy.FirstCome);
            var inOrder = plain
                .Rows.Zip(plain.Allot())
                .OrderBy(p => p.First.PaidAt)
                .ThenBy(p => $"{p.First.Id}", StringComparer.Ordinal);

            inOrder.SkipWhile(p => p.Second == p.First.Units).Skip(1).ShouldAllBe(p => p.Second == 0);
        });

    [Fact]
    public void Asking_twice_brings_no_more_than_asking_once_where_equals_share() =>
        Check(x =>
        {
            var plain = x.Plain(AllocationPolicy.EqualFill);
            var rows = plain.Rows.FindAll(r => r.Holder == r.Id);
            if (rows.Count == 0 || rows[0].Units < 2)
                return;
            var half = rows[0].Units / 2;
            List<AllocationRow> split =
            [
                rows[0] with
                {
                    Units = half,
                },
                rows[0] with
                {
                    Id = Id(5_000_000),
                    Units = rows[0].Units - half,
                },
                .. rows.Skip(1),
            ];

            var once = Allocation.Of(rows, plain.Offered, plain.Rule);
            var twice = Allocation.Of(split, plain.Offered, plain.Rule);

            (twice[0] + twice[1]).ShouldBe(once[0]);
        });

    private static ApplicationId Id(int no) => new(new Guid(no, 7, 7, 1, 2, 3, 4, 5, 6, 7, 8));

    private static void Check(Action<Case> holds) =>
        Prop.ForAll(Cases, holds).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(40));

    private sealed record Case(List<AllocationRow> Rows, long Offered, AllocationRule Rule)
    {
        public Dictionary<int, long> Pool => new() { [0] = Offered };

        public long[] Allot() => Allocation.Of(Rows, Offered, Rule);

        public Case With(bool residentsFirst) => this with { Rule = Rule with { ResidentsFirst = residentsFirst } };

        /// <summary>One policy without anything on top.</summary>
        public Case Plain(AllocationPolicy policy) =>
            this with
            {
                Rows = Rows.ConvertAll(r => r with { Priority = 0 }),
                Rule = Rule with { Policy = policy, ResidentsFirst = false, LeastUnits = 0 },
            };

        public IEnumerable<(ApplicationId, long)> ById() => Rows.Select(r => r.Id).Zip(Allot());

        /// <summary>What each holder asked and got of one priority; an application for itself where the order of payment decides.</summary>
        public List<(long Asked, long Got)> ByHolder(long[] units, bool? residents = null) =>
            [
                .. Rows.Zip(units)
                    .Where(p => residents is null || p.First.IsResident == residents)
                    .GroupBy(p =>
                        (
                            Rule.Policy == AllocationPolicy.FirstCome ? p.First.Id : p.First.Holder,
                            p.First.Priority,
                            p.First.IsResident
                        )
                    )
                    .Select(g => (g.Sum(p => p.First.Units), g.Sum(p => p.Second))),
            ];
    }
}
