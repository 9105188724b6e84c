using Microsoft.EntityFrameworkCore.Migrations;

namespace SocialShares.Data;

/// <summary>
/// Makes the tables that are law append-only in the database itself: a change or a deletion is refused there,
/// whoever tries it. Called by migrations.
/// </summary>
internal static class AppendOnly
{
    /// <summary>The tables whose rows were never changed from the first migration on. Later ones are named by theirs.</summary>
    public static readonly string[] First =
    [
        "RegisterEntries",
        "JournalEntries",
        "Postings",
        "AuditRows",
        "InterestDeclarations",
        "BankFiles",
    ];

    /// <summary>Name of the guard of a table, as the mapping tells EF.</summary>
    public static string Guard(string table) => $"{table}_append_only";

    public static void Sqlite(MigrationBuilder migration) => Sqlite(migration, First);

    /// <summary>Guards tables; a table that SQLite had to build anew has lost its guard and is named again.</summary>
    public static void Sqlite(MigrationBuilder migration, params string[] tables)
    {
        foreach (var sql in tables.SelectMany(SqliteText))
            migration.Sql(sql);
    }

    /// <summary>The statements that guard a table of SQLite.</summary>
    internal static IEnumerable<string> SqliteText(string table) =>
        new[] { "UPDATE", "DELETE" }.Select(change =>
            $"CREATE TRIGGER {Guard(table)}_{change} BEFORE {change} ON \"{table}\" "
            + $"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;"
        );

    /// <summary>Guards a table of which some columns may change once: the others may not, and no row is deleted.</summary>
    public static void SqliteBut(MigrationBuilder migration, string table, params string[] kept)
    {
        var columns = string.Join(", ", kept.Select(c => $"\"{c}\""));
        foreach (var change in new[] { $"UPDATE OF {columns}", "DELETE" })
            migration.Sql(
                $"CREATE TRIGGER {Guard(table)}_{change[..6]} BEFORE {change} ON \"{table}\" "
                    + $"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;"
            );
    }

    /// <inheritdoc cref="SqliteBut"/>
    public static void PostgreSqlBut(MigrationBuilder migration, string table, params string[] kept)
    {
        var columns = string.Join(", ", kept.Select(c => $"\"{c}\""));
        migration.Sql(
            $"CREATE TRIGGER \"{Guard(table)}\" BEFORE UPDATE OF {columns} OR DELETE OR TRUNCATE ON \"{table}\" "
                + "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();"
        );
    }

    /// <inheritdoc cref="SqliteBut"/>
    public static void SqlServerBut(MigrationBuilder migration, string table, params string[] kept)
    {
        var changed = string.Join(" OR ", kept.Select(c => $"UPDATE([{c}])"));
        migration.Sql(
            $"EXEC(N'CREATE TRIGGER [{Guard(table)}] ON [{table}] AFTER UPDATE, DELETE AS "
                + $"IF {changed} OR NOT EXISTS (SELECT 1 FROM inserted) AND EXISTS (SELECT 1 FROM deleted) "
                + $"THROW 51000, ''{table} is append-only'', 1;');"
        );
    }

    public static void PostgreSql(MigrationBuilder migration)
    {
        migration.Sql(
            "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
                + "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;"
        );
        PostgreSql(migration, First);
    }

    public static void PostgreSql(MigrationBuilder migration, params string[] tables)
    {
        foreach (var table in tables)
            migration.Sql(
                $"CREATE TRIGGER \"{Guard(table)}\" BEFORE UPDATE OR DELETE OR TRUNCATE ON \"{table}\" "
                    + "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();"
            );
    }

    public static void SqlServer(MigrationBuilder migration) => SqlServer(migration, First);

    public static void SqlServer(MigrationBuilder migration, params string[] tables)
    {
        // In a batch of its own by EXEC, because CREATE TRIGGER must stand first in its batch.
        foreach (var table in tables)
            migration.Sql(
                $"EXEC(N'CREATE TRIGGER [{Guard(table)}] ON [{table}] INSTEAD OF UPDATE, DELETE AS "
                    + $"THROW 51000, ''{table} is append-only'', 1;');"
            );
    }
}
