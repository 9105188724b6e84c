using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Features.Operations;
using SocialShares.Jobs;
using SocialShares.Tests.Databases;
using SocialShares.Tests.Hosting;

namespace SocialShares.Tests.Operations;

/// <summary>What the database itself guards, and what is kept about who did what.</summary>
[Collection(nameof(OneWorld))]
public sealed class DatabaseRulesTests
{
    [Theory]
    [EveryDatabase("RegisterEntries", "Reason")]
    [EveryDatabase("JournalEntries", "Description")]
    [EveryDatabase("Postings", "AmountMinor")]
    [EveryDatabase("AuditRows", "Name")]
    public async Task What_is_law_is_neither_changed_nor_deleted(Engine engine, string table, string column)
    {
        var world = await TestWorld.Shared(engine);
        await SellSomething(world);

        var change = () => Execute(world, $"UPDATE \"{table}\" SET \"{column}\" = \"{column}\"");
        var deletion = () => Execute(world, $"DELETE FROM \"{table}\"");

        (await Should.ThrowAsync<DbException>(change)).Message.ShouldContain("append-only");
        (await Should.ThrowAsync<DbException>(deletion)).Message.ShouldContain("append-only");
    }

    [Theory]
    [EveryDatabase]
    public async Task What_reconciliation_and_snapshots_keep_is_neither_changed_nor_deleted(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        await SellSomething(world);
        await world.RunAll(nameof(ReconcileMoney));
        await world.Settle();
        world.Clock.Move(LedgerSnapshot.Settled + TimeSpan.FromMinutes(1));
        await world.RunAll(nameof(KeepBalances));
        await world.InDatabase(db =>
        {
            var finding = new Finding(DifferenceKind.NotBooked, 0, 1);
            var about = new DifferenceSubject($"txn_{Guid.NewGuid()}", null);
            var item = new Difference(DifferenceId.New(), 1, finding, about, Currency.Gbp, world.Clock.Now);
            item.Agree(world.Clock.Now);
            db.Differences.Add(item);
            return db.SaveChangesAsync();
        });

        foreach (
            var (table, column) in new[]
            {
                ("ProviderMovements", "AmountMinor"),
                ("MovementMatches", "FoundAt"),
                ("Reconciliations", "Found"),
                ("LedgerSnapshots", "Entries"),
                ("LedgerSnapshotBalances", "BalanceMinor"),
                ("LedgerSnapshotChecks", "DiffersMinor"),
                ("Differences", "TheirsMinor"),
            }
        )
        {
            var change = () => Execute(world, $"UPDATE \"{table}\" SET \"{column}\" = \"{column}\"");
            var deletion = () => Execute(world, $"DELETE FROM \"{table}\"");

            (await Should.ThrowAsync<DbException>(change)).Message.ShouldContain($"{table} is append-only");
            (await Should.ThrowAsync<DbException>(deletion)).Message.ShouldContain($"{table} is append-only");
        }
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.PostgreSql)]
    [InlineData(Engine.SqlServer)]
    public void The_migrations_of_every_engine_are_up_to_date(Engine engine)
    {
        using SharesDb db = engine switch
        {
            Engine.Sqlite => new SqliteSharesDb(
                Model.Options<SqliteSharesDb>().UseSqlite("Data Source=none.db").Options
            ),
            Engine.PostgreSql => new PostgreSqlSharesDb(
                Model.Options<PostgreSqlSharesDb>().UseNpgsql("Host=none").Options
            ),
            _ => new SqlServerSharesDb(Model.Options<SqlServerSharesDb>().UseSqlServer("Server=none").Options),
        };

        db.Database.HasPendingModelChanges().ShouldBeFalse();
        db.Database.GetMigrations().ShouldNotBeEmpty();
    }

    [Theory]
    [EveryDatabase]
    public async Task Every_command_leaves_a_row_about_who_asked(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var offer = await world.Open();
        var application = await world.Buy(offer, 5);
        var administrator = await world.Administrator();

        var reply = await administrator.Get($"audit?subject=application%20{application.Id}&limit=100");
        var rows = reply.As<IReadOnlyList<AuditLine>>();

        rows.Single(r => r.Action == "SubmitApplication").PersonId.ShouldBe(application.By.Id);
        rows.Single(r => r.Action == "ConfirmPayment").PersonId.ShouldBeNull();
    }

    [Theory]
    [EveryDatabase]
    public async Task A_job_that_is_asked_for_leaves_its_run_and_unknown_ones_are_not_there(Engine engine)
    {
        var world = await TestWorld.Shared(engine);
        var administrator = await world.Administrator();

        var run = await world.Run(nameof(MoveOffers));
        var unknown = await administrator.Post("jobs/MakeCoffee/runs");
        var jobs = (await administrator.Get("jobs")).As<IReadOnlyList<JobShown>>();

        run.StartedBy.ShouldBe(administrator.Name);
        run.EndedAt.ShouldNotBeNull();
        unknown.ShouldFail(System.Net.HttpStatusCode.NotFound, "job.unknown");
        jobs.Select(j => j.Name).ShouldBe(JobNames.All);
        jobs.ShouldAllBe(j => j.IsPaused);
    }

    private static async Task SellSomething(TestWorld world)
    {
        if (await world.InDatabase(db => db.RegisterEntries.AnyAsync()))
            return;
        var offer = await world.Open();
        await world.Buy(offer, 12);
        await world.End(offer);
    }

    private static Task<int> Execute(TestWorld world, string sql) =>
        world.InDatabase(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            return await command.ExecuteNonQueryAsync();
        });
}
