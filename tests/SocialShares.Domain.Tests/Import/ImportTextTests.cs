namespace SocialShares.Domain.Tests;

/// <summary>What people write in spreadsheets, in two countries.</summary>
public sealed class ImportTextTests
{
    [Theory]
    [InlineData("1234", 123400L)]
    [InlineData("1.234,56", 123456L)]
    [InlineData("1,234.56", 123456L)]
    [InlineData("1234,5", 123450L)]
    [InlineData("1.234", 123400L)]
    [InlineData("1,234", 123400L)]
    [InlineData("12,50", 1250L)]
    [InlineData("1.234.567", 123456700L)]
    [InlineData("1.234.567,89", 123456789L)]
    [InlineData("£ 25", 2500L)]
    [InlineData("€ 25,-", 2500L)]
    [InlineData("EUR 1 250,00", 125000L)]
    [InlineData("1'250.00", 125000L)]
    [InlineData("-5", -500L)]
    [InlineData("10.00", 1000L)]
    [InlineData("0,1000", 10L)]
    public void Amounts_are_read_in_both_notations(string text, long hundredths)
    {
        ImportNumber.TryRead(text, out var read).ShouldBeTrue();
        read.Hundredths.ShouldBe(hundredths);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ten")]
    [InlineData("1,2,3")]
    [InlineData("1.2345,6")]
    [InlineData("12.34.56")]
    [InlineData(",5")]
    [InlineData("1.234.567,8.9")]
    [InlineData("1e5")]
    [InlineData("99999999999999999999")]
    public void What_is_no_number_is_none(string text) => ImportNumber.TryRead(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("10", 10L)]
    [InlineData("1.000", 1000L)]
    [InlineData("10,0", 10L)]
    [InlineData("2,5", null)]
    [InlineData("0.25", null)]
    public void A_number_of_shares_is_whole(string text, long? whole)
    {
        ImportNumber.TryRead(text, out var read).ShouldBeTrue();
        read.Whole.ShouldBe(whole);
    }

    [Theory]
    [InlineData("2020-01-31")]
    [InlineData("31-01-2020")]
    [InlineData("31/1/2020")]
    [InlineData("31.01.2020")]
    [InlineData("2020-01-31 00:00:00")]
    [InlineData("20200131")]
    public void Days_are_read_in_both_notations(string text) =>
        ImportText.Day(text).ShouldBe(new DateOnly(2020, 1, 31));

    [Theory]
    [InlineData("01/31/2020")]
    [InlineData("31-02-2020")]
    [InlineData("31-01-20")]
    [InlineData("soon")]
    public void What_is_no_day_is_none(string text) => ImportText.Day(text).ShouldBeNull();

    [Theory]
    [InlineData("1234 AB", "NL", true)]
    [InlineData("1234ab", "NL", true)]
    [InlineData("0234 AB", "NL", false)]
    [InlineData("1234", "NL", false)]
    [InlineData("SW1A 1AA", "GB", true)]
    [InlineData("m11ae", "GB", true)]
    [InlineData("12345", "GB", false)]
    [InlineData("9000", "BE", true)]
    [InlineData("101-0051", "JP", true)]
    public void Postcodes_are_those_of_their_country(string text, string country, bool fits) =>
        ImportText.IsPostcode(text, country).ShouldBe(fits);

    [Theory]
    [InlineData("Lid nr.", ImportField.Number)]
    [InlineData("NAAM", ImportField.Name)]
    [InlineData("Date entered", ImportField.AdmittedOn)]
    [InlineData("Datum toetreding", ImportField.AdmittedOn)]
    [InlineData("Aantal aandelen", ImportField.Units)]
    [InlineData("E-mailadres", ImportField.Email)]
    [InlineData("post code", ImportField.Postcode)]
    [InlineData("Bewoner?", ImportField.Resident)]
    public void Columns_are_known_by_the_names_that_societies_give_them(string header, ImportField field) =>
        ImportHeaders.Of(header).ShouldBe(field);

    [Theory]
    [InlineData("Nederland", "NL")]
    [InlineData("uk", "GB")]
    [InlineData("België", "BE")]
    [InlineData("fr", "FR")]
    [InlineData("Utopia", null)]
    public void Countries_go_by_code_or_name(string text, string? code) => ImportText.Country(text).ShouldBe(code);
}
