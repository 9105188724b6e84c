using FsCheck;
using FsCheck.Fluent;

namespace SocialShares.Domain.Tests;

/// <summary>A fraction of a cent becomes a whole one in the way that its name says.</summary>
public sealed class RoundingTests
{
    [Theory]
    [InlineData(5, 2, Rounding.HalfToEven, 2)]
    [InlineData(7, 2, Rounding.HalfToEven, 4)]
    [InlineData(1, 2, Rounding.HalfToEven, 0)]
    [InlineData(3, 2, Rounding.HalfToEven, 2)]
    [InlineData(5, 2, Rounding.HalfUp, 3)]
    [InlineData(1, 2, Rounding.HalfUp, 1)]
    [InlineData(5, 2, Rounding.Down, 2)]
    [InlineData(199, 100, Rounding.Down, 1)]
    [InlineData(149, 100, Rounding.HalfUp, 1)]
    [InlineData(151, 100, Rounding.HalfToEven, 2)]
    [InlineData(0, 7, Rounding.HalfUp, 0)]
    public void A_fraction_is_rounded_by_its_rule(int numerator, int denominator, Rounding rounding, long expected) =>
        rounding.Divide(numerator, denominator).ShouldBe(expected);

    [Fact]
    public void Products_beyond_sixty_four_bits_are_exact()
    {
        var numerator = (Int128)long.MaxValue * 1_000_000;

        Rounding.HalfToEven.Divide(numerator, 1_000_000).ShouldBe(long.MaxValue);
    }

    [Fact]
    public void A_result_beyond_sixty_four_bits_is_an_error() =>
        Should.Throw<OverflowException>(() => Rounding.Down.Divide((Int128)long.MaxValue * 2, 1));

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(1, 0)]
    [InlineData(1, -2)]
    public void Nothing_but_amounts_of_zero_or_more_is_rounded(int numerator, int denominator) =>
        Should.Throw<InvariantBroken>(() => Rounding.HalfUp.Divide(numerator, denominator));

    [Fact]
    public void A_rounding_that_is_not_known_is_a_bug() =>
        Should.Throw<InvariantBroken>(() => ((Rounding)9).Divide(1, 2));

    [Fact]
    public void The_result_is_never_further_away_than_the_rule_allows() =>
        Prop.ForAll<int, int>(
                (a, b) =>
                {
                    Int128 numerator = Math.Abs((long)a);
                    Int128 denominator = Math.Abs((long)b) + 1;
                    Distance(Rounding.HalfToEven).ShouldBeInRange(-1, 1);
                    Distance(Rounding.HalfUp).ShouldBeInRange(-1, 1);
                    var down = numerator - Rounding.Down.Divide(numerator, denominator) * denominator;
                    (down >= 0 && down < denominator).ShouldBeTrue();

                    // Twice the distance to the exact result, in denominators, cut to a whole number: 0 below a half.
                    int Distance(Rounding rounding)
                    {
                        var twice = (numerator - rounding.Divide(numerator, denominator) * denominator) * 2;
                        Int128.Abs(twice).ShouldBeLessThanOrEqualTo(denominator);
                        return (int)(twice / denominator);
                    }
                }
            )
            .QuickCheckThrowOnFailure();
}
