using Microsoft.EntityFrameworkCore.Migrations;

namespace SocialShares.Data;

/// <summary>
/// Makes the register a chain in the database itself: an entry is taken only as the first of its register, or with the
/// next number and the hash of the entry before. Called by migrations.
/// </summary>
internal static class RegisterGuard
{
    /// <summary>Name of the guard, as the mapping tells EF.</summary>
    public const string Name = "RegisterEntries_chain";

    private const string Says = "RegisterEntries is a chain";

    // A row that was just inserted breaks the chain, or corrects what it may not: a correction names an earlier entry of
    // the register, and takes or gives no more than that entry has. Columns are quoted as SQLite and PostgreSQL have them;
    // SQL Server reads double quotes too.
    private static string Breaks(string row) =>
        $"({row}.\"PreviousHash\" = '' OR {row}.\"Hash\" = '' "
        + $"OR ({row}.\"Number\" = 1 AND {row}.\"PreviousHash\" <> '{RegisterHash.Start}') "
        + $"OR ({row}.\"Number\" <> 1 AND NOT EXISTS (SELECT 1 FROM \"RegisterEntries\" p "
        + $"WHERE p.\"EnterpriseId\" = {row}.\"EnterpriseId\" AND p.\"Number\" = {row}.\"Number\" - 1 "
        + $"AND p.\"Hash\" = {row}.\"PreviousHash\")) "
        + $"OR ({row}.\"Kind\" = 'Correction' AND NOT EXISTS (SELECT 1 FROM \"RegisterEntries\" c "
        + $"WHERE c.\"Id\" = {row}.\"CorrectsId\" AND c.\"EnterpriseId\" = {row}.\"EnterpriseId\" "
        + $"AND c.\"Number\" < {row}.\"Number\" AND c.\"Kind\" <> 'Correction' AND ABS(c.\"Units\") >= "
        + $"ABS((SELECT SUM(x.\"Units\") FROM \"RegisterEntries\" x WHERE x.\"CorrectsId\" = {row}.\"CorrectsId\" "
        + $"AND x.\"MemberId\" = {row}.\"MemberId\")))))";

    public static void Sqlite(MigrationBuilder migration) =>
        migration.Sql(
            $"CREATE TRIGGER {Name} AFTER INSERT ON \"RegisterEntries\" WHEN {Breaks("NEW")} "
                + $"BEGIN SELECT RAISE(ABORT, '{Says}'); END;"
        );

    // Once for all rows of a statement, so that COPY of many rows costs one join.
    public static void PostgreSql(MigrationBuilder migration)
    {
        migration.Sql(
            "CREATE FUNCTION keep_register_chained() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                + $"IF EXISTS (SELECT 1 FROM added a WHERE {Breaks("a")}) THEN RAISE EXCEPTION '{Says}'; END IF; "
                + "RETURN NULL; END $$;"
        );
        migration.Sql(
            $"CREATE TRIGGER \"{Name}\" AFTER INSERT ON \"RegisterEntries\" REFERENCING NEW TABLE AS added "
                + "FOR EACH STATEMENT EXECUTE FUNCTION keep_register_chained();"
        );
    }

    public static void SqlServer(MigrationBuilder migration) =>
        migration.Sql(
            $"EXEC(N'CREATE TRIGGER [{Name}] ON [RegisterEntries] AFTER INSERT AS "
                + $"IF EXISTS (SELECT 1 FROM inserted a WHERE {Breaks("a").Replace("'", "''", StringComparison.Ordinal)}) "
                + $"THROW 51000, ''{Says}'', 1;');"
        );
}
