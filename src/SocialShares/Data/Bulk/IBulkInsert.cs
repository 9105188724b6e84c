using System.Data.Common;

namespace SocialShares.Data.Bulk;

/// <summary>
/// Writes many rows the fastest way that an engine has. The rows join the transaction that is open on the connection,
/// so that bulk rows and EF's rows share one commit. A duplicate key or a broken constraint ends it with the engine's
/// own exception, and nothing of the statement stays.
/// </summary>
internal interface IBulkInsert
{
    /// <returns>How many rows were written.</returns>
    Task<long> Insert<T>(
        BulkTable<T> table,
        DbConnection connection,
        DbTransaction transaction,
        IAsyncEnumerable<T> rows,
        CancellationToken ct
    )
        where T : class;
}
