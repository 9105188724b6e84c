using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace SocialShares.Tests.Databases;

/// <summary>A new empty database on one engine, for one test; gone when disposed.</summary>
/// <param name="Engine">Its engine.</param>
/// <param name="ConnectionString">How to reach it.</param>
public sealed record FreshDatabase(Engine Engine, string ConnectionString) : IAsyncDisposable
{
    private Func<Task> remove = () => Task.CompletedTask;

    /// <summary>
    /// Makes one: a file for SQLite, a database of the tests' own server for PostgreSQL, or a database on the server
    /// that <c>SHARES_TEST_CONNECTION</c> names, whose account must be allowed to make databases there.
    /// </summary>
    public static async Task<FreshDatabase> On(Engine engine) =>
        (engine, EnginesUnderTest.Now.Connection) switch
        {
            (Engine.Sqlite, _) => InFile(),
            (Engine.PostgreSql, null) => await OnOwnServer(),
            (Engine.PostgreSql, { } connection) => await OnPostgreSql(connection),
            (Engine.SqlServer, { } connection) => await OnSqlServer(connection),
            _ => throw new InvalidOperationException($"no server for {engine}: set SHARES_TEST_CONNECTION"),
        };

    /// <summary>Removes it.</summary>
    public async ValueTask DisposeAsync() => await remove();

    private static FreshDatabase InFile()
    {
        var folder = Directory.CreateTempSubdirectory("shares-db-").FullName;
        var text = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, "shares.db"),
        }.ConnectionString;
        return new FreshDatabase(Engine.Sqlite, text)
        {
            remove = () =>
            {
                using (var connection = new SqliteConnection(text))
                    SqliteConnection.ClearPool(connection);
                Directory.Delete(folder, recursive: true);
                return Task.CompletedTask;
            },
        };
    }

    private static async Task<FreshDatabase> OnOwnServer()
    {
        var server = await PostgreSqlServer.Shared();
        var text = await server.CreateDatabase();
        return new FreshDatabase(Engine.PostgreSql, text)
        {
            remove = () => DropPostgreSql(server.ConnectionString("postgres"), text),
        };
    }

    private static async Task<FreshDatabase> OnPostgreSql(string server)
    {
        var name = NewName();
        await Execute(new NpgsqlConnection(server), $"""CREATE DATABASE "{name}" """);
        var text = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
        return new FreshDatabase(Engine.PostgreSql, text) { remove = () => DropPostgreSql(server, text) };
    }

    private static async Task<FreshDatabase> OnSqlServer(string server)
    {
        var name = NewName();
        await Execute(new SqlConnection(server), $"CREATE DATABASE [{name}]");
        var text = new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ConnectionString;
        return new FreshDatabase(Engine.SqlServer, text)
        {
            remove = async () =>
            {
                await using (var connection = new SqlConnection(text))
                    SqlConnection.ClearPool(connection);
                await Execute(new SqlConnection(server), $"DROP DATABASE [{name}]");
            },
        };
    }

    private static async Task DropPostgreSql(string server, string text)
    {
        await using (var connection = new NpgsqlConnection(text))
            NpgsqlConnection.ClearPool(connection);
        var name = new NpgsqlConnectionStringBuilder(text).Database;
        await Execute(new NpgsqlConnection(server), $"""DROP DATABASE IF EXISTS "{name}" WITH (FORCE)""");
    }

    private static string NewName() => $"shares_{Guid.CreateVersion7():N}";

    private static async Task Execute(System.Data.Common.DbConnection connection, string sql)
    {
        await using var _ = connection;
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
