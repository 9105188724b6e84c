using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialShares.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Reconciliation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Differences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Subject = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false),
                    MovementId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: true),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    OursMinor = table.Column<long>(type: "bigint", nullable: false),
                    TheirsMinor = table.Column<long>(type: "bigint", nullable: false),
                    FoundAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    ResolvedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ExplainedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ExplainedByName = table.Column<string>(type: "character varying(140)", maxLength: 140, nullable: true),
                    ExplainedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Explanation = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Differences", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LedgerSnapshots",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CutAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Entries = table.Column<long>(type: "bigint", nullable: false),
                    TakenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerSnapshots", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProviderMovements",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    ProviderType = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: false),
                    FeeMinor = table.Column<long>(type: "bigint", nullable: false),
                    NetMinor = table.Column<long>(type: "bigint", nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AvailableAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    TakenInAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProviderMovements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Reconciliations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrderedBy = table.Column<string>(type: "character varying(140)", maxLength: 140, nullable: false),
                    Since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Listed = table.Column<int>(type: "integer", nullable: false),
                    TakenIn = table.Column<int>(type: "integer", nullable: false),
                    Matched = table.Column<int>(type: "integer", nullable: false),
                    Found = table.Column<int>(type: "integer", nullable: false),
                    Resolved = table.Column<int>(type: "integer", nullable: false),
                    StillOpen = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reconciliations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LedgerSnapshotBalances",
                columns: table => new
                {
                    SnapshotId = table.Column<Guid>(type: "uuid", nullable: false),
                    Book = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Account = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    BalanceMinor = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerSnapshotBalances", x => new { x.SnapshotId, x.Book, x.Account, x.Currency });
                    table.ForeignKey(
                        name: "FK_LedgerSnapshotBalances_LedgerSnapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "LedgerSnapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LedgerSnapshotChecks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SnapshotId = table.Column<Guid>(type: "uuid", nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    DiffersMinor = table.Column<long>(type: "bigint", nullable: false),
                    EntriesMissed = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerSnapshotChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LedgerSnapshotChecks_LedgerSnapshots_SnapshotId",
                        column: x => x.SnapshotId,
                        principalTable: "LedgerSnapshots",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MovementMatches",
                columns: table => new
                {
                    MovementId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    FoundAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MovementMatches", x => x.MovementId);
                    table.ForeignKey(
                        name: "FK_MovementMatches_JournalEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "JournalEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MovementMatches_ProviderMovements_MovementId",
                        column: x => x.MovementId,
                        principalTable: "ProviderMovements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Payments_PaidAt",
                table: "Payments",
                column: "PaidAt");

            migrationBuilder.CreateIndex(
                name: "IX_JournalEntries_RecordedAt",
                table: "JournalEntries",
                column: "RecordedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Differences_EntryId",
                table: "Differences",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_Differences_MovementId",
                table: "Differences",
                column: "MovementId");

            migrationBuilder.CreateIndex(
                name: "IX_Differences_State_FoundAt",
                table: "Differences",
                columns: new[] { "State", "FoundAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Differences_Subject_Kind_No",
                table: "Differences",
                columns: new[] { "Subject", "Kind", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LedgerSnapshotChecks_SnapshotId_At",
                table: "LedgerSnapshotChecks",
                columns: new[] { "SnapshotId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerSnapshots_CutAt",
                table: "LedgerSnapshots",
                column: "CutAt",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MovementMatches_EntryId",
                table: "MovementMatches",
                column: "EntryId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProviderMovements_CreatedAt",
                table: "ProviderMovements",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ProviderMovements_Source",
                table: "ProviderMovements",
                column: "Source");

            migrationBuilder.CreateIndex(
                name: "IX_Reconciliations_StartedAt",
                table: "Reconciliations",
                column: "StartedAt");

            AppendOnly.PostgreSql(
                migrationBuilder,
                "ProviderMovements",
                "MovementMatches",
                "Reconciliations",
                "LedgerSnapshots",
                "LedgerSnapshotBalances",
                "LedgerSnapshotChecks"
            );
            AppendOnly.PostgreSqlBut(
                migrationBuilder,
                "Differences",
                "Id",
                "Kind",
                "Subject",
                "No",
                "MovementId",
                "EntryId",
                "Currency",
                "OursMinor",
                "TheirsMinor",
                "FoundAt"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Differences");

            migrationBuilder.DropTable(
                name: "LedgerSnapshotBalances");

            migrationBuilder.DropTable(
                name: "LedgerSnapshotChecks");

            migrationBuilder.DropTable(
                name: "MovementMatches");

            migrationBuilder.DropTable(
                name: "Reconciliations");

            migrationBuilder.DropTable(
                name: "LedgerSnapshots");

            migrationBuilder.DropTable(
                name: "ProviderMovements");

            migrationBuilder.DropIndex(
                name: "IX_Payments_PaidAt",
                table: "Payments");

            migrationBuilder.DropIndex(
                name: "IX_JournalEntries_RecordedAt",
                table: "JournalEntries");
        }
    }
}
