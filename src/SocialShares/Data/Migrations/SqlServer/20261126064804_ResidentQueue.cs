using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SocialShares.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ResidentQueue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "QueuedAt",
                table: "Applications",
                type: "datetime2",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "QueuedAt",
                table: "Applications");
        }
    }
}
