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
    public void A_correction_mends_the_lot_that_it_names_and_not_the_oldest()
    {
        var second = RegisterEntryId.New();
        LotChange[] bought =
        [
            new(First, EntryKind.Issue, 10, 1_000),
            new(First.AddDays(5), EntryKind.Issue, 20, 1_000, Entry: second),
        ];
        LotChange Corrected(long units) => new(First.AddDays(9), EntryKind.Correction, units, 1_000, Corrects: second);

        Lots.Of([.. bought, Corrected(-5)]).ShouldBe([new Lot(First, 10, 1_000), new Lot(First.AddDays(5), 15, 1_000)]);
        Lots.Of([.. bought, Corrected(3)]).ShouldBe([new Lot(First, 10, 1_000), new Lot(First.AddDays(5), 23, 1_000)]);
        var left = new LotChange(First.AddDays(7), EntryKind.Withdrawal, -15, 1_000);
        Lots.Of([.. bought, left, Corrected(-15)]).ShouldBeEmpty();
    }

    [Fact]
    public void Where_fewer_left_than_was_written_those_that_stayed_are_as_old_as_they_were()
    {
        var paid = RegisterEntryId.New();

        var lots = Lots.Of([
            new LotChange(First, EntryKind.Issue, 12, 1_000),
            new LotChange(First.AddYears(1), EntryKind.Withdrawal, -12, 1_000, Entry: paid),
            new LotChange(First.AddYears(2), EntryKind.Correction, 5, 1_000, Corrects: paid),
        ]);

        lots.ShouldBe([new Lot(First, 5, 1_000)]);
    }

    [Fact]
    public void Lots_are_what_their_certificates_stand_for_whatever_was_corrected() =>
        Prop.ForAll(
                (
                    from kind in Gen.Choose(0, 3)
                    from units in Gen.Choose(1, 30)
                    from which in Gen.Choose(0, 100)
                    select (kind, units, which)
                )
                    .ListOf()
                    .ToArbitrary(),
                steps =>
                {
                    var entries = Entries(steps);
                    var last = First.AddDays(steps.Count());

                    var lots = Lots.Of(
                        entries.Select(e => new LotChange(
                            e.ValidOn,
                            e.Kind,
                            e.Units,
                            e.PriceMinor,
                            Entry: e.Id,
                            Corrects: e.CorrectsId
                        ))
                    );

                    lots.Sum(l => l.Units).ShouldBe(entries.Sum(e => e.Units));
                    foreach (var bought in entries.Where(e => e.Kind == EntryKind.Issue))
                        StandingUnits
                            .Of(entries, bought.Id, last)
                            .ShouldBe(
                                Math.Min(bought.Units, lots.Where(l => l.Since == bought.ValidOn).Sum(l => l.Units))
                            );
                    var old = last.AddYears(1).AddDays(-1);
                    UnitDays
                        .Count(entries.Select(e => new UnitChange(e.ValidOn, e.Units, e.Id, e.CorrectsId)), old, old, 1)
                        .ShouldBe(lots.Where(l => l.Since.AddYears(1) <= old).Sum(l => l.Units));
                }
            )
            .QuickCheckThrowOnFailure();

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

    // One step a day: shares come, leave, or an earlier entry is corrected within what it has and what is held.
    private static List<RegisterEntry> Entries(IEnumerable<(int Kind, int Units, int Which)> steps)
    {
        var (chain, made) = (RegisterChain.Begin(EnterpriseId.New()), new List<RegisterEntry>());
        var (shares, holder) = (ShareClassId.New(), MemberId.New());
        foreach (var (day, (kind, units, which)) in steps.Index())
        {
            var held = made.Sum(e => e.Units);
            var open = made.Where(e => e.Kind != EntryKind.Correction).ToList();
            var wrong = kind >= 2 && open.Count > 0 ? open[which % open.Count] : null;
            var before = made.Where(e => e.CorrectsId == wrong?.Id && wrong is not null).Sum(e => e.Units);
            var signed =
                wrong is null ? (kind == 1 ? -Math.Min(units, held) : units)
                : kind == 2 ? -Math.Min(Math.Min(units, held), Math.Abs(wrong.Units) + before)
                : Math.Min(units, Math.Abs(wrong.Units) - before);
            if (signed == 0)
                continue;
            made.Add(
                chain.Append(
                    new EntryFacts(
                        shares,
                        null,
                        1_000,
                        holder,
                        wrong is not null ? EntryKind.Correction
                            : signed > 0 ? EntryKind.Issue
                            : EntryKind.Withdrawal,
                        signed,
                        new BookedOn(First.AddDays(day), new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc)),
                        new EntrySource("Step", Guid.NewGuid()),
                        wrong?.Id
                    )
                )
            );
        }
        return made;
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
