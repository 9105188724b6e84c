using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SocialShares.Demo.People;

namespace SocialShares.Tests.Demo;

/// <summary>What the demo invents has the form of the real thing.</summary>
public sealed class FictionTests
{
    [Theory]
    [InlineData("GB")]
    [InlineData("NL")]
    [InlineData("BE")]
    public void Accounts_have_right_check_digits(string country)
    {
        var ibans = Enumerable.Range(1, 500).Select(no => TestIban.Of(country, no)).ToList();

        ibans.ShouldAllBe(iban => Iban.Parse(iban).Value == iban);
        ibans.ShouldBeUnique();
    }

    [Theory]
    [InlineData("GB")]
    [InlineData("NL")]
    public void People_are_of_age_and_have_addresses_of_mail_of_their_own(string country)
    {
        var cast = new Cast(country, "Anyvillage", "example.org");
        var people = Enumerable.Range(1, 1200).ToList();

        people.Select(no => cast.SignIn(no).Email).ShouldBeUnique();
        people.ShouldAllBe(no =>
            new System.Net.Mail.MailAddress(cast.SignIn(no).Email).Address == cast.SignIn(no).Email
        );
        foreach (var no in people)
            cast.Person(no).CheckAge(new DateOnly(2018, 1, 1));
        people.Select(no => cast.Person(no).Name).Distinct().Count().ShouldBeGreaterThan(300);
    }

    [Fact]
    public void The_offer_document_is_a_pdf_whose_table_finds_every_object()
    {
        var pdf = Encoding.Latin1.GetString(
            OfferDocument.Write("Coöperatie (Lutjeveen)", "U kunt het geld dat u inlegt verliezen.")
        );

        var table = int.Parse(
            Regex.Match(pdf, @"startxref\n(?<at>\d+)\n").Groups["at"].Value,
            CultureInfo.InvariantCulture
        );
        pdf[table..].ShouldStartWith("xref\n");
        var places = Regex.Matches(pdf, @"^(?<at>\d{10}) 00000 n $", RegexOptions.Multiline);
        places.Count.ShouldBe(7);
        for (var no = 1; no <= places.Count; no++)
            pdf[int.Parse(places[no - 1].Groups["at"].Value, CultureInfo.InvariantCulture)..]
                .ShouldStartWith($"{no} 0 obj");
        var stream = Regex.Match(
            pdf,
            @"/Length (?<length>\d+) >>\nstream\n(?<page>.*?)\nendstream",
            RegexOptions.Singleline
        );
        stream.Groups["page"].Length.ShouldBe(int.Parse(stream.Groups["length"].Value, CultureInfo.InvariantCulture));
        pdf.ShouldContain("(Coöperatie \\(Lutjeveen\\)) Tj");
    }
}
