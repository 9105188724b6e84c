using System.Globalization;
using SocialShares.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case []:
        Schedules.Run(Console.Out);
        await Applications.Run(200, Console.Out);
        await Registers.Run(postgreSql: null, Console.Out);
        return 0;
    case ["schedules"]:
        Schedules.Run(Console.Out);
        return 0;
    case ["applications", .. var rest] when rest.Length <= 1:
        var asked = rest is [var text] && int.TryParse(text, out var typed) ? typed : 200;
        await Applications.Run(Math.Clamp(asked, 10, 5000), Console.Out);
        return 0;
    case ["register", .. var rest] when rest.Length <= 1:
        await Registers.Run(rest.FirstOrDefault(), Console.Out);
        return 0;
    default:
        Console.Error.WriteLine("bench [schedules | applications [COUNT] | register [POSTGRESQL CONNECTION STRING]]");
        return 2;
}
