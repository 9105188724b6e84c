using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialShares.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class BondGuards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            AppendOnly.PostgreSql(migrationBuilder, "BondPeriods", "BondTransfers");
            AppendOnly.PostgreSqlBut(
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
