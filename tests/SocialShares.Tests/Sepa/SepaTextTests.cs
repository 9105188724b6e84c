using FsCheck;
using FsCheck.Fluent;
using SocialShares.Adapters.Sepa;

namespace SocialShares.Tests.Sepa;

/// <summary>Names and messages reach the bank in letters that it takes.</summary>
public sealed class SepaTextTests
{
    private const string Allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-?:().,'+ ";

    [Theory]
    [InlineData("Zoë Müller-Ångström", "Zoe Muller-Angstrom")]
    [InlineData("Łukasz Đorđević", "Lukasz Dordevic")]
    [InlineData("Straße & Søn", "Strasse + Son")]
    [InlineData("IJsbrand ĳ ﬁ", "IJsbrand ij fi")]
    [InlineData("‘t Hof–Oost", "'t Hof-Oost")]
    [InlineData("  two   spaces\r\nand lines ", "two spaces and lines")]
    [InlineData("Γιώργος", ".......")]
    [InlineData("a😀b", "a.b")]
    [InlineData("100% <b>", "100. .b.")]
    [InlineData("", "")]
    public void Text_is_written_in_the_sepa_set(string text, string expected) =>
        SepaText.Of(text, 70).ShouldBe(expected);

    [Fact]
    public void A_cut_leaves_no_space_at_the_end() => SepaText.Of("abc def", 4).ShouldBe("abc");

    [Fact]
    public void Whatever_is_typed_only_allowed_characters_come_out()
    {
        var lengths = Gen.Choose(1, 140).ToArbitrary();

        Prop.ForAll<string, int>(
                ArbMap.Default.ArbFor<string>(),
                lengths,
                (text, length) =>
                {
                    var written = SepaText.Of(text ?? "", length);
                    written.Length.ShouldBeLessThanOrEqualTo(length);
                    written.ShouldBe(written.Trim());
                    written.ShouldAllBe(character => Allowed.Contains(character));
                    SepaText.Of(written, length).ShouldBe(written);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Half_a_surrogate_pair_does_no_harm() => SepaText.Of("a\ud83d", 70).ShouldBe("a.");
}
