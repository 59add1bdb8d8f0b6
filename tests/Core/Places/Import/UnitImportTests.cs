using Microsoft.EntityFrameworkCore;
using Puskesos.Core.Places;
using Puskesos.Core.Places.Import;

namespace Puskesos.Tests.Core.Places.Import;

public sealed class UnitImportTests : IAsyncLifetime
{
    private const string Heading = "code,name,kind,area_code,accepts_neighbours,lat,lon,address,phone,opens,closes,valid_from,valid_to\n";

    private readonly PlacesDatabase _places = new();
    private readonly TemporaryLists _lists = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _places.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        _lists.Dispose();
        return _places.DisposeAsync();
    }

    [Fact]
    public async Task Unit_of_a_list_takes_the_next_case_of_its_village()
    {
        var report = await ImportAsync("PKS-R,Puskesos Randusari,desa,3328052006,ya,-7.03,109.05,\"Jl. Raya 1, Randusari\",,08.00,14:30,2026-01-01,\n");

        await using var db = _places.Open();
        var decision = await new PuskesosRouter(db).RouteAsync("33.28.05.2006", RouteBypass.None, null, new DateOnly(2026, 11, 12), Cancellation);
        var unit = await db.Set<PuskesosUnit>().SingleAsync(row => row.Code == "PKS-R", Cancellation);

        Assert.Equal(1, report.Added);
        Assert.Equal(("PKS-R", RouteRule.OwnVillage), (decision.UnitCode, decision.Rule));
        Assert.Equal((new TimeOnly(8, 0), new TimeOnly(14, 30), "Jl. Raya 1, Randusari"), (unit.Opens, unit.Closes, unit.Address));
    }

    [Fact]
    public async Task Unit_is_open_only_between_its_days()
    {
        await ImportAsync("PKS-R,Puskesos Randusari,desa,33.28.05.2006,no,,,,,,,2026-02-01,2026-06-30\n");

        await using var db = _places.Open();
        var router = new PuskesosRouter(db);
        async Task<RouteRule> RuleOn(DateOnly day) => (await router.RouteAsync("33.28.05.2006", RouteBypass.None, null, day, Cancellation)).Rule;

        Assert.Equal(RouteRule.SubDistrict, await RuleOn(new DateOnly(2026, 1, 31)));
        Assert.Equal(RouteRule.OwnVillage, await RuleOn(new DateOnly(2026, 2, 1)));
        Assert.Equal(RouteRule.OwnVillage, await RuleOn(new DateOnly(2026, 6, 30)));
        Assert.Equal(RouteRule.SubDistrict, await RuleOn(new DateOnly(2026, 7, 1)));
    }

    [Fact]
    public async Task Second_import_changes_only_what_differs()
    {
        const string Unit = "PKS-R,Puskesos Randusari,desa,33.28.05.2006,no,,,,,,,2026-01-01,\n";
        await ImportAsync(Unit);

        var same = await ImportAsync(Unit);
        var renamed = await ImportAsync(Unit.Replace("Puskesos Randusari", "Puskesos Randu", StringComparison.Ordinal));

        Assert.Equal((0, 0, 1), (same.Added, same.Changed, same.Unchanged));
        Assert.Equal((0, 1, 0), (renamed.Added, renamed.Changed, renamed.Unchanged));
    }

    [Fact]
    public async Task One_list_may_hold_units_of_several_regencies_and_each_keeps_its_own()
    {
        await new PlaceImport(_places.Source, _places.Clock, new Progress<ImportProgress>()).RunAsync(
            new PlaceImportOrder { Lists = [_lists.Write("kota.csv", "code,name\n33.76.01.1001,Debong\n")], ListVersion = "kota" }, Cancellation);
        await ImportAsync("PKS-R,Puskesos Randusari,desa,33.28.05.2006,no,,,,,,,2026-01-01,\n");

        await ImportAsync("PKS-D,Puskesos Debong,kelurahan,33.76.01.1001,no,,,,,,,2026-01-01,\nPKS-R,Puskesos Randu,desa,33.28.05.2006,no,,,,,,,2026-01-01,\n");
        var other = await ImportAsync("PKS-D,Puskesos Debong,kelurahan,33.76.01.1001,no,,,,,,,2026-01-01,\n");

        await using var db = _places.Open();
        Assert.Equal("33.76", (await db.Set<PuskesosUnit>().SingleAsync(row => row.Code == "PKS-D", Cancellation)).RegencyCode);
        var kept = await db.Set<PuskesosUnit>().SingleAsync(row => row.Code == "PKS-R", Cancellation);
        Assert.Equal(("33.28", "Puskesos Randu"), (kept.RegencyCode, kept.Name));
        Assert.Equal((0, 0, 1), (other.Added, other.Changed, other.Unchanged));
        var decision = await new PuskesosRouter(db).RouteAsync("33.76.01.1001", RouteBypass.None, null, new DateOnly(2026, 11, 12), Cancellation);
        Assert.Equal(("PKS-D", RouteRule.OwnVillage), (decision.UnitCode, decision.Rule));
    }

    [Fact]
    public async Task Regency_with_its_first_unit_is_served_under_letters_of_its_own()
    {
        await new PlaceImport(_places.Source, _places.Clock, new Progress<ImportProgress>()).RunAsync(
            new PlaceImportOrder { Lists = [_lists.Write("kota.csv", "code,name\n33.76.01.1001,Debong\n")], ListVersion = "kota" }, Cancellation);

        var report = await ImportAsync("SLRT-33.76,SLRT Kota Tegal,slrt,33.76,no,,,,,,,,\n");

        var served = Assert.Single(report.NowServed);
        Assert.StartsWith("33.76 Kota Tegal: T", served, StringComparison.Ordinal);
        Assert.DoesNotContain("TGL", served, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PKS-R,Puskesos,toko,33.28.05.2006,no,,,,,,,,\n", "unknown kind")]
    [InlineData("PKS-R,Puskesos,desa,33.28.05,no,,,,,,,,\n", "no area that fits")]
    [InlineData("PKS-R,Puskesos,desa,33.28.05.2999,no,,,,,,,,\n", "no imported list holds")]
    [InlineData("PKS-R,Puskesos,desa,33.28.05.2006,maybe,,,,,,,,\n", "neither yes nor no")]
    [InlineData("PKS-R,Puskesos,desa,33.28.05.2006,no,-7.03,,,,,,,\n", "no valid point")]
    [InlineData("PKS-R,Puskesos,desa,33.28.05.2006,no,,,,,15:00,08:00,,\n", "no valid hours")]
    [InlineData("PKS-R,Puskesos,desa,33.28.05.2006,no,,,,,,,2026-13-01,\n", "no valid days")]
    public async Task Bad_unit_is_named_and_nothing_is_imported(string row, string reason)
    {
        var before = await _places.Raw.CountAsync("puskesos_units");

        var report = await ImportAsync("PKS-OK,Puskesos Baik,desa,33.28.05.2006,no,,,,,,,,\n" + row);

        var error = Assert.Single(report.Errors.Shown);
        Assert.Equal(3, error.Line);
        Assert.Contains(reason, error.Reason, StringComparison.Ordinal);
        Assert.Equal(before, await _places.Raw.CountAsync("puskesos_units"));
    }

    [Theory]
    [InlineData("code,name,kind\nPKS-R,Puskesos,desa\n", 1, "no column 'area_code'")]
    [InlineData(Heading + "PKS-R,Puskesos,desa,33.28.05.2006,no,,,,,,,,\nPKS-R,Puskesos Dua,desa,33.28.05.2007,no,,,,,,,,\n", 3, "twice")]
    [InlineData(Heading + "PKS-R,\"Puskesos,desa,33.28.05.2006,no,,,,,,,,\n", 2, "")]
    [InlineData(Heading + ",Puskesos,desa,33.28.05.2006,no,,,,,,,,\n", 2, "no code")]
    [InlineData(Heading + "PKS-R,Puskesos,desa,33.28.05.2006,no,95,109,,,,,,\n", 2, "no valid point")]
    [InlineData(Heading + "PKS-R,Puskesos,desa,33.28.05.2006,no,,,,,,,2026-07-01,2026-01-01\n", 2, "no valid days")]
    public async Task Odd_list_is_refused_with_its_line_and_nothing_is_imported(string text, int line, string reason)
    {
        var before = await _places.Raw.CountAsync("puskesos_units");

        var report = await ImportTextAsync(text);

        Assert.Contains(report.Errors.Shown, error => error.Line == line && error.Reason.Contains(reason, StringComparison.Ordinal));
        Assert.False(report.Committed);
        Assert.Equal(before, await _places.Raw.CountAsync("puskesos_units"));
    }

    [Fact]
    public async Task List_saved_by_a_spreadsheet_is_read()
    {
        var report = await ImportTextAsync("\uFEFFCode;Name;Kind;Area_Code\r\nPKS-R;Puskesos Randusari;desa;3328052006\r\n");

        Assert.Equal((1, 0), (report.Added, report.Errors.Count));
    }

    private Task<UnitImportReport> ImportAsync(string rows) => ImportTextAsync(Heading + rows);

    private async Task<UnitImportReport> ImportTextAsync(string text)
    {
        await using var db = _places.Open();
        return await new UnitImport(db, _places.Clock).RunAsync(_lists.Write("units.csv", text), dryRun: false, Cancellation);
    }
}
