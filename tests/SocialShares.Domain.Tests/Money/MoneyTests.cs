using FsCheck;
using FsCheck.Fluent;

namespace SocialShares.Domain.Tests;

/// <summary>Amounts add up, never mix and never overflow silently.</summary>
public sealed class MoneyTests
{
    private static readonly Money TenEuro = new(1_000, Currency.Eur);

    [Fact]
    public void Amounts_of_one_currency_add_and_subtract()
    {
        var sum = TenEuro + new Money(250, Currency.Eur);

        sum.ShouldBe(new Money(1_250, Currency.Eur));
        (sum - TenEuro).ShouldBe(new Money(250, Currency.Eur));
        (-TenEuro).ShouldBe(new Money(-1_000, Currency.Eur));
        (TenEuro * 3).ShouldBe(new Money(3_000, Currency.Eur));
    }

    [Fact]
    public void Amounts_of_two_currencies_never_meet()
    {
        var pound = new Money(100, Currency.Gbp);

        Should.Throw<InvariantBroken>(() => TenEuro + pound);
        Should.Throw<InvariantBroken>(() => TenEuro - pound);
        Should.Throw<InvariantBroken>(() => TenEuro < pound);
        (TenEuro == new Money(1_000, Currency.Gbp)).ShouldBeFalse();
    }

    [Fact]
    public void Too_much_is_an_error_and_not_a_small_amount()
    {
        var most = new Money(long.MaxValue, Currency.Eur);

        Should.Throw<OverflowException>(() => most + TenEuro);
        Should.Throw<OverflowException>(() => most * 2);
        Should.Throw<OverflowException>(() => -new Money(long.MinValue, Currency.Eur));
    }

    [Fact]
    public void An_amount_without_a_currency_is_a_bug() =>
        Should.Throw<InvariantBroken>(() => default(Money).ToString());

    [Fact]
    public void Comparison_follows_the_amount() =>
        Prop.ForAll<int, int>(
                (a, b) =>
                {
                    var (x, y) = (new Money(a, Currency.Eur), new Money(b, Currency.Eur));
                    (x < y).ShouldBe(a < b);
                    (x > y).ShouldBe(a > b);
                    (x <= y).ShouldBe(a <= b);
                    (x >= y).ShouldBe(a >= b);
                    x.CompareTo(y).ShouldBe(a.CompareTo(b));
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1_005, "EUR 10.05")]
    [InlineData(-1_005, "EUR -10.05")]
    [InlineData(7, "EUR 0.07")]
    [InlineData(-7, "EUR -0.07")]
    public void Logs_show_the_amount_with_its_sign(long minor, string expected) =>
        new Money(minor, Currency.Eur).ToString().ShouldBe(expected);
}
