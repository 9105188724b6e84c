namespace SocialShares.Domain.Tests.Regulation;

/// <summary>Which version of a pack holds on a day, and what it lets an offer be.</summary>
public sealed class RulePackTests
{
    private static readonly RuleSource Source = new("a test", null);
    private static readonly DateOnly First = new(2020, 1, 1);
    private static readonly DateOnly Second = new(2026, 6, 5);

    [Fact]
    public void A_version_holds_from_its_first_day_on_and_not_a_day_sooner()
    {
        var pack = Pack(Version(First, 5_000), Version(Second, 12_000));

        pack.On(First.AddDays(-1)).ShouldBeNull();
        pack.On(First)!.ValidFrom.ShouldBe(First);
        pack.On(Second.AddDays(-1))!.ValidFrom.ShouldBe(First);
        pack.On(Second)!.ValidFrom.ShouldBe(Second);
        pack.On(DateOnly.MaxValue)!.ValidFrom.ShouldBe(Second);
    }

    [Fact]
    public void A_version_that_ends_leaves_no_rules_behind()
    {
        var pack = Pack(Version(First, 5_000) with { ValidUntil = First.AddDays(9) });

        pack.On(First.AddDays(9)).ShouldNotBeNull();
        var refused = Should.Throw<Refused>(() => pack.Require(First.AddDays(10)));

        (refused.Code, refused.Field).ShouldBe(("offer.rules-none-on", "rulePack"));
    }

    [Theory]
    [InlineData("GB", SecurityKind.Share, "offer.rules-country")]
    [InlineData("NL", SecurityKind.Bond, "offer.rules-instrument")]
    [InlineData("NL", SecurityKind.Share, null)]
    public void A_pack_is_for_its_countries_and_instruments(string country, SecurityKind kind, string? code) =>
        Code(() => Pack(Version(First, 5_000)).CheckUse(country, kind)).ShouldBe(code);

    [Theory]
    [InlineData(5_000, 0, 0, null)]
    [InlineData(5_001, 0, 0, "offer.rules-size")]
    // 364 days before, the year before to the day, and the same days after
    [InlineData(3_000, 2_001, -364, "offer.rules-size")]
    [InlineData(3_000, 2_001, -366, null)]
    [InlineData(3_000, 2_001, 364, "offer.rules-size")]
    [InlineData(3_000, 2_001, 365, null)]
    public void Offers_of_the_same_twelve_months_count_together(long size, long other, int days, string? code)
    {
        var opens = new DateOnly(2025, 3, 1);
        OfferedBefore[] others = other == 0 ? [] : [new(opens.AddDays(days), other)];

        Code(() => Size(5_000).Check(new(opens, size), Currency.Eur, others)).ShouldBe(code);
    }

    [Fact]
    public void Two_others_that_lie_more_than_a_year_apart_do_not_count_together()
    {
        var opens = new DateOnly(2025, 3, 1);
        OfferedBefore[] others = [new(opens.AddMonths(-11), 2_000), new(opens.AddMonths(11), 2_000)];

        Code(() => Size(5_000).Check(new(opens, 3_000), Currency.Eur, others)).ShouldBeNull();
        Code(() => Size(5_000).Check(new(opens, 3_001), Currency.Eur, others)).ShouldBe("offer.rules-size");
    }

    [Theory]
    [InlineData(14, null, null)]
    [InlineData(13, null, "offer.terms.reflection")]
    [InlineData(30, 1, null)]
    [InlineData(30, 30, null)]
    [InlineData(30, 0, "offer.terms.reflection-once-full")]
    [InlineData(30, 31, "offer.terms.reflection-once-full")]
    public void An_offer_gives_at_least_the_time_that_the_rules_give(int days, int? onceFull, string? code) =>
        Code(() => new ReflectionRule(14, 1, Source).Check(days, onceFull)).ShouldBe(code);

    [Fact]
    public void Where_the_rules_know_no_shorter_time_an_offer_has_none() =>
        Code(() => new ReflectionRule(4, null, Source).Check(14, 4)).ShouldBe("offer.rules-no-shorter-reflection");

    [Theory]
    [InlineData(100, null)]
    [InlineData(101, "offer.rules-cap")]
    public void Nobody_may_take_more_than_the_law_lets_them_hold(long perHolder, string? code) =>
        Code(() => Cap().Check(perHolder, Currency.Gbp)).ShouldBe(code);

    [Fact]
    public void What_is_held_and_applied_for_counts_towards_the_cap()
    {
        Code(() => Cap().CheckTogether(100)).ShouldBeNull();
        Code(() => Cap().CheckTogether(101)).ShouldBe("application.above-legal-cap");
        Code(() => Cap().Check(1, Currency.Eur)).ShouldBe("offer.rules-currency");
    }

    private static CapRule Cap() => new(100, Currency.Gbp, [SecurityKind.Share], Source);

    private static SizeRule Size(long most) => new(most, Currency.Eur, 12, Source);

    private static string? Code(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (Refused refused)
        {
            return refused.Code;
        }
    }

    private static RulePack Pack(params RuleSet[] versions) =>
        new("a-pack", "hash", new("A", "A"), new("B", "B"), ["NL"], [SecurityKind.Share], [], versions);

    private static RuleSet Version(DateOnly from, long size) =>
        new(
            from,
            null,
            Size(size),
            null,
            new ReflectionRule(4, null, Source),
            new("You can lose it", "U kunt het verliezen"),
            [],
            null,
            [],
            new RetentionRule(7, Source),
            null,
            null
        );
}
