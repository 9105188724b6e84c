using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace SocialShares.Data;

/// <summary>
/// Gives the entries of a database from before the chain their hashes, once, at start. The guard that forbids changes of
/// the register is lifted and put back in the same transaction, which holds the table: either all entries are chained
/// and guarded, or nothing has changed.
/// </summary>
public static class ChainOldEntries
{
    private const int AtOnce = 5_000;
    private const string Table = "RegisterEntries";

    /// <returns>How many entries were chained; 0 when they all were before.</returns>
    public static async Task<int> Run(SharesDb db, CancellationToken ct)
    {
        if ((await Unchained(db, ct)).Count == 0)
            return 0;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await Lift(db, ct);
        var chained = 0;
        // Asked again: another node may have been first, and waited for here.
        foreach (var enterprise in await Unchained(db, ct))
            chained += await Chain(db, enterprise, ct);
        await PutBack(db, ct);
        await transaction.CommitAsync(ct);
        return chained;
    }

    // The first entry tells of its whole register: all of them are chained in one transaction.
    private static Task<List<EnterpriseId>> Unchained(SharesDb db, CancellationToken ct) =>
        db
            .Enterprises.Where(e =>
                db.RegisterEntries.Where(x => x.EnterpriseId == e.Id)
                    .OrderBy(x => x.Number)
                    .Select(x => x.Hash)
                    .FirstOrDefault() == ""
            )
            .Select(e => e.Id)
            .ToListAsync(ct);

    private static async Task<int> Chain(SharesDb db, EnterpriseId enterprise, CancellationToken ct)
    {
        await using var update = Update(db);
        var (last, previous, count) = (0, RegisterHash.Start, 0);
        while (true)
        {
            var entries = await db
                .RegisterEntries.AsNoTracking()
                .Where(e => e.EnterpriseId == enterprise && e.Number > last)
                .OrderBy(e => e.Number)
                .Take(AtOnce)
                .ToListAsync(ct);
            if (entries.Count == 0)
                return count;
            foreach (var entry in entries)
            {
                var hash = RegisterHash.Of(entry, previous);
                update.Parameters["@id"].Value = entry.Id.Value;
                update.Parameters["@previous"].Value = previous;
                update.Parameters["@hash"].Value = hash;
                await update.ExecuteNonQueryAsync(ct);
                (last, previous) = (entry.Number, hash);
            }
            count += entries.Count;
        }
    }

    private static DbCommand Update(SharesDb db)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText =
            $"UPDATE \"{Table}\" SET \"PreviousHash\" = @previous, \"Hash\" = @hash WHERE \"Id\" = @id";
        foreach (var name in new[] { "@id", "@previous", "@hash" })
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }
        return command;
    }

    private static Task Lift(SharesDb db, CancellationToken ct) =>
        db.Database.GetDbConnection() switch
        {
            SqliteConnection => Execute(
                db,
                $"DROP TRIGGER IF EXISTS {AppendOnly.Guard(Table)}_UPDATE; "
                    + $"DROP TRIGGER IF EXISTS {AppendOnly.Guard(Table)}_DELETE;",
                ct
            ),
            SqlConnection => Execute(db, $"DISABLE TRIGGER [{AppendOnly.Guard(Table)}] ON [{Table}];", ct),
            _ => Execute(db, $"ALTER TABLE \"{Table}\" DISABLE TRIGGER \"{AppendOnly.Guard(Table)}\";", ct),
        };

    private static Task PutBack(SharesDb db, CancellationToken ct) =>
        db.Database.GetDbConnection() switch
        {
            SqliteConnection => Execute(db, string.Join(' ', AppendOnly.SqliteText(Table)), ct),
            SqlConnection => Execute(db, $"ENABLE TRIGGER [{AppendOnly.Guard(Table)}] ON [{Table}];", ct),
            _ => Execute(db, $"ALTER TABLE \"{Table}\" ENABLE TRIGGER \"{AppendOnly.Guard(Table)}\";", ct),
        };

    private static async Task Execute(SharesDb db, string sql, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }
}
