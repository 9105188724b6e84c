using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SocialShares.Tests.Repository;

/// <summary>A type is named after what it stands for, not after the kind of thing that it is.</summary>
public sealed partial class NameTests
{
    private static readonly string[] Banned =
    [
        "Manager",
        "Managers",
        "Helper",
        "Helpers",
        "Util",
        "Utils",
        "Utility",
        "Utilities",
        "Base",
        "Dto",
        "Dtos",
        "Service",
        "Services",
    ];

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Checkout.Sources.SelectMany(BannedIn).ShouldBeEmpty("name these after what they stand for");

    [Fact]
    public void No_file_has_a_name_that_says_nothing() =>
        Checkout
            .Files("src")
            .Concat(Checkout.Files("tests"))
            .Where(path => Words(Path.GetFileNameWithoutExtension(path)).Intersect(Banned).Any())
            .ShouldBeEmpty();

    [Theory]
    [InlineData("class OfferManager;", true)]
    [InlineData("record OfferDto(int A);", true)]
    [InlineData("abstract class JobBase;", true)]
    [InlineData("class PaymentService;", true)]
    [InlineData("class OutboxService : BackgroundService;", false)]
    [InlineData("class Database;", false)]
    [InlineData("class Baseline;", false)]
    public void The_check_knows_a_banned_name_from_a_word_that_holds_it(string code, bool banned) =>
        BannedIn(SourceFile.From("src/Example.cs", code)).Any().ShouldBe(banned);

    private static IEnumerable<string> BannedIn(SourceFile file) =>
        file.All<BaseTypeDeclarationSyntax>()
            .Where(type =>
                Words(type.Identifier.Text).Intersect(Banned).Any(word => !(IsService(word) && IsHosted(type)))
            )
            .Select(type => $"{file.At(type)} {type.Identifier.Text}");

    private static bool IsService(string word) => word is "Service";

    private static bool IsHosted(BaseTypeDeclarationSyntax type) =>
        type.BaseList?.Types.Any(parent => parent.ToString() is "BackgroundService" or "IHostedService") == true;

    private static IEnumerable<string> Words(string name) => Word().Matches(name).Select(match => match.Value);

    [GeneratedRegex("[A-Z][a-z0-9]*")]
    private static partial Regex Word();
}
