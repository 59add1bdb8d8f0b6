using System.IO.Compression;
using System.Text;
using Puskesos.Core.Places;
using Puskesos.Core.Places.Import;

namespace Puskesos.Tests.Core.Places.Import;

public sealed class PlaceImportTests : IAsyncLifetime
{
    private const string Brebes =
        """
        kode,nama,kecamatan_code,lat,lon
        3329162003,Bulakelor,332916,-6.94,108.92
        33.29.16.2012,Ketanggungan,33.29.16,,
        """;

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
    public async Task List_is_read_by_its_heading_with_plain_or_dotted_codes()
    {
        var report = await ImportAsync(_lists.Write("brebes.csv", Brebes), _lists.Write("kecamatan.csv", "code,name\n33.29.16,Ketanggungan\n"));

        Assert.True(report.Committed);
        Assert.Equal(2, report.VillageCounts.Added);
        Assert.Equal("Kabupaten Brebes", await _places.Raw.ScalarAsync("select name from regencies where code = '33.29'"));
        Assert.Equal("Ketanggungan", await _places.Raw.ScalarAsync("select name from sub_districts where code = '33.29.16'"));
        Assert.Equal(-6.94, await _places.Raw.ScalarAsync("select latitude from villages where code = '33.29.16.2003'"));
        Assert.Equal("the list", await _places.Raw.ScalarAsync("select list_version from villages where code = '33.29.16.2003'"));
    }

    [Fact]
    public async Task Second_import_changes_nothing_and_raises_no_version()
    {
        var list = _lists.Write("brebes.csv", Brebes);
        await ImportAsync(list);
        var version = await VersionAsync();

        var report = await ImportAsync(list);

        Assert.Equal(new LevelCounts { Unchanged = 2 }, report.VillageCounts);
        Assert.Equal(version, await VersionAsync());
    }

