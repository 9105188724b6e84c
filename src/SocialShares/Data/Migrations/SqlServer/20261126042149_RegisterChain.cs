using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialShares.Data.Migrations.SqlServer
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
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Document",
                table: "RegisterEntries",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Hash",
                table: "RegisterEntries",
                type: "varchar(64)",
                unicode: false,
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "PreviousHash",
                table: "RegisterEntries",
                type: "varchar(64)",
                unicode: false,
                maxLength: 64,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "RegisterChecks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EnterpriseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Entries = table.Column<int>(type: "int", nullable: false),
                    LastHash = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    BrokenNumber = table.Column<int>(type: "int", nullable: true),
                    Fault = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    OrderedBy = table.Column<string>(type: "nvarchar(140)", maxLength: 140, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
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
            AppendOnly.SqlServer(migrationBuilder, "RegisterChecks");
            RegisterGuard.SqlServer(migrationBuilder);
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
