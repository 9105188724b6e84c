using System.Data.Common;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace SocialShares.Data;

/// <summary>The engines on which the platform keeps its tables.</summary>
public enum DbProvider
{
    /// <summary>A file; nothing to install. The default.</summary>
    Sqlite,
    PostgreSql,
    SqlServer,
}

/// <summary>Settings of the section <c>Db</c>.</summary>
public sealed class DbOptions
{
    public DbProvider Provider { get; set; } = DbProvider.Sqlite;

    /// <summary>Empty with SQLite: a file <c>shares.db</c> in <see cref="DataFolder"/>.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Where SQLite files live.</summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>Statements per round trip; 1 for servers that take no batches.</summary>
    public int MaxBatchSize { get; set; } = 100;

    public int CommandTimeoutSeconds { get; set; } = 30;

    /// <summary>How often a transient failure of a whole transaction is tried again (PostgreSQL, SQL Server).</summary>
    public int Retries { get; set; } = 3;

    /// <summary>Apply migrations at start; several nodes leave that to the operator.</summary>
    public bool MigrateAtStart { get; set; } = true;

    public string SqliteFile(string name) => Path.Combine(Path.GetFullPath(DataFolder), name);

    public string Connection() =>
        ConnectionString.Length > 0 || Provider != DbProvider.Sqlite
            ? ConnectionString
            : $"Data Source={SqliteFile("shares.db")}";
}

public sealed class SqliteSharesDb(DbContextOptions<SqliteSharesDb> options) : SharesDb(options);

public sealed class PostgreSqlSharesDb(DbContextOptions<PostgreSqlSharesDb> options) : SharesDb(options);

public sealed class SqlServerSharesDb(DbContextOptions<SqlServerSharesDb> options) : SharesDb(options);

internal static class Providers
{
    public static IServiceCollection AddSharesDb(this IServiceCollection services, DbOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(new WriteGate(options.Provider == DbProvider.Sqlite));
        var connection = options.Connection();
        return options.Provider switch
        {
            DbProvider.Sqlite => services.AddDbContext<SharesDb, SqliteSharesDb>(o =>
                o.UseSqlite(
                    connection,
                    s => s.CommandTimeout(options.CommandTimeoutSeconds).MaxBatchSize(options.MaxBatchSize)
                )
            ),
            DbProvider.PostgreSql => services.AddDbContext<SharesDb, PostgreSqlSharesDb>(o =>
                o.UseNpgsql(
                    connection,
                    n => n.CommandTimeout(options.CommandTimeoutSeconds).MaxBatchSize(options.MaxBatchSize)
                )
            ),
            DbProvider.SqlServer => services.AddDbContext<SharesDb, SqlServerSharesDb>(o =>
                o.UseSqlServer(
                    connection,
                    s => s.CommandTimeout(options.CommandTimeoutSeconds).MaxBatchSize(options.MaxBatchSize)
                )
            ),
            _ => throw new InvalidOperationException($"Db:Provider {options.Provider} is not known."),
        };
    }

    /// <summary>Does a text hold characters that the database cannot store, such as NUL in PostgreSQL?</summary>
    public static bool IsUnstorableText(Exception e) =>
        e is PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire }
        || e.InnerException is { } inner && IsUnstorableText(inner);

    /// <summary>Did another writer win, so that running the whole command once more may succeed?</summary>
    public static bool IsLostRace(Exception e) =>
        e switch
        {
            DbUpdateConcurrencyException => true,
            DbUpdateException { InnerException: DbException inner } => IsLostRace(inner),
            // EF wraps what it takes for transient, a deadlock for one.
            InvalidOperationException { InnerException: DbUpdateException inner } => IsLostRace(inner),
            InvalidOperationException { InnerException: DbException inner } => IsLostRace(inner),
            SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 2067 or 1555,
            PostgresException postgres => postgres.SqlState
                is PostgresErrorCodes.UniqueViolation
                    or PostgresErrorCodes.SerializationFailure
                    or PostgresErrorCodes.DeadlockDetected,
            SqlException server => server.Number is 2601 or 2627 or 1205,
            _ => false,
        };
}

/// <summary>Contexts for <c>dotnet ef</c>, which contacts no server.</summary>
internal static class Design
{
    public static DbContextOptionsBuilder<T> With<T>()
        where T : DbContext
    {
        // The passkey tables follow from this option; overriding it in the context has no effect.
        var services = new ServiceCollection();
        services.Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3);
        return new DbContextOptionsBuilder<T>().UseApplicationServiceProvider(services.BuildServiceProvider());
    }
}

internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteSharesDb>
{
    public SqliteSharesDb CreateDbContext(string[] args) =>
        new(Design.With<SqliteSharesDb>().UseSqlite("Data Source=design.db").Options);
}

internal sealed class PostgreSqlDesign : IDesignTimeDbContextFactory<PostgreSqlSharesDb>
{
    public PostgreSqlSharesDb CreateDbContext(string[] args) =>
        new(Design.With<PostgreSqlSharesDb>().UseNpgsql("Host=design").Options);
}

internal sealed class SqlServerDesign : IDesignTimeDbContextFactory<SqlServerSharesDb>
{
    public SqlServerSharesDb CreateDbContext(string[] args) =>
        new(Design.With<SqlServerSharesDb>().UseSqlServer("Server=design").Options);
}
