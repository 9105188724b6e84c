using FsCheck;
using FsCheck.Fluent;

namespace SocialShares.Domain.Tests;

/// <summary>Unit-days are what one would count day by day with a calendar and a drawer of certificates.</summary>
public sealed class UnitDaysTests
{
    private static readonly DateOnly Start = new(2023, 1, 1);

    // A holder's changes over four years around a leap day; nobody gives away more than they have.
    private static readonly Arbitrary<Holding> Holdings = (
        from steps in (
            from days in Gen.Choose(0, 200)
            from units in Gen.Choose(1, 50)
            from leaves in Gen.Choose(0, 3)
            select (days, units, leaves == 0)
        ).ListOf()
        from first in Gen.Choose(-200, 900)
        from length in Gen.Choose(0, 365)
        from years in Gen.Choose(0, 2)
        select new Holding(Changes(steps), Start.AddDays(first), Start.AddDays(first + length), years)
    ).ToArbitrary();

    [Fact]
    public void They_equal_a_count_day_by_day_leavers_included() =>
        Prop.ForAll(
                Holdings,
                holding =>
                    UnitDays
                        .Count(holding.Changes, holding.From, holding.Until, holding.StartsAfterYears)
                        .ShouldBe(DayByDay(holding))
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_day_of_arrival_counts_and_the_day_of_leaving_does_not()
    {
        UnitChange[] changes = [new(new DateOnly(2024, 3, 10), 10), new(new DateOnly(2024, 3, 12), -10)];

        var days = UnitDays.Count(changes, new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31), 0);

        days.ShouldBe(20);
    }

    [Fact]
    public void A_transferred_unit_earns_for_one_holder_on_each_day()
    {
        var (from, until, day) = (new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31), new DateOnly(2024, 7, 1));

        var giver = UnitDays.Count([new(from, 1), new(day, -1)], from, until, 0);
        var receiver = UnitDays.Count([new(day, 1)], from, until, 0);

        (giver + receiver).ShouldBe(366);
    }

    [Fact]
    public void Units_bought_first_leave_first()
    {
        UnitChange[] changes =
        [
            new(new DateOnly(2022, 1, 1), 5),
            new(new DateOnly(2023, 12, 31), 5),
            new(new DateOnly(2024, 1, 1), -5),
        ];

        var days = UnitDays.Count(changes, new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31), 1);

        days.ShouldBe(5, "the younger lot is a year old on 31 December only");
    }

    [Fact]
    public void A_correction_mends_the_units_that_it_names_from_its_day_on()
    {
        var (first, second) = (RegisterEntryId.New(), RegisterEntryId.New());
        var (from, until) = (new DateOnly(2024, 1, 1), new DateOnly(2024, 1, 10));
        UnitChange[] bought = [new(new DateOnly(2022, 1, 1), 5, first), new(new DateOnly(2023, 6, 1), 5, second)];

        Int128 Days(params UnitChange[] then) => UnitDays.Count([.. bought, .. then], from, until, 1);

        Days().ShouldBe(50, "the second is too young");
        Days(new UnitChange(new DateOnly(2024, 1, 6), -4, Corrects: second)).ShouldBe(50, "it takes of the second");
        Days(new UnitChange(new DateOnly(2024, 1, 6), 2, Corrects: first))
            .ShouldBe(60, "two more of the first, 5 days");
    }

    [Fact]
    public void More_leaving_than_came_is_a_bug() =>
        Should.Throw<InvariantBroken>(() =>
            UnitDays.Count([new(Start, 1), new(Start.AddDays(1), -2)], Start, Start.AddDays(9), 0)
        );

    [Fact]
    public void Changes_out_of_order_are_a_bug() =>
        Should.Throw<InvariantBroken>(() =>
            UnitDays.Count([new(Start.AddDays(1), 1), new(Start, 1)], Start, Start.AddDays(9), 0)
        );

    private static UnitChange[] Changes(IEnumerable<(int Days, int Units, bool Leaves)> steps)
    {
        var changes = new List<UnitChange>();
        var (on, held) = (Start, 0L);
        foreach (var (days, units, leaves) in steps)
        {
            on = on.AddDays(days);
            var signed = leaves ? -Math.Min(units, held) : units;
            held += signed;
            if (signed != 0)
                changes.Add(new UnitChange(on, signed));
        }
        return [.. changes];
    }

    // Each unit is a certificate with its day of purchase; every evening one counts those that are old enough.
    private static Int128 DayByDay(Holding holding)
    {
        Int128 count = 0;
        for (var day = holding.From; day <= holding.Until; day = day.AddDays(1))
        {
            var drawer = new List<DateOnly>();
            foreach (var change in holding.Changes.TakeWhile(c => c.On <= day))
                if (change.Units > 0)
                    drawer.AddRange(Enumerable.Repeat(change.On, (int)change.Units));
                else
                    drawer.RemoveRange(0, (int)-change.Units);
            count += drawer.Count(bought => bought.AddYears(holding.StartsAfterYears) <= day);
        }
        return count;
    }

    private sealed record Holding(UnitChange[] Changes, DateOnly From, DateOnly Until, int StartsAfterYears);
}
