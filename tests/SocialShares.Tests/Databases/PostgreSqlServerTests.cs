using Npgsql;

namespace SocialShares.Tests.Databases;

/// <summary>The tests' own PostgreSQL does what the database tests rely on.</summary>
public sealed class PostgreSqlServerTests
{
    [Fact]
    public async Task A_new_database_is_empty_and_of_its_own()
    {
        var server = await PostgreSqlServer.Shared();

        var first = await server.CreateDatabase();
        var second = await server.CreateDatabase();
        await Ask(first, "CREATE TABLE only_here (id int)");

        first.ShouldNotBe(second);
        (await Ask(first, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")).ShouldBe(1L);
        (await Ask(second, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")).ShouldBe(0L);
    }

    [Fact]
    public async Task A_database_made_from_a_template_holds_its_rows()
    {
        var server = await PostgreSqlServer.Shared();
        var template = await server.CreateDatabase();
        await Ask(template, "CREATE TABLE seeded (id int)");
        await Ask(template, "INSERT INTO seeded VALUES (7)"); // this connection stays pooled: the copy copes with it

        var copy = await server.CreateDatabase(template);

        (await Ask(copy, "SELECT id FROM seeded")).ShouldBe(7);
    }

    [Theory]
    [InlineData("fsync")]
    [InlineData("synchronous_commit")]
    [InlineData("full_page_writes")]
    public async Task A_commit_is_as_durable_as_in_production(string setting)
    {
        var server = await PostgreSqlServer.Shared();

        var value = await Ask(server.ConnectionString("postgres"), $"SHOW {setting}");

        value.ShouldBe("on");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_committed_survives_a_stop_and_a_crash(bool crash)
    {
        await using var server = await PostgreSqlServer.StartNew();
        var database = await server.CreateDatabase();
        await Ask(database, "CREATE TABLE kept (id int)");
        await Ask(database, "INSERT INTO kept VALUES (1)");

        await server.Stop(crash);
        var refused = await Should.ThrowAsync<NpgsqlException>(() => Ask(database, "SELECT 1"));
        await server.Start();

        refused.ShouldNotBeNull();
        NpgsqlConnection.ClearAllPools();
        (await Ask(database, "SELECT count(*) FROM kept")).ShouldBe(1L);
    }

    [Fact]
    public async Task Its_folder_is_gone_when_it_is_disposed()
    {
        var server = await PostgreSqlServer.StartNew();
        var data = (string)(await Ask(server.ConnectionString("postgres"), "SHOW data_directory"))!;

        await server.DisposeAsync();

        server.IsRunning.ShouldBeFalse();
        Directory.Exists(Path.GetDirectoryName(data)).ShouldBeFalse();
    }

    [Fact]
    public async Task It_listens_on_this_machine_only()
    {
        var server = await PostgreSqlServer.Shared();

        var addresses = await Ask(server.ConnectionString("postgres"), "SHOW listen_addresses");

        addresses.ShouldBe("127.0.0.1");
    }

    [Fact]
    public void The_newest_installed_version_is_taken()
    {
        var root = Directory.CreateTempSubdirectory("shares-versions-").FullName;
        foreach (var version in new[] { "9.6", "15", "9", "100" })
            PretendInstalled(Path.Combine(root, version, "bin"));

        var found = PostgreSqlBinaries.Find(named: null, root, []);

        found.ShouldBe(Path.Combine(root, "100", "bin"));
        Directory.Delete(root, recursive: true);
    }

    [Fact]
    public void Nothing_is_found_where_only_clients_are_installed()
    {
        var root = Directory.CreateTempSubdirectory("shares-versions-").FullName;
        Directory.CreateDirectory(Path.Combine(root, "15", "bin"));
        File.WriteAllText(Path.Combine(root, "15", "bin", "psql"), "");

        var found = PostgreSqlBinaries.Find(named: null, root, [Path.Combine(root, "15", "bin")]);

        found.ShouldBeNull();
        Directory.Delete(root, recursive: true);
    }

    private static void PretendInstalled(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "initdb"), "");
        File.WriteAllText(Path.Combine(folder, "postgres"), "");
    }

    private static async Task<object?> Ask(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
