using System.Text;
using Microsoft.AspNetCore.Builder;
using SocialShares.Stripe;
using SocialShares.StripeEmulator;

namespace SocialShares.Tests.StripeCalls;

/// <summary>What is ours against what is Stripe's: its npm package signs events and drives the local Stripe.</summary>
[Collection(nameof(WithNpmTools))]
public sealed class OfficialPackageTests(NpmTools npm) : IAsyncLifetime
{
    private readonly WebApplication emulator = StripeEmulatorHost.Create(["--urls=http://127.0.0.1:0"]);

    public async ValueTask InitializeAsync() => await emulator.StartAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await emulator.StopAsync(CancellationToken.None);
        await emulator.DisposeAsync();
    }

    [Fact]
    public async Task What_the_official_package_signs_we_accept_and_its_version_is_ours()
    {
        const string payload =
            """{"id":"evt_1","object":"event","type":"refund.failed","created":1,"livemode":false,"pending_webhooks":1,"data":{"object":{"note":"é €"}}}""";

        var (code, output) = await npm.Script("sign.mjs", payload, "whsec_x", "1785000000");

        code.ShouldBe(0, output);
        var lines = output.Split('\n');
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

    [Fact]
    public async Task A_shop_written_with_the_official_package_runs_against_the_local_Stripe()
    {
        var (code, output) = await npm.Script("drive.mjs", emulator.Urls.Single());

        code.ShouldBe(0, output);
        output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ShouldBe(["purchase", "debit", "refund", "dispute", "transfer", "paging", "errors", "retries"]);
    }
}
