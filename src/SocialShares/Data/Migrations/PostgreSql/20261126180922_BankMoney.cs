using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialShares.Data.Migrations.PostgreSql
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
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "WasTaken",
                table: "Refunds",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "BankMinor",
                table: "Drawdowns",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTime>(
                name: "BankSentAt",
                table: "Drawdowns",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "BankTransfers",
                columns: table => new
                {
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: false),
                    OfferId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reference = table.Column<string>(type: "character varying(25)", maxLength: 25, nullable: false),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ChosenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReceivedMinor = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false),
                    NumberOfTransactions = table.Column<int>(type: "integer", nullable: false),
                    ControlSumMinor = table.Column<long>(type: "bigint", nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    MadeBy = table.Column<Guid>(type: "uuid", nullable: true),
                    MadeByName = table.Column<string>(type: "character varying(140)", maxLength: 140, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedByName = table.Column<string>(type: "character varying(140)", maxLength: 140, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    State = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Iban = table.Column<string>(type: "character varying(34)", maxLength: 34, nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    BankId = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    SequenceNumber = table.Column<long>(type: "bigint", nullable: true),
                    OpeningMinor = table.Column<long>(type: "bigint", nullable: false),
                    ClosingMinor = table.Column<long>(type: "bigint", nullable: false),
                    ClosingOn = table.Column<DateOnly>(type: "date", nullable: false),
                    FileName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    TakenBy = table.Column<Guid>(type: "uuid", nullable: true),
                    TakenByName = table.Column<string>(type: "character varying(140)", maxLength: 140, nullable: false),
                    TakenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    NewLines = table.Column<int>(type: "integer", nullable: false),
                    NewMinor = table.Column<long>(type: "bigint", nullable: false),
                    KnownLines = table.Column<int>(type: "integer", nullable: false),
                    BookedTo = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    CauseId = table.Column<Guid>(type: "uuid", nullable: false),
                    Attempt = table.Column<int>(type: "integer", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: true),
                    OfferId = table.Column<Guid>(type: "uuid", nullable: true),
                    EnterpriseId = table.Column<Guid>(type: "uuid", nullable: true),
                    Owed = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    PayeeName = table.Column<string>(type: "character varying(140)", maxLength: 140, nullable: false),
                    Iban = table.Column<string>(type: "character varying(34)", maxLength: 34, nullable: true),
                    AccountNamedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Remittance = table.Column<string>(type: "character varying(140)", maxLength: 140, nullable: false),
                    State = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: true),
                    RequestedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SeenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReturnedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReturnReason = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                    StatementId = table.Column<Guid>(type: "uuid", nullable: false),
                    Minor = table.Column<long>(type: "bigint", nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    ByName = table.Column<string>(type: "character varying(140)", maxLength: 140, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StatementId = table.Column<Guid>(type: "uuid", nullable: false),
                    No = table.Column<int>(type: "integer", nullable: false),
                    BookedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    BankReference = table.Column<string>(type: "character varying(70)", maxLength: 70, nullable: true),
                    EndToEndId = table.Column<string>(type: "character varying(70)", maxLength: 70, nullable: true),
                    Reference = table.Column<string>(type: "character varying(70)", maxLength: 70, nullable: true),
                    Text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Name = table.Column<string>(type: "character varying(140)", maxLength: 140, nullable: true),
                    Iban = table.Column<string>(type: "character varying(34)", maxLength: 34, nullable: true),
                    ReturnReason = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: true),
                    IsReversal = table.Column<bool>(type: "boolean", nullable: false),
                    Key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
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
                    LineId = table.Column<Guid>(type: "uuid", nullable: false),
                    StatementId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    AmountMinor = table.Column<long>(type: "bigint", nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    KeptMinor = table.Column<long>(type: "bigint", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: true),
                    OrderId = table.Column<Guid>(type: "uuid", nullable: true),
                    Meaning = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    DecidedByName = table.Column<string>(type: "character varying(140)", maxLength: 140, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
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

            BankGuards.PostgreSql(migrationBuilder);
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
