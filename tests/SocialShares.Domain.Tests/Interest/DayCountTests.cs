using FsCheck;
using FsCheck.Fluent;

namespace SocialShares.Domain.Tests;

/// <summary>What the day counts promise beyond the golden rows: names, refusals, and how a period may be cut.</summary>
public sealed class DayCountTests
{
    // Month ends come often: they are where the rules differ.
    private static readonly Gen<DateOnly> Dates =
        from year in Gen.Choose(2000, 2199)
        from month in Gen.Choose(1, 12)
        from day in Gen.OneOf(Gen.Choose(1, 31), Gen.Choose(28, 31))
        select new DateOnly(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));

    private static readonly Arbitrary<(DateOnly From, DateOnly Cut, DateOnly Until)> Cuts = (
        from dates in Dates.ListOf(3)
        let sorted = dates.Order().ToArray()
        select (sorted[0], sorted[1], sorted[2])
    ).ToArbitrary();

    public static TheoryData<DayCount> All => [.. Enum.GetValues<DayCount>()];

    [Theory]
    [MemberData(nameof(All))]
    public void A_market_name_is_read_back(DayCount dayCount)
    {
        DayCounts
            .TryParse($" {dayCount.MarketName().ToLowerInvariant().Replace(" ", "")} ", out var read)
            .ShouldBeTrue();
        read.ShouldBe(dayCount);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("30/365")]
    [InlineData("ACT/ACT")] // which one?
    public void An_unknown_name_is_not_read(string? name) => DayCounts.TryParse(name, out _).ShouldBeFalse();

    [Theory]
    [MemberData(nameof(All))]
    public void An_empty_period_has_no_days(DayCount dayCount) =>
        Prop.ForAll(
                Dates.ToArbitrary(),
                day =>
                {
                    dayCount.Days(day, day).ShouldBe(0);
                    dayCount.Days(day, day, maturity: day).ShouldBe(0);
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(All))]
    public void No_period_has_fewer_days_than_none(DayCount dayCount) =>
        Prop.ForAll(
                Cuts,
                cut =>
                {
                    dayCount.Days(cut.From, cut.Until).ShouldBeGreaterThanOrEqualTo(0);
                    dayCount.Days(cut.From, cut.Until, cut.Until).ShouldBeGreaterThanOrEqualTo(0);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void From_the_30th_to_the_31st_is_no_time_where_months_have_30_days() =>
        DayCount
            .Thirty360European.Between(new DateOnly(2025, 1, 30), new DateOnly(2025, 1, 31))
            .ShouldBe(YearFraction.Zero);

    [Theory]
    [MemberData(nameof(All))]
    public void An_end_before_the_start_is_a_bug(DayCount dayCount) =>
        Should.Throw<InvariantBroken>(() => dayCount.Between(new DateOnly(2025, 1, 2), new DateOnly(2025, 1, 1)));

    // Each of these counts gives every date one place on a line, and days are the distance of two places. For 30E/360 ISDA
    // that place is another for an end at maturity only, where nothing is cut.
    [Theory]
    [InlineData(DayCount.Thirty360European)]
    [InlineData(DayCount.Thirty360Isda)]
    [InlineData(DayCount.Actual365Fixed)]
    [InlineData(DayCount.Actual360)]
    [InlineData(DayCount.ActualActualIsda)]
    public void Two_parts_of_a_period_are_the_whole_wherever_it_is_cut(DayCount dayCount) =>
        Prop.ForAll(
                Cuts,
                cut =>
                {
                    var maturity = cut.Until > cut.Cut ? cut.Until : DateOnly.MaxValue;
                    var parts =
                        dayCount.Between(cut.From, cut.Cut, maturity: maturity)
                        + dayCount.Between(cut.Cut, cut.Until, maturity: maturity);
                    parts.ShouldBe(dayCount.Between(cut.From, cut.Until, maturity: maturity));
                }
            )
            .QuickCheckThrowOnFailure();

    // These two look at the start to place the end. Without a 31st (and, for 30/360 US, the last of February) at the cut or
    // at the end there is nothing to place differently.
    [Theory]
    [InlineData(DayCount.Thirty360BondBasis)]
    [InlineData(DayCount.Thirty360Us)]
    public void Two_parts_are_the_whole_unless_cut_or_end_is_a_month_end_that_the_rule_moves(DayCount dayCount) =>
        Prop.ForAll(
                Cuts,
                cut =>
                {
                    if (IsMoved(dayCount, cut.Cut) || IsMoved(dayCount, cut.Until))
                        return;
                    var parts = dayCount.Between(cut.From, cut.Cut) + dayCount.Between(cut.Cut, cut.Until);
                    parts.ShouldBe(dayCount.Between(cut.From, cut.Until));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Bond_basis_counts_a_31st_twice_when_cut_there()
    {
        var (from, cut, until) = (new DateOnly(2025, 1, 15), new DateOnly(2025, 1, 31), new DateOnly(2025, 2, 15));

        var parts = DayCount.Thirty360BondBasis.Days(from, cut) + DayCount.Thirty360BondBasis.Days(cut, until);

        parts.ShouldBe(31);
        DayCount.Thirty360BondBasis.Days(from, until).ShouldBe(30);
    }

    [Fact]
    public void Two_parts_of_a_regular_icma_period_are_the_whole() =>
        Prop.ForAll(
                Cuts,
                Gen.Elements(1, 2, 4, 12).ToArbitrary(),
                (cut, perYear) =>
                {
                    if (cut.From == cut.Until)
                        return;
                    var regular = new ReferencePeriod(cut.From, cut.Until, perYear);
                    var parts =
                        DayCount.ActualActualIcma.Between(cut.From, cut.Cut, regular)
                        + DayCount.ActualActualIcma.Between(cut.Cut, cut.Until, regular);
                    parts.ShouldBe(YearFraction.Of(1, perYear));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Icma_without_a_regular_period_around_the_days_is_a_bug()
    {
        var (start, end) = (new DateOnly(2025, 1, 1), new DateOnly(2025, 7, 1));

        Should.Throw<InvariantBroken>(() => DayCount.ActualActualIcma.Between(start, end));
        Should.Throw<InvariantBroken>(() =>
            DayCount.ActualActualIcma.Between(start, end, new ReferencePeriod(start.AddDays(1), end, 2))
        );
        Should.Throw<InvariantBroken>(() =>
            DayCount.ActualActualIcma.Between(start, end, new ReferencePeriod(start, end, 0))
        );
    }

    private static bool IsMoved(DayCount dayCount, DateOnly date) =>
        date.Day == 31 || (dayCount == DayCount.Thirty360Us && date.Month == 2 && date.AddDays(1).Month == 3);
}
