using Microsoft.EntityFrameworkCore.Migrations;

namespace SocialShares.Data;

/// <summary>The tables of boards and their people that are append-only, guarded in the database. Called by the migration that makes them.</summary>
internal static class CommunityGuards
{
    private static readonly string[] Tables = ["OfferUpdates", "Covenants", "CovenantEvidence", "CovenantFindings"];

    public static void Sqlite(MigrationBuilder migration) => AppendOnly.Sqlite(migration, Tables);

    public static void PostgreSql(MigrationBuilder migration) => AppendOnly.PostgreSql(migration, Tables);

    public static void SqlServer(MigrationBuilder migration) => AppendOnly.SqlServer(migration, Tables);
}
