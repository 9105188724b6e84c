using System.Diagnostics;
using SocialShares.Demo;
using SocialShares.Tests.Repository;

namespace SocialShares.Tests.Demo;

/// <summary>The README's walk through the API, run as it stands there, only with this host's addresses.</summary>
internal static class ReadmeWalk
{
    /// <summary>Runs it with bash and curl.</summary>
    /// <returns>What it printed; it stops at the first command that fails.</returns>
    public static async Task<string> Run(DemoHost host, CancellationToken ct)
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "README.md"), ct);
        var begin = readme.IndexOf("```sh\n", StringComparison.Ordinal) + "```sh\n".Length;
        var script = readme[begin..readme.IndexOf("```", begin, StringComparison.Ordinal)]
            .Replace("http://127.0.0.1:5080", host.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
            .Replace(
                "http://127.0.0.1:5081",
                host.StripeAddress.GetLeftPart(UriPartial.Authority),
                StringComparison.Ordinal
            );
        var start = new ProcessStartInfo("bash", ["-e", "-o", "pipefail", "-c", script])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var bash = Process.Start(start)!;
        var errors = bash.StandardError.ReadToEndAsync(ct);
        var output = await bash.StandardOutput.ReadToEndAsync(ct);
        await bash.WaitForExitAsync(ct);
        bash.ExitCode.ShouldBe(0, output + await errors);
        return output;
    }
}
