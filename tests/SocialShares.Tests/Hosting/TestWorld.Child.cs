using System.Diagnostics;
using System.Net;

namespace SocialShares.Tests.Hosting;

/// <summary>The product as a process of its own, which a test can kill.</summary>
public sealed partial class TestWorld
{
    private Process? child;

    /// <summary>
    /// A world whose clock begins at the real time and stands still: a process of its own lives by the real one, and both
    /// must believe each other's signatures for some minutes.
    /// </summary>
    public static async Task<TestWorld> StartNow(Databases.Engine engine) =>
        await Start(new TestWorld(engine, await Templates.NewDatabase(engine), [], TimeProvider.System.GetUtcNow()));

    /// <summary>Stops the product here and starts it as a process of its own, on the same port and database.</summary>
    public async Task MoveOut()
    {
        await StopProduct();
        await StartChild(Address);
    }

    /// <summary>Starts a second node of the product as a process of its own, on another port and the same database.</summary>
    /// <returns>Where it listens.</returns>
    public async Task<Uri> StartSecondNode()
    {
        var address = new UriBuilder(Address) { Port = FreePort() }.Uri;
        await StartChild(address);
        return address;
    }

    private async Task StartChild(Uri address)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } own && IsDotnet(own) ? own : "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "SocialShares.dll"));
        foreach (var argument in Arguments().Append($"--urls={address}").Append("--Logging:LogLevel:Default=Error"))
            start.ArgumentList.Add(argument);
        child = Process.Start(start) ?? throw new InvalidOperationException("the product did not start");
        // Read, so that it never waits for a reader.
        child.OutputDataReceived += (_, _) => { };
        child.ErrorDataReceived += (_, _) => { };
        child.BeginOutputReadLine();
        child.BeginErrorReadLine();
        await Until(
            "the process answers",
            async () =>
            {
                child.HasExited.ShouldBeFalse("the process ended by itself");
                try
                {
                    using var answer = await Http.GetAsync(new Uri(address, "/health"));
                    return answer.StatusCode == HttpStatusCode.OK;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            }
        );
    }

    /// <summary>Ends the process as a power cut would, and starts the product here again, minutes later.</summary>
    public async Task KillAndMoveIn()
    {
        await Kill();
        // It lived by the real time; then longer than the claims that it held.
        Clock.Move(TimeProvider.System.GetUtcNow() - Clock.GetUtcNow() + TimeSpan.FromMinutes(3));
        await StartProduct();
    }

    private async Task Kill()
    {
        if (child is null)
            return;
        child.Kill(); // SIGKILL: nothing of it runs on
        await child.WaitForExitAsync();
        child.Dispose();
        child = null;
    }

    private static bool IsDotnet(string path) => Path.GetFileNameWithoutExtension(path) == "dotnet";
}
