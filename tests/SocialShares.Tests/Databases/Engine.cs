namespace SocialShares.Tests.Databases;

/// <summary>A database engine that the product supports; the names are those of the setting <c>Db:Provider</c>.</summary>
public enum Engine
{
    Sqlite = 0,
    PostgreSql = 1,
    SqlServer = 2,
}

/// <summary>
/// Which engines this run tests. Normally SQLite and a PostgreSQL of our own; when <c>SHARES_TEST_PROVIDER</c> and
/// <c>SHARES_TEST_CONNECTION</c> are set (<c>infra/dev test --provider NAME --connection STRING</c>), only that one.
/// </summary>
/// <param name="Engines">The engines, in the order of the rows.</param>
/// <param name="Connection">How to reach the server of the one engine that was asked for; null: our own.</param>
public sealed record EnginesUnderTest(IReadOnlyList<Engine> Engines, string? Connection)
{
    /// <summary>What the environment asks for.</summary>
    public static EnginesUnderTest Now { get; } =
        From(
            Environment.GetEnvironmentVariable("SHARES_TEST_PROVIDER"),
            Environment.GetEnvironmentVariable("SHARES_TEST_CONNECTION")
        );

    /// <summary>Reads the two settings.</summary>
    /// <exception cref="ArgumentException">An unknown engine, or a server without a connection string.</exception>
    public static EnginesUnderTest From(string? provider, string? connection)
    {
        if (string.IsNullOrWhiteSpace(provider))
            return new EnginesUnderTest([Engine.Sqlite, Engine.PostgreSql], null);
        if (int.TryParse(provider, out _) || !Enum.TryParse<Engine>(provider, ignoreCase: true, out var engine))
            throw new ArgumentException(
                $"SHARES_TEST_PROVIDER is '{provider}'; it can be {string.Join(", ", Enum.GetNames<Engine>())}"
            );
        if (engine == Engine.Sqlite)
            return new EnginesUnderTest([engine], null);
        if (string.IsNullOrWhiteSpace(connection))
            throw new ArgumentException($"SHARES_TEST_CONNECTION is not set; tests on {engine} need a server");
        return new EnginesUnderTest([engine], connection);
    }
}
