using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialShares.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class MembershipTypesAndOfferKinds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Drawdowns_OfferId",
                table: "Drawdowns");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosesOn",
                table: "OfferSteps",
                type: "date",
                nullable: true);

            migrationBuilder.AlterColumn<DateOnly>(
                name: "ClosesOn",
                table: "Offers",
                type: "date",
                nullable: true,
                oldClrType: typeof(DateOnly),
                oldType: "date");

            migrationBuilder.AddColumn<string>(
                name: "Eligibility",
                table: "Offers",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ExtendedFrom",
                table: "Offers",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Offers",
                type: "character varying(30)",
                maxLength: 30,
                nullable: false,
                defaultValue: "TimeBound");

            migrationBuilder.AddColumn<int>(
                name: "MaximumShareOfTotalPpm",
                table: "Offers",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MaximumUnitsPerHolder",
                table: "Offers",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AwaitsReview",
                table: "OfferDocuments",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "DecidedAt",
                table: "OfferDocuments",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "DecidedBy",
                table: "OfferDocuments",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DecidedByName",
                table: "OfferDocuments",
                type: "character varying(140)",
                maxLength: 140,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReturnReason",
                table: "OfferDocuments",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsResident",
                table: "Members",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "MembershipType",
                table: "Members",
                type: "character varying(10)",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "No",
                table: "Drawdowns",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<DateOnly>(
                name: "CancelUntil",
                table: "Applications",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsResident",
                table: "Applications",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "MembershipType",
                table: "Applications",
                type: "character varying(10)",
                maxLength: 10,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "MembersApprovals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OfferId = table.Column<Guid>(type: "uuid", nullable: false),
                    ApprovedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    RecordedByName = table.Column<string>(type: "character varying(140)", maxLength: 140, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MembersApprovals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MembersApprovals_Offers_OfferId",
                        column: x => x.OfferId,
                        principalTable: "Offers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_OfferDocuments_AwaitsReview",
                table: "OfferDocuments",
                column: "AwaitsReview");

            migrationBuilder.CreateIndex(
                name: "IX_Drawdowns_OfferId_No",
                table: "Drawdowns",
                columns: new[] { "OfferId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MembersApprovals_OfferId",
                table: "MembersApprovals",
                column: "OfferId");

            AppendOnly.PostgreSql(migrationBuilder, "MembersApprovals");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MembersApprovals");

            migrationBuilder.DropIndex(
                name: "IX_OfferDocuments_AwaitsReview",
                table: "OfferDocuments");

            migrationBuilder.DropIndex(
                name: "IX_Drawdowns_OfferId_No",
                table: "Drawdowns");

            migrationBuilder.DropColumn(
                name: "ClosesOn",
                table: "OfferSteps");

            migrationBuilder.DropColumn(
                name: "Eligibility",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "ExtendedFrom",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "MaximumShareOfTotalPpm",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "MaximumUnitsPerHolder",
                table: "Offers");

            migrationBuilder.DropColumn(
                name: "AwaitsReview",
                table: "OfferDocuments");

            migrationBuilder.DropColumn(
                name: "DecidedAt",
                table: "OfferDocuments");

            migrationBuilder.DropColumn(
                name: "DecidedBy",
                table: "OfferDocuments");

            migrationBuilder.DropColumn(
                name: "DecidedByName",
                table: "OfferDocuments");

            migrationBuilder.DropColumn(
                name: "ReturnReason",
                table: "OfferDocuments");

            migrationBuilder.DropColumn(
                name: "IsResident",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "MembershipType",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "No",
                table: "Drawdowns");

            migrationBuilder.DropColumn(
                name: "CancelUntil",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "IsResident",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "MembershipType",
                table: "Applications");

            migrationBuilder.AlterColumn<DateOnly>(
                name: "ClosesOn",
                table: "Offers",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1),
                oldClrType: typeof(DateOnly),
                oldType: "date",
                oldNullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Drawdowns_OfferId",
                table: "Drawdowns",
                column: "OfferId",
                unique: true);
        }
    }
}
