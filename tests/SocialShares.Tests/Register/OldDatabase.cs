using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SocialShares.Data;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Register;

/// <summary>A database as it was before the register became a chain, with entries in it, written as that version had them.</summary>
internal static class OldDatabase
{
    private const string LastBeforeTheChain = "_BondGuards";
    private static readonly DateTime At = new DateTime(2026, 1, 5, 10, 20, 30, DateTimeKind.Utc).AddTicks(1_234_567);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static SharesDb Open(FreshDatabase database) =>
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

    /// <summary>Two enterprises, each with entries of its own numbers.</summary>
    public static async Task Fill(FreshDatabase database, params int[] entries)
    {
        await using var db = Open(database);
        var then = db.Database.GetMigrations().Single(m => m.EndsWith(LastBeforeTheChain, StringComparison.Ordinal));
        await db.GetService<IMigrator>().MigrateAsync(then, Ct);
        await db.Database.OpenConnectionAsync(Ct);
        foreach (var count in entries)
            await Enterprise(db.Database.GetDbConnection(), count);
    }

    private static async Task Enterprise(DbConnection connection, int entries)
    {
        var (enterprise, shareClass, member) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await Insert(
            connection,
            "Enterprises",
            ("Id", enterprise),
            ("Slug", $"old-{enterprise:N}"),
            ("Name", "Old Shop"),
            ("LegalForm", "co-operative"),
            ("Country", "GB"),
            ("RegistryNumber", ""),
            ("Address", "1 High Street"),
            ("Place", "Hallowby"),
            ("Currency", "GBP"),
            ("TimeZone", "Europe/London"),
            ("Ink", "bottle"),
            ("Drawing", "shop"),
            ("RegisteredAt", At),
            ("Version", 1)
        );
        await Insert(
            connection,
            "ShareClasses",
            ("Id", shareClass),
            ("EnterpriseId", enterprise),
            ("Code", "A"),
            ("ParValueMinor", 100L),
            ("Currency", "GBP"),
            ("InterestCapPpm", 50_000),
            ("InterestStartsAfterYears", 0),
            ("HolderMayReinvest", true),
            ("Version", 1)
        );
        await Insert(
            connection,
            "Members",
            ("Id", member),
            ("EnterpriseId", enterprise),
            ("Number", 1),
            ("PersonId", Guid.CreateVersion7()),
            ("Kind", "Person"),
            ("Name", "Zoë O'Néill"),
            ("Street", "High Street"),
            ("Postcode", "AB1"),
            ("City", "Hallowby"),
            ("Country", "GB"),
            ("AdmittedOn", new DateOnly(2026, 1, 5)),
            ("Destination", "Bank"),
            ("Version", 1)
        );
        for (var number = 1; number <= entries; number++)
            await Entry(connection, enterprise, shareClass, member, number);
    }

    private static Task Entry(DbConnection connection, Guid enterprise, Guid shareClass, Guid member, int number) =>
        Insert(
            connection,
            "RegisterEntries",
            ("Id", Guid.CreateVersion7()),
            ("EnterpriseId", enterprise),
            ("ShareClassId", shareClass),
            ("Number", number),
            ("MemberId", member),
            ("Kind", "Issue"),
            ("Units", (long)number),
            ("PriceMinor", 100L),
            ("ValidOn", new DateOnly(2026, 1, 5)),
            ("RecordedAt", At),
            ("Reason", "Allotment — first"),
            ("SourceId", Guid.CreateVersion7())
        );

    private static async Task Insert(DbConnection connection, string table, params (string Name, object Value)[] row)
    {
        await using var command = connection.CreateCommand();
        command.CommandText =
            $"INSERT INTO \"{table}\" ({string.Join(", ", row.Select(c => $"\"{c.Name}\""))}) "
            + $"VALUES ({string.Join(", ", row.Select(c => $"@{c.Name}"))})";
        foreach (var (name, value) in row)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@{name}", value);
            command.Parameters.Add(parameter);
        }
        await command.ExecuteNonQueryAsync(Ct);
    }
}
