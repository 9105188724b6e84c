using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SocialShares.Data;
using SocialShares.Data.Bulk;
using SocialShares.Features.Register;

namespace SocialShares.Benchmarks;

/// <summary>A database of its own with one register of so many holders, who each came in once and bought once more.</summary>
internal sealed class RegisterGround : IAsyncDisposable
{
    private const int EntriesEach = 2;
    private readonly Func<SharesDb> open;
    private readonly string? folder;

    private RegisterGround(Func<SharesDb> open, string? folder, EnterpriseId enterprise, MemberId[] members) =>
        (this.open, this.folder, EnterpriseId, Members) = (open, folder, enterprise, members);

    /// <summary>Whose register.</summary>
    public EnterpriseId EnterpriseId { get; }

    /// <summary>Everybody in it, by number.</summary>
    public IReadOnlyList<MemberId> Members { get; }

    /// <summary>How many they are.</summary>
    public int Holders => Members.Count;

    /// <summary>A context, as each request has its own.</summary>
    public SharesDb Open() => open();

    /// <summary>Makes and fills it.</summary>
    /// <param name="holders">How many.</param>
    /// <param name="postgreSql">Connection; the number is added to the name of its database. Null: SQLite in a file.</param>
    /// <param name="to">Told how long it took.</param>
    public static async Task<RegisterGround> Lay(int holders, string? postgreSql, TextWriter to)
    {
        var directory = postgreSql is null ? Directory.CreateTempSubdirectory("shares-register-").FullName : null;
        var opener = postgreSql is null ? Sqlite(directory!) : PostgreSql(postgreSql, holders);
        await using var db = opener();
        await db.Database.EnsureDeletedAsync();
        await db.Database.EnsureCreatedAsync();
        var begun = Stopwatch.GetTimestamp();
        var (enterprise, members) = await Fill(db, holders);
        // What the server does by itself some minutes after so many rows came in.
        if (postgreSql is not null)
            await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
        var took = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        to.WriteLine($"{holders} holders with {EntriesEach} entries each: filled in {took:0.0} s");
        return new RegisterGround(opener, directory, enterprise, members);
    }

    public async ValueTask DisposeAsync()
    {
        if (folder is null)
        {
            await using var db = Open();
            await db.Database.EnsureDeletedAsync();
            return;
        }
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static Func<SharesDb> Sqlite(string folder)
    {
        var options = new DbContextOptionsBuilder<SqliteSharesDb>()
            .UseSqlite($"Data Source={Path.Combine(folder, "register.db")}")
            .Options;
        return () => new SqliteSharesDb(options);
    }

    private static Func<SharesDb> PostgreSql(string connection, int holders)
    {
        var own = new NpgsqlConnectionStringBuilder(connection);
        own.Database = string.Create(CultureInfo.InvariantCulture, $"{own.Database}_{holders}");
        var options = new DbContextOptionsBuilder<PostgreSqlSharesDb>().UseNpgsql(own.ConnectionString).Options;
        return () => new PostgreSqlSharesDb(options);
    }

    private static async Task<(EnterpriseId, MemberId[])> Fill(SharesDb db, int holders)
    {
        var (enterprise, now) = (EnterpriseId.New(), new DateTime(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc));
        var profile = new EnterpriseProfile(
            "Bench",
            "society",
            "GB",
            "1",
            "1 High Street",
            "Benchwick",
            Currency.Gbp,
            "Europe/London",
            "slate",
            "shop"
        );
        var first = new BoardMember(enterprise, PersonId.New(), "Bea Bench", "chair", true, new DateOnly(2020, 1, 1));
        var shareClass = ShareClass.Define(
            ShareClassId.New(),
            enterprise,
            "A",
            new ShareTerms(100, Currency.Gbp, 50_000, 0, true)
        );
        db.AddRange(Domain.Enterprise.Register(enterprise, "bench", profile, first, now), shareClass);
        await db.SaveChangesAsync();
        var members = new MemberId[holders];
        for (var i = 0; i < holders; i++)
            members[i] = MemberId.New();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await BulkInsert.Insert(db, members.Select((id, i) => Holder(id, enterprise, i + 1)), CancellationToken.None);
        for (var round = 0; round < EntriesEach; round++)
        {
            var day = new DateOnly(2020 + (2 * round), 6, 1);
            await db.AppendToRegister(
                enterprise,
                members.Select(id => new EntryFacts(
                    shareClass,
                    id,
                    EntryKind.Issue,
                    100,
                    new BookedOn(day, now),
                    new EntrySource("Issue", Guid.NewGuid())
                )),
                CancellationToken.None
            );
        }
        await transaction.CommitAsync();
        return (enterprise, members);
    }

    private static Member Holder(MemberId id, EnterpriseId enterprise, int number) =>
        new(
            id,
            enterprise,
            number,
            PersonId.New(),
            new HolderDetails(
                HolderKind.Person,
                string.Create(CultureInfo.InvariantCulture, $"Holder Number{number}"),
                "1 High Street",
                "BW1 1AA",
                "Benchwick",
                "GB",
                null
            ),
            new PayoutChoice(PayoutDestination.Bank, null),
            new DateOnly(2020, 6, 1)
        );
}
