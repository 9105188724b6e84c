using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SocialShares.Tests.StripeCalls;

/// <summary>What becomes of one request.</summary>
internal abstract record Fate
{
    /// <summary>The connection goes before anything was read.</summary>
    public sealed record DropBefore : Fate;

    /// <summary>The request was read, and maybe carried out, then the connection goes.</summary>
    public sealed record DropAfter : Fate;

    /// <summary>The answer breaks off half way.</summary>
    public sealed record HalfBody : Fate;

    /// <summary>Read, and never answered.</summary>
    public sealed record Silence : Fate;

    public sealed record Answer(int Status, string Body = "{}", string Headers = "") : Fate;
}

/// <summary>A server that gives each request its fate in turn (the last one for all that follow) and keeps what it read.</summary>
internal sealed class FaultServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Fate[] fates;
    private readonly Task running;
    private int connections;

    public FaultServer(params Fate[] fates)
    {
        this.fates = fates;
        listener.Start();
        running = Run();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    /// <summary>Attempts that reached us, read or not.</summary>
    public int Attempts => Volatile.Read(ref connections);

    public ConcurrentQueue<string> Requests { get; } = [];

    public IEnumerable<string> Header(string name) =>
        Requests.Select(r =>
            r.Split("\r\n")
                .SingleOrDefault(l => l.StartsWith($"{name}: ", StringComparison.Ordinal))
                ?[(name.Length + 2)..]
            ?? ""
        );

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        listener.Stop();
        stop.Dispose();
    }

    private async Task Run()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                var fate = fates[Math.Min(Interlocked.Increment(ref connections), fates.Length) - 1];
                await Serve(client, fate);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // stopped
        }
    }

    private async Task Serve(TcpClient client, Fate fate)
    {
        client.LingerState = new LingerOption(enable: fate is Fate.DropBefore, seconds: 0);
        if (fate is Fate.DropBefore)
            return;
        await using var stream = client.GetStream();
        Requests.Enqueue(await Read(stream));
        if (fate is Fate.HalfBody)
            await Write(
                stream,
                "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n{\"id\":\"re_1\","
            );
        else if (fate is Fate.Silence)
            await stream.CopyToAsync(Stream.Null, stop.Token); // until the client gives up
        else if (fate is Fate.Answer a)
            await Write(
                stream,
                $"HTTP/1.1 {a.Status} X\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(a.Body)}\r\nConnection: close\r\n{a.Headers}\r\n{a.Body}"
            );
    }

    private async Task Write(NetworkStream stream, string text) =>
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text), stop.Token);

    private async Task<string> Read(NetworkStream stream)
    {
        var read = new StringBuilder();
        var buffer = new byte[8192];
        while (!IsWhole(read.ToString()))
        {
            var count = await stream.ReadAsync(buffer, stop.Token);
            if (count == 0)
                break;
            read.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }
        return read.ToString();
    }

    private static bool IsWhole(string read)
    {
        var end = read.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
            return false;
        var length = read.Split("\r\n").FirstOrDefault(l => l.StartsWith("Content-Length: ", StringComparison.Ordinal));
        return read.Length - end - 4 >= int.Parse(length?[16..] ?? "0", CultureInfo.InvariantCulture);
    }
}
