using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialShares.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RegisterChain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "CorrectsId",
                table: "RegisterEntries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Document",
                table: "RegisterEntries",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Hash",
                table: "RegisterEntries",
                type: "TEXT",
                unicode: false,
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PreviousHash",
                table: "RegisterEntries",
                type: "TEXT",
                unicode: false,
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "RegisterChecks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnterpriseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Entries = table.Column<int>(type: "INTEGER", nullable: false),
                    LastHash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    BrokenNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    Fault = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    OrderedBy = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RegisterChecks_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_CorrectsId",
                table: "RegisterEntries",
                column: "CorrectsId");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterChecks_EnterpriseId_At",
                table: "RegisterChecks",
                columns: new[] { "EnterpriseId", "At" });
            AppendOnly.Sqlite(migrationBuilder, "RegisterChecks");
            RegisterGuard.Sqlite(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RegisterChecks");

            migrationBuilder.DropIndex(
                name: "IX_RegisterEntries_CorrectsId",
                table: "RegisterEntries");

            migrationBuilder.DropColumn(
                name: "CorrectsId",
                table: "RegisterEntries");

            migrationBuilder.DropColumn(
                name: "Document",
                table: "RegisterEntries");

            migrationBuilder.DropColumn(
                name: "Hash",
                table: "RegisterEntries");

            migrationBuilder.DropColumn(
                name: "PreviousHash",
                table: "RegisterEntries");
        }
    }
}
