using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialShares.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class BankMoney : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsByBank",
                table: "Refunds",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "WasTaken",
                table: "Refunds",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "BankMinor",
                table: "Drawdowns",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTime>(
                name: "BankSentAt",
                table: "Drawdowns",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "BankTransfers",
                columns: table => new
                {
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 25, nullable: false),
                    AmountMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ChosenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReceivedMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankTransfers", x => x.ApplicationId);
                    table.CheckConstraint("CK_BankTransfers_Received", "\"AmountMinor\" > 0 AND \"ReceivedMinor\" >= 0 AND \"ReceivedMinor\" <= \"AmountMinor\" AND (\"State\" <> 'Paid' OR \"ReceivedMinor\" = \"AmountMinor\")");
                    table.ForeignKey(
                        name: "FK_BankTransfers_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClientFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    NumberOfTransactions = table.Column<int>(type: "INTEGER", nullable: false),
                    ControlSumMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    MadeBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    MadeByName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedByName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClientFiles", x => x.Id);
                    table.CheckConstraint("CK_ClientFiles_Released", "\"State\" <> 'Released' OR (\"DecidedBy\" IS NOT NULL AND \"DecidedBy\" <> \"MadeBy\")");
                });

            migrationBuilder.CreateTable(
                name: "Statements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Iban = table.Column<string>(type: "TEXT", maxLength: 34, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    BankId = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    SequenceNumber = table.Column<long>(type: "INTEGER", nullable: true),
                    OpeningMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosingMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosingOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    TakenBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    TakenByName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    TakenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NewLines = table.Column<int>(type: "INTEGER", nullable: false),
                    NewMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    KnownLines = table.Column<int>(type: "INTEGER", nullable: false),
                    BookedTo = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Statements", x => x.Id);
                    table.CheckConstraint("CK_Statements_Booked", "\"BookedTo\" >= 0 AND \"BookedTo\" <= \"NewLines\"");
                });

            migrationBuilder.CreateTable(
                name: "BankOrders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    CauseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: true),
                    EnterpriseId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Owed = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    AmountMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    PayeeName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    Iban = table.Column<string>(type: "TEXT", maxLength: 34, nullable: true),
                    AccountNamedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Remittance = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RequestedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SeenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReturnedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReturnReason = table.Column<string>(type: "TEXT", maxLength: 35, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankOrders", x => x.Id);
                    table.CheckConstraint("CK_BankOrders_Account", "\"AmountMinor\" > 0 AND (\"State\" IN ('NeedsAccount', 'Dropped') OR \"Iban\" IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_BankOrders_ClientFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "ClientFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BalanceExplanations",
                columns: table => new
                {
                    StatementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Minor = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BalanceExplanations", x => new { x.StatementId, x.Minor });
                    table.ForeignKey(
                        name: "FK_BalanceExplanations_Statements_StatementId",
                        column: x => x.StatementId,
                        principalTable: "Statements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StatementLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StatementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    BookedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AmountMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    BankReference = table.Column<string>(type: "TEXT", maxLength: 70, nullable: true),
                    EndToEndId = table.Column<string>(type: "TEXT", maxLength: 70, nullable: true),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 70, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 140, nullable: true),
                    Iban = table.Column<string>(type: "TEXT", maxLength: 34, nullable: true),
                    ReturnReason = table.Column<string>(type: "TEXT", maxLength: 35, nullable: true),
                    IsReversal = table.Column<bool>(type: "INTEGER", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatementLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StatementLines_Statements_StatementId",
                        column: x => x.StatementId,
                        principalTable: "Statements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LineOutcomes",
                columns: table => new
                {
                    LineId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StatementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    AmountMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    KeptMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Meaning = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedByName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LineOutcomes", x => x.LineId);
                    table.CheckConstraint("CK_LineOutcomes_Kept", "\"KeptMinor\" >= 0 AND (\"KeptMinor\" = 0 OR \"KeptMinor\" <= \"AmountMinor\") AND (\"State\" <> 'Paid' OR \"ApplicationId\" IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_LineOutcomes_BankTransfers_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "BankTransfers",
                        principalColumn: "ApplicationId",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LineOutcomes_StatementLines_LineId",
                        column: x => x.LineId,
                        principalTable: "StatementLines",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BankOrders_ApplicationId",
                table: "BankOrders",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_BankOrders_FileId",
                table: "BankOrders",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_BankOrders_Kind_CauseId_Attempt",
                table: "BankOrders",
                columns: new[] { "Kind", "CauseId", "Attempt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BankOrders_State",
                table: "BankOrders",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_BankTransfers_Reference",
                table: "BankTransfers",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BankTransfers_State_OfferId",
                table: "BankTransfers",
                columns: new[] { "State", "OfferId" });

            migrationBuilder.CreateIndex(
                name: "IX_ClientFiles_No",
                table: "ClientFiles",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LineOutcomes_ApplicationId",
                table: "LineOutcomes",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_LineOutcomes_State_LineId",
                table: "LineOutcomes",
                columns: new[] { "State", "LineId" });

            migrationBuilder.CreateIndex(
                name: "IX_StatementLines_Key",
                table: "StatementLines",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StatementLines_StatementId_No",
                table: "StatementLines",
                columns: new[] { "StatementId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Statements_Iban_BankId",
                table: "Statements",
                columns: new[] { "Iban", "BankId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Statements_Sha256",
                table: "Statements",
                column: "Sha256");

            BankGuards.Sqlite(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BalanceExplanations");

            migrationBuilder.DropTable(
                name: "BankOrders");

            migrationBuilder.DropTable(
                name: "LineOutcomes");

            migrationBuilder.DropTable(
                name: "ClientFiles");

            migrationBuilder.DropTable(
                name: "BankTransfers");

            migrationBuilder.DropTable(
                name: "StatementLines");

            migrationBuilder.DropTable(
                name: "Statements");

            migrationBuilder.DropColumn(
                name: "IsByBank",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "WasTaken",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "BankMinor",
                table: "Drawdowns");

            migrationBuilder.DropColumn(
                name: "BankSentAt",
                table: "Drawdowns");
        }
    }
}
