using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using SocialShares.Look;

namespace SocialShares.Tests.Look;

/// <summary>Amounts as people type them, in both languages.</summary>
public sealed class AmountTextTests
{
    private static readonly CultureInfo English = new("en-GB");
    private static readonly CultureInfo Dutch = new("nl-NL");

    [Theory]
    [InlineData("250", 25_000)]
    [InlineData("12.5", 1_250)]
    [InlineData("1,234.56", 123_456)]
    [InlineData("1.234,56", 123_456)]
    [InlineData("12,50", 1_250)]
    [InlineData("1,234", 123_400)]
    [InlineData("£1,234,567.00", 123_456_700)]
    [InlineData("GBP 25", 2_500)]
    [InlineData(" 1 250 ", 125_000)]
    [InlineData("25.", 2_500)]
    [InlineData(".50", 50)]
    [InlineData("0", 0)]
    public void An_english_amount_is_read(string typed, long minor) => Read(typed, English).ShouldBe(minor);

    [Theory]
    [InlineData("250", 25_000)]
    [InlineData("12,5", 1_250)]
    [InlineData("1.234,56", 123_456)]
    [InlineData("1,234.56", 123_456)]
    [InlineData("12.50", 1_250)]
    [InlineData("1.234", 123_400)]
    [InlineData("€ 25,-", 2_500)]
    public void A_dutch_amount_is_read(string typed, long minor) => Read(typed, Dutch).ShouldBe(minor);

    [Theory]
    [InlineData(null, AmountProblem.Empty)]
    [InlineData("  £ ", AmountProblem.Empty)]
    [InlineData("twenty", AmountProblem.NotANumber)]
    [InlineData("-5", AmountProblem.NotANumber)]
    [InlineData("1.2.3", AmountProblem.NotANumber)]
    [InlineData("1,23,456", AmountProblem.NotANumber)]
    [InlineData("12,34.56", AmountProblem.NotANumber)]
    [InlineData("1.234", AmountProblem.TooManyDecimals)]
    [InlineData("1.005", AmountProblem.TooManyDecimals)]
    [InlineData("9999999999999999", AmountProblem.TooLarge)]
    [InlineData("٢٥", AmountProblem.NotANumber)]
    public void What_is_no_amount_is_refused_with_its_reason(string? typed, AmountProblem expected)
    {
        var read = AmountText.TryParse(typed, English, out var minor, out var problem);

        read.ShouldBeFalse();
        problem.ShouldBe(expected);
        minor.ShouldBe(0);
    }

    [Fact]
    public void What_is_written_into_a_field_reads_back_as_the_same_amount() =>
        Prop.ForAll(
                Amounts(),
                minor =>
                    Read(AmountText.Write(minor, English), English) == minor
                    && Read(AmountText.Write(minor, Dutch), Dutch) == minor
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void What_a_page_shows_can_be_typed_back() =>
        Prop.ForAll(
                Amounts(),
                minor =>
                    In(English, () => Read(Shown.Money(minor, Currency.Gbp), English)) == minor
                    && In(Dutch, () => Read(Shown.Money(minor, Currency.Eur), Dutch)) == minor
                    && In(Dutch, () => Read(Shown.WholeMoney(minor, Currency.Eur), Dutch)) == minor
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_at_all_is_read_or_refused_and_never_breaks_the_page() =>
        Prop.ForAll<string>(typed =>
            {
                var read = AmountText.TryParse(typed, Dutch, out var minor, out var problem);
                return read == (problem == AmountProblem.None) && minor >= 0;
            })
            .QuickCheckThrowOnFailure();

    internal static T In<T>(CultureInfo culture, Func<T> ask)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = culture;
        try
        {
            return ask();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static long Read(string? typed, CultureInfo culture) =>
        AmountText.TryParse(typed, culture, out var minor, out var problem)
            ? minor
            : throw new InvalidOperationException($"{typed}: {problem}");

    // small and large alike: most amounts are below 10,000, some are millions
    private static Arbitrary<long> Amounts() =>
        Gen.OneOf(
                Gen.Choose(0, 1_000_000).Select(n => (long)n),
                Gen.Choose(0, int.MaxValue).Select(n => n * 40_000L + 7)
            )
            .ToArbitrary();
}
