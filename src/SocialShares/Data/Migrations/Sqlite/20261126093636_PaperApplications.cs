using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialShares.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PaperApplications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PaperApplications",
                columns: table => new
                {
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnterpriseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TypedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    TypedByName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    TypedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DocumentVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    KeptAt = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedByName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    CancelledOn = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaperApplications", x => x.ApplicationId);
                    table.CheckConstraint("CK_PaperApplications_Eyes", "(\"State\" = 'Typed' AND \"DecidedBy\" IS NULL) OR (\"State\" <> 'Typed' AND \"DecidedBy\" IS NOT NULL AND \"DecidedBy\" <> \"TypedBy\")");
                    table.ForeignKey(
                        name: "FK_PaperApplications_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PaperApplications_Enterprises_EnterpriseId",
                        column: x => x.EnterpriseId,
                        principalTable: "Enterprises",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PaperApplications_EnterpriseId_State_TypedAt",
                table: "PaperApplications",
                columns: new[] { "EnterpriseId", "State", "TypedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PaperApplications");
        }
    }
}
