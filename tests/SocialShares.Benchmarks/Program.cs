using System.Globalization;
using SocialShares.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is not ([] or ["schedules"] or ["applications"] or ["applications", _] or ["allotment", ..]))
{
    Console.Error.WriteLine(
        "bench [schedules | applications [COUNT] | allotment [COUNT [POSTGRESQL-CONNECTION ANOTHER]]]"
    );
    return 2;
}
var count = args is [_, var text, ..] && int.TryParse(text, out var asked) ? asked : (int?)null;
if (args is [] or ["schedules"])
    Schedules.Run(Console.Out);
if (args is [] or ["applications", ..])
    await Applications.Run(Math.Clamp(count ?? 200, 10, 5000), Console.Out);
if (args is [] or ["allotment", ..])
    await Allotments.Run(Math.Clamp(count ?? 100_000, 10, 1_000_000), [.. args.Skip(2)], Console.Out);
return 0;
