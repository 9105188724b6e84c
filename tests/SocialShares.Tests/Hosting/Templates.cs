using Microsoft.EntityFrameworkCore;
using SocialShares.Data;
using SocialShares.Tests.Databases;

namespace SocialShares.Tests.Hosting;

/// <summary>Databases that have all tables already, copied from one that was migrated once in this run.</summary>
internal static class Templates
{
    private static readonly Lazy<Task<string>> PostgreSql = new(() => Task.Run(MakePostgreSql));
    private static readonly SemaphoreSlim OneCopyAtATime = new(1, 1);

    /// <returns>The connection string of a new database; it goes with the server or the world's folder.</returns>
    public static async Task<string> NewDatabase(Engine engine)
    {
        if (engine != Engine.PostgreSql || EnginesUnderTest.Now.Connection is not null)
            return (await FreshDatabase.On(engine)).ConnectionString;
        var template = await PostgreSql.Value;
        await OneCopyAtATime.WaitAsync();
        try
        {
            return await (await PostgreSqlServer.Shared()).CreateDatabase(template);
        }
        finally
        {
            OneCopyAtATime.Release();
        }
    }

    private static async Task<string> MakePostgreSql()
    {
        var server = await PostgreSqlServer.Shared();
        var connection = await server.CreateDatabase();
        var options = Model.Options<PostgreSqlSharesDb>().UseNpgsql($"{connection};Pooling=False").Options;
        await using var db = new PostgreSqlSharesDb(options);
        await db.Database.MigrateAsync();
        return connection;
    }
}
