using Microsoft.EntityFrameworkCore.Migrations;

namespace SocialShares.Data;

/// <summary>
/// What the database itself keeps of transfers, withdrawals, write-downs, nominations and deaths: who asked for what is never
/// changed, and no row is deleted. Called by the migration that makes the tables.
/// </summary>
internal static class HoldingGuards
{
    private static readonly (string Table, string[] Kept)[] Partly =
    [
        (
            "Transfers",
            ["EnterpriseId", "ShareClassId", "BondSeriesId", "FromMemberId", "ToEmail", "Units", "AskedBy", "AskedAt"]
        ),
        ("Withdrawals", ["EnterpriseId", "ShareClassId", "MemberId", "AskedAt", "AskedOn", "PossibleOn"]),
        ("WithdrawalSuspensions", ["EnterpriseId", "ShareClassId", "From", "Reason", "SuspendedBy", "SuspendedAt"]),
        ("WriteDowns", ["EnterpriseId", "ShareClassId", "FromMinor", "ToMinor", "Reason", "ProposedBy", "ProposedAt"]),
        ("Nominations", ["EnterpriseId", "MemberId", "Nominee_Name", "MadeAt"]),
        ("HolderDeaths", ["EnterpriseId", "MemberId", "DiedOn", "Evidence", "RecordedBy", "RecordedAt"]),
    ];

    public static void Sqlite(MigrationBuilder migration)
    {
        AppendOnly.Sqlite(migration, "FormerMemberships");
        foreach (var (table, kept) in Partly)
            AppendOnly.SqliteBut(migration, table, kept);
    }

    public static void PostgreSql(MigrationBuilder migration)
    {
        AppendOnly.PostgreSql(migration, "FormerMemberships");
        foreach (var (table, kept) in Partly)
            AppendOnly.PostgreSqlBut(migration, table, kept);
    }

    public static void SqlServer(MigrationBuilder migration)
    {
        AppendOnly.SqlServer(migration, "FormerMemberships");
        foreach (var (table, kept) in Partly)
            AppendOnly.SqlServerBut(migration, table, kept);
    }
}
