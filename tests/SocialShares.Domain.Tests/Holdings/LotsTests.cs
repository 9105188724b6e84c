using FsCheck;
using FsCheck.Fluent;

namespace SocialShares.Domain.Tests;

/// <summary>Shares leave first in, first out, at what was paid for them.</summary>
public sealed class LotsTests
{
    private static readonly DateOnly First = new(2026, 1, 1);

    [Fact]
    public void The_oldest_leave_first_at_the_price_that_was_paid()
    {
        var lots = Lots.Of([
            new LotChange(First, EntryKind.Issue, 10, 1_000),
            new LotChange(First.AddDays(5), EntryKind.Reinvestment, 4, 700),
            new LotChange(First.AddDays(9), EntryKind.Withdrawal, -3, 1_000),
        ]);

        lots.ShouldBe([new Lot(First, 7, 1_000), new Lot(First.AddDays(5), 4, 700)]);
        Lots.Minor(Lots.First(lots, 9)).ShouldBe((7 * 1_000) + (2 * 700));
        Lots.ByPrice(Lots.First(lots, 9)).ShouldBe([(7L, 1_000L), (2L, 700L)]);
        Lots.After(lots, 9).ShouldBe([new Lot(First.AddDays(5), 2, 700)]);
    }

    [Fact]
    public void A_write_down_changes_the_value_and_not_the_age()
    {
        var lots = Lots.Of([
            new LotChange(First, EntryKind.Issue, 10, 1_000),
            new LotChange(First.AddYears(1), EntryKind.WriteDownFrom, -10, 1_000),
            new LotChange(First.AddYears(1), EntryKind.WriteDownTo, 10, 600),
            new LotChange(First.AddYears(2), EntryKind.Issue, 5, 600),
        ]);

        lots.ShouldBe([new Lot(First, 10, 600), new Lot(First.AddYears(2), 5, 600)]);
    }

    [Fact]
    public void More_than_there_is_never_leaves() =>
        Should.Throw<InvariantBroken>(() =>
            Lots.Of([
                new LotChange(First, EntryKind.Issue, 10, 1_000),
                new LotChange(First, EntryKind.TransferOut, -11, 1_000),
            ])
        );

    [Fact]
    public void What_leaves_and_what_stays_are_what_there_was() =>
        Prop.ForAll(
                (
                    from sizes in Gen.Choose(1, 50).ListOf(6)
                    from prices in Gen.Elements(600L, 700L, 1_000L).ListOf(6)
                    from part in Gen.Choose(0, 100)
                    select (Sizes: sizes.ToList(), Prices: prices.ToList(), Part: part)
                ).ToArbitrary(),
                x =>
                {
                    var lots = x
                        .Sizes.Select((n, i) => new Lot(First.AddDays(i), n, x.Prices[i % x.Prices.Count]))
                        .ToList();
                    var units = lots.Sum(l => l.Units) * x.Part / 100;

                    var (gone, left) = (Lots.First(lots, units), Lots.After(lots, units));

                    gone.Sum(l => l.Units).ShouldBe(units);
                    (Lots.Minor(gone) + Lots.Minor(left)).ShouldBe(Lots.Minor(lots));
                    Lots.ByPrice(gone).Sum(p => p.Units * p.PriceMinor).ShouldBe(Lots.Minor(gone));
                    if (gone.Count > 0 && left.Count > 0)
                        gone[^1].Since.ShouldBeLessThanOrEqualTo(left[0].Since);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_value_of_a_share_is_known_for_every_day()
    {
        var history = new ParHistory(400, [(new DateOnly(2027, 7, 1), 1_000), (new DateOnly(2028, 7, 1), 600)]);

        history.On(new DateOnly(2027, 6, 30)).ShouldBe(1_000);
        history.On(new DateOnly(2027, 7, 1)).ShouldBe(600);
        history.On(new DateOnly(2028, 7, 1)).ShouldBe(400);
        history
            .Parts(new DateOnly(2027, 1, 1), new DateOnly(2027, 12, 31))
            .ShouldBe([
                (new DateOnly(2027, 1, 1), new DateOnly(2027, 6, 30), 1_000L),
                (new DateOnly(2027, 7, 1), new DateOnly(2027, 12, 31), 600L),
            ]);
    }

    [Fact]
    public void The_sources_of_several_entries_of_one_event_differ_and_stay_the_same()
    {
        var source = new EntrySource("Paid back", Guid.NewGuid());

        source.Part("").ShouldBe(source);
        source.Part("price-1").ShouldBe(source.Part("price-1"));
        source.Part("price-1").Id.ShouldNotBe(source.Part("price-2").Id);
        source.Part("price-1").Id.ShouldNotBe(source.Id);
    }
}
