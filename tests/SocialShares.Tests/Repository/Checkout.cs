using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SocialShares.Tests.Repository;

/// <summary>This repository as it lies on disk: its root and its own files, without what builds and runs leave.</summary>
internal static class Checkout
{
    private static readonly string[] LeftBehind = ["bin", "obj", "node_modules", "TestResults", ".git", ".vs", ".idea"];
    private static readonly string[] LeftBehindAtRoot = ["data", "out"];

    /// <summary>The folder of the solution.</summary>
    internal static string Root { get; } = FindRoot();

    /// <summary>Every C# file under src and tests that a person wrote, read once.</summary>
    internal static IReadOnlyList<SourceFile> Sources { get; } =
    [
        .. Files("src", "*.cs")
            .Concat(Files("tests", "*.cs"))
            .Concat(Files("infra", "*.cs"))
            .Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(SourceFile.Read),
    ];

    /// <summary>Files under a folder of the repository, as paths from its root with forward slashes.</summary>
    internal static IEnumerable<string> Files(string folder, string pattern = "*")
    {
        var start = Path.Combine(Root, folder);
        return Directory.Exists(start) ? Walk(start, pattern).Select(Relative).Order(StringComparer.Ordinal) : [];
    }

    /// <summary>The whole text of a file of the repository.</summary>
    internal static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<string> Walk(string folder, string pattern)
    {
        foreach (var file in Directory.EnumerateFiles(folder, pattern))
            yield return file;
        foreach (var inner in Directory.EnumerateDirectories(folder).Where(IsOurs))
        foreach (var file in Walk(inner, pattern))
            yield return file;
    }

    private static bool IsOurs(string folder) =>
        !LeftBehind.Contains(Path.GetFileName(folder)) && !LeftBehindAtRoot.Contains(Relative(folder));

    private static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot()
    {
        for (var above = new DirectoryInfo(AppContext.BaseDirectory); above is not null; above = above.Parent)
            if (File.Exists(Path.Combine(above.FullName, "SocialShares.sln")))
                return above.FullName;
        throw new InvalidOperationException("the tests run outside a checkout of the repository");
    }
}

/// <summary>One C# file: where it is and what it says.</summary>
internal sealed record SourceFile(string Path, SyntaxNode Syntax)
{
    /// <summary>Reads and parses a file of the repository.</summary>
    internal static SourceFile Read(string path) => From(path, Checkout.Read(path));

    /// <summary>Parses a text, as if it stood at a path.</summary>
    internal static SourceFile From(string path, string text) => new(path, CSharpSyntaxTree.ParseText(text).GetRoot());

    /// <summary>Every node of one kind.</summary>
    internal IEnumerable<T> All<T>()
        where T : SyntaxNode => Syntax.DescendantNodes().OfType<T>();

    /// <summary>How many lines a node takes.</summary>
    internal static int Lines(SyntaxNode node)
    {
        var span = node.SyntaxTree.GetLineSpan(node.Span);
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }

    /// <summary>The file and the line of a node, for a message.</summary>
    internal string At(SyntaxNode node) => $"{Path}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";
}
