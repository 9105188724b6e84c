using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialShares.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class BondGuards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // SQLite built the register anew in the migration before, after its statements, and so lost its guard.
            AppendOnly.Sqlite(migrationBuilder, "RegisterEntries", "BondPeriods", "BondTransfers");
            AppendOnly.SqliteBut(
                migrationBuilder,
                "EarlyRedemptions",
                "SeriesId",
                "EnterpriseId",
                "PeriodNo",
                "Kind",
                "Units",
                "MemberId",
                "Seed",
                "DecidedBy",
                "DecidedByName",
                "DecidedAt"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}
