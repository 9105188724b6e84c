using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialShares.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Applicants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Members_EnterpriseId_PersonId_Kind",
                table: "Members");

            migrationBuilder.AddColumn<DateTime>(
                name: "FirstFullAt",
                table: "Offers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ReflectionDaysOnceFull",
                table: "Offers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RulePackId",
                table: "Offers",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "RulesFrom",
                table: "Offers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RulesHash",
                table: "Offers",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "BornOn",
                table: "Members",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Identity",
                table: "Members",
                type: "TEXT",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Party",
                table: "Members",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ToldOfAgeOn",
                table: "Members",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "HolderPersonId",
                table: "Applications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Identity",
                table: "Applications",
                type: "TEXT",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsGift",
                table: "Applications",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Party",
                table: "Applications",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PromisedReflectionDays",
                table: "Applications",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RejectedAt",
                table: "Applications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RejectedByName",
                table: "Applications",
                type: "TEXT",
                maxLength: 140,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RejectionReason",
                table: "Applications",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TopsUp",
                table: "Applications",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Gifts",
                columns: table => new
                {
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnterpriseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GiverName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    ReceiverName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    ReceiverEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Message = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    AcceptBy = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReceiverId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Gifts", x => x.ApplicationId);
                    table.ForeignKey(
                        name: "FK_Gifts_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Gifts_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Invitations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnterpriseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedByName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    SecretHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UsedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invitations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Invitations_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "KeptRulePacks",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    PackId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    KeptAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptRulePacks", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "KnowledgeTests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RulePackId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RulesHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Answers = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Right = table.Column<int>(type: "INTEGER", nullable: false),
                    OutOf = table.Column<int>(type: "INTEGER", nullable: false),
                    Passed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TakenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnowledgeTests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Suitabilities",
                columns: table => new
                {
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Answers = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    WarnedOfTest = table.Column<Guid>(type: "TEXT", nullable: true),
                    WarnedOfTestAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SimulatedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FiguresDeclined = table.Column<bool>(type: "INTEGER", nullable: false),
                    SealedNetWorth = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    WarnedMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    WarnedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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

            HolderBackfill.Run(migrationBuilder);
            RuleRows.Sqlite(migrationBuilder);

            migrationBuilder.CreateIndex(
                name: "IX_Members_EnterpriseId_PersonId_Kind_Identity",
                table: "Members",
                columns: new[] { "EnterpriseId", "PersonId", "Kind", "Identity" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Applications_HolderPersonId",
                table: "Applications",
                column: "HolderPersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Applications_TopsUp",
                table: "Applications",
                column: "TopsUp");

            migrationBuilder.CreateIndex(
                name: "IX_Gifts_EnterpriseId",
                table: "Gifts",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_Gifts_State_AcceptBy",
                table: "Gifts",
                columns: new[] { "State", "AcceptBy" });

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_EnterpriseId",
                table: "Invitations",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_Purpose_SubjectId",
                table: "Invitations",
                columns: new[] { "Purpose", "SubjectId" },
                unique: true,
                filter: "\"UsedAt\" IS NULL AND \"WithdrawnAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_SecretHash",
                table: "Invitations",
                column: "SecretHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KnowledgeTests_PersonId_TakenAt",
                table: "KnowledgeTests",
                columns: new[] { "PersonId", "TakenAt" });

            migrationBuilder.AddForeignKey(
                name: "FK_Applications_Members_TopsUp",
                table: "Applications",
                column: "TopsUp",
                principalTable: "Members",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Applications_Members_TopsUp",
                table: "Applications");

            migrationBuilder.DropTable(
                name: "Gifts");

            migrationBuilder.DropTable(
                name: "Invitations");

            migrationBuilder.DropTable(
                name: "KeptRulePacks");

            migrationBuilder.DropTable(
                name: "KnowledgeTests");

            migrationBuilder.DropTable(
                name: "Suitabilities");

            migrationBuilder.DropIndex(
                name: "IX_Members_EnterpriseId_PersonId_Kind_Identity",
                table: "Members");

            migrationBuilder.DropIndex(
                name: "IX_Applications_HolderPersonId",
                table: "Applications");

            migrationBuilder.DropIndex(
                name: "IX_Applications_TopsUp",
                table: "Applications");

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
                name: "BornOn",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "Identity",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "Party",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "ToldOfAgeOn",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "HolderPersonId",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "Identity",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "IsGift",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "Party",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "PromisedReflectionDays",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "RejectedAt",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "RejectedByName",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "RejectionReason",
                table: "Applications");

            migrationBuilder.DropColumn(
                name: "TopsUp",
                table: "Applications");

            migrationBuilder.CreateIndex(
                name: "IX_Members_EnterpriseId_PersonId_Kind",
                table: "Members",
                columns: new[] { "EnterpriseId", "PersonId", "Kind" },
                unique: true);
        }
    }
}
