using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace SocialShares.Data.Bulk;

/// <summary>
/// SQLite: a prepared statement of ten rows, and of one row for the rest. The driver writes each value as it does for
/// EF (identifiers as upper-case text, days as yyyy-MM-dd), so that EF finds the rows. More rows a statement were
/// measured to bring nothing.
/// </summary>
internal sealed class SqliteBulkInsert : IBulkInsert
{
    private const int RowsAtOnce = 10;

    public async Task<long> Insert<T>(
        BulkTable<T> table,
        DbConnection connection,
        DbTransaction transaction,
        IAsyncEnumerable<T> rows,
        CancellationToken ct
    )
        where T : class
    {
        await using var ten = Prepare(table, connection, transaction, RowsAtOnce);
        await using var one = Prepare(table, connection, transaction, 1);
        var waiting = new List<T>(RowsAtOnce);
        long count = 0;
        await foreach (var row in rows.WithCancellation(ct))
        {
            waiting.Add(row);
            if (waiting.Count < RowsAtOnce)
                continue;
            count += Write(ten, table, waiting);
            waiting.Clear();
        }
        foreach (var row in waiting)
            count += Write(one, table, [row]);
        return count;
    }

    private static SqliteCommand Prepare<T>(
        BulkTable<T> table,
        DbConnection connection,
        DbTransaction transaction,
        int rows
    )
        where T : class
    {
        var command = ((SqliteConnection)connection).CreateCommand();
        command.Transaction = (SqliteTransaction)transaction;
        var width = table.Columns.Count;
        var values = Enumerable
            .Range(0, rows)
            .Select(row => $"({string.Join(", ", Enumerable.Range(row * width, width).Select(p => $"$p{p}"))})");
        command.CommandText =
            $"INSERT INTO {table.Name} ({string.Join(", ", table.Columns.Select(c => c.QuotedName))}) "
            + $"VALUES {string.Join(", ", values)}";
        for (var p = 0; p < rows * width; p++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"$p{p}" });
        return command;
    }

    // Not awaited: this driver does everything on the calling thread whatever one asks.
    private static int Write<T>(SqliteCommand command, BulkTable<T> table, List<T> rows)
        where T : class
    {
        var p = 0;
        foreach (var row in rows)
        foreach (var column in table.Columns)
            command.Parameters[p++].Value = column.Read(row) ?? DBNull.Value;
        return command.ExecuteNonQuery();
    }
}
