using System.Text;
using SocialShares.Features.Governance;
using SocialShares.Features.Import;
using SocialShares.Features.Register;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Import;

/// <summary>A society with two board members and a class of shares of 10.00, whose register is a spreadsheet so far.</summary>
internal sealed record Society(TestWorld World, RegisteredEnterprise By, Person Second, ShareClassId Class, long Total)
{
    public EnterpriseId Id => By.Id;

    public Person Chair => By.Chair;

    public string Imports => $"enterprises/{Id}/imports";

    public long MaximumUnits { get; init; } = 5000;

    public string UploadPath =>
        $"{Imports}?shareClassId={Class}&fileName=leden.csv&totalUnits={Total}&foundedOn=2000-01-01&maximumUnits={MaximumUnits}"
        + "&withCertificates=true";

    public static async Task<Society> On(Engine engine, long total = 1015, Currency? currency = null)
    {
        var world = await TestWorld.Shared(engine);
        var by = await world.RegisterEnterprise(currency ?? Currency.Eur, connected: false);
        var second = await world.Seat(by);
        return new Society(world, by, second, await Define(by), total);
    }

    /// <summary>The same society with one more class of shares, empty yet.</summary>
    public async Task<Society> WithClass(long total) => this with { Class = await Define(By), Total = total };

    private static async Task<ShareClassId> Define(RegisteredEnterprise by)
    {
        var terms = new ShareTerms(TestWorld.Par, by.Currency, 50_000, 0, true);
        return (await by.Chair.Post($"enterprises/{by.Id}/share-classes", new DefineShareClass.Body(terms)))
            .As<ShareClassDefined>()
            .Id;
    }

    public Task<Reply> Upload(string list) => Upload(Encoding.UTF8.GetBytes(list));

    public Task<Reply> Upload(byte[] list) => Chair.Upload(UploadPath, list, "text/csv");

    public Task<Reply> Confirm(Person by, ImportShown import) =>
        by.Post(
            $"{Imports}/{import.Id}/confirmation",
            new ConfirmImport.Body(import.Sha256, import.Version),
            Person.NoKey
        );

    public async Task<RegisterPage> Register(DateOnly? asOf = null) =>
        (
            await Chair.Get($"enterprises/{Id}/register{(asOf is { } day ? $"?asOf={day:yyyy-MM-dd}" : "")}")
        ).As<RegisterPage>();

    /// <summary>What is wrong, for the message of a test that fails.</summary>
    public async Task<string> Problems(ImportShown import)
    {
        var read = (await Chair.Get($"{Imports}/{import.Id}?take=20")).As<ImportRead>();
        return string.Join("; ", read.Problems.Select(p => $"{p.Row} {p.Column}: {p.Text}"));
    }
}
