using SocialShares.Pages.Public;

namespace SocialShares.Tests.Pages.Citizen;

/// <summary>What the offer page's calculator says.</summary>
public sealed class TenYearsTests
{
    [Fact]
    public void Interest_is_at_most_the_cap_from_the_year_in_which_it_may_start()
    {
        var years = new TenYears(25_000, 30_000, 3, 2026);

        (years.FirstYear, years.LastYear, years.InterestYears).ShouldBe((2030, 2036, 7));
        years.YearlyMinor.ShouldBe(750);
        years.InterestMinor.ShouldBe(5_250);
        years.MostMinor.ShouldBe(30_250);
    }

    [Fact]
    public void Shares_that_never_pay_interest_bring_back_what_was_put_in_and_no_more() =>
        new TenYears(25_000, 0, 0, 2026).ShouldSatisfyAllConditions(
            y => y.InterestYears.ShouldBe(0),
            y => y.MostMinor.ShouldBe(25_000)
        );

    [Fact]
    public void Interest_that_starts_after_the_ten_years_does_not_count() =>
        new TenYears(25_000, 30_000, 10, 2026).InterestMinor.ShouldBe(0);

    [Theory]
    [InlineData(50, 30_000, 2)] // 1.5 pence goes to the even neighbour
    [InlineData(150, 30_000, 4)] // 4.5
    [InlineData(16, 30_000, 0)] // 0.48
    public void A_year_is_rounded_to_the_nearest_cent(long putIn, int cap, long yearly) =>
        new TenYears(putIn, cap, 0, 2026).YearlyMinor.ShouldBe(yearly);

    [Fact]
    public void No_strip_is_above_what_a_person_may_put_in()
    {
        var terms = new OfferTerms(0, 1_000_000, 1_000_000, default, default, 2_500, 30_000, 30_000, 14, false);

        QuickAmounts.Of(terms).ShouldBe([2_500, 5_000, 10_000, 25_000]);
        QuickAmounts.First(terms).ShouldBe(25_000);
        QuickAmounts.First(terms with { MaximumPerHolderMinor = 2_500 }).ShouldBe(2_500);
    }
}
