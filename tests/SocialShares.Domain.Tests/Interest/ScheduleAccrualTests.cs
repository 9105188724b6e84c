using FsCheck;
using FsCheck.Fluent;

namespace SocialShares.Domain.Tests;

/// <summary>What accrues inside a period, odd ones above all (ICMA rule 251).</summary>
public sealed class ScheduleAccrualTests
{
    private const DayCount Icma = DayCount.ActualActualIcma;

    private static readonly Arbitrary<(
        SchedulePeriod Period,
        DateOnly From,
        DateOnly Cut,
        DateOnly Until,
        int Tenor
    )> Parts = (
        from first in Gen.Choose(0, 20_000)
        from length in Gen.Choose(1, 2_000)
        from tenor in Gen.Elements(1, 3, 6, 12)
        from back in Gen.Elements(true, false)
        from cuts in Gen.Choose(0, length).ListOf(3)
        let start = new DateOnly(2000, 1, 1).AddDays(first)
        let end = start.AddDays(length)
        let at = cuts.Order().Select(start.AddDays).ToArray()
        select (Stub(start, end, tenor, back), at[0], at[1], at[2], tenor)
    ).ToArbitrary();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(12)]
    public void A_regular_icma_period_is_one_coupon(int tenor)
    {
        var terms = new ScheduleTerms(D("2023-08-31"), D("2028-08-31"), tenor, ScheduleDirection.Backward);

        foreach (var period in PaymentSchedule.Unadjusted(terms))
            Icma.Accrued(period, period.Start, period.End, tenor, terms.End).ShouldBe(YearFraction.Of(1, 12 / tenor));
    }

    // These and the next two are the examples of ISDA's paper on the ACT/ACT day count fraction (1999).
    [Theory]
    [InlineData("1999-02-01", "1999-07-01", 12, true, 150, 365)] // short first period of a yearly coupon
    [InlineData("2000-01-30", "2000-06-30", 6, false, 152, 2 * 182)] // short last period of a half-yearly one
    public void A_short_odd_period_is_its_part_of_the_notional_one(
        string start,
        string end,
        int tenor,
        bool back,
        int numerator,
        int denominator
    ) => Whole(Stub(D(start), D(end), tenor, back), tenor).ShouldBe(YearFraction.Of(numerator, denominator));

    [Fact]
    public void A_long_first_period_is_a_part_of_one_notional_period_and_the_whole_next() =>
        // ISDA's paper: 15 August 2002 to 15 July 2003, half-yearly. 153 of 184 days of [15 July 2002, 15 January 2003).
        Whole(Stub(D("2002-08-15"), D("2003-07-15"), 6, back: true), 6)
            .ShouldBe(YearFraction.Of(153, 2 * 184) + YearFraction.Of(1, 2));

    [Fact]
    public void A_long_last_period_is_whole_notional_periods_and_a_part_of_the_next() =>
        // ISDA's paper: 30 November 1999 to 30 April 2000, quarterly to the month's end. The second notional period is
        // [29 February, 31 May).
        Whole(
                PaymentSchedule.Unadjusted(
                    new(
                        D("1999-08-31"),
                        D("2000-04-30"),
                        3,
                        ScheduleDirection.Forward,
                        EndOfMonth: true,
                        NextToLast: D("1999-11-30")
                    )
                )[^1],
                3
            )
            .ShouldBe(YearFraction.Of(1, 4) + YearFraction.Of(61, 4 * 92));

    [Fact]
    public void Parts_of_an_odd_period_are_the_whole() =>
        Prop.ForAll(
                Parts,
                part =>
                {
                    var (period, from, cut, until, tenor) = part;
                    var parts =
                        Icma.Accrued(period, from, cut, tenor, period.End)
                        + Icma.Accrued(period, cut, until, tenor, period.End);
                    parts.ShouldBe(Icma.Accrued(period, from, until, tenor, period.End));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Other_rules_look_at_the_two_dates_only() =>
        Prop.ForAll(
                Parts,
                part =>
                {
                    var (period, from, _, until, tenor) = part;
                    foreach (var dayCount in Enum.GetValues<DayCount>().Where(d => d != Icma))
                        dayCount
                            .Accrued(period, from, until, tenor, period.End)
                            .ShouldBe(dayCount.Between(from, until, maturity: period.End));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_bond_that_pays_once_earns_a_coupon_for_each_whole_year() =>
        Whole(PaymentSchedule.OnePeriod(D("2024-01-01"), D("2027-07-01"), 12), 12)
            .ShouldBe(YearFraction.Of(3, 1) + YearFraction.Of(182, 366));

    [Fact]
    public void Days_outside_their_period_are_a_bug()
    {
        var period = PaymentSchedule.OnePeriod(D("2024-01-01"), D("2025-01-01"), 12);

        Should.Throw<InvariantBroken>(() => Icma.Accrued(period, D("2023-12-31"), period.End, 12, period.End));
        Should.Throw<InvariantBroken>(() => Icma.Accrued(period, period.Start, D("2025-01-02"), 12, period.End));
        Should.Throw<InvariantBroken>(() => Icma.Accrued(period, D("2024-03-02"), D("2024-03-01"), 12, period.End));
    }

    private static YearFraction Whole(SchedulePeriod period, int tenor) =>
        Icma.Accrued(period, period.Start, period.End, tenor, period.End);

    // A period as long as one likes: the first, counted back from its end, or the last, counted on from its start.
    private static SchedulePeriod Stub(DateOnly start, DateOnly end, int tenor, bool back) =>
        back
            ? PaymentSchedule.Unadjusted(new(start, end.AddYears(1), tenor, ScheduleDirection.Forward, First: end))[0]
            : PaymentSchedule.Unadjusted(
                new(start.AddYears(-1), end, tenor, ScheduleDirection.Backward, NextToLast: start)
            )[^1];

    private static DateOnly D(string date) => GoldenDate.Parse(date);
}
