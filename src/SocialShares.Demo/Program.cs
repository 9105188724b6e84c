using SocialShares.Demo;
using SocialShares.Demo.Scenario;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
try
{
    return args is ["scenario", ..]
        ? await ScenarioCommand.Run(args[1..], Console.Out, stop.Token)
        : await DemoCommand.Run(args, Console.Out, stop.Token);
}
catch (ArgumentException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    await Console.Error.WriteLineAsync($"{e.Message} Choose others with --port and --stripe-port.");
    return 2;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 0;
}
