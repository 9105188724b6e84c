namespace SocialShares.Domain.Tests;

/// <summary>The platform takes euros and pounds.</summary>
public sealed class CurrencyTests
{
    [Theory]
    [InlineData("EUR")]
    [InlineData("eur")]
    [InlineData("Eur")]
    public void A_code_is_read_in_any_case(string code) => Currency.Parse(code).ShouldBe(Currency.Eur);

    [Theory]
    [InlineData("JPY")]
    [InlineData("")]
    [InlineData(" EUR")]
    [InlineData("EURO")]
    public void A_currency_that_is_not_taken_is_refused(string code)
    {
        var refused = Should.Throw<Refused>(() => Currency.Parse(code));

        refused.Code.ShouldBe("currency.unknown");
        refused.Field.ShouldBe("currency");
        Currency.TryParse(code, out _).ShouldBeFalse();
    }

    [Fact]
    public void No_code_at_all_is_no_currency() => Currency.TryParse(null, out _).ShouldBeFalse();

    [Fact]
    public void A_currency_that_was_never_set_is_a_bug() => Should.Throw<InvariantBroken>(() => default(Currency).Code);

    [Fact]
    public void Pounds_are_no_euros() => Currency.Gbp.ShouldNotBe(Currency.Eur);
}
