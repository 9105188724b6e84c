using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace SocialShares.Domain.Tests;

/// <summary>An account number is taken when it can exist, and never stands whole where it need not.</summary>
public sealed class IbanTests
{
    [Theory]
    [InlineData("NL91ABNA0417164300")]
    [InlineData("NL91 ABNA 0417 1643 00")]
    [InlineData("nl91 abna 0417 1643 00")]
    [InlineData(" NL91\u00a0ABNA\t0417164300 ")]
    public void A_number_is_kept_without_spaces_however_it_was_typed(string typed) =>
        Iban.Parse(typed).Value.ShouldBe("NL91ABNA0417164300");

    [Theory] // the examples of the SWIFT registry
    [InlineData("GB29NWBK60161331926819")]
    [InlineData("BE68539007547034")]
    [InlineData("DE89370400440532013000")]
    [InlineData("FR1420041010050500013M02606")]
    [InlineData("NO9386011117947")]
    [InlineData("MT84MALT011000012345MTLCAST001S")]
    public void Real_numbers_of_many_countries_are_taken(string text) => Iban.TryParse(text, out _).ShouldBeTrue();

    [Theory]
    [InlineData(null, "iban.invalid")]
    [InlineData("", "iban.invalid")]
    [InlineData("NL91", "iban.invalid")]
    [InlineData("0417164300", "iban.invalid")]
    [InlineData("NL9XABNA0417164300", "iban.invalid")]
    [InlineData("NL91ABNA04171643-00", "iban.invalid")]
    [InlineData("NL91ABNA041716430é", "iban.invalid")]
    [InlineData("NL91ABNA04171643٠٠", "iban.invalid")]
    [InlineData("US91ABNA0417164300", "iban.country")]
    [InlineData("NL91ABNA041716430", "iban.length")]
    [InlineData("NL91ABNA04171643000", "iban.length")]
    [InlineData("NL92ABNA0417164300", "iban.checksum")]
    [InlineData("NL91ABNA0417164301", "iban.checksum")]
    [InlineData("NL91ABNA0417146300", "iban.checksum")]
    public void A_number_that_cannot_exist_is_refused_by_the_rule_it_breaks(string? text, string code)
    {
        var refused = Should.Throw<Refused>(() => Iban.Parse(text));

        refused.Code.ShouldBe(code);
        refused.Field.ShouldBe("iban");
        Iban.TryParse(text, out _).ShouldBeFalse();
    }

    [Fact]
    public void A_wrong_length_says_what_it_should_be() =>
        Should.Throw<Refused>(() => Iban.Parse("NL91ABNA041716430")).Numbers.ShouldBe(["NL", 18, 17]);

    [Fact]
    public void Only_its_end_is_shown()
    {
        var iban = Iban.Parse("NL91ABNA0417164300");

        iban.Masked.ShouldBe("ends 4300");
        iban.LastFour.ShouldBe("4300");
        $"{iban}".ShouldNotContain("0417");
        iban.Country.ShouldBe("NL");
    }

    [Fact]
    public void On_paper_it_stands_in_groups_of_four() =>
        Iban.Parse("NL91ABNA0417164300").Grouped.ShouldBe("NL91 ABNA 0417 1643 00");

    [Fact]
    public void One_that_was_never_set_is_a_bug() => Should.Throw<InvariantBroken>(() => default(Iban).Value);

    [Fact]
    public void Of_all_check_digits_exactly_one_pair_is_taken() =>
        Prop.ForAll(
                Gen.Choose(0, 999_999_999).ToArbitrary(),
                account =>
                {
                    var bban = string.Create(CultureInfo.InvariantCulture, $"ABNA{account:0000000000}");
                    var taken = Enumerable.Range(0, 100).Where(check => Iban.TryParse($"NL{check:00}{bban}", out _));
                    taken.ShouldBe([CheckDigits("NL", bban)]);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void One_wrong_digit_is_always_seen() =>
        Prop.ForAll(
                Gen.Choose(0, 999_999_999).ToArbitrary(),
                Gen.Choose(8, 17).ToArbitrary(),
                Gen.Choose(1, 9).ToArbitrary(),
                (account, at, shift) =>
                {
                    var bban = string.Create(CultureInfo.InvariantCulture, $"ABNA{account:0000000000}");
                    var right = $"NL{CheckDigits("NL", bban):00}{bban}".ToCharArray();
                    right[at] = (char)('0' + (right[at] - '0' + shift) % 10);
                    Iban.TryParse(new string(right), out _).ShouldBeFalse();
                }
            )
            .QuickCheckThrowOnFailure();

    // Written another way than the product does it: one large number.
    private static int CheckDigits(string country, string bban)
    {
        var digits = string.Concat($"{bban}{country}00".Select(c => char.IsAsciiDigit(c) ? $"{c}" : $"{c - 'A' + 10}"));
        return 98 - (int)(BigInteger.Parse(digits, CultureInfo.InvariantCulture) % 97);
    }
}
