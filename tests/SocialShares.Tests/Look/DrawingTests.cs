using System.Xml.Linq;
using SocialShares.Look;
using SocialShares.Look.Drawings;

namespace SocialShares.Tests.Look;

/// <summary>The kit of drawings and the markup that carries it.</summary>
public sealed class DrawingTests
{
    public static TheoryData<string> Names => new(Drawing.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_drawing_is_small_well_formed_and_the_same_each_time(string name)
    {
        var once = Drawing.Svg(name, 780_000, "d1").ToString();
        var again = Drawing.Svg(name, 780_000, "d1").ToString();

        XElement.Parse(once).Name.LocalName.ShouldBe("svg");
        once.ShouldBe(again);
        once.Length.ShouldBeLessThan(14_000);
        once.ShouldNotContain("NaN");
        once.ShouldNotContain("style=");
    }

    [Fact]
    public void The_ink_ends_where_the_share_does()
    {
        var half = Drawing.Svg("shop", 500_000, "d1").ToString();
        var more = Drawing.Svg("shop", 780_000, "d1").ToString();
        var finished = Drawing.Svg("shop", null, "d1").ToString();

        half.ShouldContain("H169L151");
        more.ShouldContain("H258.6L240.6");
        finished.ShouldNotContain("d-pencil");
        finished.ShouldNotContain("clip-path");
    }

    [Fact]
    public void Every_enterprise_can_choose_a_drawing_and_has_its_small_one() =>
        Drawing.ForEnterprises.SelectMany(name => new[] { name, "spot-" + name }).Except(Drawing.Names).ShouldBeEmpty();

    [Fact]
    public void A_name_that_is_not_known_draws_people_at_a_table() =>
        Drawing.Svg("castle", null, "d1").ShouldBe(Drawing.Svg(Drawing.Default, null, "d1"));

    [Fact]
    public void What_is_put_into_markup_is_encoded_unless_it_is_markup()
    {
        var name = "<script>\"&'";

        var html = Markup.Of(
            $"<b title=\"{name}\">{name}{new Markup("<i>é</i>")}{3}</b>{Markup.Attribute("id", name)}"
        );

        html.ToString()
            .ShouldBe(
                "<b title=\"&lt;script&gt;&quot;&amp;&#x27;\">&lt;script&gt;&quot;&amp;&#x27;<i>é</i>3</b> id=\"&lt;script&gt;&quot;&amp;&#x27;\""
            );
    }
}
