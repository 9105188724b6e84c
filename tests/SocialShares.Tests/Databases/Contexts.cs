using Microsoft.EntityFrameworkCore;
using SocialShares.Data;

namespace SocialShares.Tests.Databases;

/// <summary>The product's context on a test's database, without the host.</summary>
public static class Contexts
{
    /// <summary>A context as the product configures it for this engine.</summary>
    public static SharesDb Open(this FreshDatabase database) =>
        database.Engine switch
        {
            Engine.Sqlite => new SqliteSharesDb(
                new DbContextOptionsBuilder<SqliteSharesDb>().UseSqlite(database.ConnectionString).Options
            ),
            Engine.PostgreSql => new PostgreSqlSharesDb(
                new DbContextOptionsBuilder<PostgreSqlSharesDb>().UseNpgsql(database.ConnectionString).Options
            ),
            _ => new SqlServerSharesDb(
                new DbContextOptionsBuilder<SqlServerSharesDb>().UseSqlServer(database.ConnectionString).Options
            ),
        };
}
