using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace SocialShares.Data;

/// <summary>
/// Keeps a copy of a SQLite database before it is brought up to date. SQLite changes a column by building the table anew,
/// and switches foreign keys off for that, which it does only outside a transaction: an upgrade that is interrupted there
/// cannot go on, and the copy is the way back. The other engines upgrade in transactions.
/// </summary>
public static class UpgradeCopy
{
    /// <summary>Name of the copy of a database file before its first new migration.</summary>
    public static string Name(string file, string migration) => $"{file}.before-{migration}";

    /// <summary>Makes the copy; does nothing for a new database, for one that is up to date, and for other engines.</summary>
    public static async Task Keep(SharesDb db, CancellationToken ct)
    {
        if (!db.Database.IsSqlite())
            return;
        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        if (!File.Exists(file) || !(await db.Database.GetAppliedMigrationsAsync(ct)).Any())
            return;
        if ((await db.Database.GetPendingMigrationsAsync(ct)).FirstOrDefault() is not { } first)
            return;
        // A copy that is there already is from before an attempt that was interrupted: it is the good one.
        var copy = Name(file, first);
        if (File.Exists(copy))
            return;
        var part = copy + ".part";
        File.Delete(part);
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {part}", ct);
        File.Move(part, copy);
    }
}
