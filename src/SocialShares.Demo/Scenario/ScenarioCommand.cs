namespace SocialShares.Demo.Scenario;

/// <summary>The command line of the scenario runner; see <c>infra/docs/scenario.md</c>.</summary>
public static class ScenarioCommand
{
    private static readonly string[] Options = ["--only", "--buyers", "--seed", "--out", "--provider", "--connection"];

    /// <returns>0 when every offer was serviced, 1 when one failed.</returns>
    public static async Task<int> Run(string[] arguments, TextWriter to, CancellationToken ct)
    {
        if (arguments.Length == 0 || arguments[0].StartsWith("--", StringComparison.Ordinal))
            throw new ArgumentException(
                "scenario FILE [--only KEY] [--buyers 300] [--seed 1] [--out DIR] [--provider P --connection C]"
            );
        if (!File.Exists(arguments[0]))
            throw new ArgumentException($"there is no file {arguments[0]}");
        var line = new CommandLine(arguments[1..], [], Options);
        var settings = new ScenarioSettings
        {
            File = arguments[0],
            Only = line.Text("--only")?.Split(',') ?? [],
            Buyers = line.Number("--buyers", 300, 1),
            Seed = line.Number("--seed", 1, 0),
            Out = Path.GetFullPath(line.Text("--out") ?? Path.Combine("data", "scenario")),
            Provider = line.Provider(),
            Connection = line.Text("--connection") ?? "",
        };
        var results = await new ScenarioRun(settings, to).Run(ct);
        return results.All(r => r.Failure is null) ? 0 : 1;
    }
}
