using System.Globalization;
using SocialShares.Data;
using SocialShares.Demo.Scenario;
using SocialShares.Tests.Databases;

namespace SocialShares.Tests.Demo;

/// <summary>Offers that were asked for more than there was live their whole life: the board signs, the rest goes back, the books agree.</summary>
public sealed class AllotmentScenarioTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("shares-scarce-").FullName;
    private readonly StringWriter console = new(CultureInfo.InvariantCulture);

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        console.Dispose();
    }

    [Theory]
    [EveryDatabase]
    public async Task Scarce_shares_and_bonds_are_allotted_and_serviced(Engine engine)
    {
        await using var database = await FreshDatabase.On(engine);
        var file = Path.Combine(folder, "offers.json");
        await File.WriteAllTextAsync(
            file,
            """
            {"offers": [
              {"key": "scarce-pub", "issuer": "Scarce Pub", "country": "GB", "currency": "GBP", "instrument": "withdrawable share",
               "opens": "2021-02-01", "closes": "2021-04-30", "minimumTarget": 4000, "maximumTarget": 9000, "minimumPerPerson": 50,
               "maximumPerPerson": 2000, "allocation": {"policy": "pro-rata", "residentsFirst": true}},
              {"key": "scarce-roof", "issuer": "Scarce Roof", "country": "NL", "currency": "EUR", "instrument": "bond",
               "opens": "2021-02-01", "closes": "2021-04-30", "maximumTarget": 10000, "parValue": 100, "minimumPerPerson": 100,
               "maximumPerPerson": 3000, "coupon": {"ratePercent": 4}, "termYears": 2, "allocation": {"policy": "equal-fill"}}
            ]}
            """,
            TestContext.Current.CancellationToken
        );

        var settings = new ScenarioSettings
        {
            File = file,
            Buyers = 14,
            Out = Path.Combine(folder, "out"),
            Provider = Enum.Parse<DbProvider>(engine.ToString()),
            Connection = database.ConnectionString,
            Extra = ["--applicationName=SocialShares"],
        };
        var results = await new ScenarioRun(settings, console).Run(TestContext.Current.CancellationToken);

        results.ShouldAllBe(r => r.Failure == null, console.ToString());
        results.Select(r => r.Summary!.RaisedMinor).ShouldBe([900_000, 1_000_000], ignoreOrder: true);
        foreach (var summary in results.Select(r => r.Summary!))
        {
            summary.LedgerBalanced.ShouldBeTrue();
            summary.RegisterMatchesLedger.ShouldBeTrue();
            summary.StripeReconciled.ShouldBeTrue();
        }
        console.ToString().ShouldContain("the board signed");
    }
}
