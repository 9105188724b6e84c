using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialShares.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class RulePacks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "FirstFullAt",
                table: "Offers",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReflectionDaysOnceFull",
                table: "Offers",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RulePackId",
                table: "Offers",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "RulesFrom",
                table: "Offers",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RulesHash",
                table: "Offers",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PromisedReflectionDays",
                table: "Applications",
                type: "int",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "KeptRulePacks",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    PackId = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    KeptAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptRulePacks", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "KnowledgeTests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RulePackId = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RulesHash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Answers = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Right = table.Column<int>(type: "int", nullable: false),
                    OutOf = table.Column<int>(type: "int", nullable: false),
                    Passed = table.Column<bool>(type: "bit", nullable: false),
                    TakenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnowledgeTests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Suitabilities",
                columns: table => new
                {
                    ApplicationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Answers = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    WarnedOfTest = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    WarnedOfTestAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SimulatedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    FiguresDeclined = table.Column<bool>(type: "bit", nullable: false),
                    SealedNetWorth = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    WarnedMinor = table.Column<long>(type: "bigint", nullable: false),
                    WarnedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DoneAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Suitabilities", x => x.ApplicationId);
                    table.ForeignKey(
                        name: "FK_Suitabilities_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_KnowledgeTests_PersonId_TakenAt",
                table: "KnowledgeTests",
                columns: new[] { "PersonId", "TakenAt" });
            RuleRows.SqlServer(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KeptRulePacks");

            migrationBuilder.DropTable(
                name: "KnowledgeTests");

            migrationBuilder.DropTable(
                name: "Suitabilities");

            migrationBuilder.DropColumn(
                name: "FirstFullAt",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "ReflectionDaysOnceFull",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "RulePackId",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "RulesFrom",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "RulesHash",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "PromisedReflectionDays",
                table: "Applications");
        }
    }
}
