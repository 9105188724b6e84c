using Microsoft.EntityFrameworkCore.Migrations;

namespace SocialShares.Data;

/// <summary>
/// What the database itself keeps of bank statements and bank files: lines and explanations are never changed, of statements
/// and files only how far they are. Called by the migration that makes the tables.
/// </summary>
internal static class BankGuards
{
    private static readonly string[] Never = ["StatementLines", "BalanceExplanations"];

    private static readonly (string Table, string[] Kept)[] Partly =
    [
        (
            "Statements",
            ["Iban", "Currency", "BankId", "OpeningMinor", "ClosingMinor", "ClosingOn", "Sha256", "TakenBy", "TakenAt"]
        ),
        (
            "ClientFiles",
            ["No", "NumberOfTransactions", "ControlSumMinor", "Currency", "Content", "Sha256", "MadeBy", "MadeAt"]
        ),
    ];

    public static void Sqlite(MigrationBuilder migration)
    {
        AppendOnly.Sqlite(migration, Never);
        foreach (var (table, kept) in Partly)
            AppendOnly.SqliteBut(migration, table, kept);
    }

    public static void PostgreSql(MigrationBuilder migration)
    {
        AppendOnly.PostgreSql(migration, Never);
        foreach (var (table, kept) in Partly)
            AppendOnly.PostgreSqlBut(migration, table, kept);
    }

    public static void SqlServer(MigrationBuilder migration)
    {
        AppendOnly.SqlServer(migration, Never);
        foreach (var (table, kept) in Partly)
            AppendOnly.SqlServerBut(migration, table, kept);
    }
}
