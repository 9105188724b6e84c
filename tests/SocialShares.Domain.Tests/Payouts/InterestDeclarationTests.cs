namespace SocialShares.Domain.Tests;

/// <summary>A board declares share interest after the period and within the cap.</summary>
public sealed class InterestDeclarationTests
{
    private static readonly DateOnly Today = new(2026, 1, 15);
    private static readonly InterestTerms Good = new(
        new DateOnly(2025, 1, 1),
        new DateOnly(2025, 12, 31),
        50_000,
        new DateOnly(2026, 2, 1)
    );

    [Fact]
    public void At_the_cap_for_a_year_that_is_over_it_is_declared()
    {
        var declaration = Declare(Good);

        (declaration.RatePpm, declaration.From, declaration.Until).ShouldBe((50_000, Good.From, Good.Until));
    }

    [Fact]
    public void Above_the_cap_it_is_refused() => Code(Good with { RatePpm = 50_001 }).ShouldBe("interest.above-cap");

    [Fact]
    public void Nothing_is_no_interest() => Code(Good with { RatePpm = 0 }).ShouldBe("interest.rate");

    [Fact]
    public void A_period_that_ends_today_is_not_over() =>
        Code(Good with { From = new DateOnly(2025, 2, 1), Until = Today }).ShouldBe("interest.period-not-over");

    [Fact]
    public void A_period_is_at_most_a_year() =>
        Code(Good with { From = Good.From.AddDays(-1) }).ShouldBe("interest.period");

    [Fact]
    public void A_period_does_not_end_before_it_begins() =>
        Code(Good with { Until = Good.From.AddDays(-1) }).ShouldBe("interest.period");

    [Fact]
    public void Payment_comes_after_the_period() => Code(Good with { PayOn = Good.Until }).ShouldBe("interest.pay-on");

    private static string Code(InterestTerms terms) => Should.Throw<Refused>(() => Declare(terms)).Code;

    private static InterestDeclaration Declare(InterestTerms terms)
    {
        var shareTerms = new ShareTerms(100, Currency.Gbp, 50_000, 0, true);
        var shareClass = ShareClass.Define(ShareClassId.New(), EnterpriseId.New(), "A", shareTerms);
        var by = new Signature(PersonId.New(), "Bo", new DateTime(2026, 1, 15, 9, 0, 0, DateTimeKind.Utc));
        return InterestDeclaration.Declare(DeclarationId.New(), shareClass, terms, by, Today);
    }
}
