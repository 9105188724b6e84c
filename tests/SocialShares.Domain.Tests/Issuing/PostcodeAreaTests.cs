namespace SocialShares.Domain.Tests;

/// <summary>Areas are named by the beginning of their postcodes, as their country writes them.</summary>
public sealed class PostcodeAreaTests
{
    [Theory]
    [InlineData("PA", "GB", "PA20 0AB", true)]
    [InlineData("P", "GB", "PA20 0AB", false)]
    [InlineData("PA20", "GB", "pa200ab", true)]
    [InlineData("PA2", "GB", "PA20 0AB", false)]
    [InlineData("PA2", "GB", "PA2 0AB", true)]
    [InlineData("PA20 0", "GB", "PA20 0AB", true)]
    [InlineData("pa20 0", "GB", "PA20 1AB", false)]
    [InlineData("PA20 0AB", "GB", "PA200AB", true)]
    [InlineData("PA200AB", "GB", "PA20 0AB", true)]
    [InlineData("PA20 0AB", "GB", "PA20 0AC", false)]
    [InlineData("5301", "NL", "5301 AB", true)]
    [InlineData("53", "NL", "5301ab", true)]
    [InlineData("5301 AB", "NL", "5301-AB", true)]
    [InlineData("5301AB", "NL", "5301 AC", false)]
    [InlineData("5302", "NL", "5301 AB", false)]
    [InlineData("94", "BE", "9400", true)]
    public void An_area_holds_its_own_postcodes(string area, string country, string postcode, bool held) =>
        PostcodeArea.Holds([area], country, postcode, country).ShouldBe(held);

    [Fact]
    public void The_same_digits_in_another_country_are_another_place() =>
        PostcodeArea.Holds(["5301"], "NL", "5301", "BE").ShouldBeFalse();

    [Fact]
    public void No_areas_are_everywhere()
    {
        PostcodeArea.Holds(null, "NL", "1", "BE").ShouldBeTrue();
        PostcodeArea.Holds([], "NL", "1", "BE").ShouldBeTrue();
    }

    [Fact]
    public void One_of_several_is_enough() =>
        PostcodeArea.Holds(["5301", "5302"], "NL", "5302 AB", "NL").ShouldBeTrue();

    [Theory]
    [InlineData("", "NL")]
    [InlineData("AB12", "NL")]
    [InlineData("5301", "GB")]
    [InlineData("53%", "NL")]
    [InlineData("1234567890123", "NL")]
    public void What_cannot_begin_a_postcode_is_refused_at_its_place(string area, string country)
    {
        var terms = Offers.Terms with { Eligibility = new Eligibility(Postcodes: ["1", area], Country: country) };

        var refused = Should.Throw<Refused>(() => terms.Check(1_000, isOfBonds: false));

        refused.Code.ShouldBe("offer.terms.postcode");
        refused.Field.ShouldBe(country == "GB" ? "postcodes[0]" : "postcodes[1]");
    }
}
