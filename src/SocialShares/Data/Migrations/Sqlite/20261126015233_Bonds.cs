using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialShares.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Bonds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_RegisterEntries_SourceId",
                table: "RegisterEntries");

            migrationBuilder.DropIndex(
                name: "IX_PayoutRuns_DeclarationId",
                table: "PayoutRuns");

            migrationBuilder.DropCheckConstraint(
                name: "CK_PayoutLines_Amounts",
                table: "PayoutLines");

            migrationBuilder.AlterColumn<Guid>(
                name: "ShareClassId",
                table: "RegisterEntries",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<Guid>(
                name: "BondSeriesId",
                table: "RegisterEntries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "ShareClassId",
                table: "PayoutRuns",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AlterColumn<Guid>(
                name: "DeclarationId",
                table: "PayoutRuns",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<Guid>(
                name: "BondSeriesId",
                table: "PayoutRuns",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "PayoutRuns",
                type: "TEXT",
                maxLength: 30,
                nullable: false,
                defaultValue: "ShareInterest");

            migrationBuilder.AddColumn<int>(
                name: "PeriodNo",
                table: "PayoutRuns",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PrincipalMinor",
                table: "PayoutRuns",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "PrincipalMinor",
                table: "PayoutLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "RedeemedUnits",
                table: "PayoutLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "Units",
                table: "PayoutLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AlterColumn<Guid>(
                name: "ShareClassId",
                table: "Offers",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AlterColumn<DateOnly>(
                name: "AdmittedOn",
                table: "Members",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(DateOnly),
                oldType: "TEXT");

            migrationBuilder.AddColumn<Guid>(
                name: "BondSeriesId",
                table: "Applications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "BondSeries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnterpriseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfferId = table.Column<Guid>(type: "TEXT", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    NominalMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    RatePpm = table.Column<int>(type: "INTEGER", nullable: false),
                    Frequency = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    RepaymentKind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    InterestOnlyMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    CapitaliseMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    RepaymentFrequency = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    TermMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    MaturesOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    IssueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FirstPaymentOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Stub = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    EndOfMonth = table.Column<bool>(type: "INTEGER", nullable: false),
                    DayCount = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Calendar = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    PaymentRule = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Rounding = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    RecordDays = table.Column<int>(type: "INTEGER", nullable: false),
                    IsRedeemableEarly = table.Column<bool>(type: "INTEGER", nullable: false),
                    IssuerAfterMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    HolderAfterMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    NoticeDays = table.Column<int>(type: "INTEGER", nullable: false),
                    Transferable = table.Column<bool>(type: "INTEGER", nullable: false),
                    Subordinated = table.Column<bool>(type: "INTEGER", nullable: false),
                    UnitsOffered = table.Column<long>(type: "INTEGER", nullable: false),
                    UnitsReserved = table.Column<long>(type: "INTEGER", nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    UnitsIssued = table.Column<long>(type: "INTEGER", nullable: false),
                    ServicedPeriods = table.Column<int>(type: "INTEGER", nullable: false),
                    OutstandingPerUnitMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BondSeries", x => x.Id);
                    table.CheckConstraint("CK_BondSeries_Nominal", "\"NominalMinor\" > 0");
                    table.CheckConstraint("CK_BondSeries_Outstanding", "\"OutstandingPerUnitMinor\" >= 0");
                    table.CheckConstraint("CK_BondSeries_Units", "\"UnitsReserved\" >= 0 AND \"UnitsReserved\" <= \"UnitsOffered\" AND \"UnitsIssued\" <= \"UnitsOffered\"");
                    table.ForeignKey(
                        name: "FK_BondSeries_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BondSeries_Offers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "Offers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BondPeriods",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SeriesId = table.Column<Guid>(type: "TEXT", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    AccrualStart = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AccrualEnd = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RatePpm = table.Column<int>(type: "INTEGER", nullable: false),
                    OpeningMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    InterestMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    PrincipalMinor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BondPeriods", x => x.Id);
                    table.CheckConstraint("CK_BondPeriods_Amounts", "\"InterestMinor\" >= 0 AND \"OpeningMinor\" >= 0 AND \"PrincipalMinor\" <= \"OpeningMinor\"");
                    table.ForeignKey(
                        name: "FK_BondPeriods_BondSeries_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "BondSeries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BondRateSteps",
                columns: table => new
                {
                    SeriesId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RatePpm = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BondRateSteps", x => new { x.SeriesId, x.From });
                    table.ForeignKey(
                        name: "FK_BondRateSteps_BondSeries_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "BondSeries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BondTransfers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SeriesId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnterpriseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromMemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToMemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Units = table.Column<long>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AccruedMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedByName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BondTransfers", x => x.Id);
                    table.CheckConstraint("CK_BondTransfers_Units", "\"Units\" > 0 AND \"AccruedMinor\" >= 0");
                    table.ForeignKey(
                        name: "FK_BondTransfers_BondSeries_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "BondSeries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BondTransfers_Members_FromMemberId",
                        column: x => x.FromMemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BondTransfers_Members_ToMemberId",
                        column: x => x.ToMemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EarlyRedemptions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SeriesId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnterpriseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PeriodNo = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Units = table.Column<long>(type: "INTEGER", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Seed = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    DecidedByName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    WithdrawnByName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EarlyRedemptions", x => x.Id);
                    table.CheckConstraint("CK_EarlyRedemptions_Units", "\"Units\" >= 0");
                    table.ForeignKey(
                        name: "FK_EarlyRedemptions_BondSeries_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "BondSeries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EarlyRedemptions_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_BondSeriesId_MemberId_ValidOn",
                table: "RegisterEntries",
                columns: new[] { "BondSeriesId", "MemberId", "ValidOn" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_SourceId_Kind",
                table: "RegisterEntries",
                columns: new[] { "SourceId", "Kind" },
                unique: true);

            migrationBuilder.AddCheckConstraint(
                name: "CK_RegisterEntries_Security",
                table: "RegisterEntries",
                sql: "(\"ShareClassId\" IS NULL AND \"BondSeriesId\" IS NOT NULL) OR (\"ShareClassId\" IS NOT NULL AND \"BondSeriesId\" IS NULL)");

            migrationBuilder.CreateIndex(
                name: "IX_PayoutRuns_BondSeriesId_PeriodNo",
                table: "PayoutRuns",
                columns: new[] { "BondSeriesId", "PeriodNo" },
                unique: true,
                filter: "\"BondSeriesId\" IS NOT NULL AND \"State\" <> 'Voided'");

            migrationBuilder.CreateIndex(
                name: "IX_PayoutRuns_DeclarationId",
                table: "PayoutRuns",
                column: "DeclarationId",
                unique: true,
                filter: "\"DeclarationId\" IS NOT NULL AND \"State\" <> 'Voided'");

            migrationBuilder.AddCheckConstraint(
                name: "CK_PayoutRuns_Ground",
                table: "PayoutRuns",
                sql: "(\"DeclarationId\" IS NULL AND \"ShareClassId\" IS NULL AND \"BondSeriesId\" IS NOT NULL AND \"PeriodNo\" IS NOT NULL) OR (\"DeclarationId\" IS NOT NULL AND \"ShareClassId\" IS NOT NULL AND \"BondSeriesId\" IS NULL AND \"PeriodNo\" IS NULL)");

            migrationBuilder.AddCheckConstraint(
                name: "CK_PayoutLines_Amounts",
                table: "PayoutLines",
                sql: "\"GrossMinor\" >= 0 AND \"TaxMinor\" >= 0 AND \"NetMinor\" = \"GrossMinor\" - \"TaxMinor\" AND \"PrincipalMinor\" >= 0 AND \"PrincipalMinor\" <= \"GrossMinor\" AND \"RedeemedUnits\" <= \"Units\"");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_BondSeriesId",
                table: "Applications",
                column: "BondSeriesId");

            migrationBuilder.CreateIndex(
                name: "IX_BondPeriods_AccrualEnd",
                table: "BondPeriods",
                column: "AccrualEnd");

            migrationBuilder.CreateIndex(
                name: "IX_BondPeriods_DueOn",
                table: "BondPeriods",
                column: "DueOn");

            migrationBuilder.CreateIndex(
                name: "IX_BondPeriods_SeriesId_No",
                table: "BondPeriods",
                columns: new[] { "SeriesId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BondSeries_EnterpriseId_Code",
                table: "BondSeries",
                columns: new[] { "EnterpriseId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BondSeries_OfferId_No",
                table: "BondSeries",
                columns: new[] { "OfferId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BondTransfers_FromMemberId",
                table: "BondTransfers",
                column: "FromMemberId");

            migrationBuilder.CreateIndex(
                name: "IX_BondTransfers_SeriesId_On",
                table: "BondTransfers",
                columns: new[] { "SeriesId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_BondTransfers_ToMemberId",
                table: "BondTransfers",
                column: "ToMemberId");

            migrationBuilder.CreateIndex(
                name: "IX_EarlyRedemptions_MemberId",
                table: "EarlyRedemptions",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_EarlyRedemptions_SeriesId_PeriodNo",
                table: "EarlyRedemptions",
                columns: new[] { "SeriesId", "PeriodNo" });

            migrationBuilder.AddForeignKey(
                name: "FK_Applications_BondSeries_BondSeriesId",
                table: "Applications",
                column: "BondSeriesId",
                principalTable: "BondSeries",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_PayoutRuns_BondSeries_BondSeriesId",
                table: "PayoutRuns",
                column: "BondSeriesId",
                principalTable: "BondSeries",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_RegisterEntries_BondSeries_BondSeriesId",
                table: "RegisterEntries",
                column: "BondSeriesId",
                principalTable: "BondSeries",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Applications_BondSeries_BondSeriesId",
                table: "Applications");

            migrationBuilder.DropForeignKey(
                name: "FK_PayoutRuns_BondSeries_BondSeriesId",
                table: "PayoutRuns");

            migrationBuilder.DropForeignKey(
                name: "FK_RegisterEntries_BondSeries_BondSeriesId",
                table: "RegisterEntries");

            migrationBuilder.DropTable(
                name: "BondPeriods");

            migrationBuilder.DropTable(
                name: "BondRateSteps");

            migrationBuilder.DropTable(
                name: "BondTransfers");

            migrationBuilder.DropTable(
                name: "EarlyRedemptions");

            migrationBuilder.DropTable(
                name: "BondSeries");

            migrationBuilder.DropIndex(
                name: "IX_RegisterEntries_BondSeriesId_MemberId_ValidOn",
                table: "RegisterEntries");

            migrationBuilder.DropIndex(
                name: "IX_RegisterEntries_SourceId_Kind",
                table: "RegisterEntries");

            migrationBuilder.DropCheckConstraint(
                name: "CK_RegisterEntries_Security",
                table: "RegisterEntries");

            migrationBuilder.DropIndex(
                name: "IX_PayoutRuns_BondSeriesId_PeriodNo",
                table: "PayoutRuns");

            migrationBuilder.DropIndex(
                name: "IX_PayoutRuns_DeclarationId",
                table: "PayoutRuns");

            migrationBuilder.DropCheckConstraint(
                name: "CK_PayoutRuns_Ground",
                table: "PayoutRuns");

            migrationBuilder.DropCheckConstraint(
                name: "CK_PayoutLines_Amounts",
                table: "PayoutLines");

            migrationBuilder.DropIndex(
                name: "IX_Applications_BondSeriesId",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "BondSeriesId",
                table: "RegisterEntries");

            migrationBuilder.DropColumn(
                name: "BondSeriesId",
                table: "PayoutRuns");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "PayoutRuns");

            migrationBuilder.DropColumn(
                name: "PeriodNo",
                table: "PayoutRuns");

            migrationBuilder.DropColumn(
                name: "PrincipalMinor",
                table: "PayoutRuns");

            migrationBuilder.DropColumn(
                name: "PrincipalMinor",
                table: "PayoutLines");

            migrationBuilder.DropColumn(
                name: "RedeemedUnits",
                table: "PayoutLines");

            migrationBuilder.DropColumn(
                name: "Units",
                table: "PayoutLines");

            migrationBuilder.DropColumn(
                name: "BondSeriesId",
                table: "Applications");

            migrationBuilder.AlterColumn<Guid>(
                name: "ShareClassId",
                table: "RegisterEntries",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "ShareClassId",
                table: "PayoutRuns",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "DeclarationId",
                table: "PayoutRuns",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "ShareClassId",
                table: "Offers",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<DateOnly>(
                name: "AdmittedOn",
                table: "Members",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1),
                oldClrType: typeof(DateOnly),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_RegisterEntries_SourceId",
                table: "RegisterEntries",
                column: "SourceId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PayoutRuns_DeclarationId",
                table: "PayoutRuns",
                column: "DeclarationId",
                unique: true,
                filter: "\"State\" <> 'Voided'");

            migrationBuilder.AddCheckConstraint(
                name: "CK_PayoutLines_Amounts",
                table: "PayoutLines",
                sql: "\"GrossMinor\" >= 0 AND \"TaxMinor\" >= 0 AND \"NetMinor\" = \"GrossMinor\" - \"TaxMinor\"");
        }
    }
}
