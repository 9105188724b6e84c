using System.Diagnostics;

namespace SocialShares.Tests.Databases;

/// <summary>The installed programs of PostgreSQL, and how they are run: never as root, which they refuse.</summary>
internal static class PostgreSqlBinaries
{
    /// <summary>
    /// Runs the server in the foreground while a companion waits for one line on standard input: <c>stop</c>,
    /// <c>crash</c> or <c>remove</c>. The end of the input, which also comes when the tests are killed, means remove.
    /// </summary>
    internal const string Keeper = """
        folder=$1
        shift
        exec 3<&0 >>"$folder/log" 2>&1
        rm -f "$folder/how"
        (
          read -r how <&3 || how=remove
          echo "$how" >"$folder/how"
          case $how in crash) signal=QUIT ;; *) signal=INT ;; esac
          while kill -0 $$ 2>/dev/null; do
            kill -s "$signal" "$(head -n 1 "$folder/data/postmaster.pid" 2>/dev/null)" 2>/dev/null
            sleep 0.2
          done
        ) &
        "$@" </dev/null 3<&-
        code=$?
        [ "$(cat "$folder/how" 2>/dev/null)" != remove ] || rm -rf "$folder"
        exit $code
        """;

    private const string Advice =
        "PostgreSQL's server is needed by the database tests, which are never skipped for lack of it. "
        + "Install it (Debian: apt-get install postgresql; `infra/dev check` does it where it may), "
        + "or set SHARES_POSTGRESQL_BIN to the folder that holds initdb and postgres.";

    /// <summary>The folder of the newest installed server.</summary>
    /// <exception cref="InvalidOperationException">There is none; says what to install.</exception>
    internal static string Find() =>
        Find(Environment.GetEnvironmentVariable("SHARES_POSTGRESQL_BIN"), "/usr/lib/postgresql", Path())
        ?? throw new InvalidOperationException(Advice);

    /// <summary>Looks at the folder that was named; else at Debian's folders, newest first; else at the path.</summary>
    internal static string? Find(string? named, string debian, IEnumerable<string> path)
    {
        if (!string.IsNullOrWhiteSpace(named))
            return IsServer(named) ? named : null;
        var versions = Directory.Exists(debian) ? Directory.GetDirectories(debian) : [];
        return versions
            .OrderByDescending(folder => int.TryParse(System.IO.Path.GetFileName(folder), out var n) ? n : 0)
            .Select(folder => System.IO.Path.Combine(folder, "bin"))
            .Concat(path)
            .FirstOrDefault(IsServer);
    }

    /// <summary>A new folder that belongs to the user who runs the server.</summary>
    internal static async Task<string> MakeFolder() =>
        // Root's own TMPDIR may be closed to others.
        (
            await Run("env", Environment.IsPrivilegedProcess ? ["-u", "TMPDIR", .. MakeTemporary] : MakeTemporary)
        ).Trim();

    /// <summary>Runs a program to its end and gives what it wrote.</summary>
    /// <exception cref="InvalidOperationException">It failed; holds what it wrote.</exception>
    internal static async Task<string> Run(string program, string[] arguments)
    {
        using var process = Launch(program, arguments, captured: true);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException(
                $"{program} failed with {process.ExitCode}: {await errors}\n{Advice}"
            );
    }

    /// <summary>Starts a program with a pipe to its input; as user postgres when we are root.</summary>
    internal static Process Launch(string program, string[] arguments, bool captured = false)
    {
        string[] command = Environment.IsPrivilegedProcess
            ? ["runuser", "-u", "postgres", "--", program, .. arguments]
            : [program, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = captured,
            RedirectStandardError = captured,
            WorkingDirectory = "/", // the postgres user may not be allowed into ours
        };
        return Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} could not be started");
    }

    private static string[] MakeTemporary => ["mktemp", "-d", "-t", "shares-pg-XXXXXX"];

    private static bool IsServer(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "initdb"))
        && File.Exists(System.IO.Path.Combine(folder, "postgres"));

    private static string[] Path() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
}
