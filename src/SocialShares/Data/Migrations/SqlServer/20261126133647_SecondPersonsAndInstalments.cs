using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialShares.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class SecondPersonsAndInstalments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_Applications_Units",
                table: "Applications");

            migrationBuilder.AddColumn<Guid>(
                name: "MappedBy",
                table: "RegisterImports",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "MappedByName",
                table: "RegisterImports",
                type: "nvarchar(140)",
                maxLength: 140,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "InstalmentGraceDays",
                table: "Offers",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "InstalmentParts",
                table: "Offers",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "CreatedBy",
                table: "Invitations",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "Payee_ConfirmedAt",
                table: "HolderDeaths",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Payee_ConfirmedBy",
                table: "HolderDeaths",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Payee_ConfirmedByName",
                table: "HolderDeaths",
                type: "nvarchar(140)",
                maxLength: 140,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Payee_Evidence",
                table: "HolderDeaths",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Payee_Iban",
                table: "HolderDeaths",
                type: "nvarchar(34)",
                maxLength: 34,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Payee_Name",
                table: "HolderDeaths",
                type: "nvarchar(140)",
                maxLength: 140,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "Payee_NamedAt",
                table: "HolderDeaths",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Payee_NamedBy",
                table: "HolderDeaths",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Payee_NamedByName",
                table: "HolderDeaths",
                type: "nvarchar(140)",
                maxLength: 140,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Origin",
                table: "FormerOfficers",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Origin",
                table: "BoardMembers",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SeatedAt",
                table: "BoardMembers",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SeatedBy",
                table: "BoardMembers",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AwaitsLeast",
                table: "Applications",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "InstalmentOf",
                table: "Applications",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PromisedUnits",
                table: "Applications",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "InstalmentPlans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OfferId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Parts = table.Column<int>(type: "int", nullable: false),
                    TotalUnits = table.Column<long>(type: "bigint", nullable: false),
                    PartUnits = table.Column<long>(type: "bigint", nullable: false),
                    LeastUnits = table.Column<long>(type: "bigint", nullable: false),
                    PaidUnits = table.Column<long>(type: "bigint", nullable: false),
                    PaidParts = table.Column<int>(type: "int", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Reminders = table.Column<int>(type: "int", nullable: false),
                    State = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    StopReason = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InstalmentPlans", x => x.Id);
                    table.CheckConstraint("CK_InstalmentPlans_Units", "\"PaidUnits\" >= 0 AND \"PaidUnits\" <= \"TotalUnits\" AND \"PartUnits\" > 0");
                    table.ForeignKey(
                        name: "FK_InstalmentPlans_Applications_Id",
                        column: x => x.Id,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InstalmentPlans_Offers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "Offers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Applications_InstalmentOf",
                table: "Applications",
                column: "InstalmentOf");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Applications_Units",
                table: "Applications",
                sql: "\"Units\" > 0 AND \"AllottedUnits\" >= 0 AND \"AllottedUnits\" <= \"Units\" AND \"PromisedUnits\" >= 0");

            migrationBuilder.CreateIndex(
                name: "IX_InstalmentPlans_OfferId",
                table: "InstalmentPlans",
                column: "OfferId");

            migrationBuilder.CreateIndex(
                name: "IX_InstalmentPlans_State_DueOn",
                table: "InstalmentPlans",
                columns: new[] { "State", "DueOn" });

            migrationBuilder.AddForeignKey(
                name: "FK_Applications_Applications_InstalmentOf",
                table: "Applications",
                column: "InstalmentOf",
                principalTable: "Applications",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Applications_Applications_InstalmentOf",
                table: "Applications");

            migrationBuilder.DropTable(
                name: "InstalmentPlans");

            migrationBuilder.DropIndex(
                name: "IX_Applications_InstalmentOf",
                table: "Applications");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Applications_Units",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "MappedBy",
                table: "RegisterImports");

            migrationBuilder.DropColumn(
                name: "MappedByName",
                table: "RegisterImports");

            migrationBuilder.DropColumn(
                name: "InstalmentGraceDays",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "InstalmentParts",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "CreatedBy",
                table: "Invitations");

            migrationBuilder.DropColumn(
                name: "Payee_ConfirmedAt",
                table: "HolderDeaths");

            migrationBuilder.DropColumn(
                name: "Payee_ConfirmedBy",
                table: "HolderDeaths");

            migrationBuilder.DropColumn(
                name: "Payee_ConfirmedByName",
                table: "HolderDeaths");

            migrationBuilder.DropColumn(
                name: "Payee_Evidence",
                table: "HolderDeaths");

            migrationBuilder.DropColumn(
                name: "Payee_Iban",
                table: "HolderDeaths");

            migrationBuilder.DropColumn(
                name: "Payee_Name",
                table: "HolderDeaths");

            migrationBuilder.DropColumn(
                name: "Payee_NamedAt",
                table: "HolderDeaths");

            migrationBuilder.DropColumn(
                name: "Payee_NamedBy",
                table: "HolderDeaths");

            migrationBuilder.DropColumn(
                name: "Payee_NamedByName",
                table: "HolderDeaths");

            migrationBuilder.DropColumn(
                name: "Origin",
                table: "FormerOfficers");

            migrationBuilder.DropColumn(
                name: "Origin",
                table: "BoardMembers");

            migrationBuilder.DropColumn(
                name: "SeatedAt",
                table: "BoardMembers");

            migrationBuilder.DropColumn(
                name: "SeatedBy",
                table: "BoardMembers");

            migrationBuilder.DropColumn(
                name: "AwaitsLeast",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "InstalmentOf",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "PromisedUnits",
                table: "Applications");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Applications_Units",
                table: "Applications",
                sql: "\"Units\" > 0 AND \"AllottedUnits\" >= 0 AND \"AllottedUnits\" <= \"Units\"");
        }
    }
}
