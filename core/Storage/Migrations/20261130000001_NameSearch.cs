using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Puskesos.Core.Storage.Migrations;

/// <summary>What the model cannot say: the index for parts of names.</summary>
[DbContext(typeof(BotDbContext))]
[Migration("20261130000001_NameSearch")]
public sealed class NameSearchIndex : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(NameSearch.Create);

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(NameSearch.Drop);
}
