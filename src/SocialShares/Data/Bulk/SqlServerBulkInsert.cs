using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace SocialShares.Data.Bulk;

/// <summary>SQL Server: <c>SqlBulkCopy</c>, told to check constraints and to fire triggers as any other insert does.</summary>
internal sealed class SqlServerBulkInsert : IBulkInsert
{
    private const int RowsAtOnce = 10_000;

    public async Task<long> Insert<T>(
        BulkTable<T> table,
        DbConnection connection,
        DbTransaction transaction,
        IAsyncEnumerable<T> rows,
        CancellationToken ct
    )
        where T : class
    {
        using var copy = new SqlBulkCopy(
            (SqlConnection)connection,
            SqlBulkCopyOptions.CheckConstraints | SqlBulkCopyOptions.FireTriggers,
            (SqlTransaction)transaction
        )
        {
            DestinationTableName = table.Name,
            EnableStreaming = true,
            BatchSize = RowsAtOnce,
        };
        foreach (var column in table.Columns)
            copy.ColumnMappings.Add(column.Name, column.Name);
        await using var reader = new RowReader<T>(table, rows.GetAsyncEnumerator(ct));
        await copy.WriteToServerAsync(reader, ct);
        return reader.Count;
    }
}
