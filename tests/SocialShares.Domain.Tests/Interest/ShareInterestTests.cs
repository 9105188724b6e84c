using FsCheck;
using FsCheck.Fluent;

namespace SocialShares.Domain.Tests;

/// <summary>Share interest: one rounding for the total, and lines that add up to it.</summary>
public sealed class ShareInterestTests
{
    private static readonly ShareInterest Year = new(
        new DateOnly(2025, 1, 1),
        new DateOnly(2025, 12, 31),
        new Rate(30_000),
        100
    );

    private static readonly Arbitrary<(ShareInterest Interest, Int128[] UnitDays)> Runs = (
        from first in Gen.Choose(0, 2000)
        from length in Gen.Choose(0, 364)
        from rate in Gen.Choose(1, 200_000)
        from par in Gen.Elements(1, 100, 2_500, 25_000)
        from days in Gen.Choose(0, 50_000_000).NonEmptyListOf()
        select (
            new ShareInterest(
                new DateOnly(2023, 1, 1).AddDays(first),
                new DateOnly(2023, 1, 1).AddDays(first + length),
                new Rate(rate),
                par
            ),
            days.Select(d => (Int128)d).ToArray()
        )
    ).ToArbitrary();

    [Theory]
    [InlineData(1000, 365, 3000)]
    [InlineData(333, 365, 999)]
    [InlineData(1, 365, 3)]
    [InlineData(1000, 1, 8)] // 8.219 pence
    [InlineData(1, 1, 0)]
    public void A_holding_earns_units_times_par_times_rate_for_its_days(long units, int days, long minor) =>
        Year.Total((Int128)units * days).ShouldBe(minor);

    [Fact]
    public void Half_a_penny_goes_to_the_even_neighbour()
    {
        var half = new ShareInterest(new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31), new Rate(5_000), 100);

        half.Total(1 * 365).ShouldBe(0, "0.5");
        half.Total(3 * 365).ShouldBe(2, "1.5");
        half.Total(5 * 365).ShouldBe(2, "2.5");
    }

    [Fact]
    public void A_leap_year_has_366_days() =>
        new ShareInterest(new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31), new Rate(30_000), 100)
            .Total(1000 * 366)
            .ShouldBe(3000);

    [Fact]
    public void Lines_add_up_to_the_declared_total_and_are_within_a_penny_of_their_share() =>
        Prop.ForAll(
                Runs,
                run =>
                {
                    var lines = run.Interest.Lines(run.UnitDays);
                    var all = run.UnitDays.Aggregate((Int128)0, (a, b) => a + b);
                    var total = run.Interest.Total(all);
                    lines.Sum().ShouldBe(total);
                    for (var i = 0; i < lines.Length; i++)
                        Int128.Abs(lines[i] * all - total * run.UnitDays[i]).ShouldBeLessThanOrEqualTo(all);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_higher_rate_never_costs_less() =>
        Prop.ForAll(
                Runs,
                run =>
                {
                    var all = run.UnitDays.Aggregate((Int128)0, (a, b) => a + b);
                    var higher = run.Interest with { Rate = new Rate(run.Interest.Rate.Ppm + 1) };
                    higher.Total(all).ShouldBeGreaterThanOrEqualTo(run.Interest.Total(all));
                }
            )
            .QuickCheckThrowOnFailure();
}
