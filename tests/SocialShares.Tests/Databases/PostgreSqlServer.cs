using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace SocialShares.Tests.Databases;

/// <summary>
/// A real PostgreSQL server of the tests' own, run from the installed binaries on a folder of its own. It listens on
/// 127.0.0.1 only, keeps its defaults (so every commit is on disk), and ends with the process that started it, even
/// when that one is killed: the server's keeper reads a pipe that closes then.
/// </summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private const string User = "shares";
    private static readonly Lazy<Task<PostgreSqlServer>> TheOne = new(() => Task.Run(StartNew));
    private static int databases;

    private readonly string binaries;
    private readonly string folder;
    private int port;
    private bool portIsOurs;
    private Process? keeper;

    private PostgreSqlServer(string binaries, string folder) => (this.binaries, this.folder) = (binaries, folder);

    /// <summary>Is the server running now?</summary>
    public bool IsRunning => keeper is { HasExited: false };

    /// <summary>The one server of this test run, started when first asked for.</summary>
    /// <exception cref="InvalidOperationException">It is not installed or does not start; says what to do.</exception>
    public static Task<PostgreSqlServer> Shared() => TheOne.Value;

    /// <summary>A server for one test, which may stop and start it without harm to the others.</summary>
    public static async Task<PostgreSqlServer> StartNew()
    {
        var server = new PostgreSqlServer(PostgreSqlBinaries.Find(), await PostgreSqlBinaries.MakeFolder());
        await PostgreSqlBinaries.Run(
            Path.Combine(server.binaries, "initdb"),
            ["-D", server.Data, "-U", User, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
        );
        await server.Start();
        return server;
    }

    /// <summary>Makes a new empty database, or a copy of another one of this server.</summary>
    /// <param name="template">Name or connection string of the database to copy; nobody may be using it.</param>
    /// <returns>The connection string of the new database.</returns>
    public async Task<string> CreateDatabase(string? template = null)
    {
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"shares_{Environment.ProcessId}_{Interlocked.Increment(ref databases)}"
        );
        var source = template is null ? "template1" : NameOf(template);
        await using (var pooled = new NpgsqlConnection(ConnectionString(source)))
            NpgsqlConnection.ClearPool(pooled);
        await using var connection = new NpgsqlConnection(AdministrationString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"""CREATE DATABASE "{name}" TEMPLATE "{source.Replace("\"", "\"\"")}" """;
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    /// <summary>How to reach a database of this server.</summary>
    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Username = User,
            Database = database,
            IncludeErrorDetail = true,
            // Each test has a database and so a pool of its own; connections at rest would add up.
            ConnectionIdleLifetime = 10,
            ConnectionPruningInterval = 5,
        }.ConnectionString;

    /// <summary>Stops the server; its files stay.</summary>
    /// <param name="crash">True: as when the power fails, so that it recovers from its log at the next start.</param>
    public async Task Stop(bool crash = false) => await End(crash ? "crash" : "stop");

    /// <summary>Starts the server, on the same port as before when there was one.</summary>
    public async Task Start()
    {
        if (IsRunning)
            return;
        const int attempts = 5; // somebody else may take the port between finding and using it
        for (var attempt = 1; ; attempt++)
        {
            port = portIsOurs ? port : FreePort();
            keeper = StartKeeper();
            portIsOurs |= await Answers(keeper);
            if (IsRunning)
                return;
            await End("stop");
            if (attempt == attempts)
                throw new InvalidOperationException($"PostgreSQL did not start:\n{await Log()}");
        }
    }

    /// <summary>Stops the server and removes its files.</summary>
    public async ValueTask DisposeAsync()
    {
        await Start(); // a stopped server has no keeper that removes its files
        await End("remove");
    }

    private string Data => $"{folder}/data";

    private string AdministrationString =>
        new NpgsqlConnectionStringBuilder(ConnectionString("postgres"))
        {
            Pooling = false,
            Timeout = 5,
        }.ConnectionString;

    private static string NameOf(string template) =>
        template.Contains('=') ? new NpgsqlConnectionStringBuilder(template).Database! : template;

    private Process StartKeeper() =>
        PostgreSqlBinaries.Launch(
            "sh",
            [
                "-c",
                PostgreSqlBinaries.Keeper,
                "keeper",
                folder,
                Path.Combine(binaries, "postgres"),
                "-D",
                Data,
                "-p",
                port.ToString(CultureInfo.InvariantCulture),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                $"unix_socket_directories={folder}",
                "-c",
                "max_connections=400",
            ]
        );

    private async Task<bool> Answers(Process process)
    {
        for (var waited = 0; waited < 600 && !process.HasExited; waited++)
        {
            try
            {
                await using var connection = new NpgsqlConnection(AdministrationString);
                await connection.OpenAsync();
                return true;
            }
            catch (NpgsqlException)
            {
                await Task.Delay(100); // not ready yet, or recovering
            }
        }
        return false;
    }

    private async Task End(string how)
    {
        if (keeper is null)
            return;
        try
        {
            await keeper.StandardInput.WriteLineAsync(how);
            await keeper.StandardInput.FlushAsync();
        }
        catch (IOException)
        {
            // It has ended by itself.
        }
        using (var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1)))
            await keeper.WaitForExitAsync(limit.Token);
        keeper.Dispose();
        keeper = null;
    }

    private async Task<string> Log() =>
        File.Exists($"{folder}/log") ? await File.ReadAllTextAsync($"{folder}/log") : "(it wrote no log)";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
