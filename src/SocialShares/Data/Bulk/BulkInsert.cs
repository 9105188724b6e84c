using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace SocialShares.Data.Bulk;

/// <summary>The way to write many rows: table, columns and conversions come from EF's model, commit from the context.</summary>
public static class BulkInsert
{
    private static readonly SqliteBulkInsert Sqlite = new();
    private static readonly PostgreSqlBulkInsert PostgreSql = new();
    private static readonly SqlServerBulkInsert SqlServer = new();

    /// <summary>Writes rows within the transaction that is open; the connection is busy until it ends, so a source
    /// that reads from the same database must not be streamed into it.</summary>
    /// <returns>How many rows were written.</returns>
    public static async Task<long> Insert<T>(SharesDb db, IAsyncEnumerable<T> rows, CancellationToken ct)
        where T : class
    {
        var transaction =
            db.Database.CurrentTransaction?.GetDbTransaction()
            ?? throw new InvariantBroken("a bulk insert outside a transaction");
        var connection = db.Database.GetDbConnection();
        IBulkInsert engine = connection switch
        {
            SqliteConnection => Sqlite,
            NpgsqlConnection => PostgreSql,
            SqlConnection => SqlServer,
            _ => throw new InvariantBroken($"no bulk insert for {connection.GetType().Name}"),
        };
        return await engine.Insert(BulkTable<T>.Of(db), connection, transaction, rows, ct);
    }

    /// <inheritdoc cref="Insert{T}(SharesDb, IAsyncEnumerable{T}, CancellationToken)"/>
    public static Task<long> Insert<T>(SharesDb db, IEnumerable<T> rows, CancellationToken ct)
        where T : class => Insert(db, rows.ToAsyncEnumerable(), ct);
}
