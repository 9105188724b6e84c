using FsCheck;
using FsCheck.Fluent;

namespace SocialShares.Domain.Tests;

/// <summary>References after ISO 11649.</summary>
public sealed class CreditorReferenceTests
{
    private static readonly Arbitrary<string> Numbers = Gen.Elements(
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray()
        )
        .NonEmptyListOf()
        .Where(letters => letters.Count <= 21)
        .Select(letters => new string([.. letters]))
        .ToArbitrary();

    // Examples that banks and standards bodies print.
    [Theory]
    [InlineData("539007547034", "RF18539007547034")]
    [InlineData("000000000539007547034", "RF18000000000539007547034")]
    [InlineData("2348231", "RF712348231")]
    public void Published_references_are_made_and_read(string number, string reference)
    {
        CreditorReference.Of(number).Value.ShouldBe(reference);
        CreditorReference.TryParse(reference, out var read).ShouldBeTrue();
        read.Value.ShouldBe(reference);
    }

    [Theory]
    [InlineData("rf18 5390 0754 7034", true)]
    [InlineData("RF19539007547034", false)]
    [InlineData("RF18539007547043", false)]
    [InlineData("RF18", false)]
    [InlineData("RFX8539007547034", false)]
    [InlineData("RF18539007547034-", false)]
    [InlineData("Order 18", false)]
    [InlineData(null, false)]
    public void What_people_write_is_read_or_refused(string? text, bool isReference) =>
        CreditorReference.TryParse(text, out _).ShouldBe(isReference);

    [Fact]
    public void One_wrong_character_and_two_that_changed_places_are_noticed() =>
        Prop.ForAll(
                Numbers,
                Gen.Choose(4, 24).ToArbitrary(),
                (number, at) =>
                {
                    var value = CreditorReference.Of(number).Value;
                    CreditorReference.TryParse(CreditorReference.Of(number).ToString(), out _).ShouldBeTrue();
                    if (at >= value.Length)
                        return;
                    // A letter for a letter, a digit for a digit; the two kinds count differently.
                    var other =
                        char.IsAsciiDigit(value[at]) ? (char)('0' + (value[at] - '0' + 1) % 10)
                        : value[at] == 'Z' ? 'A'
                        : (char)(value[at] + 1);
                    CreditorReference.TryParse(value[..at] + other + value[(at + 1)..], out _).ShouldBeFalse();
                    if (
                        at + 1 < value.Length
                        && value[at] != value[at + 1]
                        && char.IsAsciiDigit(value[at]) == char.IsAsciiDigit(value[at + 1])
                    )
                        CreditorReference
                            .TryParse(value[..at] + value[at + 1] + value[at] + value[(at + 2)..], out _)
                            .ShouldBeFalse();
                }
            )
            .QuickCheckThrowOnFailure();
}
