using System.Diagnostics;
using System.Text;
using SocialShares.Stripe;

namespace SocialShares.Tests.StripeCalls;

/// <summary>Signatures made by Stripe's own npm package, where node and a registry are at hand.</summary>
public class OfficialPackageTests
{
    private const string Package = "stripe@22.5.0";

    private const string Script = """
        import Stripe from 'stripe';
        const [payload, secret, timestamp] = process.argv.slice(2);
        const header = new Stripe('sk_test_x').webhooks.generateTestHeaderString({ payload, secret, timestamp: Number(timestamp) });
        console.log(Stripe.API_VERSION + '\n' + header);
        """;

    [Fact]
    public async Task What_the_official_package_signs_we_accept_and_its_version_is_ours()
    {
        const string payload =
            """{"id":"evt_1","object":"event","type":"refund.failed","created":1,"livemode":false,"pending_webhooks":1,"data":{"object":{"note":"é €"}}}""";
        var folder = Directory.CreateTempSubdirectory("socialshares-stripe-");
        try
        {
            await Run(
                folder,
                "npm",
                "install",
                "--no-audit",
                "--no-fund",
                "--ignore-scripts",
                "--prefix",
                ".",
                Package
            );
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "sign.mjs"), Script, Ct);

            var lines = (await Run(folder, "node", "sign.mjs", payload, "whsec_x", "1785000000")).Split('\n');

            lines[0].ShouldBe(StripeApi.Version);
            StripeWebhook
                .Verify(
                    Encoding.UTF8.GetBytes(payload),
                    lines[1],
                    ["whsec_x"],
                    DateTimeOffset.FromUnixTimeSeconds(1_785_000_000)
                )
                .Id.ShouldBe("evt_1");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<string> Run(DirectoryInfo folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        using var process = Started(start);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            if (process.ExitCode != 0 && program == "npm")
                Assert.Skip($"{Package} could not be installed from npm: {(await errors).Split('\n')[0]}");
            process.ExitCode.ShouldBe(0, await errors);
            return output;
        }
        catch (OperationCanceledException) when (!Ct.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            Assert.Skip($"{program} did not end within a minute.");
            throw;
        }
    }

    private static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"{start.FileName} is not installed: signatures are checked against known vectors only.");
            throw;
        }
    }
}
