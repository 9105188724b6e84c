using System.Data.Common;
using Npgsql;

namespace SocialShares.Data.Bulk;

/// <summary>PostgreSQL: binary <c>COPY</c>, which joins the connection's open transaction.</summary>
internal sealed class PostgreSqlBulkInsert : IBulkInsert
{
    public async Task<long> Insert<T>(
        BulkTable<T> table,
        DbConnection connection,
        DbTransaction transaction,
        IAsyncEnumerable<T> rows,
        CancellationToken ct
    )
        where T : class
    {
        var columns = string.Join(", ", table.Columns.Select(c => c.QuotedName));
        await using var copy = await ((NpgsqlConnection)connection).BeginBinaryImportAsync(
            $"COPY {table.Name} ({columns}) FROM STDIN (FORMAT BINARY)",
            ct
        );
        await foreach (var row in rows.WithCancellation(ct))
        {
            await copy.StartRowAsync(ct);
            foreach (var column in table.Columns)
                if (column.Read(row) is { } value)
                    await copy.WriteAsync(value, column.StoreType, ct);
                else
                    await copy.WriteNullAsync(ct);
        }
        return (long)await copy.CompleteAsync(ct);
    }
}
