using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialShares.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Allotments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Offers_Units",
                table: "Offers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_BondSeries_Units",
                table: "BondSeries");

            migrationBuilder.AddColumn<string>(
                name: "AllocationPolicy",
                table: "Offers",
                type: "TEXT",
                maxLength: 30,
                nullable: false,
                defaultValue: "FirstCome");

            migrationBuilder.AddColumn<string>(
                name: "AllotmentSeed",
                table: "Offers",
                type: "TEXT",
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "MayScaleBelowMinimum",
                table: "Offers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "ResidentsFirst",
                table: "Offers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "UnitsBeyond",
                table: "Offers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "UnitsBeyond",
                table: "BondSeries",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "AllotmentOutcomes",
                columns: table => new
                {
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    EnterpriseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ParValueMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Policy = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    ResidentsFirst = table.Column<bool>(type: "INTEGER", nullable: false),
                    LeastUnits = table.Column<long>(type: "INTEGER", nullable: false),
                    Seed = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    InputsSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    OutcomeSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Applications = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitsOffered = table.Column<long>(type: "INTEGER", nullable: false),
                    UnitsAsked = table.Column<long>(type: "INTEGER", nullable: false),
                    UnitsAllotted = table.Column<long>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedByName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AllotmentOutcomes", x => new { x.OfferId, x.No });
                    table.CheckConstraint("CK_AllotmentOutcomes_Signed", "\"UnitsAllotted\" = \"UnitsAsked\" OR \"DecidedBy\" IS NOT NULL");
                    table.CheckConstraint("CK_AllotmentOutcomes_Units", "\"UnitsAllotted\" > 0 AND \"UnitsAllotted\" <= \"UnitsOffered\" AND \"UnitsAllotted\" <= \"UnitsAsked\"");
                    table.ForeignKey(
                        name: "FK_AllotmentOutcomes_Offers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "Offers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AllotmentLines",
                columns: table => new
                {
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    Holder = table.Column<Guid>(type: "TEXT", nullable: false),
                    SeriesNo = table.Column<int>(type: "INTEGER", nullable: false),
                    Units = table.Column<long>(type: "INTEGER", nullable: false),
                    PaidAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsResident = table.Column<bool>(type: "INTEGER", nullable: false),
                    Priority = table.Column<int>(type: "INTEGER", nullable: false),
                    Allotted = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AllotmentLines", x => x.ApplicationId);
                    table.CheckConstraint("CK_AllotmentLines_Units", "\"Units\" > 0 AND \"Allotted\" >= 0 AND \"Allotted\" <= \"Units\"");
                    table.ForeignKey(
                        name: "FK_AllotmentLines_AllotmentOutcomes_OfferId_No",
                        columns: x => new { x.OfferId, x.No },
                        principalTable: "AllotmentOutcomes",
                        principalColumns: new[] { "OfferId", "No" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AllotmentLines_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AllotmentPools",
                columns: table => new
                {
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    SeriesNo = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitsOffered = table.Column<long>(type: "INTEGER", nullable: false),
                    UnitsAsked = table.Column<long>(type: "INTEGER", nullable: false),
                    UnitsAllotted = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AllotmentPools", x => new { x.OfferId, x.No, x.SeriesNo });
                    table.CheckConstraint("CK_AllotmentPools_Units", "\"UnitsAllotted\" >= 0 AND \"UnitsAllotted\" <= \"UnitsOffered\" AND \"UnitsAllotted\" <= \"UnitsAsked\"");
                    table.ForeignKey(
                        name: "FK_AllotmentPools_AllotmentOutcomes_OfferId_No",
                        columns: x => new { x.OfferId, x.No },
                        principalTable: "AllotmentOutcomes",
                        principalColumns: new[] { "OfferId", "No" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "CK_Offers_Units",
                table: "Offers",
                sql: "\"UnitsReserved\" >= 0 AND \"UnitsBeyond\" >= 0 AND \"UnitsReserved\" <= \"UnitsOffered\" + \"UnitsBeyond\" AND (\"State\" NOT IN ('Allotted', 'Completed') OR \"UnitsReserved\" <= \"UnitsOffered\")");

            migrationBuilder.AddCheckConstraint(
                name: "CK_BondSeries_Units",
                table: "BondSeries",
                sql: "\"UnitsReserved\" >= 0 AND \"UnitsBeyond\" >= 0 AND \"UnitsReserved\" <= \"UnitsOffered\" + \"UnitsBeyond\" AND \"UnitsIssued\" <= \"UnitsOffered\"");

            migrationBuilder.CreateIndex(
                name: "IX_AllotmentLines_OfferId_No",
                table: "AllotmentLines",
                columns: new[] { "OfferId", "No" });
            AppendOnly.Sqlite(migrationBuilder, "AllotmentOutcomes", "AllotmentPools", "AllotmentLines");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AllotmentLines");

            migrationBuilder.DropTable(
                name: "AllotmentPools");

            migrationBuilder.DropTable(
                name: "AllotmentOutcomes");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Offers_Units",
                table: "Offers");

            migrationBuilder.DropCheckConstraint(
                name: "CK_BondSeries_Units",
                table: "BondSeries");

            migrationBuilder.DropColumn(
                name: "AllocationPolicy",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "AllotmentSeed",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "MayScaleBelowMinimum",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "ResidentsFirst",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "UnitsBeyond",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "UnitsBeyond",
                table: "BondSeries");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Offers_Units",
                table: "Offers",
                sql: "\"UnitsReserved\" >= 0 AND \"UnitsReserved\" <= \"UnitsOffered\"");

            migrationBuilder.AddCheckConstraint(
                name: "CK_BondSeries_Units",
                table: "BondSeries",
                sql: "\"UnitsReserved\" >= 0 AND \"UnitsReserved\" <= \"UnitsOffered\" AND \"UnitsIssued\" <= \"UnitsOffered\"");
        }
    }
}
