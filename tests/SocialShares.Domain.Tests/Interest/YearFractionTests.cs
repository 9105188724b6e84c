namespace SocialShares.Domain.Tests;

/// <summary>Parts of a year are exact and in lowest terms.</summary>
public sealed class YearFractionTests
{
    [Fact]
    public void Equal_parts_are_equal_values() => YearFraction.Of(180, 360).ShouldBe(YearFraction.Of(1, 2));

    [Fact]
    public void Nothing_is_zero_of_one() => YearFraction.Of(0, 366).ShouldBe(YearFraction.Zero);

    [Fact]
    public void A_sum_is_exact() =>
        (YearFraction.Of(1, 365) + YearFraction.Of(1, 366)).ShouldBe(YearFraction.Of(731, 133_590));

    [Fact]
    public void A_sum_that_fits_only_in_lowest_terms_fits()
    {
        var third = YearFraction.Of(1, 3_000_000_000_000_000_000);

        (third + third + third).ShouldBe(YearFraction.Of(1, 1_000_000_000_000_000_000));
    }

    [Fact]
    public void A_sum_that_does_not_fit_is_no_sum() =>
        Should.Throw<OverflowException>(() =>
            YearFraction.Of(1, long.MaxValue) + YearFraction.Of(1, long.MaxValue - 1)
        );

    [Fact]
    public void Longer_is_more()
    {
        (YearFraction.Of(1, 365) < YearFraction.Of(1, 360)).ShouldBeTrue();
        (YearFraction.Of(2, 4) >= YearFraction.Of(1, 2)).ShouldBeTrue();
        YearFraction.Of(long.MaxValue, 2).CompareTo(YearFraction.Of(long.MaxValue, 3)).ShouldBe(1);
    }

    [Fact]
    public void A_negative_part_or_no_denominator_is_a_bug()
    {
        Should.Throw<InvariantBroken>(() => YearFraction.Of(-1, 360));
        Should.Throw<InvariantBroken>(() => YearFraction.Of(1, 0));
        Should.Throw<InvariantBroken>(() => YearFraction.Zero + default(YearFraction));
    }
}
