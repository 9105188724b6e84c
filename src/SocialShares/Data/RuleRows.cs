using Microsoft.EntityFrameworkCore.Migrations;

namespace SocialShares.Data;

/// <summary>What migrations do by hand for rule packs: guards, and the usual rules for offers that were there before.</summary>
internal static class RuleRows
{
    private const string Usual =
        "UPDATE \"Offers\" SET \"RulePackId\" = (SELECT CASE "
        + "WHEN e.\"Country\" = 'GB' THEN 'gb-exempt-society' "
        + "WHEN e.\"Country\" = 'NL' AND \"Offers\".\"ShareClassId\" IS NULL THEN 'nl-exempt' "
        + "WHEN e.\"Country\" = 'NL' OR \"Offers\".\"ShareClassId\" IS NOT NULL THEN 'non-security' "
        + "ELSE 'eu-ecsp' END FROM \"Enterprises\" e WHERE e.\"Id\" = \"Offers\".\"EnterpriseId\") "
        + "WHERE \"RulePackId\" = ''";

    public static void Sqlite(MigrationBuilder migration)
    {
        AppendOnly.Sqlite(migration, "KeptRulePacks", "KnowledgeTests");
        migration.Sql(Usual);
    }

    public static void PostgreSql(MigrationBuilder migration)
    {
        AppendOnly.PostgreSql(migration, "KeptRulePacks", "KnowledgeTests");
        migration.Sql(Usual);
    }

    // In a batch of its own: the column does not exist yet when the script is compiled.
    public static void SqlServer(MigrationBuilder migration)
    {
        AppendOnly.SqlServer(migration, "KeptRulePacks", "KnowledgeTests");
        migration.Sql($"EXEC(N'{Usual.Replace("'", "''", StringComparison.Ordinal)}');");
    }
}
