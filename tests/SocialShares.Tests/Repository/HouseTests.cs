using System.Text.RegularExpressions;
using Microsoft.Data.SqlClient;

namespace SocialShares.Tests.Repository;

/// <summary>The repository stands alone: no path of one machine, no dead link, no command that is not there.</summary>
public sealed partial class HouseTests
{
    // In two parts, so that this file does not name what it forbids.
    private static readonly string[] OfOneMachine = ["/wo" + "rk/", "/tm" + "p/", "/ro" + "ot/", "C:" + @"\Users"];

    [Fact]
    public void Nothing_else_lies_at_the_root()
    {
        string[] known = ["SocialShares.sln", "README.md", "global.json", "LICENSE"];
        string[] folders = ["src", "tests", "infra", "data", "out"];

        var files = Directory.EnumerateFiles(Checkout.Root).Select(Path.GetFileName);
        var entries = Directory.EnumerateDirectories(Checkout.Root).Select(Path.GetFileName);

        files
            .Where(name => !name!.StartsWith('.') && !name.StartsWith("Directory.", StringComparison.Ordinal))
            .Except(known)
            .ShouldBeEmpty();
        entries.Where(name => !name!.StartsWith('.')).Except(folders).ShouldBeEmpty();
    }

    [Fact]
    public void No_file_names_a_place_on_one_machine() =>
        Checkout
            .Files("")
            .Where(IsText)
            .SelectMany(path =>
                OfOneMachine.Where(place => Checkout.Read(path).Contains(place)).Select(place => $"{path}: {place}")
            )
            .ShouldBeEmpty();

    [Fact]
    public void The_schemas_of_iso_20022_are_not_in_the_repository() => Checkout.Files("", "*.xsd").ShouldBeEmpty();

    [Fact]
    public void Every_link_in_the_documents_leads_somewhere()
    {
        var documents = Checkout.Files("infra/docs", "*.md").Append("README.md").ToList();

        var dead =
            from document in documents
            from match in Link().Matches(Checkout.Read(document))
            let target = match.Groups[1].Value
            where !target.Contains("://") && !target.StartsWith("mailto:", StringComparison.Ordinal)
            let path = Path.Combine(Checkout.Root, Path.GetDirectoryName(document)!, target)
            where !File.Exists(path) && !Directory.Exists(path)
            select $"{document}: {target}";

        dead.ShouldBeEmpty();
    }

    [Fact]
    public void The_readme_opens_with_the_two_commands()
    {
        var readme = Checkout.Read("README.md");

        readme.ShouldContain("dotnet run --project src/SocialShares.Demo");
        readme.ShouldContain("infra/dev check");
    }

    [Fact]
    public void Every_verb_that_the_documents_name_exists()
    {
        var verbs = Verb().Matches(Checkout.Read("infra/dev")).Select(match => match.Groups["verb"].Value).ToList();

        var unknown =
            from document in Checkout.Files("infra/docs", "*.md").Append("README.md")
            from match in Command().Matches(Checkout.Read(document))
            let verb = match.Groups["verb"].Value
            where !verbs.Contains(verb)
            select $"{document}: infra/dev {verb}";

        verbs.ShouldBe(["check", "build", "test", "demo", "migration", "format", "bench"], ignoreOrder: true);
        unknown.ShouldBeEmpty();
    }

    [Fact]
    public void The_scripts_can_be_started()
    {
        foreach (var script in new[] { "infra/dev", ".ci/run" })
            if (!OperatingSystem.IsWindows())
                File.GetUnixFileMode(Path.Combine(Checkout.Root, script))
                    .HasFlag(UnixFileMode.UserExecute)
                    .ShouldBeTrue(script);
    }

    [Fact]
    public void One_formatter_lays_out_everything_but_what_tools_generate()
    {
        Checkout.Read(".config/dotnet-tools.json").ShouldContain("csharpier");
        Checkout.Read(".csharpierignore").ShouldContain("**/Migrations/**");
    }

    [Fact]
    public void Parameters_for_sql_server_know_their_types() =>
        // Fails at once when the assembly that our stub stands in for is missing.
        new SqlParameter("@a", 5).SqlDbType.ShouldBe(System.Data.SqlDbType.Int);

    private static bool IsText(string path)
    {
        using var stream = File.OpenRead(Path.Combine(Checkout.Root, path));
        var start = new byte[4096];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return !start.AsSpan(0, length).Contains((byte)0);
    }

    [GeneratedRegex(@"\]\(([^)#\s]+)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^  (?<verb>[a-z]+)\) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Verb();

    [GeneratedRegex("infra/dev (?<verb>[a-z]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Command();
}
