using System.ComponentModel;
using System.Diagnostics;

namespace SocialShares.Tests.StripeCalls;

/// <summary>
/// Stripe's own client and command line tool, installed once from npm into a folder that goes away. Where node or a registry
/// is not at hand, the tests that need them say so and are skipped.
/// </summary>
public sealed class NpmTools : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string Files = Path.Combine(AppContext.BaseDirectory, "StripeClient", "npm");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("socialshares-stripe-");
    private string? missing;

    public async ValueTask InitializeAsync()
    {
        foreach (var file in Directory.EnumerateFiles(Files))
        {
            File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
        }

        string[] install = ["install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts"];
        try
        {
            var (code, output) = await Start("npm", install);
            missing = code == 0 ? null : $"npm could not install Stripe's packages: {output.Split('\n')[0]}";
        }
        catch (Win32Exception)
        {
            missing = "npm is not installed, so Stripe's own packages cannot be tried.";
        }
    }

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs one of our scripts with Stripe's package.</summary>
    public Task<(int Code, string Output)> Script(string name, params string[] arguments) =>
        Installed("node", [name, .. arguments]);

    /// <summary>Runs Stripe's command line tool.</summary>
    public Task<(int Code, string Output)> Stripe(params string[] arguments) =>
        Installed(Path.Combine(folder.FullName, "node_modules", ".bin", "stripe"), arguments);

    private Task<(int Code, string Output)> Installed(string program, string[] arguments)
    {
        if (missing is not null)
        {
            Assert.Skip(missing);
        }

        return Start(program, arguments);
    }

    /// <returns>All it wrote, and its code; -1 when it did not come to an end.</returns>
    private async Task<(int Code, string Output)> Start(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["STRIPE_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["XDG_CONFIG_HOME"] = folder.FullName; // not the settings of whoever runs the tests
        start.Environment["NODE_NO_WARNINGS"] = "1";
        using var process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, output + await errors);
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            return (-1, $"{program} did not end in {Patience.TotalMinutes} minutes.");
        }
    }
}

/// <summary>The tests that share the installed packages.</summary>
[CollectionDefinition(nameof(WithNpmTools))]
public sealed class WithNpmTools : ICollectionFixture<NpmTools>;
