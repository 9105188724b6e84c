using System.Globalization;
using SocialShares.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case []:
        Schedules.Run(Console.Out);
        await Applications.Run(200, Console.Out);
        await Allotments.Run(100_000, [], Console.Out);
        await Registers.Run(postgreSql: null, Console.Out);
        return 0;
    case ["schedules"]:
        Schedules.Run(Console.Out);
        return 0;
    case ["applications", .. var rest] when rest.Length <= 1:
        await Applications.Run(Math.Clamp(Count(rest) ?? 200, 10, 5000), Console.Out);
        return 0;
    case ["purchase", .. var rest] when rest.Length <= 1:
        await Purchases.Run(Math.Clamp(Count(rest) ?? 160, 10, 5000), Console.Out);
        return 0;
    case ["ledger", .. var rest] when rest.Length <= 1:
        await Ledgers.Run(Math.Clamp(Count(rest) ?? 1_000_000, 20_000, 5_000_000), Console.Out);
        return 0;
    case ["allotment", .. var rest] when rest.Length <= 3:
        await Allotments.Run(Math.Clamp(Count(rest) ?? 100_000, 10, 1_000_000), [.. rest.Skip(1)], Console.Out);
        return 0;
    case ["register", .. var rest] when rest.Length <= 1:
        await Registers.Run(rest.FirstOrDefault(), Console.Out);
        return 0;
    default:
        Console.Error.WriteLine(
            "bench [schedules | applications [COUNT] | purchase [COUNT] | ledger [ENTRIES] | allotment [COUNT [POSTGRESQL-CONNECTION ANOTHER]] | register [POSTGRESQL-CONNECTION]]"
        );
        return 2;
}

static int? Count(string[] rest) => rest is [var text, ..] && int.TryParse(text, out var asked) ? asked : null;
