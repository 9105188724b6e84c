using FsCheck;
using FsCheck.Fluent;

namespace SocialShares.Domain.Tests;

/// <summary>The most that one holder may have, in money, in units and as a part of the whole.</summary>
public sealed class HolderLimitsTests
{
    private const long Par = 1_000;

    private static readonly Arbitrary<(HolderLimits Limits, long[] Units)> Purchases = (
        from money in Gen.Choose(1, 60)
        from units in Gen.Choose(0, 60)
        from share in Gen.Choose(0, 1_000_000)
        from asked in Gen.Choose(1, 30).NonEmptyListOf()
        select (
            new HolderLimits(
                Par,
                money * Par,
                units == 0 ? null : units,
                share == 0 ? null : share,
                OfferTerms.ShareOfTotalMinor(share == 0 ? null : share, 50 * Par, Par),
                Par,
                Currency.Gbp,
                OfBonds: false
            ),
            asked.Select(a => (long)a).ToArray()
        )
    ).ToArbitrary();

    [Fact]
    public void However_often_somebody_buys_no_cap_is_ever_passed_and_no_purchase_within_all_caps_is_refused() =>
        Prop.ForAll(
                Purchases,
                x =>
                {
                    var has = HolderHas.Nothing;
                    foreach (var units in x.Units)
                    {
                        var asked = new HolderHas(units * Par, units);
                        var fits = Fits(x.Limits, has + asked);
                        // What is held and what is applied for count alike.
                        var (held, applied) = units % 2 == 0 ? (has, HolderHas.Nothing) : (HolderHas.Nothing, has);
                        if (fits)
                            x.Limits.CheckTogether(held, applied, asked);
                        else
                            Should.Throw<Refused>(() => x.Limits.CheckTogether(held, applied, asked));
                        has = fits ? has + asked : has;
                    }
                    Fits(x.Limits, has).ShouldBeTrue();
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_refusal_names_the_limit_and_what_it_would_be_together()
    {
        var offer = Offers.Open(Offers.Terms with { MaximumUnitsPerHolder = 30, MaximumShareOfTotalPpm = 125_000 });
        var limits = offer.LimitsFor(HolderKind.Organisation, null);
        var twenty = new HolderHas(20 * Par, 20);

        var share = Should.Throw<Refused>(() => limits.CheckTogether(twenty, HolderHas.Nothing, new(6 * Par, 6)));
        var units = Should.Throw<Refused>(() => limits.CheckTogether(new(0, 20), new(0, 10), new(Par, 1)));
        var money = Should.Throw<Refused>(() => limits.CheckTogether(new(80 * Par, 1), HolderHas.Nothing, new(Par, 1)));

        share.Code.ShouldBe("application.above-share");
        share.Numbers.ShouldBe([new Rate(125_000), Pounds(25), Pounds(26)]);
        units.Code.ShouldBe("application.above-units");
        units.Numbers.ShouldBe([30L, 31L]);
        money.Code.ShouldBe("application.above-maximum-together");
        money.Numbers.ShouldBe([Pounds(80), Pounds(81)]);
        limits.CheckTogether(twenty, HolderHas.Nothing, new(5 * Par, 5));
    }

    [Fact]
    public void An_amount_alone_is_held_against_every_cap()
    {
        var offer = Offers.Open(Offers.Terms with { MaximumUnitsPerHolder = 30 });
        var limits = offer.WidestLimits();

        limits.UnitsFor(30 * Par).ShouldBe(30);
        Offers.Code(() => limits.UnitsFor(31 * Par)).ShouldBe("application.above-units");
        Offers.Code(() => limits.UnitsFor(4 * Par)).ShouldBe("application.below-minimum");
        Offers.Code(() => limits.UnitsFor(81 * Par)).ShouldBe("application.above-maximum");
        Offers.Code(() => limits.UnitsFor(5 * Par + 1)).ShouldBe("application.whole-shares");
    }

    [Theory]
    [InlineData(4, null, "offer.terms.maximum-units", "maximumUnitsPerHolder")]
    [InlineData(0, null, "offer.terms.maximum-units", "maximumUnitsPerHolder")]
    [InlineData(null, 0, "offer.terms.maximum-share", "maximumShareOfTotalPpm")]
    [InlineData(null, 1_000_001, "offer.terms.maximum-share", "maximumShareOfTotalPpm")]
    [InlineData(null, 24_000, "offer.terms.maximum-share", "maximumShareOfTotalPpm")]
    public void A_cap_that_leaves_no_room_for_the_least_is_refused(int? units, int? ppm, string code, string field)
    {
        var terms = Offers.Terms with { MaximumUnitsPerHolder = units, MaximumShareOfTotalPpm = ppm };

        var refused = Should.Throw<Refused>(() => terms.Check(Par, isOfBonds: false));

        (refused.Code, refused.Field).ShouldBe((code, field));
    }

    private static bool Fits(HolderLimits l, HolderHas has) =>
        has.Minor <= l.MaximumMinor
        && has.Units <= (l.MaximumUnits ?? long.MaxValue)
        && has.Minor <= (l.MaximumShareMinor ?? long.MaxValue);

    private static Money Pounds(long pounds) => new(pounds * Par, Currency.Gbp);
}