    [Fact]
    public async Task Packed_list_is_read_like_a_plain_one()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Brebes), Cancellation);
        }

        var report = await ImportAsync(_lists.Write("brebes.csv.gz", packed.ToArray()));

        Assert.Equal(2, report.VillageCounts.Added);
    }

    [Theory]
    [InlineData("code,name\n33.29.16.2003,Bulakelor\n33.29.x,Rusak\n", 3, "no Kemendagri code")]
    [InlineData("code,name\n33.29.16.2003,\n", 2, "has no name")]
    [InlineData("code,name,kind\n33.29.16.2003,Bulakelor,kota\n", 2, "unknown kind")]
    [InlineData("code,name,district_code\n33.29.16.2003,Bulakelor,33.29.17\n", 2, "does not lie in")]
    [InlineData("code,name,lat,lon\n33.29.16.2003,Bulakelor,108.92,-6.94\n", 2, "no point in Indonesia")]
    [InlineData("code,name\n33.29.16.2003,Bulakelor\n33.29.16.2003,Bulak\n", 3, "stands already")]
    [InlineData("code,name\n99.29.16.2003,Bulakelor\n", 2, "unknown regency")]
    [InlineData("kode_pos,desa\n52263,Bulakelor\n", 1, "no column 'code'")]
    public async Task Bad_row_is_named_and_nothing_is_imported(string list, int line, string reason)
    {
        var before = await _places.Raw.CountAsync("villages");

        var report = await ImportAsync(_lists.Write("bad.csv", list), _lists.Write("brebes.csv", Brebes));

        var error = Assert.Single(report.Errors.Shown, shown => shown.File == "bad.csv" && shown.Line == line);
        Assert.Contains(reason, error.Reason, StringComparison.Ordinal);
        Assert.False(report.Committed);
        Assert.Equal(before, await _places.Raw.CountAsync("villages"));
    }

    [Fact]
    public async Task Dry_run_counts_and_changes_nothing()
    {
        var report = await ImportAsync(new PlaceImportOrder { Lists = [_lists.Write("brebes.csv", Brebes)], ListVersion = "the list", DryRun = true });

        Assert.Equal(2, report.VillageCounts.Added);
        Assert.False(report.Committed);
        Assert.Equal(0L, await _places.Raw.ScalarAsync("select count(*) from villages where code like '33.29%'"));
    }

    [Fact]
    public async Task Vanished_village_is_retired_and_others_stay()
    {
        await ImportAsync(_lists.Write("brebes.csv", Brebes));

        var report = await ImportAsync(_lists.Write("tegal.csv", TegalWithout(7)));

        Assert.True(report.Committed);
        Assert.Equal(7, report.VillageCounts.Retired);
        Assert.Equal(7L, await _places.Raw.ScalarAsync("select count(*) from villages where retired_on is not null"));
        Assert.Equal(0L, await _places.Raw.ScalarAsync("select count(*) from villages where retired_on is not null and code like '33.29%'"));
    }

    [Fact]
    public async Task Many_vanishing_villages_need_a_yes()
    {
        var list = _lists.Write("tegal.csv", TegalWithout(20));

        var refused = await ImportAsync(list);
        var retired = await ImportAsync(new PlaceImportOrder { Lists = [list], ListVersion = "the list", RetireMany = true });

        Assert.False(refused.Committed);
        Assert.Contains("33.28: 20 of 287", Assert.Single(refused.NeedsYes), StringComparison.Ordinal);
        Assert.Equal(20, retired.VillageCounts.Retired);
    }

    [Fact]
    public async Task Retired_village_comes_back_with_a_later_list()
    {
        await ImportAsync(_lists.Write("tegal.csv", TegalWithout(7)));

        var report = await ImportAsync(_lists.Write("all.csv", TegalWithout(0)));

        Assert.Equal(7, report.VillageCounts.Changed);
        Assert.Equal(0L, await _places.Raw.ScalarAsync("select count(*) from villages where retired_on is not null"));
    }

    [Fact]
    public async Task Renamed_village_is_still_found_by_its_earlier_spelling()
    {
        await ImportAsync(_lists.Write("tegal.csv", TegalWithout(0).Replace("Jatibogor", "Jati Makmur", StringComparison.Ordinal)));

        var (rows, version) = await new PlaceRowsReader(_places.Source).ReadAsync(Cancellation);
        var finding = new PlaceIndex(rows, version).Find("jatibogor suradadi", DemoRows.InTegal);

        Assert.Equal(("33.28.16.2007", "Jati Makmur"), (finding.Candidates[0].Code, finding.Candidates[0].Name));
        Assert.True(finding.IsExact);
    }

    [Fact]
    public async Task Sub_district_that_no_list_names_bears_its_code_until_one_does()
    {
        var first = await ImportAsync(_lists.Write("brebes.csv", Brebes));
        var unnamed = await _places.Raw.ScalarAsync("select name from sub_districts where code = '33.29.16'");
        await ImportAsync(_lists.Write("kecamatan.csv", "code,name\n33.29.16,Ketanggungan\n"));

        Assert.Equal(1, first.UnnamedSubDistricts);
        Assert.Equal("33.29.16", unnamed);
        Assert.Equal("Ketanggungan", await _places.Raw.ScalarAsync("select name from sub_districts where code = '33.29.16'"));
    }

    private static string TegalWithout(int villages)
    {
        var rows = DemoRows.TegalOnly().Villages.Skip(villages).Select(row => $"{row.Code},{row.Name}");
        return "code,name\n" + string.Join('\n', rows);
    }

    private Task<PlaceImportReport> ImportAsync(params string[] lists) => ImportAsync(new PlaceImportOrder { Lists = lists, ListVersion = "the list" });

    private Task<PlaceImportReport> ImportAsync(PlaceImportOrder order) =>
        new PlaceImport(_places.Source, _places.Clock, new Progress<ImportProgress>()).RunAsync(order, Cancellation);

    private async Task<object?> VersionAsync() => await _places.Raw.ScalarAsync("select version from place_list_version");
}
