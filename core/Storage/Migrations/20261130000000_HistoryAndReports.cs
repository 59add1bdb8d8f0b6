using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Puskesos.Core.Storage.Migrations;

/// <summary>What the model cannot say: history is only appended, and the read-only schema for reporting tools.</summary>
[DbContext(typeof(BotDbContext))]
[Migration("20261130000000_HistoryAndReports")]
public sealed class HistoryAndReports : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(DatabaseRules.AppendOnlyHistory);
        migrationBuilder.Sql(DatabaseRules.CatalogueVersion);
        migrationBuilder.Sql(ReportSchema.Create);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(ReportSchema.Drop);
        migrationBuilder.Sql(DatabaseRules.DropCatalogueVersion);
        migrationBuilder.Sql("drop trigger case_history_is_appended on case_events; drop function keep_case_history()");
    }
}
