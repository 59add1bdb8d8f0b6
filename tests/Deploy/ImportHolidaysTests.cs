namespace Puskesos.Tests.Deploy;

/// <summary>`puskesos import-holidays`: next year's decree is brought in by the operator, without a new version of the product.</summary>
public sealed class ImportHolidaysTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("puskesos-holidays-").FullName;

    [Fact]
    public async Task A_decree_is_imported_revised_and_never_half()
    {
        await using var database = await TestDatabase.CreateAsync();
        const string head = "date,kind,name\n";

        var dry = await ImportAsync(database, head + "2027-01-01,nasional,Tahun Baru\n2027-02-05,cuti bersama,Cuti Imlek\n", "--dry-run");
        Assert.Equal((0, 0L), (dry.Code, await database.CountAsync("holidays")));
        Assert.Contains("2027: 2 added, 0 changed, 0 removed, 0 unchanged", dry.Said, StringComparison.Ordinal);

        Assert.Equal(0, (await ImportAsync(database, head + "2027-01-01,nasional,Tahun Baru\n2027-02-05,cuti bersama,Cuti Imlek\n")).Code);
        Assert.Equal((2L, 1L), (await database.CountAsync("holidays"), await database.ScalarAsync("select version from calendar_versions")));

        var shorter = await ImportAsync(database, head + "2027-01-01,nasional,Tahun Baru\n");
        var wrong = await ImportAsync(database, head + "2027-01-01,nasional,Tahun Baru\n2027-02-30,nasional,Salah\n", "--yes");
        var local = await ImportAsync(database, head + "2027-05-18,lokal,Hari Jadi\n");
        Assert.Equal((1, 1, 1, 2L), (shorter.Code, wrong.Code, local.Code, await database.CountAsync("holidays")));
        Assert.Contains("--yes", shorter.Error, StringComparison.Ordinal);
        Assert.Contains("Line 3", wrong.Error, StringComparison.Ordinal);

        Assert.Equal(0, (await ImportAsync(database, head + "2027-01-01,nasional,Tahun Baru\n", "--yes")).Code);
        Assert.Equal(1L, await database.CountAsync("holidays"));
        Assert.Equal(1, (await ImportAsync(database, head + "2027-05-18,lokal,Hari Jadi\n", "--area", "33.28")).Code);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<(int Code, string Said, string Error)> ImportAsync(TestDatabase database, string table, params string[] options)
    {
        var path = Path.Combine(folder, "decree.csv");
        await File.WriteAllTextAsync(path, table, TestContext.Current.CancellationToken);
        return await ToolProcess.RunAsync(database.ConnectionString, ["import-holidays", path, .. options]);
    }
}
