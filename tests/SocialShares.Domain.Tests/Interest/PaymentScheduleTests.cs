using FsCheck;
using FsCheck.Fluent;

namespace SocialShares.Domain.Tests;

/// <summary>Periods follow each other without a gap, and odd ones stand where the terms put them.</summary>
public sealed class PaymentScheduleTests
{
    private static readonly Arbitrary<ScheduleTerms> AnyTerms = (
        from first in Gen.Choose(0, 20_000)
        from length in Gen.Choose(1, 6_000)
        from tenor in Gen.Elements(1, 2, 3, 4, 6, 12)
        from direction in Gen.Elements(ScheduleDirection.Forward, ScheduleDirection.Backward)
        from monthEnd in Gen.Elements(true, false)
        from cuts in Gen.Choose(-3_000, 5_999).ListOf(2)
        let start = new DateOnly(2000, 1, 1).AddDays(first)
        let named = cuts.Order().Select(c => c > 0 && c < length ? start.AddDays(c) : (DateOnly?)null).ToArray()
        select new ScheduleTerms(start, start.AddDays(length), tenor, direction, monthEnd, named[0], named[1])
    ).ToArbitrary();

    [Fact]
    public void Periods_cover_start_to_end_without_a_gap() =>
        Prop.ForAll(
                AnyTerms,
                terms =>
                {
                    var periods = PaymentSchedule.Unadjusted(terms);
                    periods[0].Start.ShouldBe(terms.Start);
                    periods[^1].End.ShouldBe(terms.End);
                    periods.ShouldAllBe(period => period.Start < period.End);
                    for (var i = 1; i < periods.Count; i++)
                        periods[i].Start.ShouldBe(periods[i - 1].End);
                    if (terms.First is { } first)
                        periods[0].End.ShouldBe(first);
                    if (terms.NextToLast is { } last)
                        periods[^1].Start.ShouldBe(last);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_regular_period_is_its_own_reference_and_an_odd_one_shares_one_end_with_it() =>
        Prop.ForAll(
                AnyTerms,
                terms =>
                {
                    foreach (var period in PaymentSchedule.Unadjusted(terms))
                    {
                        var (start, end) = (period.ReferenceStart == period.Start, period.ReferenceEnd == period.End);
                        (start && end).ShouldBe(period.IsRegular);
                        (start || end).ShouldBeTrue();
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void At_most_three_periods_are_odd() =>
        Prop.ForAll(
                AnyTerms,
                terms =>
                    PaymentSchedule
                        .Unadjusted(terms)
                        .Count(period => !period.IsRegular)
                        .ShouldBeLessThanOrEqualTo(
                            1 + (terms.First is null ? 0 : 1) + (terms.NextToLast is null ? 0 : 1)
                        )
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Adjusted_dates_are_business_days_and_never_fall() =>
        Prop.ForAll(
                AnyTerms,
                terms =>
                {
                    var rule = BusinessDayRule.ModifiedFollowing;
                    var dates = PaymentSchedule.Dates(terms, HolidayCalendar.England, rule, rule);
                    dates.Count.ShouldBe(PaymentSchedule.Unadjusted(terms).Count + 1);
                    dates.ShouldAllBe(date => HolidayCalendar.England.IsBusinessDay(date));
                    dates.ShouldBe(dates.Order());
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_31st_comes_back_after_a_shorter_month() =>
        Bounds(new(D("2025-01-31"), D("2025-05-31"), 1, ScheduleDirection.Forward))
            .ShouldBe("2025-01-31 2025-02-28 2025-03-31 2025-04-30 2025-05-31");

    [Fact]
    public void What_does_not_fit_is_short_at_the_far_end()
    {
        var terms = new ScheduleTerms(D("2025-01-15"), D("2026-03-01"), 6, ScheduleDirection.Backward);

        Bounds(terms).ShouldBe("2025-01-15 2025-03-01 2025-09-01 2026-03-01");
        Bounds(terms with { Direction = ScheduleDirection.Forward })
            .ShouldBe("2025-01-15 2025-07-15 2026-01-15 2026-03-01");
    }

    [Theory]
    [InlineData(ScheduleDirection.Forward)]
    [InlineData(ScheduleDirection.Backward)]
    public void Both_ends_can_be_long(ScheduleDirection direction)
    {
        var terms = new ScheduleTerms(
            D("2025-01-15"),
            D("2027-12-20"),
            6,
            direction,
            First: D("2025-09-01"),
            NextToLast: D("2027-03-01")
        );

        Bounds(terms).ShouldBe("2025-01-15 2025-09-01 2026-03-01 2026-09-01 2027-03-01 2027-12-20");
        PaymentSchedule.Unadjusted(terms).Select(period => period.IsRegular).ShouldBe([false, true, true, true, false]);
    }

    [Fact]
    public void The_month_end_is_kept_when_the_terms_say_so()
    {
        var terms = new ScheduleTerms(D("2025-02-28"), D("2026-02-28"), 6, ScheduleDirection.Forward);

        Bounds(terms).ShouldBe("2025-02-28 2025-08-28 2026-02-28");
        Bounds(terms with { EndOfMonth = true }).ShouldBe("2025-02-28 2025-08-31 2026-02-28");
    }

    [Fact]
    public void A_month_end_payment_is_made_on_the_months_last_business_day()
    {
        var terms = new ScheduleTerms(D("2025-02-28"), D("2026-02-28"), 6, ScheduleDirection.Forward, EndOfMonth: true);

        var dates = PaymentSchedule.Dates(
            terms,
            HolidayCalendar.Target,
            BusinessDayRule.Following,
            BusinessDayRule.Unadjusted
        );

        dates.ShouldBe([D("2025-02-28"), D("2025-08-29"), D("2026-02-28")]);
    }

    [Fact]
    public void Terms_that_contradict_each_other_are_refused_at_their_field()
    {
        var good = new ScheduleTerms(D("2025-01-01"), D("2027-01-01"), 6, ScheduleDirection.Backward);

        Refusal(good with { End = good.Start }).ShouldBe("schedule.end maturesOn");
        Refusal(good with { TenorMonths = 5 }).ShouldBe("schedule.tenor frequency");
        Refusal(good with { TenorMonths = 0 }).ShouldBe("schedule.tenor frequency");
        Refusal(good with { TenorMonths = 24 }).ShouldBe("schedule.tenor frequency");
        Refusal(good with { First = good.Start }).ShouldBe("schedule.first firstPaymentOn");
        Refusal(good with { First = good.End }).ShouldBe("schedule.first firstPaymentOn");
        Refusal(good with { NextToLast = good.End }).ShouldBe("schedule.next-to-last lastRegularOn");
        Refusal(good with { NextToLast = good.Start }).ShouldBe("schedule.next-to-last lastRegularOn");
        Refusal(good with { First = D("2026-01-02"), NextToLast = D("2026-01-01") })
            .ShouldBe("schedule.next-to-last lastRegularOn");
        Should.Throw<Refused>(() => PaymentSchedule.OnePeriod(good.End, good.End, 12)).Code.ShouldBe("schedule.end");
    }

    [Theory]
    [InlineData(PaymentFrequency.AtMaturity, 0, 1)]
    [InlineData(PaymentFrequency.Yearly, 12, 1)]
    [InlineData(PaymentFrequency.HalfYearly, 6, 2)]
    [InlineData(PaymentFrequency.Quarterly, 3, 4)]
    [InlineData(PaymentFrequency.Monthly, 1, 12)]
    public void A_frequency_is_so_many_months(PaymentFrequency frequency, int months, int perYear) =>
        (frequency.Months(), frequency.PerYear()).ShouldBe((months, perYear));

    private static string Refusal(ScheduleTerms terms)
    {
        var refused = Should.Throw<Refused>(() => PaymentSchedule.Unadjusted(terms));
        return $"{refused.Code} {refused.Field}";
    }

    private static string Bounds(ScheduleTerms terms) =>
        string.Join(
            ' ',
            PaymentSchedule
                .Dates(terms, HolidayCalendar.None, BusinessDayRule.Unadjusted, BusinessDayRule.Unadjusted)
                .Select(GoldenDate.Write)
        );

    private static DateOnly D(string date) => GoldenDate.Parse(date);
}
