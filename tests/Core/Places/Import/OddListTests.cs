using System.Text;
using Puskesos.Core.Places.Import;

namespace Puskesos.Tests.Core.Places.Import;

/// <summary>Lists as spreadsheets, phones and other offices hand them over.</summary>
public sealed class OddListTests : IAsyncLifetime
{
    private const string Rows = "kode_wilayah;nama_desa;jenis;kode_kecamatan\r\n3329162003;Bulakelor;DESA;332916\r\n3329162012;Ketanggungan;Desa;332916\r\n";

    private readonly PlacesDatabase _places = new();
    private readonly TemporaryLists _lists = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _places.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        _lists.Dispose();
        return _places.DisposeAsync();
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task Marked_file_with_semicolons_and_other_headings_is_read(string encoding)
    {
        var written = Encoding.GetEncoding(encoding);

        var report = await ImportAsync(_lists.Write("desa.csv", [.. written.GetPreamble(), .. written.GetBytes(Rows)]));

        Assert.True(report.Committed);
        Assert.Equal("Bulakelor", await _places.Raw.ScalarAsync("select name from villages where code = '33.29.16.2003'"));
    }

    [Fact]
    public async Task List_in_capitals_is_written_like_the_others()
    {
        await ImportAsync(_lists.Write("kabupaten.csv", "code,province_code,name\n33.29,33,KABUPATEN BREBES\n"), _lists.Write("desa.csv", "code,district_code,name\n33.29.16.2003,33.29.16,BULAKELOR II\n"));

        Assert.Equal("Kabupaten Brebes", await _places.Raw.ScalarAsync("select name from regencies where code = '33.29'"));
        Assert.Equal("Brebes", await _places.Raw.ScalarAsync("select short_name from regencies where code = '33.29'"));
        Assert.Equal("Bulakelor II", await _places.Raw.ScalarAsync("select name from villages where code = '33.29.16.2003'"));
    }

    [Fact]
    public async Task Text_of_another_encoding_is_refused_with_its_line()
    {
        var report = await ImportAsync(_lists.Write("latin.csv", Encoding.Latin1.GetBytes("code,name\n33.29.16.2003,Bulakelor\n33.29.16.2012,Ketanggung\u00e9n\n")));

        await RefusedAsync(report, "latin.csv", 3, "not written in UTF-8");
    }

    [Fact]
    public async Task Row_without_an_end_is_refused_before_it_fills_the_memory()
    {
        var path = _lists.Write("endless.csv", "code,name\n");
        var block = new byte[1 << 20];
        Array.Fill(block, (byte)'x');
        await using (var file = new FileStream(path, FileMode.Append))
        {
            for (var megabyte = 0; megabyte < 100; megabyte++)
            {
                await file.WriteAsync(block, Cancellation);
            }
        }

        await RefusedAsync(await ImportAsync(path), "endless.csv", 2, "longer than any row");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    public async Task Empty_file_is_refused(string content) => await RefusedAsync(await ImportAsync(_lists.Write("empty.csv", content)), "empty.csv", 1, "empty");

    [Fact]
    public async Task One_bad_file_among_good_ones_keeps_all_of_them_out()
    {
        var report = await ImportAsync(_lists.Write("good.csv", Rows), _lists.Write("bad.csv", "code,name\n33.29.16.2004,\n"));

        await RefusedAsync(report, "bad.csv", 2, "has no name");
    }

    private async Task RefusedAsync(PlaceImportReport report, string file, int line, string reason)
    {
        Assert.False(report.Committed);
        Assert.Contains(report.Errors.Shown, error => error.File == file && error.Line == line && error.Reason.Contains(reason, StringComparison.Ordinal));
        Assert.Equal(0L, await _places.Raw.ScalarAsync("select count(*) from villages where code like '33.29%'"));
    }

    private Task<PlaceImportReport> ImportAsync(params string[] lists) =>
        new PlaceImport(_places.Source, _places.Clock, new Progress<ImportProgress>()).RunAsync(new PlaceImportOrder { Lists = lists, ListVersion = "odd" }, Cancellation);
}
