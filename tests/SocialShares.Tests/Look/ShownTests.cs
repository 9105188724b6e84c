using System.Globalization;
using SocialShares.Look;

namespace SocialShares.Tests.Look;

/// <summary>Figures and dates as people read them.</summary>
public sealed class ShownTests
{
    private static readonly CultureInfo English = new("en-GB");
    private static readonly CultureInfo Dutch = new("nl-NL");

    [Theory]
    [InlineData(123_450, "£1,234.50", "£ 1.234,50")]
    [InlineData(0, "£0.00", "£ 0,00")]
    [InlineData(-5, "−£0.05", "£ −0,05")]
    [InlineData(99, "£0.99", "£ 0,99")]
    [InlineData(100_000_000, "£1,000,000.00", "£ 1.000.000,00")]
    [InlineData(long.MinValue, "−£92,233,720,368,547,758.08", "£ −92.233.720.368.547.758,08")]
    public void Money_follows_the_language(long minor, string english, string dutch)
    {
        AmountTextTests.In(English, () => Shown.Money(minor, Currency.Gbp)).ShouldBe(english);
        AmountTextTests.In(Dutch, () => Plain(Shown.Money(minor, Currency.Gbp))).ShouldBe(dutch);
    }

    [Fact]
    public void A_whole_amount_needs_no_pence_and_a_broken_one_keeps_them()
    {
        AmountTextTests.In(English, () => Shown.WholeMoney(7_200_000, Currency.Gbp)).ShouldBe("£72,000");
        AmountTextTests.In(Dutch, () => Plain(Shown.WholeMoney(1_250, Currency.Eur))).ShouldBe("€ 12,50");
    }

    [Fact]
    public void Dates_follow_the_language()
    {
        var date = new DateOnly(2018, 7, 27);

        AmountTextTests.In(English, () => Shown.Date(date)).ShouldBe("27 July 2018");
        AmountTextTests.In(Dutch, () => Shown.Date(date)).ShouldBe("27 juli 2018");
        AmountTextTests.In(Dutch, () => Shown.LongDate(date)).ShouldBe("vrijdag 27 juli 2018");
        AmountTextTests.In(English, () => Shown.ShortDay(new(2018, 9, 1))).ShouldBe("1 Sep");
        AmountTextTests.In(Dutch, () => Shown.ShortDay(new(2018, 3, 1))).ShouldStartWith("1 m");
    }

    [Fact]
    public void A_moment_is_shown_on_the_clock_of_the_reader()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
        var lateInJuly = new DateTime(2018, 7, 27, 22, 30, 0, DateTimeKind.Utc);

        var shown = AmountTextTests.In(English, () => Shown.Moment(lateInJuly, zone));

        shown.ShouldBe("28 July 2018, 00:30");
    }

    [Theory]
    [InlineData(35_000, "3.5 %", "3,5 %")]
    [InlineData(20_000, "2 %", "2 %")]
    [InlineData(781_250, "78.125 %", "78,125 %")]
    [InlineData(-1, "−0.0001 %", "−0,0001 %")]
    public void A_rate_shows_as_many_decimals_as_it_has(long ppm, string english, string dutch)
    {
        AmountTextTests.In(English, () => Plain(Shown.Percent(ppm))).ShouldBe(english);
        AmountTextTests.In(Dutch, () => Plain(Shown.Percent(ppm))).ShouldBe(dutch);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(5, 0, 0)]
    [InlineData(56_250, 72_000, 781_250)]
    [InlineData(90, 72, 1_000_000)]
    [InlineData(-3, 72, 0)]
    [InlineData(long.MaxValue, long.MaxValue, 1_000_000)]
    public void A_share_stays_between_nothing_and_all(long part, long whole, int ppm) =>
        Shown.SharePpm(part, whole).ShouldBe(ppm);

    [Fact]
    public void An_iban_is_grouped_and_shortened()
    {
        Plain(Shown.Iban("nl00 xxxx0000000000")).ShouldBe("NL00 XXXX 0000 0000 00");
        Shown.IbanEnd("NL00XXXX0000004417").ShouldBe("4417");
    }

    [Fact]
    public void Names_are_joined_as_in_a_sentence()
    {
        AmountTextTests.In(English, () => Shown.List(["Ann", "Bo", "Cas"])).ShouldBe("Ann, Bo and Cas");
        AmountTextTests.In(Dutch, () => Shown.List(["Ann", "Bo"])).ShouldBe("Ann en Bo");
        AmountTextTests.In(English, () => Shown.List(["Ann"])).ShouldBe("Ann");
        AmountTextTests.In(English, () => Shown.List([])).ShouldBe("");
    }

    [Theory]
    [InlineData("29", "2", "2028", true)]
    [InlineData("29", "2", "2027", false)]
    [InlineData("14", "5", "71", false)]
    [InlineData("0", "5", "1971", false)]
    [InlineData("14", "13", "1971", false)]
    [InlineData("", "", "", false)]
    [InlineData(" 1", "1 ", "1971", true)]
    public void Three_fields_are_a_date_or_not(string day, string month, string year, bool isDate)
    {
        var parts = new DateParts
        {
            Day = day,
            Month = month,
            Year = year,
        };

        parts.TryDate(out _).ShouldBe(isDate);
    }

    private static string Plain(string shown) => shown.Replace('\u00a0', ' ');
}
