using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SocialShares.Data;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Operations;

/// <summary>A platform that has been in use since its first release is brought up to date with all that it holds.</summary>
public sealed class UpgradeTests
{
    private const string Trigger = "append-only";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EveryDatabase]
    public async Task A_filled_database_of_the_first_release_comes_up_to_date_and_loses_nothing(Engine engine)
    {
        await using var database = await FreshDatabase.On(engine);
        await using var db = Open(database);
        await db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().First(), Ct);
        await Execute(db, FirstRelease.Rows(engine));
        var before = new Dictionary<string, List<Dictionary<string, string>>>();
        foreach (var table in FirstRelease.Tables)
            before[table] = await Read(db, table);

        await db.Database.MigrateAsync(Ct);
        (await ChainOldEntries.Run(db, Ct)).ShouldBe(2);

        (await db.Database.GetPendingMigrationsAsync(Ct)).ShouldBeEmpty();
        foreach (var table in FirstRelease.Tables)
        {
            before[table].ShouldNotBeEmpty(table);
            var after = await Read(db, table);
            after.Count.ShouldBe(before[table].Count, table);
            foreach (var (old, now) in before[table].Zip(after))
            foreach (var (column, value) in old.Where(c => now.ContainsKey(c.Key)))
                now[column].ShouldBe(value, $"{table}.{column}");
        }
        (await db.PayoutRuns.AsNoTracking().SingleAsync(Ct)).Kind.ShouldBe(PayoutKind.ShareInterest);
        foreach (var table in FirstRelease.Guarded)
        {
            await ShouldBeGuarded(
                db,
                $"UPDATE \"{table}\" SET \"{FirstRelease.Column(table)}\" = \"{FirstRelease.Column(table)}\""
            );
            await ShouldBeGuarded(db, $"DELETE FROM \"{table}\"");
        }
        if (engine == Engine.Sqlite)
            (await Rows(db, "PRAGMA foreign_key_check")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sqlite_keeps_a_copy_from_before_the_upgrade_and_never_writes_over_it()
    {
        await using var database = await FreshDatabase.On(Engine.Sqlite);
        await using var db = Open(database);
        var all = db.Database.GetMigrations().ToList();
        await UpgradeCopy.Keep(db, Ct);
        await db.GetService<IMigrator>().MigrateAsync(all[0], Ct);
        await Execute(db, FirstRelease.Rows(Engine.Sqlite));
        var file = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        var copy = UpgradeCopy.Name(file, all[1]);

        await UpgradeCopy.Keep(db, Ct);
        var first = File.GetLastWriteTimeUtc(copy);
        await UpgradeCopy.Keep(db, Ct);
        await db.Database.MigrateAsync(Ct);
        await UpgradeCopy.Keep(db, Ct);

        Directory.GetFiles(Path.GetDirectoryName(file)!, "*.before-*").ShouldBe([copy]);
        File.GetLastWriteTimeUtc(copy).ShouldBe(first);
        await using var old = new SqliteConnection($"Data Source={copy};Pooling=False;Mode=ReadOnly");
        await old.OpenAsync(Ct);
        await using var count = old.CreateCommand();
        count.CommandText = """SELECT COUNT(*) FROM "RegisterEntries" """;
        Convert.ToInt32(await count.ExecuteScalarAsync(Ct), CultureInfo.InvariantCulture).ShouldBe(2);
    }

    private static SharesDb Open(FreshDatabase database) =>
        database.Engine switch
        {
            Engine.Sqlite => new SqliteSharesDb(
                Model.Options<SqliteSharesDb>().UseSqlite(database.ConnectionString).Options
            ),
            Engine.PostgreSql => new PostgreSqlSharesDb(
                Model.Options<PostgreSqlSharesDb>().UseNpgsql(database.ConnectionString).Options
            ),
            _ => new SqlServerSharesDb(
                Model.Options<SqlServerSharesDb>().UseSqlServer(database.ConnectionString).Options
            ),
        };

    private static async Task ShouldBeGuarded(SharesDb db, string sql) =>
        (await Should.ThrowAsync<DbException>(() => Execute(db, sql))).Message.ShouldContain(
            Trigger,
            customMessage: sql
        );

    private static Task<List<Dictionary<string, string>>> Read(SharesDb db, string table) =>
        Rows(db, $"SELECT * FROM \"{table}\" ORDER BY 1, 2");

    private static async Task<List<Dictionary<string, string>>> Rows(SharesDb db, string sql)
    {
        await using var command = await Command(db, sql);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var rows = new List<Dictionary<string, string>>();
        while (await reader.ReadAsync(Ct))
            rows.Add(
                Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => Text(reader.GetValue(i)))
            );
        return rows;
    }

    private static string Text(object value) =>
        value is byte[] bytes
            ? Convert.ToHexString(bytes)
            : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static async Task Execute(SharesDb db, string sql)
    {
        await using var command = await Command(db, sql);
        await command.ExecuteNonQueryAsync(Ct);
    }

    private static async Task<DbCommand> Command(SharesDb db, string sql)
    {
        await db.Database.OpenConnectionAsync(Ct);
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
