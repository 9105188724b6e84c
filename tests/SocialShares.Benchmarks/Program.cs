using System.Globalization;
using SocialShares.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is not ([] or ["schedules"] or ["applications"] or ["applications", _]))
{
    Console.Error.WriteLine("bench [schedules | applications [COUNT]]");
    return 2;
}
if (args is [] or ["schedules"])
    Schedules.Run(Console.Out);
if (args is ["schedules"])
    return 0;
var count = args is [_, var text] && int.TryParse(text, out var asked) ? asked : 200;
await Applications.Run(Math.Clamp(count, 10, 5000), Console.Out);
return 0;
