using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using SocialShares.Data;
using SocialShares.Demo.Api;
using SocialShares.Demo.People;
using SocialShares.Demo.Seed;

namespace SocialShares.Demo;

/// <summary>Starts the platform with demo data and keeps it running.</summary>
public static class DemoCommand
{
    private static readonly string[] Flags = ["--keep", "--fresh"];
    private static readonly string[] Options =
    [
        "--port",
        "--stripe-port",
        "--data",
        "--members",
        "--provider",
        "--connection",
    ];

    public static async Task<int> Run(string[] arguments, TextWriter to, CancellationToken ct)
    {
        var line = new CommandLine(arguments, Flags, Options);
        var settings = new DemoSettings
        {
            Port = line.Number("--port", 5080, 0),
            StripePort = line.Number("--stripe-port", 5081, 0),
            DataFolder = Path.GetFullPath(line.Text("--data") ?? Path.Combine("data", "demo")),
            Provider = line.Provider(),
            Connection = line.Text("--connection") ?? "",
        };
        var keeps = line.Has("--keep");
        if (!keeps)
            Clear(settings, to);
        var isKept = keeps && (settings.Provider != DbProvider.Sqlite || File.Exists(Database(settings)));
        if (!isKept)
            settings = settings with { StartsAt = DemoStory.StartsAt(TimeProvider.System.GetUtcNow()) };
        await using var host = await DemoHost.Start(settings, ct);
        if (await Administrators.AnybodyIsThere(host.Services, ct))
        {
            if (!keeps)
                throw new ArgumentException("this database is not empty: name an empty one, or say --keep");
            to.WriteLine(
                "Kept the database. The local Stripe forgets when it stops: payments of before are unknown to it."
            );
        }
        else
            await Seed(host, line.Number("--members", 200, 10), to, ct);
        Greet(host, to);
        await host.Run(ct);
        return 0;
    }

    /// <summary>Makes the administrators and tells the story.</summary>
    /// <param name="host">A host on an empty database, its clock at the start of the story.</param>
    /// <param name="members">Members of the completed offer.</param>
    /// <param name="to">Where progress goes.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task Seed(DemoHost host, int members, TextWriter to, CancellationToken ct)
    {
        to.WriteLine("Making demo data by sending the real requests under a moved clock; this takes about a minute.");
        // The fictional people share a published password: hashing it a hundred thousand times guards nothing. Whoever
        // signs in later gets a strong hash.
        var hashing = host.Services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value;
        var iterations = hashing.IterationCount;
        hashing.IterationCount = 1_000;
        await Administrators.Make(host.Services);
        using var town = new Town(host);
        await new DemoStory(town, members, new Progress(to, host.Clock)).Tell(ct);
        hashing.IterationCount = iterations;
    }

    // Only files that the demo itself makes; a server's database is never emptied from here.
    private static void Clear(DemoSettings settings, TextWriter to)
    {
        if (settings.Provider != DbProvider.Sqlite || settings.Connection.Length > 0)
            return;
        var files = Directory.Exists(settings.DataFolder)
            ? Directory
                .EnumerateFiles(settings.DataFolder, "shares.db*")
                .Concat(Directory.EnumerateFiles(settings.DataFolder, "schedule.db*"))
                .ToList()
            : [];
        if (files.Count > 0)
            to.WriteLine($"Starting afresh in {settings.DataFolder}; say --keep to go on with what is there.");
        foreach (var file in files)
            File.Delete(file);
    }

    private static string Database(DemoSettings settings) => Path.Combine(settings.DataFolder, "shares.db");

    private static void Greet(DemoHost host, TextWriter to)
    {
        to.WriteLine();
        to.WriteLine($"SocialShares runs at {host.Address}");
        to.WriteLine($"The local Stripe runs at {host.StripeAddress}; pay with card 4242 4242 4242 4242");
        to.WriteLine(
            $"Move the clock: curl {host.Address}demo/clock -H 'Content-Type: application/json' -d '{{\"days\":7}}'"
        );
        to.WriteLine();
        to.WriteLine($"Everyone's password: {SignIn.Password}");
        Show("administrator (calculates)", Administrators.First);
        Show("administrator (approves)", Administrators.Second);
        Show("board, Hallowby", Hallowby.Chair.SignIn);
        Show("board, Lutjeveen", Lutjeveen.Chair.SignIn);
        Show("citizen, interest to the bank", Hallowby.Citizens[0]);
        Show("citizen, leaves interest in", Hallowby.Citizens[1]);
        Show("citizen without an account", Hallowby.Citizens[2]);
        to.WriteLine();

        void Show(string who, SignIn signIn) => to.WriteLine($"  {who, -32} {signIn.Email, -42} {signIn.Name}");
    }
}
