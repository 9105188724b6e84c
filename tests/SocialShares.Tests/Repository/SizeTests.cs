using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SocialShares.Tests.Repository;

/// <summary>Nothing grows so long that a reader loses the thread. Who needs more splits it, or changes the figure by a decision.</summary>
public sealed class SizeTests
{
    private static readonly string[] Kinds = [".cs", ".cshtml", ".js", ".css", ".sh"];

    [Fact]
    public void A_file_has_at_most_400_lines() =>
        Checkout
            .Files("src")
            .Concat(Checkout.Files("tests"))
            .Append("infra/dev")
            .Where(path => Kinds.Contains(Path.GetExtension(path)) || path == "infra/dev")
            .Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(path => (path, lines: LinesOf(path)))
            .Where(file => file.lines > 400)
            .ShouldBeEmpty();

    [Fact]
    public void A_method_has_at_most_60_lines() => Checkout.Sources.SelectMany(LongMethods).ShouldBeEmpty();

    [Fact]
    public void The_check_counts_from_the_first_line_of_a_method_to_its_last()
    {
        var fits = $"class A {{ void M()\n{{\n{Repeat(57)}}}\n}}";
        var long61 = $"class A {{ void M()\n{{\n{Repeat(58)}}}\n}}";

        LongMethods(SourceFile.From("a.cs", fits)).ShouldBeEmpty();
        LongMethods(SourceFile.From("a.cs", long61)).ShouldHaveSingleItem();

        static string Repeat(int lines) => string.Concat(Enumerable.Repeat("x();\n", lines));
    }

    [Theory]
    [InlineData("src/SocialShares/Program.cs", 80)]
    [InlineData("src/SocialShares/SocialSharesHost.cs", 80)]
    public void What_tells_how_the_product_is_made_fits_on_a_page(string path, int lines) =>
        LinesOf(path).ShouldBeLessThanOrEqualTo(lines);

    [Fact]
    public void A_use_case_has_at_most_150_lines() =>
        Checkout
            .Files("src/SocialShares/Features", "*.cs")
            .Select(path => (path, lines: LinesOf(path)))
            .Where(file => file.lines > 150)
            .ShouldBeEmpty();

    [Fact]
    public void An_aggregate_has_at_most_300_lines() =>
        Types("src/SocialShares.Domain/").Where(type => type.Lines > 300).ShouldBeEmpty();

    [Fact]
    public void A_job_has_at_most_40_lines() =>
        Types("src/SocialShares/Jobs/").Where(type => type.IsJob && type.Lines > 40).ShouldBeEmpty();

    private static IEnumerable<string> LongMethods(SourceFile file) =>
        file
            .Syntax.DescendantNodes()
            .Where(node =>
                node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
            )
            .Where(node => SourceFile.Lines(node) > 60)
            .Select(node => $"{file.At(node)}: {SourceFile.Lines(node)} lines");

    private static IEnumerable<(string At, int Lines, bool IsJob)> Types(string folder) =>
        from file in Checkout.Sources
        where file.Path.StartsWith(folder, StringComparison.Ordinal)
        from type in file.All<TypeDeclarationSyntax>()
        select (file.At(type), SourceFile.Lines(type), IsJob(type));

    private static bool IsJob(TypeDeclarationSyntax type) =>
        type.BaseList?.Types.Any(parent => parent.ToString() == "IJob") == true;

    private static int LinesOf(string path) => Checkout.Read(path).AsSpan().TrimEnd().Count('\n') + 1;
}
