using System.Security.Cryptography;
using System.Text;
using SocialShares.Features.Payouts;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Sepa;

namespace SocialShares.Tests.Payouts;

/// <summary>What people see of declarations, runs, lines and files.</summary>
public sealed class PayoutListTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task Lines_are_paged_by_number_and_filtered(Engine engine)
    {
        await using var village = await Village.On(
            engine,
            [.. Enumerable.Range(1, 7).Select(i => (100L * i, i % 2 == 0 ? To.NewShares : To.Bank))]
        );
        var run = await village.Calculate(await village.Declare());

        var first = await Lines(village, new ListPayoutLines(run.Id, Take: 4));
        var second = await Lines(village, new ListPayoutLines(run.Id, After: first.Next!.Value, Take: 4));
        var banked = await Lines(village, new ListPayoutLines(run.Id, PayoutLineState.Open, PayoutDestination.Bank));

        first.Lines.Concat(second.Lines).Select(l => l.MemberNumber).ShouldBe([1, 2, 3, 4, 5, 6, 7]);
        second.Next.ShouldBeNull();
        banked.Lines.Select(l => l.No).ShouldBe([1, 3, 5, 7]);
        banked.Lines[0].IbanLastFour.ShouldBe("6819");
    }

    [Theory]
    [EveryDatabase]
    public async Task A_declaration_shows_its_run_and_a_run_its_lines_that_wait(Engine engine)
    {
        await using var village = await Village.On(engine, [(1000, To.Bank), (500, To.BankWithoutIban)]);
        var declaration = await village.Declare();
        var list = new ListDeclarations(village.Enterprise.Id);

        var before = await village.Do(list, db => new ListDeclarations.Handler(db));
        var run = await village.Calculate(declaration);
        var after = await village.Do(list, db => new ListDeclarations.Handler(db));
        var runs = await village.Do(
            new ListPayoutRuns(PayoutRunState.Calculated, village.Enterprise.Id),
            db => new ListPayoutRuns.Handler(db)
        );

        before.Single().PayoutRunId.ShouldBeNull();
        (after.Single().PayoutRunId, after.Single().RunNumber).ShouldBe((run.Id, run.Number));
        (runs.Single().NeedAttention, runs.Single().TotalMinor).ShouldBe((1, 4500L));
    }

    [Theory]
    [EveryDatabase]
    public async Task Lines_download_as_the_scenario_runner_names_its_columns(Engine engine)
    {
        await using var village = await Village.On(engine, [(1000, To.Bank), (333, To.NewShares)]);
        var run = await village.Calculate(await village.Declare());

        var text = await Text(village, db => new PayoutLinesCsv.Handler(db).Handle(new PayoutLinesCsv(run.Id), Ct));

        text.ShouldBe(
            "key,run,kind,holder,units,grossMinor,taxMinor,netMinor,destination,status\n"
                + "hallowby-shop,2026-0001,share-interest,1,1000,3000,0,3000,bank,open\n"
                + "hallowby-shop,2026-0001,share-interest,2,333,999,0,999,reinvest,open\n"
        );
    }

    [Theory]
    [EveryDatabase]
    public async Task A_bank_file_is_valid_and_the_same_bytes_each_time(Engine engine)
    {
        await using var village = await Village.On(engine, [(1000, To.Bank), (500, To.Bank)]);
        var run = await village.Calculate(await village.Declare());
        await village.Approve(run.Id);
        village.Clock.Now = new DateTime(2026, 2, 3, 9, 0, 0, DateTimeKind.Utc);
        await village.ExecuteAll(run.Id);
        var request = new DownloadBankFile(run.Id, 1);

        var first = await village.Do(request, db => new DownloadBankFile.Handler(db));
        var second = await village.Do(request, db => new DownloadBankFile.Handler(db));

        second.Content.ShouldBe(first.Content);
        first.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(first.Content)));
        first.FileName.ShouldBe("pain001-2026-0001-1.xml");
        Encoding.UTF8.GetString(first.Content).ShouldContain("<CtrlSum>45.00</CtrlSum>");
        Iso20022.Faults("pain.001.001.09.xsd", first.Content).ShouldBeEmpty();
    }

    private static Task<PayoutLinePage> Lines(Village village, ListPayoutLines request) =>
        village.Do(request, db => new ListPayoutLines.Handler(db));

    private static async Task<string> Text(
        Village village,
        Func<SocialShares.Data.SharesDb, Task<SocialShares.Http.Download>> ask
    )
    {
        await using var db = village.Open();
        using var content = new MemoryStream();
        await (await ask(db)).Write(content, Ct);
        return Encoding.UTF8.GetString(content.ToArray());
    }
}
