using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialShares.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MoneyIn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Drawdowns_OfferId_No",
                table: "Drawdowns");

            migrationBuilder.AddColumn<int>(
                name: "Attempt",
                table: "Refunds",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "TakenMinor",
                table: "Refunds",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateOnly>(
                name: "HeldThrough",
                table: "Payments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "NotBefore",
                table: "Drawdowns",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Part",
                table: "Drawdowns",
                type: "TEXT",
                maxLength: 30,
                nullable: false,
                defaultValue: "AtOnce");

            migrationBuilder.AddColumn<DateTime>(
                name: "DebitRefusedAt",
                table: "Applications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DebitSince",
                table: "Applications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Disputes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProviderDispute = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnterpriseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Money = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    AmountMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    AnswerBy = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TakenMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    FeeMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    LossMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    FeeReturnedMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    KeptBackMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    RecoveredMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredByName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: true),
                    Resolution = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ResolvedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ResolvedByName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Disputes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Disputes_Payments_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Payments",
                        principalColumn: "ApplicationId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DisputeMovements",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    DisputeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AmountMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    FeeMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DisputeMovements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DisputeMovements_Disputes_DisputeId",
                        column: x => x.DisputeId,
                        principalTable: "Disputes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Drawdowns_OfferId_No_Part",
                table: "Drawdowns",
                columns: new[] { "OfferId", "No", "Part" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DisputeMovements_DisputeId",
                table: "DisputeMovements",
                column: "DisputeId");

            migrationBuilder.CreateIndex(
                name: "IX_Disputes_ApplicationId",
                table: "Disputes",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_Disputes_ProviderDispute",
                table: "Disputes",
                column: "ProviderDispute",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Disputes_State",
                table: "Disputes",
                column: "State");

            AppendOnly.Sqlite(migrationBuilder, "DisputeMovements");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DisputeMovements");

            migrationBuilder.DropTable(
                name: "Disputes");

            migrationBuilder.DropIndex(
                name: "IX_Drawdowns_OfferId_No_Part",
                table: "Drawdowns");

            migrationBuilder.DropColumn(
                name: "Attempt",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "TakenMinor",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "HeldThrough",
                table: "Payments");

            migrationBuilder.DropColumn(
                name: "NotBefore",
                table: "Drawdowns");

            migrationBuilder.DropColumn(
                name: "Part",
                table: "Drawdowns");

            migrationBuilder.DropColumn(
                name: "DebitRefusedAt",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "DebitSince",
                table: "Applications");

            migrationBuilder.CreateIndex(
                name: "IX_Drawdowns_OfferId_No",
                table: "Drawdowns",
                columns: new[] { "OfferId", "No" },
                unique: true);
        }
    }
}
