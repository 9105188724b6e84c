using Microsoft.EntityFrameworkCore.Migrations;

namespace SocialShares.Data;

/// <summary>Gives the applications and holders of before the columns that tell holders apart. Called by a migration.</summary>
internal static class HolderBackfill
{
    private const string WhoHolds = "UPDATE \"Applications\" SET \"HolderPersonId\" = \"PersonId\"";

    // As HolderIdentity folds a name, for what names of organisations mostly hold: letters, spaces, points, commas, hyphens.
    private const string Name =
        "SET \"Identity\" = 'name:' || substr(lower(replace(replace(replace(replace(replace(\"Name\", "
        + "' ', ''), '.', ''), ',', ''), '-', ''), '''', '')), 1, 40) WHERE \"Kind\" = 'Organisation'";

    public static void Run(MigrationBuilder migration)
    {
        migration.Sql(WhoHolds);
        migration.Sql($"UPDATE \"Members\" {Name}");
        migration.Sql($"UPDATE \"Applications\" {Name}");
    }

    public static void SqlServer(MigrationBuilder migration)
    {
        var name = Name.Replace("||", "+", StringComparison.Ordinal)
            .Replace("substr(", "substring(", StringComparison.Ordinal)
            .Replace("'", "''", StringComparison.Ordinal);
        // In batches of their own, because the columns are new in this one.
        migration.Sql($"EXEC(N'{WhoHolds}')");
        migration.Sql($"EXEC(N'UPDATE \"Members\" {name}')");
        migration.Sql($"EXEC(N'UPDATE \"Applications\" {name}')");
    }
}
