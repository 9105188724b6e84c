using FsCheck;
using FsCheck.Fluent;

namespace SocialShares.Domain.Tests;

/// <summary>Money divided among holders adds up exactly and treats them fairly.</summary>
public sealed class SplitTests
{
    private static readonly Arbitrary<(long Total, Int128[] Weights)> Divisions = (
        from total in Gen.OneOf(Gen.Choose(0, 100), Gen.Choose(0, int.MaxValue))
        from weights in Gen.OneOf(Gen.Choose(0, 3), Gen.Choose(0, int.MaxValue)).NonEmptyListOf()
        where weights.Any(weight => weight > 0)
        select ((long)total, weights.Select(weight => (Int128)weight).ToArray())
    ).ToArbitrary();

    [Theory]
    [InlineData(100, new[] { 1, 1, 1 }, new[] { 34L, 33, 33 })]
    [InlineData(101, new[] { 1, 1, 1 }, new[] { 34L, 34, 33 })]
    [InlineData(2, new[] { 1, 1, 1 }, new[] { 1L, 1, 0 })]
    [InlineData(10, new[] { 1, 2, 0 }, new[] { 3L, 7, 0 })]
    [InlineData(7, new[] { 0, 5 }, new[] { 0L, 7 })]
    [InlineData(0, new[] { 4, 5 }, new[] { 0L, 0 })]
    [InlineData(0, new[] { 0, 0 }, new[] { 0L, 0 })]
    [InlineData(0, new int[0], new long[0])]
    public void Cents_left_over_go_to_the_largest_fractions_then_to_the_first(
        long total,
        int[] weights,
        long[] parts
    ) => Split.ByLargestRemainder(total, [.. weights.Select(weight => (Int128)weight)]).ShouldBe(parts);

    [Fact]
    public void Parts_add_up_and_each_is_within_one_of_its_exact_share() =>
        Prop.ForAll(
                Divisions,
                division =>
                {
                    var (total, weights) = division;
                    var parts = Split.ByLargestRemainder(total, weights);
                    var sum = weights.Aggregate((a, b) => a + b);
                    parts.Sum().ShouldBe(total);
                    for (var i = 0; i < parts.Length; i++)
                        Int128.Abs(parts[i] * sum - total * weights[i]).ShouldBeLessThan(sum);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Who_has_more_never_gets_less() =>
        Prop.ForAll(
                Divisions,
                division =>
                {
                    var (total, weights) = division;
                    var parts = Split.ByLargestRemainder(total, weights);
                    for (var i = 1; i < parts.Length; i++)
                        if (weights[i] > weights[i - 1])
                            parts[i].ShouldBeGreaterThanOrEqualTo(parts[i - 1]);
                        else if (weights[i] == weights[i - 1])
                            (parts[i - 1] - parts[i]).ShouldBeInRange(0, 1, "equals are served in order of the list");
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Who_has_nothing_gets_nothing() =>
        Prop.ForAll(
                Divisions,
                division =>
                {
                    var (total, weights) = division;
                    var parts = Split.ByLargestRemainder(total, weights);
                    parts.Where((_, i) => weights[i] == 0).ShouldAllBe(part => part == 0);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Large_totals_and_weights_are_exact()
    {
        const long total = 999_999_999_999_999;
        Int128[] weights = [(Int128)long.MaxValue, (Int128)long.MaxValue, (Int128)long.MaxValue];

        var parts = Split.ByLargestRemainder(total, weights);

        parts.ShouldBe([total / 3, total / 3, total / 3]);
    }

    [Fact]
    public void Money_that_nobody_can_receive_is_never_lost() =>
        Should.Throw<InvariantBroken>(() => Split.ByLargestRemainder(1, [0, 0]));

    [Fact]
    public void Negative_figures_are_a_bug()
    {
        Should.Throw<InvariantBroken>(() => Split.ByLargestRemainder(-1, [1]));
        Should.Throw<InvariantBroken>(() => Split.ByLargestRemainder(1, [2, -1]));
    }
}
