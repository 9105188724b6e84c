using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialShares.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class RegisterKeeping : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Email",
                table: "Members",
                type: "nvarchar(256)",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EmailPurpose",
                table: "Members",
                type: "nvarchar(30)",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "QueuedAt",
                table: "Applications",
                type: "datetime2",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "FormerOfficers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EnterpriseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(140)", maxLength: 140, nullable: false),
                    Office = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    IsResident = table.Column<bool>(type: "bit", nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerOfficers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FormerOfficers_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HolderChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MemberId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EnterpriseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    No = table.Column<int>(type: "int", nullable: false),
                    BeforeName = table.Column<string>(type: "nvarchar(140)", maxLength: 140, nullable: false),
                    BeforeStreet = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    BeforePostcode = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    BeforeCity = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    BeforeCountry = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    BeforeEmail = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    BeforePurpose = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Name = table.Column<string>(type: "nvarchar(140)", maxLength: 140, nullable: false),
                    Street = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Postcode = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    City = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Country = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    Email = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true),
                    Purpose = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    ValidOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RecordedByName = table.Column<string>(type: "nvarchar(140)", maxLength: 140, nullable: false),
                    Document = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HolderChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HolderChanges_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RegisterCorrections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EnterpriseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EntryId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Units = table.Column<long>(type: "bigint", nullable: false),
                    ToMemberId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ValidOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Document = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    ProposedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProposedByName = table.Column<string>(type: "nvarchar(140)", maxLength: 140, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DecidedByName = table.Column<string>(type: "nvarchar(140)", maxLength: 140, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterCorrections", x => x.Id);
                    table.CheckConstraint("CK_RegisterCorrections_Eyes", "\"State\" <> 'Confirmed' OR \"DecidedBy\" <> \"ProposedBy\"");
                    table.CheckConstraint("CK_RegisterCorrections_Units", "\"Units\" <> 0");
                    table.ForeignKey(
                        name: "FK_RegisterCorrections_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RegisterCorrections_Members_ToMemberId",
                        column: x => x.ToMemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RegisterCorrections_RegisterEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "RegisterEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Members_EnterpriseId_AdmittedOn",
                table: "Members",
                columns: new[] { "EnterpriseId", "AdmittedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_FormerOfficers_EnterpriseId",
                table: "FormerOfficers",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_HolderChanges_EnterpriseId",
                table: "HolderChanges",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_HolderChanges_MemberId_No",
                table: "HolderChanges",
                columns: new[] { "MemberId", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RegisterCorrections_EnterpriseId_ProposedAt",
                table: "RegisterCorrections",
                columns: new[] { "EnterpriseId", "ProposedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterCorrections_EntryId",
                table: "RegisterCorrections",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_RegisterCorrections_ToMemberId",
                table: "RegisterCorrections",
                column: "ToMemberId");
            AppendOnly.SqlServer(migrationBuilder, "HolderChanges", "FormerOfficers");
            AppendOnly.SqlServerBut(
                migrationBuilder,
                "RegisterCorrections",
                "EnterpriseId",
                "EntryId",
                "Units",
                "ToMemberId",
                "ValidOn",
                "Reason",
                "Document",
                "ProposedBy",
                "ProposedByName",
                "ProposedAt"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "FormerOfficers");

            migrationBuilder.DropTable(
                name: "HolderChanges");

            migrationBuilder.DropTable(
                name: "RegisterCorrections");

            migrationBuilder.DropIndex(
                name: "IX_Members_EnterpriseId_AdmittedOn",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "Email",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "EmailPurpose",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "QueuedAt",
                table: "Applications");
        }
    }
}
