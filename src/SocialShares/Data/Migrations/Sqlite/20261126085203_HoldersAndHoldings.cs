using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialShares.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HoldersAndHoldings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_PayoutRuns_Ground",
                table: "PayoutRuns");

            migrationBuilder.DropIndex(
                name: "IX_Members_EnterpriseId_PersonId_Kind",
                table: "Members");

            migrationBuilder.AddColumn<bool>(
                name: "Holding_BoardMaySuspend",
                table: "ShareClasses",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Holding_BoardMayWriteDown",
                table: "ShareClasses",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Holding_LockInYears",
                table: "ShareClasses",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Holding_MaximumPerYearPpm",
                table: "ShareClasses",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Holding_NoticeWeeks",
                table: "ShareClasses",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Holding_SuspendAtPpm",
                table: "ShareClasses",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "Holding_TransferNeedsApproval",
                table: "ShareClasses",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Holding_Transferable",
                table: "ShareClasses",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Holding_Withdrawable",
                table: "ShareClasses",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

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

            migrationBuilder.AddColumn<DateOnly>(
                name: "DiedOn",
                table: "Members",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Email",
                table: "Members",
                type: "TEXT",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EmailPurpose",
                table: "Members",
                type: "TEXT",
                maxLength: 30,
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
                name: "QueuedAt",
                table: "Applications",
                type: "TEXT",
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
                name: "FormerMemberships",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AdmittedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CeasedOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FormerMemberships", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FormerMemberships_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FormerOfficers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnterpriseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    Office = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsResident = table.Column<bool>(type: "INTEGER", nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                name: "HolderChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnterpriseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    BeforeName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    BeforeStreet = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    BeforePostcode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    BeforeCity = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    BeforeCountry = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    BeforeEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    BeforePurpose = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    Street = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Postcode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    City = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    ValidOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    RecordedByName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    Document = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
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
                name: "HolderDeaths",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnterpriseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DiedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedByName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedByName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HolderDeaths", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HolderDeaths_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
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
                name: "Nominations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnterpriseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Nominee_Name = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    Nominee_Street = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Nominee_Postcode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Nominee_City = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Nominee_Country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    Nominee_Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Nominations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Nominations_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RegisterCorrections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnterpriseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Units = table.Column<long>(type: "INTEGER", nullable: false),
                    ToMemberId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ValidOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Document = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    ProposedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProposedByName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedByName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "RegisterImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnterpriseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ShareClassId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    TotalUnits = table.Column<long>(type: "INTEGER", nullable: false),
                    FoundedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MinimumUnits = table.Column<long>(type: "INTEGER", nullable: true),
                    MaximumUnits = table.Column<long>(type: "INTEGER", nullable: true),
                    NumbersHaveGaps = table.Column<bool>(type: "INTEGER", nullable: false),
                    WithCertificates = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    Units = table.Column<long>(type: "INTEGER", nullable: false),
                    Ibans = table.Column<int>(type: "INTEGER", nullable: false),
                    ProblemCount = table.Column<int>(type: "INTEGER", nullable: false),
                    UploadedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    UploadedByName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ConfirmedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ConfirmedByName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisterImports", x => x.Id);
                    table.CheckConstraint("CK_RegisterImports_Confirmed", "\"State\" <> 'Written' OR (\"ConfirmedBy\" IS NOT NULL AND \"ConfirmedBy\" <> \"UploadedBy\" AND \"ProblemCount\" = 0)");
                    table.ForeignKey(
                        name: "FK_RegisterImports_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RegisterImports_ShareClasses_ShareClassId",
                        column: x => x.ShareClassId,
                        principalTable: "ShareClasses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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

            migrationBuilder.CreateTable(
                name: "Transfers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnterpriseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ShareClassId = table.Column<Guid>(type: "TEXT", nullable: true),
                    BondSeriesId = table.Column<Guid>(type: "TEXT", nullable: true),
                    FromMemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Units = table.Column<long>(type: "INTEGER", nullable: false),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NeedsApproval = table.Column<bool>(type: "INTEGER", nullable: false),
                    WaivesLockIn = table.Column<bool>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedByName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ConfirmedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ConfirmedByName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Receiver_Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Receiver_Name = table.Column<string>(type: "TEXT", maxLength: 140, nullable: true),
                    Receiver_Street = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Receiver_Postcode = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    Receiver_City = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Receiver_Country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    Receiver_BornOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Receiver_Party = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    AcceptedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AcceptedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedByName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeclinedReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ToMemberId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Transfers", x => x.Id);
                    table.CheckConstraint("CK_Transfers_Done", "\"State\" <> 'Done' OR (\"AcceptedBy\" IS NOT NULL AND \"ToMemberId\" IS NOT NULL AND \"ToMemberId\" <> \"FromMemberId\" AND \"DoneOn\" IS NOT NULL)");
                    table.CheckConstraint("CK_Transfers_Security", "(\"ShareClassId\" IS NULL AND \"BondSeriesId\" IS NOT NULL) OR (\"ShareClassId\" IS NOT NULL AND \"BondSeriesId\" IS NULL)");
                    table.CheckConstraint("CK_Transfers_Units", "\"Units\" > 0");
                    table.ForeignKey(
                        name: "FK_Transfers_BondSeries_BondSeriesId",
                        column: x => x.BondSeriesId,
                        principalTable: "BondSeries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Transfers_Members_FromMemberId",
                        column: x => x.FromMemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Transfers_Members_ToMemberId",
                        column: x => x.ToMemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Transfers_ShareClasses_ShareClassId",
                        column: x => x.ShareClassId,
                        principalTable: "ShareClasses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Withdrawals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnterpriseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ShareClassId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Units = table.Column<long>(type: "INTEGER", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PossibleOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedByName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DeclinedReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    RunId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PaidOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Withdrawals", x => x.Id);
                    table.CheckConstraint("CK_Withdrawals_Paid", "\"State\" <> 'Paid' OR (\"RunId\" IS NOT NULL AND \"PaidOn\" IS NOT NULL AND \"DecidedBy\" IS NOT NULL)");
                    table.CheckConstraint("CK_Withdrawals_Units", "\"Units\" > 0");
                    table.ForeignKey(
                        name: "FK_Withdrawals_Members_MemberId",
                        column: x => x.MemberId,
                        principalTable: "Members",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Withdrawals_PayoutRuns_RunId",
                        column: x => x.RunId,
                        principalTable: "PayoutRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Withdrawals_ShareClasses_ShareClassId",
                        column: x => x.ShareClassId,
                        principalTable: "ShareClasses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WithdrawalSuspensions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnterpriseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ShareClassId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    SuspendedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    SuspendedByName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    SuspendedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LiftedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LiftedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    LiftedByName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WithdrawalSuspensions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WithdrawalSuspensions_ShareClasses_ShareClassId",
                        column: x => x.ShareClassId,
                        principalTable: "ShareClasses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WriteDowns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnterpriseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ShareClassId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    ToMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    ProposedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProposedByName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedByName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LossMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WriteDowns", x => x.Id);
                    table.CheckConstraint("CK_WriteDowns_TwoPeople", "\"State\" <> 'Confirmed' OR (\"On\" IS NOT NULL AND \"DecidedBy\" <> \"ProposedBy\")");
                    table.CheckConstraint("CK_WriteDowns_Value", "\"ToMinor\" > 0 AND \"ToMinor\" < \"FromMinor\" AND \"LossMinor\" >= 0");
                    table.ForeignKey(
                        name: "FK_WriteDowns_ShareClasses_ShareClassId",
                        column: x => x.ShareClassId,
                        principalTable: "ShareClasses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportFiles",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Columns = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportFiles", x => x.ImportId);
                    table.ForeignKey(
                        name: "FK_ImportFiles_RegisterImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "RegisterImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImportProblems",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    Row = table.Column<int>(type: "INTEGER", nullable: false),
                    Column = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Figures = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportProblems", x => new { x.ImportId, x.No });
                    table.ForeignKey(
                        name: "FK_ImportProblems_RegisterImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "RegisterImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "CK_PayoutRuns_Ground",
                table: "PayoutRuns",
                sql: "(\"DeclarationId\" IS NULL AND \"ShareClassId\" IS NULL AND \"BondSeriesId\" IS NOT NULL AND \"PeriodNo\" IS NOT NULL) OR (\"DeclarationId\" IS NOT NULL AND \"ShareClassId\" IS NOT NULL AND \"BondSeriesId\" IS NULL AND \"PeriodNo\" IS NULL) OR (\"Kind\" = 'Withdrawal' AND \"DeclarationId\" IS NULL AND \"ShareClassId\" IS NOT NULL AND \"BondSeriesId\" IS NULL AND \"PeriodNo\" IS NULL)");

            migrationBuilder.CreateIndex(
                name: "IX_Members_EnterpriseId_AdmittedOn",
                table: "Members",
                columns: new[] { "EnterpriseId", "AdmittedOn" });

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
                name: "IX_FormerMemberships_MemberId",
                table: "FormerMemberships",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_FormerOfficers_EnterpriseId",
                table: "FormerOfficers",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_Gifts_EnterpriseId",
                table: "Gifts",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_Gifts_State_AcceptBy",
                table: "Gifts",
                columns: new[] { "State", "AcceptBy" });

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
                name: "IX_HolderDeaths_EnterpriseId",
                table: "HolderDeaths",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_HolderDeaths_MemberId",
                table: "HolderDeaths",
                column: "MemberId",
                unique: true,
                filter: "\"State\" <> 'Dropped'");

            migrationBuilder.CreateIndex(
                name: "IX_HolderDeaths_State",
                table: "HolderDeaths",
                column: "State");

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

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_EnterpriseId",
                table: "Nominations",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_Nominations_MemberId",
                table: "Nominations",
                column: "MemberId",
                unique: true,
                filter: "\"EndedAt\" IS NULL");

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

            migrationBuilder.CreateIndex(
                name: "IX_RegisterImports_EnterpriseId_UploadedAt",
                table: "RegisterImports",
                columns: new[] { "EnterpriseId", "UploadedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_RegisterImports_ShareClassId",
                table: "RegisterImports",
                column: "ShareClassId",
                unique: true,
                filter: "\"State\" = 'Written'");

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_BondSeriesId",
                table: "Transfers",
                column: "BondSeriesId");

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_EnterpriseId_State",
                table: "Transfers",
                columns: new[] { "EnterpriseId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_FromMemberId",
                table: "Transfers",
                column: "FromMemberId");

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_ShareClassId",
                table: "Transfers",
                column: "ShareClassId");

            migrationBuilder.CreateIndex(
                name: "IX_Transfers_ToMemberId",
                table: "Transfers",
                column: "ToMemberId");

            migrationBuilder.CreateIndex(
                name: "IX_Withdrawals_EnterpriseId",
                table: "Withdrawals",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_Withdrawals_MemberId",
                table: "Withdrawals",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_Withdrawals_RunId",
                table: "Withdrawals",
                column: "RunId");

            migrationBuilder.CreateIndex(
                name: "IX_Withdrawals_ShareClassId_State_AskedAt",
                table: "Withdrawals",
                columns: new[] { "ShareClassId", "State", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WithdrawalSuspensions_ShareClassId",
                table: "WithdrawalSuspensions",
                column: "ShareClassId",
                unique: true,
                filter: "\"LiftedOn\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_WriteDowns_EnterpriseId",
                table: "WriteDowns",
                column: "EnterpriseId");

            migrationBuilder.CreateIndex(
                name: "IX_WriteDowns_ShareClassId",
                table: "WriteDowns",
                column: "ShareClassId",
                unique: true,
                filter: "\"State\" = 'Proposed'");

            migrationBuilder.AddForeignKey(
                name: "FK_Applications_Members_TopsUp",
                table: "Applications",
                column: "TopsUp",
                principalTable: "Members",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            HolderBackfill.Run(migrationBuilder);
            RuleRows.Sqlite(migrationBuilder);
            HoldingGuards.Sqlite(migrationBuilder);
            AppendOnly.Sqlite(migrationBuilder, "HolderChanges", "FormerOfficers");
            AppendOnly.SqliteBut(
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
            migrationBuilder.DropForeignKey(
                name: "FK_Applications_Members_TopsUp",
                table: "Applications");

            migrationBuilder.DropTable(
                name: "FormerMemberships");

            migrationBuilder.DropTable(
                name: "FormerOfficers");

            migrationBuilder.DropTable(
                name: "Gifts");

            migrationBuilder.DropTable(
                name: "HolderChanges");

            migrationBuilder.DropTable(
                name: "HolderDeaths");

            migrationBuilder.DropTable(
                name: "ImportFiles");

            migrationBuilder.DropTable(
                name: "ImportProblems");

            migrationBuilder.DropTable(
                name: "Invitations");

            migrationBuilder.DropTable(
                name: "KeptRulePacks");

            migrationBuilder.DropTable(
                name: "KnowledgeTests");

            migrationBuilder.DropTable(
                name: "Nominations");

            migrationBuilder.DropTable(
                name: "RegisterCorrections");

            migrationBuilder.DropTable(
                name: "Suitabilities");

            migrationBuilder.DropTable(
                name: "Transfers");

            migrationBuilder.DropTable(
                name: "Withdrawals");

            migrationBuilder.DropTable(
                name: "WithdrawalSuspensions");

            migrationBuilder.DropTable(
                name: "WriteDowns");

            migrationBuilder.DropTable(
                name: "RegisterImports");

            migrationBuilder.DropCheckConstraint(
                name: "CK_PayoutRuns_Ground",
                table: "PayoutRuns");

            migrationBuilder.DropIndex(
                name: "IX_Members_EnterpriseId_AdmittedOn",
                table: "Members");

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
                name: "Holding_BoardMaySuspend",
                table: "ShareClasses");

            migrationBuilder.DropColumn(
                name: "Holding_BoardMayWriteDown",
                table: "ShareClasses");

            migrationBuilder.DropColumn(
                name: "Holding_LockInYears",
                table: "ShareClasses");

            migrationBuilder.DropColumn(
                name: "Holding_MaximumPerYearPpm",
                table: "ShareClasses");

            migrationBuilder.DropColumn(
                name: "Holding_NoticeWeeks",
                table: "ShareClasses");

            migrationBuilder.DropColumn(
                name: "Holding_SuspendAtPpm",
                table: "ShareClasses");

            migrationBuilder.DropColumn(
                name: "Holding_TransferNeedsApproval",
                table: "ShareClasses");

            migrationBuilder.DropColumn(
                name: "Holding_Transferable",
                table: "ShareClasses");

            migrationBuilder.DropColumn(
                name: "Holding_Withdrawable",
                table: "ShareClasses");

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
                name: "DiedOn",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "Email",
                table: "Members");

            migrationBuilder.DropColumn(
                name: "EmailPurpose",
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
                name: "QueuedAt",
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

            migrationBuilder.AddCheckConstraint(
                name: "CK_PayoutRuns_Ground",
                table: "PayoutRuns",
                sql: "(\"DeclarationId\" IS NULL AND \"ShareClassId\" IS NULL AND \"BondSeriesId\" IS NOT NULL AND \"PeriodNo\" IS NOT NULL) OR (\"DeclarationId\" IS NOT NULL AND \"ShareClassId\" IS NOT NULL AND \"BondSeriesId\" IS NULL AND \"PeriodNo\" IS NULL)");

            migrationBuilder.CreateIndex(
                name: "IX_Members_EnterpriseId_PersonId_Kind",
                table: "Members",
                columns: new[] { "EnterpriseId", "PersonId", "Kind" },
                unique: true);
        }
    }
}
