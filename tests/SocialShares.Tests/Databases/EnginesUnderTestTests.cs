using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace SocialShares.Tests.Databases;

/// <summary>Which engines a run tests, and that each of them is really there.</summary>
public sealed class EnginesUnderTestTests
{
    [Fact]
    public void Without_a_wish_both_engines_of_every_run_are_tested()
    {
        var engines = EnginesUnderTest.From(provider: null, connection: null);

        engines.Engines.ShouldBe([Engine.Sqlite, Engine.PostgreSql]);
    }

    [Theory]
    [InlineData("SqlServer", Engine.SqlServer)]
    [InlineData("postgresql", Engine.PostgreSql)]
    public void A_server_that_was_named_is_the_only_one_tested(string provider, Engine expected)
    {
        var engines = EnginesUnderTest.From(provider, "Host=example");

        engines.Engines.ShouldBe([expected]);
        engines.Connection.ShouldBe("Host=example");
    }

    [Theory]
    [InlineData("Oracle", "x")]
    [InlineData("1", "x")]
    [InlineData("SqlServer", null)]
    [InlineData("PostgreSql", " ")]
    public void A_wish_that_cannot_be_met_stops_the_run(string provider, string? connection) =>
        Should.Throw<ArgumentException>(() => EnginesUnderTest.From(provider, connection));

    [Theory]
    [EveryDatabase]
    public async Task A_fresh_database_answers_and_leaves_nothing_behind(Engine engine)
    {
        var database = await FreshDatabase.On(engine);

        var answer = await Ask(database);
        await database.DisposeAsync();

        answer.ShouldBe(3L);
        if (engine == Engine.Sqlite)
            File.Exists(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource).ShouldBeFalse();
        else
            await Should.ThrowAsync<System.Data.Common.DbException>(() => Ask(database));
    }

    [Theory]
    [EveryDatabase("a")]
    [EveryDatabase("b")]
    public void Values_follow_the_engine(Engine engine, string value)
    {
        EnginesUnderTest.Now.Engines.ShouldContain(engine);
        value.ShouldBeOneOf("a", "b");
    }

    private static async Task<long> Ask(FreshDatabase database)
    {
        await using System.Data.Common.DbConnection connection = database.Engine switch
        {
            Engine.Sqlite => new SqliteConnection(database.ConnectionString),
            Engine.PostgreSql => new NpgsqlConnection(database.ConnectionString),
            _ => new SqlConnection(database.ConnectionString),
        };
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT 1 + 2";
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
